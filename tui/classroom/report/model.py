"""A report, as plain data: what a class's answers say of questions, pupils and key points."""

from datetime import datetime

from msgspec import Struct

from tui.classroom.counting import Count
from tui.classroom.shift import Shift
from tui.classroom.statistics import Interval
from tui.classroom.words import Nickname, RoundNumber, Seat
from tui.guide.words import KeyPointId, PanelId, QuestionId
from tui.quiz.verdict import Grade
from tui.text import Clean


class Discrimination(Struct, frozen=True, kw_only=True):
    """Whether those who know the rest know this question, too: its correlation with the rest of the quiz."""

    value: float
    """The item-rest correlation, -1 to 1."""
    interval: Interval
    """Where the true one may lie."""
    pupils: int
    """Of how many."""


class QuestionReport(Struct, frozen=True, kw_only=True):
    """How one question fared, by the answers given before any discussion."""

    round: RoundNumber
    """In which round it was asked."""
    id: QuestionId
    """Which question."""
    question: Clean
    """What was asked."""
    key: tuple[Clean, ...]
    """The right answer in words."""
    there: int
    """How many pupils were there for it."""
    answered: int
    """How many answered, "I don't know" among it."""
    right: int
    """How many were fully right."""
    interval: Interval
    """Where the share of those right may lie."""
    credit: float
    """The mean credit of those who answered, 0 to 1."""
    counts: tuple[Count, ...]
    """What was answered, and how often."""
    discrimination: Discrimination | None
    """Whether it tells who knows the rest; None where that cannot be said."""
    shift: Shift | None
    """What a second vote changed; None where there was none."""
    accepted: int
    """How many answers typed in the first vote the host accepted as right."""
    regraded: bool
    """Whether its key was mended afterwards."""

    @property
    def share(self) -> float:
        """The share of those who answered that was fully right."""
        return self.right / self.answered if self.answered else 0.0


class Mark(Struct, frozen=True, kw_only=True):
    """How one pupil fared in one round, or on one key point."""

    credit: float | None
    """The mean credit, 0 to 1; None where nothing can be said: they were not there, or did not answer."""
    grade: Grade | None
    """The same in a word."""


class PupilReport(Struct, frozen=True, kw_only=True):
    """How one pupil fared."""

    seat: Seat
    """Their place in the room."""
    name: Nickname
    """What they were called at the end."""
    points: float
    """What they earned."""
    most: float
    """What they could have earned in the rounds that they were there for, points for speed among it."""
    rounds: tuple[Mark, ...]
    """Round by round, as the score counts it."""
    points_known: tuple[Mark, ...]
    """Key point by key point, in the order of the report's key points, by their own first answers."""


class PointReport(Struct, frozen=True, kw_only=True):
    """How one key point fared, over all questions that test it."""

    id: KeyPointId
    """Which."""
    says: Clean
    """What there is to know; empty where the guide is not at hand."""
    answers: int
    """How many answers there were to questions that test it."""
    credit: float
    """Their mean credit."""


class TeachAgain(Struct, frozen=True, kw_only=True):
    """A panel that teaches what failed."""

    lesson: Clean
    """The lesson's title."""
    number: int
    """The lesson's number."""
    panel: Clean
    """The panel's title."""
    panel_id: PanelId
    """Which panel."""
    questions: tuple[RoundNumber, ...]
    """The rounds that failed and are taught there."""
    missed: int
    """How many answers to them were not fully right."""
    answers: int
    """How many answers there were."""
    sure: bool
    """Whether so few were right that chance does not explain it."""


class Report(Struct, frozen=True, kw_only=True):
    """What a class's answers say."""

    title: Clean
    """The guide's title."""
    code: str
    """The room's code."""
    began: datetime
    """When it was made, in UTC."""
    has_guide: bool
    """Whether the guide was at hand, so that panels and key points have their words."""
    pupils: tuple[PupilReport, ...]
    """Everybody whose seat is valid, in the order in which they came."""
    questions: tuple[QuestionReport, ...]
    """The rounds that count, in order."""
    key_points: tuple[PointReport, ...]
    """The key points that were tested, in the guide's order."""
    again: tuple[TeachAgain, ...]
    """What to teach again, the surest failures first."""
    dropped: int
    """How many rounds were dropped, and count for nobody."""
