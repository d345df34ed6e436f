"""A question without an explanation."""

from collections.abc import Iterator

from tui.authoring.rules.rule import Finding, Rule
from tui.guide.errors import Severity
from tui.guide.model import Guide
from tui.quiz.question import Question


def find(guide: Guide[Question]) -> Iterator[Finding]:
    """The questions whose verdict has nothing to teach."""
    for question in guide.questions.values():
        if not question.explanation.strip():
            hint = "say in `explanation` why the key is right, and in which ¶ it stands"
            yield Finding(question.id, "the question has no explanation", hint)


RULE = Rule(
    code="no-explanation",
    severity=Severity.ADVICE,
    looks_for="A question without an explanation.",
    reason="A wrong answer is a lesson, and the explanation is what it teaches.",
    basis="This guide's own rule.",
    example="""\
  # Nothing to learn from:
  - id: when-it-began
    type: date
    kind: date
    tests: began
    question: In which year did the group begin to form?
    answer: 1919

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
