"""Mastery: how likely it is recalled now, of a key point, a lesson, a kind, the guide.

The chance of recall is FSRS's, but for one thing: whoever missed a key point has just been told it, and FSRS says that
they recall it for sure. That is true for minutes and shows nothing. So what was missed when it last counted (not when
it came back in the same sitting) is not known until it was answered better.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime

from msgspec import Struct

from tui.guide.model import Guide, KeyPoint, Lesson
from tui.guide.words import KeyPointId, Kind, QuestionId
from tui.memory.schedule import Card, retrievability
from tui.quiz.question import Question


class Known(Struct, frozen=True):
    """What is known of one key point."""

    card: Card | None = None
    """Its forgetting curve; None as long as no attempt has said anything of it."""
    question: QuestionId | None = None
    """By which question it was asked last."""
    surely_wrong: bool = False
    """Whether the learner was sure of the last answer, and it was wrong."""
    missed: bool = False
    """Whether the last answer that counted says that it was not recalled."""


Knowledge = Mapping[KeyPointId, Known]
"""What is known of each key point; one that is not there was not met."""


class Mastery(Struct, frozen=True):
    """How well some key points are mastered."""

    chance: float
    """The mean of how likely each is known; what was not met counts as 0, as nothing says that it is known."""
    met: int
    """How many of them an attempt has said something of."""
    points: int
    """How many they are."""

    @property
    def not_met(self) -> int:
        """How many of them were not met yet: to be said apart, for a low mean of few met ones says little."""
        return self.points - self.met


def chance_of(point: KeyPointId, known: Knowledge, at: datetime) -> float | None:
    """The chance of recall of one key point; None if it was not met.

    Args:
        point: the key point.
        known: what is known.
        at: when it is to be recalled.
    """
    card = known[point].card if point in known else None
    return None if card is None else retrievability(card, at)


def known_of(point: KeyPointId, known: Knowledge, at: datetime) -> float | None:
    """How likely one key point is known: the chance of recall, 0 for what was missed; None if it was not met.

    Args:
        point: the key point.
        known: what is known.
        at: when it is to be recalled.
    """
    return 0.0 if is_missed(point, known) else chance_of(point, known, at)


def is_missed(point: KeyPointId, known: Knowledge) -> bool:
    """Whether one key point was missed when it last counted."""
    return point in known and known[point].missed


def mastery_of(points: Iterable[KeyPoint], known: Knowledge, at: datetime) -> Mastery:
    """How well some key points are mastered: those of a lesson, say.

    Args:
        points: the key points.
        known: what is known.
        at: when they are to be recalled.
    """
    chances = [known_of(point.id, known, at) for point in points]
    met = [chance for chance in chances if chance is not None]
    return Mastery(sum(met) / len(chances) if chances else 0.0, len(met), len(chances))


def by_lesson(guide: Guide[Question], known: Knowledge, at: datetime) -> list[tuple[Lesson, Mastery]]:
    """How well each lesson is mastered, in the guide's order.

    Args:
        guide: what is taught.
        known: what is known.
        at: when it is to be recalled.
    """
    return [(lesson, mastery_of(lesson.key_points, known, at)) for lesson in guide.lessons]


def by_kind(guide: Guide[Question], known: Knowledge, at: datetime) -> dict[Kind, Mastery]:
    """How well each kind of key point is mastered, in the order of the kinds; only kinds that there are.

    Args:
        guide: what is taught.
        known: what is known.
        at: when it is to be recalled.
    """
    points = guide.key_points.values()
    return {
        kind: mastery_of([point for point in points if point.kind is kind], known, at)
        for kind in Kind
        if any(point.kind is kind for point in points)
    }
