"""A distractor that does not say why it is wrong."""

from collections.abc import Iterator

from tui.authoring.parts import distractors
from tui.authoring.rules.rule import Finding, Rule
from tui.guide.errors import Severity
from tui.guide.model import Guide
from tui.guide.problems import shorten
from tui.quiz.question import Question


def find(guide: Guide[Question]) -> Iterator[Finding]:
    """The questions of which a wrong answer goes uncorrected."""
    for question in guide.questions.values():
        bare = [each.choice for each in distractors(question) if not each.why.strip()]
        if bare:
            others = f" and {len(bare) - 1} more" if len(bare) > 1 else ""
            message = f"nothing says why “{shorten(bare[0])}”{others} is wrong"
            yield Finding(
                question.id, message, "add `why`: whose view it was, or what speaks against it", "distractors"
            )


RULE = Rule(
    code="distractor-without-why",
    severity=Severity.ADVICE,
    looks_for="A distractor without `why`.",
    reason="Who picks it took it for right, and is told only that it is wrong.",
    basis="This guide's own rule.",
    example="""\
  # Left unsaid:
  - id: who-led-the-group
    kind: person
    tests: began
    question: Who was among the leaders of the group?
    answer: Kollontai
    distractors:
      - choice: Lenin
      - choice: Sirianni
        why: Sirianni wrote the book from which the document quotes.
    explanation: The document names Kollontai among them (¶3).

  # Mended:
  - id: who-led-the-group
    kind: person
    tests: began
    question: Who was among the leaders of the group?
    answer: Kollontai
    distractors:
      - choice: Lenin
        why: He argued against the group.
      - choice: Sirianni
        why: Sirianni wrote the book from which the document quotes.
    explanation: The document names Kollontai among them (¶3).
""",
    find=find,
)
