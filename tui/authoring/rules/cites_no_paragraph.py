"""An explanation that does not say where in the source it stands."""

from collections.abc import Iterator

from tui.authoring.rules.rule import Finding, Rule
from tui.guide.citations import cited_in
from tui.guide.errors import Severity
from tui.guide.model import Guide
from tui.guide.words import cited
from tui.quiz.question import Question


def find(guide: Guide[Question]) -> Iterator[Finding]:
    """The questions whose explanation cites no ¶."""
    for question in guide.questions.values():
        if question.explanation.strip() and not cited_in(question.explanation):
            where = cited(paragraph for point in question.tests for paragraph in guide.key_points[point].source)
            hint = f"end it with the ¶ in brackets; what it tests stands in {where}"
            yield Finding(question.id, "the explanation cites no ¶", hint, "explanation")


RULE = Rule(
    code="cites-no-paragraph",
    severity=Severity.ADVICE,
    looks_for="An explanation without a ¶ of the source.",
    reason="Whoever was wrong can read it up, and whoever doubts the key can see for themselves.",
    basis="This guide's own rule.",
    example="""\
  # Nowhere to look it up:
  - id: when-it-began
    type: date
    kind: date
    tests: began
    question: In which year did the group begin to form?
    answer: 1919
    explanation: The document lets the group begin to form in 1919.

  # Mended:
  - id: when-it-began
    type: date
    kind: date
    tests: began
    question: In which year did the group begin to form?
    answer: 1919
    explanation: The document lets the group begin to form in 1919 (¶2).
""",
    find=find,
)
