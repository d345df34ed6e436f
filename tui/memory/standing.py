"""How key points stand, by the attempts on them."""

from enum import StrEnum

from msgspec import Struct

from tui.guide.model import KeyPoint, Lesson
from tui.memory.record import Record
from tui.quiz.verdict import Grade


class Mark(StrEnum):
    """How the last answer on a key point went."""

    RIGHT = "right"
    """It was right."""
    PARTLY = "partly"
    """It was partly right."""
    WRONG = "wrong"
    """It was wrong, or "I don't know"."""
    UNMET = "unmet"
    """There was none yet."""


class PointStanding(Struct, frozen=True):
    """How one key point stands."""

    point: KeyPoint
    """The key point."""
    mark: Mark
    """How the last answer on it went."""


_MARKS = {
    Grade.CORRECT: Mark.RIGHT,
    Grade.PARTLY: Mark.PARTLY,
    Grade.WRONG: Mark.WRONG,
    Grade.SKIPPED: Mark.WRONG,
}


def standing_of(lesson: Lesson, record: Record) -> tuple[PointStanding, ...]:
    """How the key points of a lesson stand, in the lesson's order.

    Args:
        lesson: the lesson.
        record: what is remembered.
    """
    return tuple(PointStanding(point, _mark(point, record)) for point in lesson.key_points)


def _mark(point: KeyPoint, record: Record) -> Mark:
    grade = record.grade_on(point.id)
    return Mark.UNMET if grade is None else _MARKS[grade]
