"""Runs the rules of question writing on a guide."""

from collections.abc import Sequence

from tui.authoring.bank_text import BankText
from tui.authoring.rules.rule import Rule
from tui.guide.errors import Problem, Severity
from tui.guide.model import Guide
from tui.guide.problems import Problems
from tui.quiz.question import Question


def lint(guide: Guide[Question], rules: Sequence[Rule]) -> tuple[Problem, ...]:
    """What the rules find in a guide's sound questions, in the order of file and line.

    Args:
        guide: a guide that was read from its folder.
        rules: the rules to follow.
    """
    text = BankText(guide)
    found = Problems(Severity.WARNING)
    for rule in rules:
        for finding in rule.find(guide):
            place = text.place(finding.question, finding.field)
            found.note(Problem(place, rule.code, finding.message, finding.hint, rule.severity))
    return found.sorted()
