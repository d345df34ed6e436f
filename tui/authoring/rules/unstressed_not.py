"""A question that turns on a “not” which is easily overlooked."""

import re
from collections.abc import Iterator

from tui.authoring.rules.rule import Finding, Rule
from tui.authoring.wording import knows, sentences
from tui.guide.errors import Severity
from tui.guide.model import Guide
from tui.quiz.question import Question

# Small letters only: capitals are stress enough. A clause within the question ("who did not sign") is no matter.
_NEGATED = re.compile(
    r"^(?:[^,?]*, )?(?:[a-zA-Z]+ )?\b(?i:which|who|whom|whose|what|where|when)\b"
    r"(?:(?! that | who | which | whether | if | because )[^,;?])*?"
    r"(?:\b(?:am|is|are|was|were|do|does|did|has|have|had|can|could|may|might|must|shall|should|will|would)"
    r"(?:n['’]t\b|\b(?: [^\s,;?]+){0,6}? not (?!only\b)[a-z])"
    r"|\bexcept\b)"
    r"|^(?i:all|each|any|every)\b[^;?]*\bexcept\b"
)


def find(guide: Guide[Question]) -> Iterator[Finding]:
    """The questions that ask for what is not so, with the negation in plain letters."""
    if not knows(guide):
        return
    for question in guide.questions.values():
        if any(map(_NEGATED.search, sentences(question.question))):
            message = "the question turns on a negation that is easily overlooked"
            hint = "ask for what is so; if it must be, write the word in capitals: NOT, EXCEPT"
            yield Finding(question.id, message, hint, "question")


RULE = Rule(
    code="unstressed-not",
    severity=Severity.ADVICE,
    looks_for="A question that asks which is not so, or all except what, with “not” or “except” in plain letters.",
    reason="Who reads quickly answers the opposite, and is wrong about a word instead of the document.",
    basis=(
        "Haladyna, Downing & Rodriguez 2002, A review of multiple-choice item-writing guidelines for classroom "
        "assessment, Applied Measurement in Education 15(3): word the stem positively; where a negative word is used, "
        "use it cautiously and stress it."
    ),
    example="""\
  # Easily overlooked:
  - id: no-demand-of-the-group
    kind: position
    tests: wanted
    question: Which of these did the Opposition not demand?
    answer: Lessons from officials
    distractors:
      - choice: Elections to posts
        why: It demanded this.
      - choice: Expulsions from the party
        why: It demanded this.
    explanation: Lessons were Lenin's proposal (¶4).

  # Mended:
  - id: no-demand-of-the-group
    kind: position
    tests: wanted
    question: Which of these did the Opposition NOT demand?
    answer: Lessons from officials
    distractors:
      - choice: Elections to posts
        why: It demanded this.
      - choice: Expulsions from the party
        why: It demanded this.
    explanation: Lessons were Lenin's proposal (¶4).
""",
    find=find,
)
