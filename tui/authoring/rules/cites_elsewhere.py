"""An explanation that sends the learner to another ¶ than what the question tests."""

from collections.abc import Iterator

from tui.authoring.rules.rule import Finding, Rule
from tui.guide.citations import cited_in
from tui.guide.errors import Severity
from tui.guide.model import Guide
from tui.guide.words import cited
from tui.quiz.question import Question


def find(guide: Guide[Question]) -> Iterator[Finding]:
    """The questions whose explanation cites ¶, and none that a key point tested comes from."""
    for question in guide.questions.values():
        there = cited_in(question.explanation)
        tested = {paragraph for point in question.tests for paragraph in guide.key_points[point].source}
        if there and not there & tested:
            message = f"the explanation cites {cited(there)}, and what the question tests stands in {cited(tested)}"
            hint = "mend the one that is wrong, or name in `tests` the key point that it is about"
            yield Finding(question.id, message, hint, "explanation")


RULE = Rule(
    code="cites-elsewhere",
    severity=Severity.ADVICE,
    looks_for="An explanation that cites other ¶ than those the key points tested come from, and none of these.",
    reason="Who reads it up finds something else there, or the question tests another key point than it says.",
    basis="This guide's own rule.",
    example="""\
  # Another ¶ than the key point's:
  - id: when-it-began
    type: date
    kind: date
    tests: began
    question: In which year did the group begin to form?
    answer: 1919
    explanation: The document lets the group begin to form in 1919 (¶15).

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
