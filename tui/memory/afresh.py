"""Fresh starts: what came before does not count for what one knows, and can be made to count again."""

from datetime import datetime
from uuid import UUID

from tui.guide.model import Guide, Lesson
from tui.memory.attempt import AfreshTakenBack, MarkerId, StartedAfresh
from tui.memory.digest import FreshStart
from tui.memory.record import Record
from tui.quiz.question import Question


def start_afresh(guide: Guide[Question], lesson: Lesson | None, marker: UUID, at: datetime) -> StartedAfresh:
    """The entry that starts a lesson afresh, or everything.

    Args:
        guide: what is taught.
        lesson: which lesson; everything, if None.
        marker: an id that is unique across machines.
        at: now, in UTC.
    """
    if lesson is None:
        return StartedAfresh(id=MarkerId(marker), lesson=None, at=at)
    return StartedAfresh(
        id=MarkerId(marker),
        lesson=lesson.id,
        key_points=tuple(point.id for point in lesson.key_points),
        questions=tuple(question.id for question in guide.questions_of(lesson)),
        panels=tuple(panel.id for panel in lesson.panels),
        at=at,
    )


def last_fresh_start(record: Record) -> tuple[MarkerId, FreshStart] | None:
    """The last fresh start that was not taken back; None if there is none.

    Args:
        record: what the learner did.
    """
    marker, start = next(reversed(record.digest.fresh_starts.items()), (None, None))
    return None if marker is None or start is None else (MarkerId(UUID(hex=marker)), start)


def take_back_afresh(marker: MarkerId, at: datetime) -> AfreshTakenBack:
    """The entry that takes a fresh start back.

    Args:
        marker: which one.
        at: now, in UTC.
    """
    return AfreshTakenBack(marker=marker, at=at)
