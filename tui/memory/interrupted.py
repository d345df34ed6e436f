"""A sitting that was cut off, by a crash or a closed terminal: what home says of it."""

from datetime import datetime, timedelta
from math import ceil
from typing import NamedTuple

from tui.guide.model import Guide
from tui.memory.next_step import NextStep
from tui.memory.steps import Log
from tui.quiz.events import Began, Mode
from tui.quiz.question import Question
from tui.quiz.sitting import Sitting, SittingError, replay
from tui.text import counted

KEPT_OPEN = timedelta(days=7)
"""For so long a sitting that was cut off is offered; then it is closed, as if the learner had left it."""


class Interrupted(NamedTuple):
    """A sitting that was cut off."""

    log: Log
    """What happened in it."""
    sitting: Sitting
    """As it was left."""

    @property
    def answered(self) -> str:
        """How far it went: "4 of 12 answered"."""
        given = sum(turn.response is not None and not turn.again for turn in self.sitting.turns)
        return f"{given} of {self.sitting.position.of} answered"

    def in_few_words(self, guide: Guide[Question]) -> str:
        """What it was and how far it went: "quiz on lesson 5 cut off, 4 of 12 answered".

        Args:
            guide: what is taught.
        """
        return f"{self.sitting.name}{self._lesson(guide)} cut off, {self.answered}"

    @property
    def if_dropped(self) -> str:
        """What becomes of it if the learner drops it."""
        what = "The whole exam counts, what is left open as not known."
        if self.sitting.mode is Mode.PRACTICE:
            what = "What is answered counts; the rest is not asked."
        return f"{self.answered}. {what}"

    def ran_out(self, at: datetime) -> bool:
        """Whether it is an exam whose time has run out."""
        return self.sitting.deadline is not None and at >= self.sitting.deadline

    @property
    def offered_until(self) -> datetime | None:
        """Until when it is offered; None for an exam, which is handed in whenever the learner comes back."""
        return None if self.sitting.deadline else self.log.last + KEPT_OPEN

    def step(self, guide: Guide[Question], at: datetime) -> NextStep:
        """The next step: to go on with it.

        Args:
            guide: what is taught.
            at: now.
        """
        on = self._lesson(guide)
        if self.ran_out(at):
            says = "The time of your exam is up", "It is handed in as it was; see how it went.", self.answered
        elif left := self.sitting.time_left(at):
            minutes = ceil(left / timedelta(minutes=1))
            says = (
                f"Go on with your exam{on}",
                f"Its clock runs on. {self.answered}.",
                f"{counted(minutes, 'minute')} left",
            )
        else:
            says = (
                f"Go on with your {self.sitting.name}{on}",
                "It was cut off; what you answered is kept.",
                self.answered,
            )
        headline, reason, amount = says
        return NextStep("sitting", None, None, headline, reason, amount, sitting=self.log.sitting)

    def _lesson(self, guide: Guide[Question]) -> str:
        """Which lesson it is on, if it is on one; the bank, which home does without, is not read for it."""
        began = self.log.steps[0].event
        asked = began.lesson if isinstance(began, Began) else None
        found = (number for number, lesson in enumerate(guide.lessons, 1) if lesson.id == asked)
        return "".join(f" on lesson {number}" for number in found)


def interrupted(log: Log) -> Interrupted | None:
    """A sitting as it was left; None, if that cannot be told.

    Args:
        log: what happened in it.
    """
    try:
        return Interrupted(log, replay(log.events)) if log.whole else None
    except SittingError:
        return None
