"""A review of what a record holds: what it asks, and what to say where there is nothing to ask."""

from datetime import datetime

from msgspec import Struct

from tui.guide.model import Guide, Lesson
from tui.guide.words import KeyPointId
from tui.memory.due import next_in_words
from tui.memory.mastery import Knowledge
from tui.memory.record import Record
from tui.memory.reviewing import Portion, Wish, helpful_points, review_of
from tui.quiz.question import Question


class ReviewWish(Struct, frozen=True):
    """What a review is to be."""

    minutes: int
    """How long it may take."""
    seed: str = ""
    """Decides between questions that are equally good."""
    lesson: Lesson | None = None
    """Only what this lesson teaches; everything, if None."""
    further: bool = False
    """Whether what helps most now is asked, too, in what time is left."""


def portion_of(guide: Guide[Question], record: Record, at: datetime, wish: ReviewWish) -> Portion:
    """What a review asks now.

    Args:
        guide: what is taught.
        record: what the learner did.
        at: now, in the learner's own time zone.
        wish: what the review is to be.
    """
    more = _helpful(guide, record, at, wish) if wish.further else ()
    read = {point.id for point in guide.key_points.values() if point.panel in record.read_panels}
    familiar = record.knowledge.keys() | read
    wanted = Wish(wish.minutes, record.digest.pace, wish.seed, more, familiar)
    return review_of(guide, _known(record, wish.lesson), at, wanted)


def why_nothing_due(guide: Guide[Question], record: Record, at: datetime, wish: ReviewWish) -> str:
    """What to tell who wants a review where nothing is due: when something is, and what to do till then.

    Args:
        guide: what is taught.
        record: what the learner did.
        at: now, in the learner's own time zone.
        wish: what the review was to be.
    """
    known = _known(record, wish.lesson)
    if not any(each.card for each in known.values()):
        return (
            "Nothing is due yet: what you are asked in a quiz comes back in reviews, when it is about to be forgotten."
        )
    coming = next_in_words(guide, known, at)
    return f"Nothing is due. Next: {coming}." if coming else "Nothing is due."


def can_go_further(guide: Guide[Question], record: Record, at: datetime, lesson: Lesson | None = None) -> int:
    """How many key points it helps to be asked about though none of them is due.

    Args:
        guide: what is taught.
        record: what the learner did.
        at: now, in the learner's own time zone.
        lesson: only what this lesson teaches; everything, if None.
    """
    return len(_helpful(guide, record, at, ReviewWish(1, lesson=lesson)))


def _helpful(guide: Guide[Question], record: Record, at: datetime, wish: ReviewWish) -> tuple[KeyPointId, ...]:
    points = helpful_points(guide, record.knowledge, at, frozenset(record.read_panels))
    taught = None if wish.lesson is None else {point.id for point in wish.lesson.key_points}
    return tuple(point for point in points if taught is None or point in taught)


def _known(record: Record, lesson: Lesson | None) -> Knowledge:
    if lesson is None:
        return record.knowledge
    taught = {point.id for point in lesson.key_points}
    return {point: known for point, known in record.knowledge.items() if point in taught}
