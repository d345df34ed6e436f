"""The use cases, once for every front end: open a guide, begin a sitting, see what comes next."""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol
from uuid import UUID, uuid4

from msgspec.structs import replace

from tui.guide.later import LateMapping
from tui.guide.model import Guide, Lesson
from tui.guide.reader import read_guide
from tui.guide.words import PanelId
from tui.memory.attempt import Attempt, Doubt, Entry, PanelRead, SettingChosen, SittingId, StartedAfresh
from tui.memory.days import LOCAL
from tui.memory.due import Today
from tui.memory.next_step import NextStep, next_step, today_in
from tui.memory.record import Record
from tui.memory.settings import Settings, settings_in, written
from tui.memory.stamps import stamp_of_guide
from tui.memory.standing import PointStanding, standing_of
from tui.paths import NoDataFolder
from tui.quiz.choosing import Choice, choose, why_nothing
from tui.quiz.events import RETURNS, Began, Mode
from tui.quiz.exam_time import limit_of
from tui.quiz.question import Question
from tui.resuming import CutOff
from tui.text import Clean

if TYPE_CHECKING:
    from tui.memory.keeper import Keeper
    from tui.memory.offer import Offer
    from tui.memory.progress import Progress
    from tui.memory.steps import Log
    from tui.open_sitting import OpenSitting

NAMELESS = Clean("")
"""What a learner is called where nobody else learns."""


class Clock(Protocol):
    """Says what time it is."""

    def __call__(self) -> datetime:
        """The time now, in UTC."""


class NothingToAsk(Exception):
    """No question fits what was chosen; the message tells the learner why, and what to do."""


def system_clock() -> datetime:
    """The time now, in UTC, by the computer's clock."""
    return datetime.now(UTC)  # noqa: TID251 - the one place where time comes in


def _types() -> Mapping[str, type[Question]]:
    from tui.quiz.types import TYPES  # noqa: PLC0415  home asks nothing

    return TYPES


def open_guide(folder: Path) -> Guide[Question]:
    """Read a guide with every type of question there is.

    Args:
        folder: the guide's folder.

    Returns:
        Its sound parts, with everything that is wrong among its problems.

    Raises:
        GuideError: the folder is missing or cannot be read.
    """
    return read_guide(folder, LateMapping(_types))


