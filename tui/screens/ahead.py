"""What a look ahead to the day to be ready for is made of, taken at one moment, to be computed beside the screen."""

import asyncio
from contextlib import suppress
from datetime import datetime
from threading import Thread
from typing import TYPE_CHECKING

from msgspec import Struct

from tui.guide.model import Guide
from tui.memory.days import day_of
from tui.memory.forecast import Goal
from tui.memory.mastery import Knowledge
from tui.memory.outlook import Outlook, goal_ahead, outlook_of
from tui.quiz.question import Question

if TYPE_CHECKING:
    from tui.study import Study


class Ahead(Struct, frozen=True):
    """All that the prediction depends on."""

    guide: Guide[Question]
    """What is taught."""
    known: Knowledge
    """What is known."""
    at: datetime
    """When, in the learner's own time zone."""
    goal: Goal
    """The day to be ready for."""

    @classmethod
    def of(cls, study: "Study") -> "Ahead | None":
        """What there is to predict for a learner; None without a day to come."""
        now = study.now
        goal = goal_ahead(study.guide, study.record, study.settings.by, now)
        return None if goal is None else cls(study.guide, study.record.knowledge, now, goal)

    def tells_as_much_as(self, other: "Ahead | None") -> bool:
        """Whether the same is to be expected: on the same day, of the same knowledge."""
        return (
            other is not None
            and self.guide is other.guide
            and self.known == other.known
            and day_of(self.at) == day_of(other.at)
            and self.goal == other.goal
        )

    async def outlook(self) -> Outlook:
        """What is to be expected; of a far day it takes seconds, and kruzhok closes without waiting for it."""
        loop = asyncio.get_running_loop()
        expected: asyncio.Future[Outlook] = loop.create_future()

        def tell(outlook: Outlook) -> None:
            if not expected.done():
                expected.set_result(outlook)

        def predict() -> None:
            outlook = outlook_of(self.guide, self.known, self.at, self.goal)
            with suppress(RuntimeError):  # kruzhok was closed meanwhile
                loop.call_soon_threadsafe(tell, outlook)

        # A worker of Textual's or of asyncio's would be waited for; a daemon is not.
        Thread(target=predict, daemon=True).start()
        return await expected
