"""What is remembered of a learner, entry by entry: attempts above all."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated, NewType
from uuid import UUID

from msgspec import Meta, Struct

from tui.guide.words import KeyPointId, LessonId, PanelId, QuestionId
from tui.quiz.ask import Recalled, Response, passes_over
from tui.quiz.confidence import Confidence
from tui.quiz.events import Mode
from tui.quiz.verdict import Credit, Grade

AttemptId = NewType("AttemptId", UUID)
"""Unique across machines."""
SittingId = NewType("SittingId", UUID)
"""Unique across machines."""
MarkerId = NewType("MarkerId", UUID)
"""Unique across machines."""
At = Annotated[datetime, Meta(tz=True)]
"""A time, with its zone."""


class Occasion(StrEnum):
    """In what a question was asked."""

    QUIZ = "quiz"
    """In a quiz or an exam that the learner chose."""
    REVIEW = "review"
    """In a review of what was due."""
    CLASS = "class"
    """In a class, together with others."""


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
    occasion: Occasion = Occasion.QUIZ
    """In what it was asked; an early kruzhok kept reviews as quizzes."""
    seed: str
    """Decided the order of options."""
    again: bool = False
    """Whether it was a missed question come back in the same sitting."""
    response: Response
    """What the learner did."""
    key: Response | None = None
    """The right answer at the time, in the form of a response; None in what an early kruzhok kept."""
    confidence: Confidence | None = None
    """How sure the learner was, where they said so."""
    sitting: SittingId | None = None
    """The sitting to which it belongs; None in what an early kruzhok kept."""
    grade: Grade
    """Correct, partly, wrong or skipped."""
    credit: Credit
    """0 to 1."""
    overruled: bool = False
    """Whether the learner said "I was right"."""
    began: At
    """When the question was shown, in UTC."""
    answered: At
    """When the response was given, in UTC."""

    @property
    def passed_over(self) -> bool:
        """Whether it is a recall that was passed over: it says nothing of its key points."""
        return passes_over(self.response, self.key)

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
    at: At
    """When, in UTC."""


class PanelRead(Struct, frozen=True, kw_only=True, tag="panel read"):
    """A panel was read for the first time."""

    panel: PanelId
    """Which panel."""
    at: At
    """When, in UTC."""


class Doubt(Struct, frozen=True, kw_only=True, tag="doubt"):
    """The learner found a question doubtful."""

    question: QuestionId
    """Which question."""
    word: str
    """What is doubtful about it; may be empty."""
    at: At
    """When, in UTC."""


class StartedAfresh(Struct, frozen=True, kw_only=True, tag="started afresh"):
    """The learner started a lesson afresh, or everything: what came before does not count for what they know."""

    id: MarkerId
    """Unique across machines."""
    lesson: LessonId | None
    """Which lesson; None for everything."""
    key_points: tuple[KeyPointId, ...] = ()
    """The lesson's key points at the time; none where it is everything."""
    questions: tuple[QuestionId, ...] = ()
    """The lesson's questions at the time."""
    panels: tuple[PanelId, ...] = ()
    """The lesson's panels at the time."""
    at: At
    """When, in UTC."""


class AfreshTakenBack(Struct, frozen=True, kw_only=True, tag="afresh taken back"):
    """The learner took a fresh start back: all counts again."""

    marker: MarkerId
    """Which fresh start."""
    at: At
    """When, in UTC."""


class Proved(Struct, frozen=True, kw_only=True, tag="proved"):
    """The learner proved that they know a lesson, by a few of its questions."""

    lesson: LessonId
    """Which lesson."""
    key_points: tuple[KeyPointId, ...]
    """The lesson's key points at the time, asked about or not: they count as recalled."""
    panels: tuple[PanelId, ...]
    """The lesson's panels at the time: they count as read."""
    at: At
    """When, in UTC."""


class SettingChosen(Struct, frozen=True, kw_only=True, tag="setting chosen"):
    """The learner chose how this guide is studied: the last choice holds, on whichever machine it was made."""

    name: str
    """Which setting, by its name in `tui.memory.settings`."""
    value: str
    """What was chosen, as text; empty for what holds where nothing is chosen."""
    at: At
    """When, in UTC."""


Entry = Attempt | Amendment | PanelRead | Doubt | StartedAfresh | AfreshTakenBack | Proved | SettingChosen
"""One entry of the record."""
