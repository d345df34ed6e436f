"""A key much longer than its distractors."""

from collections.abc import Iterator

from tui.authoring.parts import key_field, picks
from tui.authoring.rules.rule import Finding, Rule
from tui.guide.errors import Severity
from tui.guide.model import Guide
from tui.quiz.question import Question

RATIO = 1.4
"""How many times as long as the longest distractor the shortest right option is, if it is much longer."""
MARGIN = 10
"""How many characters longer it is at least: among short options, lengths differ without a meaning."""


def find(guide: Guide[Question]) -> Iterator[Finding]:
    """The questions whose key stands out by its length."""
    for question, options in picks(guide):
        shortest = min(map(len, options.keys))
        longest = max(map(len, options.others))
        if shortest >= RATIO * longest and shortest - longest >= MARGIN:
            message = f"the key has {shortest} characters, the longest distractor {longest}"
            yield Finding(
                question.id,
                message,
                "shorten the key and leave its reasons to the explanation, or give the distractors as much to say",
                key_field(question),
            )


RULE = Rule(
    code="key-much-longer",
    severity=Severity.WARNING,
    looks_for=f"A right option at least {RATIO} times as long as every wrong one.",
    reason="Who does not know picks the longest option, and is right: authors qualify what must be true.",
    basis=(
        "Haladyna, Downing & Rodriguez 2002, A review of multiple-choice item-writing guidelines for classroom "
        "assessment, Applied Measurement in Education 15(3): keep the length of choices about equal; Case & Swanson, "
        "Constructing written test questions for the basic and clinical sciences (NBME): a long correct answer helps "
        "the test-wise."
    ),
    example="""\
  # Long:
  - id: who-should-run-industry
    kind: position
    tests: wanted
    question: Who should run industry, according to the Opposition?
    answer: The trade unions themselves, by way of a congress of producers that they elect
    distractors:
      - choice: The party's officials
        why: That was Lenin's answer.
      - choice: The factory committees
        why: The Opposition did not speak for these.
    explanation: The Opposition wanted the unions to run it, through a congress (¶4).

  # Mended:
  - id: who-should-run-industry
    kind: position
    tests: wanted
    question: Who should run industry, according to the Opposition?
    answer: The trade unions
    distractors:
      - choice: The party's officials
        why: That was Lenin's answer.
      - choice: The factory committees
        why: The Opposition did not speak for these.
    explanation: The Opposition wanted the unions to run it, through a congress (¶4).
""",
    find=find,
)
