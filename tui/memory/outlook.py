"""What to expect of a day to be ready for: the score today, and on the day with a plan of minutes and without."""

from datetime import date, datetime

from msgspec import Struct
from msgspec.structs import replace

from tui.guide.model import Guide
from tui.memory.days import day_of
from tui.memory.forecast import MOST_MINUTES, Goal, forecast, mean_guessed, minutes_needed
from tui.memory.holding import holding
from tui.memory.mastery import Knowledge
from tui.memory.record import Record
from tui.quiz.question import Question

READY = 0.9
"""The predicted score at which one is ready."""


class Outlook(Struct, frozen=True):
    """What is to be expected."""

    day: date
    """The day of the prediction: today."""
    by: date
    """The day to be ready for."""
    now: float
    """The score predicted for a test today, 0 to 1."""
    minutes: int
    """The minutes a day of the plan; 0 if nothing more needs to be done."""
    with_plan: float
    """The score on the day, if the plan is kept."""
    without: float
    """The score on the day, if nothing more is done."""

    @property
    def days(self) -> int:
        """How many days are left."""
        return (self.by - self.day).days


def goal_in(guide: Guide[Question], record: Record, by: date) -> Goal:
    """The day to be ready for, with what is known of the learner.

    Args:
        guide: what is taught.
        record: what the learner did.
        by: the day.
    """
    digest = record.digest
    held = holding((on.reviews for on in digest.points.values()), mean_guessed(guide))
    return Goal(by, digest.pace, frozenset(record.read_panels), held)


def goal_ahead(guide: Guide[Question], record: Record, by: date | None, at: datetime) -> Goal | None:
    """The day to be ready for, if one is set and is not over.

    Args:
        guide: what is taught.
        record: what the learner did.
        by: the day that was set; None for none.
        at: now, in the learner's own time zone.
    """
    return None if by is None or by < day_of(at) else goal_in(guide, record, by)


def outlook_of(guide: Guide[Question], known: Knowledge, at: datetime, goal: Goal) -> Outlook:
    """What is to be expected of a day, with the plan that makes ready for it.

    Args:
        guide: what is taught.
        known: what is known.
        at: now, in the learner's own time zone.
        goal: the day to be ready for.
    """
    today = day_of(at)
    needed = minutes_needed(guide, known, at, goal, READY)
    minutes = MOST_MINUTES if needed is None else needed
    planned = forecast(guide, known, at, goal, minutes)
    now = forecast(guide, known, at, replace(goal, day=today), 0).without
    return Outlook(today, goal.day, now, minutes, planned.with_plan, planned.without)
