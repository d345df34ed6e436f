"""What a shell prompt shows of a learner: what is due, or what comes next. It loads next to nothing."""

from datetime import date, datetime
from typing import NamedTuple

from tui.memory.days import day_of, end_of_day
from tui.memory.portion import AWAY, portion_for_today, portion_in_words
from tui.text import counted

FAR_OFF = 2.5e11
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
    minutes: int
    """How many minutes a day the learner wants to review."""
    answered: float
    """When they last answered; 0 for never."""
    by: str
    """The day to be ready for, as ISO 8601 writes it; empty for none."""
    step: str
    """What comes next where nothing is due: "lesson 5, 3 panels, 2 minutes"."""
    waits: bool
    """Whether that can wait until something is due."""
    cut_off: str = ""
    """The sitting that was cut off, which comes before all else: "quiz on lesson 5 cut off, 4 of 12 answered"."""
    offered_until: float = FAR_OFF
    """Until then that is offered, and no longer."""

    def in_words(self, at: datetime) -> str:
        """What was cut off; else what is due today and how long it takes, what comes next, or when something is due.

        Args:
            at: now, in the learner's own time zone.
        """
        cut_off = self.cut_off if at.timestamp() <= self.offered_until else ""
        return f"{cut_off or self._today(at)}{self._ahead(at)}"

    def _today(self, at: datetime) -> str:
        now, tonight = at.timestamp(), end_of_day(at).timestamp()
        due = sum(each.earliest <= now and each.due < tonight for each in self.reviews)
        if due:
            away = now - self.answered >= AWAY.total_seconds()
            points, minutes = portion_for_today(due, self.seconds, self.minutes, away=away)
            return f"{portion_in_words(points, due, away=away)} due, {counted(minutes, 'minute')}"
        return self._coming(at) if self.waits and self.reviews else self.step

    def _ahead(self, at: datetime) -> str:
        days = (date.fromisoformat(self.by) - day_of(at)).days if self.by else -1
        if days < 0:
            return ""
        when = {0: "today", 1: "tomorrow"}.get(days, f"in {days} days")
        return f"; exam {when}"

    def _coming(self, at: datetime) -> str:
        times = [min(max(each), FAR_OFF) for each in self.reviews]
        first = max(at, datetime.fromtimestamp(min(times), at.tzinfo))
        count = sum(time < end_of_day(first).timestamp() for time in times)
        ahead = (day_of(first) - day_of(at)).days
        when = {0: "later today", 1: "tomorrow"}.get(ahead, f"in {ahead} days")
        return f"{counted(count, 'key point')} due {when}"
