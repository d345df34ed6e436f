"""Keys that stand in one place too often, where options are not shuffled."""

from collections.abc import Iterator

from tui.authoring.guessers import BY_PLACE, SURE
from tui.authoring.rules.blind_guesser import clues
from tui.authoring.rules.rule import Finding, Rule
from tui.guide.errors import Severity
from tui.guide.model import Guide
from tui.quiz.question import Question


def find(guide: Guide[Question]) -> Iterator[Finding]:
    """The places at which keys stand more often than chance explains."""
    return clues(guide, BY_PLACE)


RULE = Rule(
    code="key-position",
    severity=Severity.WARNING,
    looks_for=(
        "Numbers and dates, which are shown in their own order, with the key first, between the others or last so "
        f"often, or statements so often true or false, that chance would do it in less than {SURE:.0%} of banks."
    ),
    reason=(
        "Who finds out that the middle one is mostly right needs no document. Other options are shuffled for every "
        "sitting, so their place says nothing."
    ),
    basis=(
        "Attali & Bar-Hillel 2003, Guess where: The position of correct answers in multiple-choice test items as a "
        "psychometric variable, Journal of Educational Measurement 40(2): writers hide keys in the middle, and "
        "guessers seek them there. The test is exact: Poisson's binomial distribution."
    ),
    example="""\
  # One of many in which the key is in the middle:
  - id: congress-year
    kind: date
    tests: congress
    question: In which year did the Tenth Congress meet?
    answer: "1921"
    distractors:
      - choice: "1919"
        why: That was the Eighth.
      - choice: "1923"
        why: That was the Twelfth.

  # Mended: both distractors are on one side
  - id: congress-year
    kind: date
    tests: congress
    question: In which year did the Tenth Congress meet?
    answer: "1921"
    distractors:
      - choice: "1919"
        why: That was the Eighth.
      - choice: "1920"
        why: That was the Ninth.
""",
    find=find,
)
