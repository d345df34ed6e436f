"""What a shell prompt shows of a learner: what is due, or what comes next. It loads next to nothing."""

from datetime import datetime
from math import ceil
from typing import NamedTuple

from tui.memory.days import day_of, end_of_day
from tui.text import counted

_FAR_OFF = 2.5e11
"""As good as never: a year that every time zone's calendar has."""


class Review(NamedTuple):
    """When a key point is to be asked again: numbers of seconds, as clocks count them."""

    earliest: float
    """Before this it is not due, as it was asked just now."""
    due: float
    """It is due on the day of this time."""


class Glance(NamedTuple):
    """What there is to say, from the last answer to the next one; only the time is still to come."""

    reviews: tuple[Review, ...]
    """One for each key point that was asked."""
    seconds: float
    """How many seconds one takes."""
    step: str
    """What comes next where nothing is due: "lesson 5, 3 panels, 2 minutes"."""
    waits: bool
    """Whether that can wait until something is due."""

    def in_words(self, at: datetime) -> str:
        """What is due and how long it takes; else what comes next, or when something is due.

        Args:
            at: now, in the learner's own time zone.
        """
        now, tonight = at.timestamp(), end_of_day(at).timestamp()
        due = sum(each.earliest <= now and each.due < tonight for each in self.reviews)
        if due:
            return f"{counted(due, 'key point')} due, {counted(ceil(due * self.seconds / 60), 'minute')}"
        return self._coming(at) if self.waits and self.reviews else self.step

    def _coming(self, at: datetime) -> str:
        times = [min(max(each), _FAR_OFF) for each in self.reviews]
        first = max(at, datetime.fromtimestamp(min(times), at.tzinfo))
        count = sum(time < end_of_day(first).timestamp() for time in times)
        ahead = (day_of(first) - day_of(at)).days
        when = {0: "later today", 1: "tomorrow"}.get(ahead, f"in {ahead} days")
        return f"{counted(count, 'key point')} due {when}"
