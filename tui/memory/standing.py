"""How key points stand now, by the attempts on them."""

from datetime import datetime

from msgspec import Struct

from tui.guide.model import KeyPoint, Lesson
from tui.memory.mastery import Knowledge, is_missed, known_of


class PointStanding(Struct, frozen=True):
    """How one key point stands."""

    point: KeyPoint
    """The key point."""
    chance: float | None
    """How likely it is known; None if it was not met."""
    missed: bool
    """Whether it was missed when it last counted."""


def standing_of(lesson: Lesson, known: Knowledge, at: datetime) -> tuple[PointStanding, ...]:
    """How the key points of a lesson stand, in the lesson's order.

    Args:
        lesson: the lesson.
        known: what is known.
        at: now.
    """
    return tuple(
        PointStanding(point, known_of(point.id, known, at), is_missed(point.id, known)) for point in lesson.key_points
    )
