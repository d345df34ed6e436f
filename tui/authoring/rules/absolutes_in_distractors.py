"""Absolute words in distractors alone."""

from collections.abc import Iterator

from tui.authoring.parts import picks
from tui.authoring.rules.rule import Finding, Rule
from tui.authoring.wording import absolutes, knows, words
from tui.guide.errors import Severity
from tui.guide.model import Guide
from tui.quiz.question import Question


def find(guide: Guide[Question]) -> Iterator[Finding]:
    """The questions in which only what is wrong is said without exception."""
    if not knows(guide):
        return
    for question, options in picks(guide):
        asked = set(words(question.question))
        if any(absolutes(key) for key in options.keys):
            continue
        found = dict.fromkeys(word for other in options.others for word in absolutes(other) if word not in asked)
        if found:
            quoted = ", ".join(f"“{word}”" for word in found)
            hint = "take the word out of the distractors, or make the key as absolute as they are"
            yield Finding(question.id, f"{quoted} in the distractors only gives them away", hint, "distractors")


RULE = Rule(
    code="absolutes-in-distractors",
    severity=Severity.WARNING,
    looks_for="Words such as always, never, all, only or nobody that stand in distractors and not in the key.",
    reason="Few things are so without exception, so a reader who knows nothing strikes out what says so.",
    basis=(
        "Case & Swanson, Constructing written test questions for the basic and clinical sciences (NBME): absolute "
        "terms help the test-wise; Tarrant & Ware 2008, Impact of item-writing flaws in multiple-choice questions on "
        "student achievement in high-stakes nursing assessments, Medical Education 42."
    ),
    example="""\
  # Absolute:
  - id: what-the-leaders-did
    kind: event
    tests: began
    question: How did the leaders meet the programme?
    answer: They refused it
    distractors:
      - choice: They never read it
        why: They answered it.
      - choice: They always agreed with it
        why: They fought it.
    explanation: The leaders refused it (¶6).

  # Mended:
  - id: what-the-leaders-did
    kind: event
    tests: began
    question: How did the leaders meet the programme?
    answer: They refused it
    distractors:
      - choice: They ignored it
        why: They answered it.
      - choice: They agreed with it
        why: They fought it.
    explanation: The leaders refused it (¶6).
""",
    find=find,
)
