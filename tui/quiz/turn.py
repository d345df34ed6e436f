"""One asking of one question, and where it stands in a sitting."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from tui.guide.words import QuestionId
from tui.quiz.ask import Response, passes_over
from tui.quiz.verdict import Grade, Verdict


class Ending(StrEnum):
    """How a sitting ended."""

    COMPLETED = "completed"
    """Practice: everything was right once, or left for a review."""
    HANDED_IN = "handed in"
    """Exam: the learner handed it in."""
    TIME_RAN_OUT = "time ran out"
    """Exam: the clock handed it in."""
    LEFT = "left"
    """The learner left early."""


class Position(NamedTuple):
    """Where the learner is: question `n` of `of`."""

    n: int
    """The question's number, counted from 1; one that comes back does not raise it."""
    of: int
    """How many different questions there are."""


@dataclass(frozen=True)
class Turn:
    """One asking of one question."""

    question: QuestionId
    """What is asked."""
    seed: str
    """Decides the order of options of this asking."""
    again: bool = False
    """Whether it is a missed question come back."""
    response: Response | None = None
    """What the learner did, if anything yet."""
    verdict: Verdict | None = None
    """What grading says of it; in an exam not to be shown before the end."""
    flagged: bool = False
    """Whether the learner wants to look at it again before handing in."""
    doubt: str | None = None
    """What the learner finds doubtful about the question; empty if marked without a word."""
    shown: datetime | None = None
    """When it was first asked, or asked anew after its answer was taken back."""
    answered: datetime | None = None
    """When the response was given that counts."""

    @property
    def right(self) -> bool:
        """Whether the response was fully right."""
        return self.verdict is not None and self.verdict.grade is Grade.CORRECT

    @property
    def passed_over(self) -> bool:
        """Whether it is a recall that was passed over."""
        return self.verdict is not None and passes_over(self.response, self.verdict.key)