class Study:
    """One run of one learner with one guide."""

    guide: Guide[Question]
    """What is taught."""
    record: Record
    """What the learner did."""
    clock: Clock
    """Says what time it is."""
    new_id: Callable[[], UUID]
    """Gives each attempt and each sitting an id that is unique across machines."""
    cut_off: CutOff
    """The sittings that were cut off, by a crash or a closed terminal."""
    learner: Clean
    """What the learner is called, where more than one learns; empty, where nobody else does."""

    def __init__(
        self,
        guide: Guide[Question],
        clock: Clock = system_clock,
        new_id: Callable[[], UUID] = uuid4,
        data_folder: Callable[[], Path] | None = None,
        learner: Clean = NAMELESS,
    ) -> None:
        """A run, with what was done before.

        Args:
            guide: what is taught.
            clock: says what time it is.
            new_id: gives each attempt its id.
            data_folder: gives the learner's data folder; nothing was kept and nothing will be, if None.
            learner: what they are called, where more than one learns.
        """
        self.guide = guide
        self._guide_read = guide, stamp_of_guide(guide.folder)
        self.clock = clock
        self.new_id = new_id
        self._begun = 0
        self._sit_down(data_folder, learner)

    def _sit_down(self, data_folder: Callable[[], Path] | None, learner: Clean) -> None:
        self.learner = learner
        self._data_folder = data_folder
        self._keeper: Keeper | None = None
        self._nowhere: str | None = None
        self._lost = 0
        if data_folder:
            try:
                self._keeper = _keeper(data_folder(), self.guide, self.clock())
            except NoDataFolder as error:
                self._nowhere = str(error)
        self.record = self._keeper.record if self._keeper else Record()
        self.cut_off = CutOff(self, self._keeper)

    def change_learner(self, data_folder: Callable[[], Path], learner: Clean) -> int:
        """End the run of this learner, and begin one of another with the same guide.

        Args:
            data_folder: gives the other's data folder.
            learner: what the other is called.

        Returns:
            How many entries of the one before could not be kept.
        """
        lost = self.close()
        self._sit_down(data_folder, learner)
        return lost

    def take_guide(self, guide: Guide[Question]) -> None:
        """Teach from a later reading of the same files.

        A sitting that is open goes on from the guide it has until it takes this one too, and the record stays the one
        that was opened, by whatever name the guide goes now.

        Args:
            guide: what was read.
        """
        self.guide = guide

    @property
    def has_learner(self) -> bool:
        """Whether anybody's record was opened, or at least looked for."""
        return self._data_folder is not None

    @property
    def unkept(self) -> str | None:
        """Why what the learner does is not kept beyond this run, and what to do; None as long as it is."""
        return self._keeper.unkept if self._keeper else self._nowhere

    @property
    def notice(self) -> str | None:
        """What the learner should know of their record at the start; None if all is well."""
        return self.unkept or (self._keeper.notice if self._keeper else None)

    @property
    def to_look_over(self) -> "Callable[[], None] | None":
        """What looks for damage in the part of the record that was not read at the start; None if there is none.

        It takes a while, and is to be called on a thread of its own; `notice` then says what it found.
        """
        return self._keeper.look_over if self._keeper and self.record.is_abridged else None

    @property
    def offer(self) -> "Offer | None":
        """The backup that has what the record lacks, where something happened to the record."""
        return self._keeper.offer if self._keeper else None

    def take_backup(self) -> int:
        """Bring back what the backup on offer has beyond the record.

        Returns:
            How many entries came back; none, if `unkept` says why not.
        """
        if self._keeper is None:
            return 0
        came = self._keeper.take_backup()
        self.record = self._keeper.record
        return came

    def settle(self) -> None:
        """At the end of a sitting: have all that was kept in the record's own file."""
        if self._keeper:
            self._keeper.settle()

    def keep(self, *entries: Entry, came: "Log | None" = None, ended: SittingId | None = None) -> None:
        """Put entries on the record; when this returns they are on the disk, or `unkept` says why not.

        Args:
            entries: what was done, in order.
            came: what happened in the sitting in which they were done, and was not yet kept.
            ended: the sitting that has ended with them.

        Raises:
            KeyError: one amends an attempt that does not count or was never recorded.
        """
        for entry in entries:
            self.record.add(entry)
        if self._keeper:
            ids = (entry.id if isinstance(entry, Attempt | StartedAfresh) else self.new_id() for entry in entries)
            self._keeper.keep(zip(ids, entries, strict=True), came, ended)
            if self.record.needs_log:
                self._keeper.remember_anew()
                self.record = self._keeper.record
        elif self._nowhere:
            self._lost += len(entries)

    def close(self) -> int:
        """End the run.

        Returns:
            How many entries could not be kept.
        """
        if self._keeper is None:
            return self._lost
        lost = self._keeper.close(self.clock())
        guide, stamp = self._guide_read
        if self._data_folder and not self._keeper.unkept and guide is self.guide:
            from tui.memory.glancing import leave_glance  # noqa: PLC0415  once all is done

            leave_glance(guide, stamp, self._data_folder(), self.now)
        return lost

    def mark_read(self, panel: PanelId) -> None:
        """Remember that a panel was read; once is enough.

        Args:
            panel: one of the guide's.
        """
        if not self.has_read(panel):
            self.keep(PanelRead(panel=panel, at=self.clock()))

    def has_read(self, panel: PanelId) -> bool:
        """Whether a panel was read."""
        return panel in self.record.read_panels

    def read_in(self, lesson: Lesson) -> int:
        """How many panels of a lesson were read."""
        return sum(self.has_read(panel.id) for panel in lesson.panels)

    def mark_doubtful(self, question: Question, doubt: Doubt, came: "Log | None" = None) -> None:
        """Keep that a question is doubtful, where the check of the guide's author finds it.

        Args:
            question: the question as it reads now.
            doubt: what is doubtful, and since when.
            came: what happened in the sitting in which it was asked, and was not yet kept.

        Raises:
            NotKept: it is on the learner's record, but could not be written for the author.
        """
        self.keep(doubt, came=came)
        if self._data_folder is None or self._nowhere:
            return
        from tui.memory.doubts import DoubtMark, address_of, keep  # noqa: PLC0415  seldom

        mark = DoubtMark(
            guide=address_of(self.guide.folder),
            guide_id=self._guide_read[0].id,
            question=question.id,
            fingerprint=question.fingerprint,
            word=doubt.word.encode(errors="replace").decode(),
            at=doubt.at,
        )
        keep(self._data_folder(), mark)

    @property
    def now(self) -> datetime:
        """The time now, in the learner's own time zone."""
        return self.clock().astimezone(LOCAL)

    @property
    def settings(self) -> Settings:
        """How the learner wants to study this guide."""
        return settings_in(self.record.digest.settings)

    def choose(self, setting: str, value: int | bool | date | str | None) -> None:
        """Keep what the learner chose for a setting, if it is new.

        Args:
            setting: the name of a field of `Settings`.
            value: their choice; None for what holds where nothing is chosen.
        """
        if getattr(self.settings, setting) != value:
            self.keep(SettingChosen(name=setting, value=written(value), at=self.clock()))

    def next_step(self) -> NextStep:
        """The one next step that home offers, with why and how long: first of all what was cut off."""
        if offered := self.cut_off.offered:
            return offered.step(self.guide, self.clock())
        return next_step(self.guide, self.record, self.now, self.settings)

    def today(self) -> Today | None:
        """What of all that is due is for today; None if nothing is due."""
        return today_in(self.guide, self.record, self.now, self.settings)

    def standing(self, lesson: Lesson) -> tuple[PointStanding, ...]:
        """How the key points of a lesson stand, in the lesson's order."""
        return standing_of(lesson, self.record.knowledge, self.now)

    def progress(self) -> "Progress":
        """What the learner knows now: all that there is to be shown of it."""
        from tui.memory.progress import progress_of  # noqa: PLC0415  home does without

        return progress_of(self.guide, self.record, self.now)

    def begin(self, choice: Choice, mode: Mode = Mode.PRACTICE, minutes: float | None = None) -> "OpenSitting":
        """Begin a sitting.

        Args:
            choice: what it asks; without a seed it gets one from the clock, so that each sitting differs.
            mode: practice or exam.
            minutes: how long an exam may take, up to a day; a minute a question, if None. Practice has no limit.

        Returns:
            The sitting, at its first question.

        Raises:
            NothingToAsk: no question fits.
            ValueError: the minutes are not more than 0 and at most a day.
        """
        now = self.clock()
        if not choice.seed:
            choice = replace(choice, seed=self._seed(now))
        questions = choose(self.guide, choice)
        if not questions:
            raise NothingToAsk(why_nothing(self.guide, choice))
        limit = limit_of(len(questions), minutes) if mode is Mode.EXAM else None
        proves, drills = choice.proves, choice.drills
        began = Began(mode, choice.seed, questions, limit, choice.lesson, None, proves, drills, RETURNS)
        return self._open(began, now)

    def review(
        self, minutes: int | None = None, lesson: Lesson | None = None, *, further: bool = False
    ) -> "OpenSitting":
        """Begin a review: what is due, most urgent first, as much as fits into the minutes.

        Args:
            minutes: how long it is at most; as long as the learner chose last, if None.
            lesson: only what this lesson teaches.
            further: whether what helps most now is asked, too, in what time is left.

        Returns:
            The sitting, at its first question.

        Raises:
            NothingToAsk: nothing is due; the message says when something is.
        """
        from tui.memory.review import ReviewWish, portion_of, why_nothing_due  # noqa: PLC0415  home does without

        now, minutes = self.clock(), minutes or self.settings.minutes
        seed = self._seed(now)
        wish = ReviewWish(minutes, seed, lesson, further)
        portion = portion_of(self.guide, self.record, self.now, wish)
        if not portion.questions:
            raise NothingToAsk(why_nothing_due(self.guide, self.record, self.now, wish))
        chosen = lesson.id if lesson else None
        began = Began(Mode.PRACTICE, seed, portion.questions, lesson=chosen, minutes=minutes, returns=RETURNS)
        return self._open(began, now)

    def _open(self, began: Began, now: datetime) -> "OpenSitting":
        from tui.memory.steps import Happened, Log  # noqa: PLC0415  home does without
        from tui.open_sitting import OpenSitting  # noqa: PLC0415

        self._begun += 1
        return OpenSitting(self, Log(SittingId(self.new_id()), (Happened(began, now),)))

    def _seed(self, now: datetime) -> str:
        """A seed from the clock, so that each sitting differs."""
        return f"{now:%Y%m%d-%H%M%S-%f}-{self._begun}"


def _keeper(folder: Path, guide: Guide[Question], at: datetime) -> "Keeper":
    from tui.memory.keeper import Keeper  # noqa: PLC0415  loads SQLite

    return Keeper(folder, guide.id, at)
