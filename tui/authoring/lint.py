"""Runs the rules of question writing on a guide."""

from collections.abc import Sequence

from tui.authoring.bank_text import BankText
from tui.authoring.rules.rule import Rule
from tui.authoring.silence import Silence
from tui.guide.errors import Problem, Severity
from tui.guide.model import Guide
from tui.guide.problems import Problems
from tui.quiz.question import Question


def lint(guide: Guide[Question], rules: Sequence[Rule]) -> tuple[Problem, ...]:
    """What the rules find in a guide's sound questions and is not silenced, in the order of file and line.

    Args:
        guide: a guide that was read from its folder.
        rules: the rules to follow.
    """
    text = BankText(guide)
    silence = Silence(text, [rule.code for rule in rules])
    found = Problems(Severity.WARNING)
    for rule in rules:
        for finding in rule.find(guide):
            if not silence.covers(rule.code, finding.question):
                place = text.place(finding.question, finding.field)
                found.note(Problem(place, rule.code, finding.message, finding.hint, rule.severity))
    sound = all(problem.severity is not Severity.ERROR for problem in guide.problems)
    for problem in (*silence.problems(), *(silence.unused() if sound else ())):
        found.note(problem)
    return found.sorted()
