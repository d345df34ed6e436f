"""What is remembered of a learner, entry by entry: attempts above all."""

from datetime import datetime
from enum import StrEnum
from typing import NewType
from uuid import UUID

from msgspec import Struct

from tui.guide.words import KeyPointId, LessonId, PanelId, QuestionId
from tui.quiz.ask import Recalled, Response
from tui.quiz.events import Mode
from tui.quiz.verdict import Credit, Grade

AttemptId = NewType("AttemptId", UUID)
"""Unique across machines."""


class Attempt(Struct, frozen=True, kw_only=True, tag="attempt"):
    """One response by one learner to one question, graded."""

    id: AttemptId
    """Unique across machines."""
    question: QuestionId
    """What was asked."""
    fingerprint: str
    """How the question read at the time."""
    key_points: tuple[KeyPointId, ...]
    """The key points it tested at the time."""
    lesson: LessonId
    """The lesson to which the question belonged at the time."""
    mode: Mode
    """Practice or exam."""
    seed: str
    """Decided the order of options."""
    again: bool = False
    """Whether it was a missed question come back in the same sitting."""
    response: Response
    """What the learner did."""
    grade: Grade
    """Correct, partly, wrong or skipped."""
    credit: Credit
    """0 to 1."""
    overruled: bool = False
    """Whether the learner said "I was right"."""
    began: datetime
    """When the question was shown, in UTC."""
    answered: datetime
    """When the response was given, in UTC."""

    def grade_of(self, point: KeyPointId) -> Grade:
        """What it says of one of its key points: in a recall each was ticked or not, else the grade of the whole.

        Args:
            point: one of `key_points`.
        """
        if isinstance(self.response, Recalled):
            return Grade.CORRECT if self.key_points.index(point) in self.response.ticked else Grade.WRONG
        return self.grade


class Change(StrEnum):
    """What a learner can do to an attempt afterwards."""

    TAKEN_BACK = "taken back"
    """It was a slip and does not count."""
    OVERRULED = "overruled"
    """ "I was right": all that was typed counts as right."""


class Amendment(Struct, frozen=True, kw_only=True, tag="amendment"):
    """What was done to an attempt afterwards; the attempt itself stays as it was recorded."""

    attempt: AttemptId
    """Which attempt."""
    change: Change
    """What was done."""
    at: datetime
    """When, in UTC."""


class PanelRead(Struct, frozen=True, kw_only=True, tag="panel read"):
    """A panel was read for the first time."""

    panel: PanelId
    """Which panel."""
    at: datetime
    """When, in UTC."""


class Doubt(Struct, frozen=True, kw_only=True, tag="doubt"):
    """The learner found a question doubtful."""

    question: QuestionId
    """Which question."""
    word: str
    """What is doubtful about it; may be empty."""
    at: datetime
    """When, in UTC."""


Entry = Attempt | Amendment | PanelRead | Doubt
"""One entry of the record."""
