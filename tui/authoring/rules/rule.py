"""What a rule of question writing is, and what it finds."""

from collections.abc import Callable, Iterable

from msgspec import Struct

from tui.guide.errors import Severity
from tui.guide.model import Guide
from tui.guide.words import QuestionId
from tui.quiz.question import Question


class Finding(Struct, frozen=True):
    """One thing that a rule finds."""

    question: QuestionId | None
    """The question it is about; None, if it is about the bank as a whole."""
    message: str
    """What is wrong, in words for a teacher, without a full stop."""
    hint: str
    """What to do, without a full stop."""
    field: str = ""
    """The question's field that it is about, if it is about one: `answer`."""


class Rule(Struct, frozen=True):
    """One rule of question writing, in a file of its own that exports it as `RULE`."""

    code: str
    """Its short name, which never changes: authors silence the rule by it."""
    severity: Severity
    """A warning, where there is evidence that it helps those who guess or misleads those who know; else advice."""
    looks_for: str
    """What it looks for, in one sentence."""
    reason: str
    """Why that matters to a learner."""
    basis: str
    """The evidence or source: author, year, work."""
    example: str
    """A question that it finds fault with, and the same question mended."""
    find: Callable[[Guide[Question]], Iterable[Finding]]
    """Finds it in a guide, among its sound questions."""
