"""Finds out what a shell prompt shows, from the guide and the record, and leaves it behind for the next time."""

from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory
from typing import NamedTuple

from tui.guide.errors import GuideError
from tui.guide.model import Guide
from tui.guide.words import GuideId
from tui.memory.due import askable
from tui.memory.errors import TROUBLES
from tui.memory.glance import FAR_OFF, Glance, Review
from tui.memory.glance_file import leave
from tui.memory.holds import Holds
from tui.memory.interrupted import Interrupted, interrupted
from tui.memory.next_step import NextStep, next_step
from tui.memory.opening import VERSION, form_of
from tui.memory.pace import VERDICT
from tui.memory.record import Record
from tui.memory.remembering import remember
from tui.memory.schedule import SAME_DAY, due
from tui.memory.settings import settings_in
from tui.memory.stamps import BESIDE, Stamps, has_record, is_whole, stamp_of_record
from tui.memory.steps import logs_in
from tui.memory.store import NAME, Store
from tui.quiz.choosing import MIXED, Choice
from tui.quiz.question import Question

_TRIES = 3
"""How often it is read again where somebody writes meanwhile."""


class Read(NamedTuple):
    """What was read of a learner."""

    record: Record
    """What they did."""
    cut_off: Interrupted | None = None
    """The sitting that was cut off last, and is open in no window."""


def glance_of(guide: Guide[Question], read: Read, at: datetime) -> Glance:
    """What there is to say.

    Args:
        guide: what is taught.
        read: what was read of the learner.
        at: now, in the learner's own time zone.
    """
    record, cut_off = read
    known, settings = record.knowledge, settings_in(record.digest.settings)
    step = next_step(guide, record, at, settings)
    cards = [known[point].card for point in (askable(guide) if known else ()) if point in known]
    reviews = tuple(
        Review((card.last_review + SAME_DAY).timestamp(), due(card).timestamp()) for card in cards if card is not None
    )
    waits = step.what == "done" or (step.choice is not None and step.choice == Choice(count=MIXED))
    return Glance(
        reviews,
        seconds=record.digest.pace.picked + VERDICT,
        minutes=settings.minutes,
        answered=max((each.card.last_review.timestamp() for each in known.values() if each.card), default=0.0),
        by=settings.by.isoformat() if settings.by else "",
        step=_in_few_words(guide, step),
        waits=waits,
        cut_off=cut_off.in_few_words(guide) if cut_off else "",
        offered_until=cut_off.offered_until.timestamp() if cut_off and cut_off.offered_until else FAR_OFF,
    )


def leave_glance(guide: Guide[Question], stamp: str, folder: Path, at: datetime) -> None:
    """Leave behind what there is to say, if it is sure to be what the files say.

    Args:
        guide: what is taught, as it was read.
        stamp: how its files were then.
        folder: the learner's data folder; their record is not open here any longer.
        at: now, in the learner's own time zone.
    """
    with suppress(*TROUBLES, GuideError):
        before = Stamps.now(guide.folder, folder)
        if before.guide != stamp or not has_record(folder) or not is_whole(folder):
            return
        glance = glance_of(guide, _read_still(folder / NAME, guide.id), at)
        if Stamps.now(guide.folder, folder) == before:
            leave(glance, before, guide.folder, folder)


def read_in(folder: Path, guide: GuideId) -> Read:
    """What a learner did with a guide, read without writing anything where the record is.

    Args:
        folder: the learner's data folder.
        guide: which guide.

    Raises:
        NewerRecord, DamagedRecord, OSError, sqlite3.Error: it cannot be read.
    """
    if not has_record(folder):
        return Read(Record())
    for last in (False,) * (_TRIES - 1) + (True,):
        before = stamp_of_record(folder)
        try:
            read = _read(folder / NAME, guide)
        except TROUBLES:
            if last or stamp_of_record(folder) == before:
                raise
            continue
        if stamp_of_record(folder) == before:
            break
    return read


def _read(path: Path, guide: GuideId) -> Read:
    if is_whole(path.parent) and form_of(path) == VERSION:
        return _read_still(path, guide)
    with TemporaryDirectory(prefix="kruzhok-") as folder:
        for end in ("", *BESIDE):
            if Path(f"{path}{end}").exists():
                copyfile(f"{path}{end}", Path(folder, f"{path.name}{end}"))
        with closing(Store(Path(folder, path.name))) as store:
            return _read_from(store, guide, path.parent)


def _read_still(path: Path, guide: GuideId) -> Read:
    with closing(Store(path, write=False, still=True)) as store:
        return _read_from(store, guide, path.parent)


def _read_from(store: Store, guide: GuideId, folder: Path) -> Read:
    holds = Holds(folder)
    open_nowhere = (log for log in logs_in(store.steps(guide)) if not holds.is_held(log.sitting))
    return Read(remember(store, guide), next(filter(None, map(interrupted, open_nowhere)), None))


def _in_few_words(guide: Guide[Question], step: NextStep) -> str:
    if step.lesson is not None:
        number = guide.number_of(step.lesson)
        return f"{'quiz on lesson' if step.what == 'quiz' else 'lesson'} {number}, {step.amount}"
    words = f"{step.headline[:1].lower()}{step.headline[1:]}"
    return f"{words}, {step.amount}" if step.amount else words
