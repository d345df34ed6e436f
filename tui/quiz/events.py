"""What can happen in a sitting, as plain data: a sitting is its events, and can be replayed from them."""

from datetime import datetime, timedelta
from enum import StrEnum

from msgspec import Struct

from tui.guide.words import LessonId, QuestionId
from tui.quiz.ask import Response
from tui.quiz.verdict import Verdict

APART = 3
"""How many other questions stand between a missed question and its return, where so many are left."""
RETURNS = 2
"""How often a question comes back in one sitting that is missed again and again: then it is left for a review."""


class Mode(StrEnum):
    """How a sitting goes."""

    PRACTICE = "practice"
    """The verdict at once; what was missed comes back until it was right once, or missed too often."""
    EXAM = "exam"
    """Verdicts at the end, against a clock; answers may be changed until it is handed in."""


class _Event(Struct, frozen=True, tag=str.lower):
    pass


class Began(_Event, frozen=True):
    """The sitting began: the first event, and only the first."""

    mode: Mode
    """How it goes."""
    seed: str
    """Decides the order of options, asking by asking."""
    questions: tuple[QuestionId, ...]
    """What is asked, in this order; each once."""
    limit: timedelta | None = None
    """How long an exam may take; None for no limit."""
    lesson: LessonId | None = None
    """The lesson it was asked for; None, if it is not on one lesson."""
    minutes: int | None = None
    """For how many minutes a review is meant; None for what is no review."""
    proves: bool = False
    """Whether it is to prove that the lesson is known."""
    drills: bool = False
    """Whether it drills what the learner mixed up."""
    returns: int | None = None
    """How often a missed question comes back at most; None: until it was right, as sittings once went."""


class Answered(_Event, frozen=True):
    """The current question was answered, in an exam perhaps not for the first time."""

    response: Response
    """What the learner did."""
    verdict: Verdict
    """What grading says of it; in an exam nobody is shown it before the end."""
    next_seed: str = ""
    """The seed of the next asking, should it come back; empty leaves it to the sitting."""
    apart: int | None = APART
    """How many other questions come before it does, if so many are left; at least `APART`. None: it does not."""


class Overruled(_Event, frozen=True):
    """The learner said "I was right" of what they typed, while the verdict on it was shown."""


class TakenBack(_Event, frozen=True):
    """The learner took the last answer back, in practice: it is asked once more and the answer does not count."""


class WentOn(_Event, frozen=True):
    """The learner went on to the next question; in practice after the last one, to the end."""


class Moved(_Event, frozen=True):
    """The learner moved to another question of an exam."""

    to: int
    """Its place among the turns, counted from 0."""


class Flagged(_Event, frozen=True):
    """The learner flagged the current question of an exam to look at it again, or took the flag off."""


class Doubted(_Event, frozen=True):
    """The learner marked the current question as doubtful."""

    word: str
    """What is doubtful about it; may be empty."""


class HandedIn(_Event, frozen=True):
    """The learner handed the exam in."""


class TimeRanOut(_Event, frozen=True):
    """The exam's time ran out, which hands it in."""


class Left(_Event, frozen=True):
    """The learner left before the end: only what was answered counts."""


class CameBack(_Event, frozen=True):
    """The learner came back to a sitting that was cut off."""

    since: datetime
    """When it was cut off, as far as is known: the last that happened before."""
    without: tuple[QuestionId, ...] = ()
    """What cannot be asked or shown any more, as the guide was edited meanwhile."""


Event = (
    Began
    | Answered
    | Overruled
    | TakenBack
    | WentOn
    | Moved
    | Flagged
    | Doubted
    | HandedIn
    | TimeRanOut
    | Left
    | CameBack
)
