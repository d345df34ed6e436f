"""What a learner knows of a guide, computed once: all that the progress screen and `kruzhok progress` say."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from msgspec import Struct

from tui.guide.model import Guide, KeyPoint, Lesson
from tui.guide.words import KeyPointId, Kind, QuestionId
from tui.memory.confusions import Confusion, confusions_of
from tui.memory.curve import Curve, curve_of
from tui.memory.days import day_of
from tui.memory.digest import Counted, Digest, OneSitting
from tui.memory.due import falls_due, load
from tui.memory.mastery import Mastery, by_kind, is_missed, known_of, mastery_of
from tui.memory.record import Record
from tui.memory.studied import Studied, studied_days
from tui.quiz.confidence import Confidence
from tui.quiz.question import Question
from tui.text import counted

WEEKS = 8
"""For so many weeks to come it is told day by day what is due."""
WEAK = 0.85
"""Below this mastery a lesson is worth naming as the weakest."""


class LessonProgress(Struct, frozen=True):
    """How well one lesson is known."""

    lesson: Lesson
    """The lesson."""
    number: int
    """Its number in the guide."""
    mastery: Mastery
    """How well it is mastered."""
    chances: tuple[float | None, ...]
    """How likely each of its key points is known, in its order; None if it was not met."""
    missed: frozenset[int] = frozenset()
    """Which of them were missed when they last counted, by their index."""


class SittingProgress(Struct, frozen=True):
    """How one sitting went."""

    day: date
    """The day on which it began."""
    sitting: OneSitting
    """The sitting in brief."""


class Progress(Struct, frozen=True):
    """What a learner knows."""

    at: datetime
    """The time for which it holds, in the learner's own time zone."""
    says: str
    """What it means, in a sentence."""
    lessons: tuple[LessonProgress, ...]
    """Lesson by lesson."""
    kinds: dict[Kind, Mastery]
    """Kind by kind; only kinds that there are."""
    falls_due: dict[KeyPointId, datetime]
    """When each key point that was met falls due, or fell; what no question tests does not."""
    due_days: tuple[tuple[date, int], ...]
    """The days on which they do, each with how many, however far; what is late falls on today."""
    days: tuple[Studied, ...]
    """The days studied, and those on which nothing was due."""
    judged: dict[Confidence, Counted]
    """The answers of which the learner said how sure they were, from sure to guessed."""
    sittings: tuple[SittingProgress, ...]
    """The last sittings, the latest at the end."""
    confusions: tuple[Confusion, ...]
    """What is mixed up, what happened most often first."""
    curves: tuple[Curve, ...]
    """The forgetting curve of each key point, in the order of the lessons."""

    @property
    def today(self) -> date:
        """The day for which it holds."""
        return day_of(self.at)

    @property
    def due(self) -> tuple[int, ...]:
        """How many key points are due: today, with all that is late; tomorrow; and so on, for `WEEKS`.

        None is due as long as none was met.
        """
        counts = dict(self.due_days)
        return tuple(counts.get(self.today + timedelta(days=day), 0) for day in range(7 * WEEKS)) if counts else ()

    @property
    def due_later(self) -> int:
        """How many are due after those weeks."""
        return len(self.falls_due) - sum(self.due)

    @property
    def met(self) -> bool:
        """Whether anything was asked yet."""
        return any(each.mastery.met for each in self.lessons)

    @property
    def points(self) -> tuple[KeyPoint, ...]:
        """All key points, in the order of the lessons."""
        return tuple(point for each in self.lessons for point in each.lesson.key_points)

    @property
    def drill(self) -> tuple[QuestionId, ...]:
        """The questions in whose answers something is mixed up, each once."""
        return tuple(dict.fromkeys(question for each in self.confusions for question in each.drill))


def progress_of(guide: Guide[Question], record: Record, at: datetime) -> Progress:
    """What a learner knows of a guide.

    Args:
        guide: what is taught.
        record: what is remembered.
        at: now, in the learner's own time zone.
    """
    known, digest = record.knowledge, record.digest
    lessons = tuple(
        LessonProgress(
            lesson,
            number,
            mastery_of(lesson.key_points, known, at),
            tuple(known_of(point.id, known, at) for point in lesson.key_points),
            frozenset(index for index, point in enumerate(lesson.key_points) if is_missed(point.id, known)),
        )
        for number, lesson in enumerate(guide.lessons, 1)
    )
    confusions = confusions_of(guide, digest)
    return Progress(
        at=at,
        says=_meaning(lessons, confusions),
        lessons=lessons,
        kinds=by_kind(guide, known, at),
        falls_due=falls_due(guide, known),
        due_days=tuple(load(guide, known, at)),
        days=studied_days(guide, digest, at),
        judged={each: digest.by_confidence.get(each, Counted()) for each in Confidence},
        sittings=_sittings(digest, at),
        confusions=confusions,
        curves=tuple(curve_of(digest, point, at) for lesson in guide.lessons for point in lesson.key_points),
    )


def _sittings(digest: Digest, at: datetime) -> tuple[SittingProgress, ...]:
    taken = (each for each in digest.sittings.values() if each.asked)
    return tuple(SittingProgress(day_of(each.began.astimezone(at.tzinfo)), each) for each in taken)


def _meaning(lessons: Sequence[LessonProgress], confusions: Sequence[Confusion]) -> str:
    """What stands in the way most: a mix-up, the weakest lesson, what was not asked; or that all holds."""
    met = sum(each.mastery.met for each in lessons)
    if not met:
        return "Nothing is answered yet. Take a quiz on a lesson: what you know of it will stand here."
    mixed_up = next((each.says for each in confusions if each.other is not None), None)
    if mixed_up is not None:
        return mixed_up
    asked = [each for each in lessons if each.mastery.met * 2 >= each.mastery.points > 0]
    weakest = min(asked, key=lambda each: each.mastery.chance, default=None)
    if weakest is not None and weakest.mastery.chance < WEAK and len(asked) > 1:
        return f"Lesson {weakest.number}, {weakest.lesson.title}, is the weakest of those you were asked about."
    if missed := sum(len(each.missed) for each in lessons):
        them = "it" if missed == 1 else "them"
        return f"{counted(missed, 'key point')} you did not know when last asked. Reviews bring {them} back."
    left = sum(each.mastery.not_met for each in lessons)
    if left:
        were = "was" if left == 1 else "were"
        return f"What you were asked holds well; {counted(left, 'key point')} {were} not asked yet."
    return "All of it holds well. Reviews keep it so."
