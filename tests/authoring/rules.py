"""Rules of the tests' own: what they find is given."""

from collections.abc import Iterator

from tui.authoring.rules.rule import Finding, Rule
from tui.guide.errors import Severity
from tui.guide.model import Guide
from tui.guide.words import QuestionId
from tui.quiz.question import Question


def rule(*findings: Finding, code: str = "toy", severity: Severity = Severity.ADVICE) -> Rule:
    """A rule that finds this in any guide."""

    def find(_: Guide[Question]) -> Iterator[Finding]:
        return iter(findings)

    return Rule(
        code=code, severity=severity, looks_for="Toys.", reason="None.", basis="None.", example="None.", find=find
    )


def about(question: str | None, message: str = "m", field: str = "") -> Finding:
    """A finding about a question, or about the bank."""
    return Finding(None if question is None else QuestionId(question), message, "h", field)
