"""What an ask widget tells its screen."""

from dataclasses import dataclass

from textual.message import Message

from tui.quiz.ask import Response


@dataclass
class Answered(Message):
    """The learner answered."""

    response: Response
    """The response, to be graded by others."""


@dataclass
class WrittenDown(Message):
    """The learner wrote all they remember, and is to be shown the checklist."""

    text: str
    """What was written."""


@dataclass
class Lifted(Message):
    """An item was lifted, or put down: enter does something else now."""


@dataclass
class Stuck(Message):
    """What the learner did is not an answer yet."""

    says: str
    """What to do, in a short sentence; nothing, if there is nothing to do any more."""
