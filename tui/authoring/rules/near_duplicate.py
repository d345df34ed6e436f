"""Two questions that ask nearly the same in nearly the same words."""

from collections.abc import Iterator

from tui.authoring.parts import ask_of, key_texts, passage
from tui.authoring.rules.rule import Finding, Rule
from tui.authoring.vocabulary import Vocabulary
from tui.authoring.wording import content, knows, words
from tui.guide.errors import Severity
from tui.guide.model import Guide
from tui.quiz.ask import Arrange, Recall
from tui.quiz.question import Question

ALIKE = 0.75
"""The share of their words that two questions have in common, if they are nearly the same."""
FEWEST = 3
"""How many content words two questions must have in common: fewer say nothing."""


def find(guide: Guide[Question]) -> Iterator[Finding]:
    """The questions that an earlier one has nearly asked."""
    known = knows(guide)
    vocabulary = Vocabulary()
    earlier: list[tuple[Question, int, int]] = []
    for question in guide.questions.values():
        if isinstance(ask_of(question), Recall):
            continue
        bits = vocabulary.bits(_said(question, known))
        size = bits.bit_count()
        for other, its_bits, its_size in earlier:
            shared = (bits & its_bits).bit_count()
            if shared >= FEWEST and shared >= (ALIKE if known else 1) * (size + its_size - shared):
                message = f"this asks nearly the same as `{other.id}`"
                yield Finding(question.id, message, "ask for the same point from another side, or take one out")
                break
        earlier.append((question, bits, size))


def _said(question: Question, known: bool) -> Iterator[str]:
    """The words of the question and of its key, and for the order of items their places."""
    for text in (question.question, passage(question), *key_texts(question)):
        yield from content(text) if known else words(text)
    if isinstance(ask_of(question), Arrange):
        yield from (f"{place} {item}" for place, item in enumerate(key_texts(question)))


RULE = Rule(
    code="near-duplicate",
    severity=Severity.ADVICE,
    looks_for=f"Two questions that share {ALIKE:.0%} of their content words, those of the key among them.",
    reason=(
        "In one sitting the second is a gift; later, learners recognise the wording instead of remembering the point."
    ),
    basis=(
        "Haladyna, Downing & Rodriguez 2002, A review of multiple-choice item-writing guidelines for classroom "
        "assessment, Applied Measurement in Education 15(3): keep the content of each item independent from others, "
        "and use novel material."
    ),
    example="""\
  # Twice the same:
  - id: when-the-group-formed
    type: date
    kind: date
    tests: began
    question: In which year did the group of critics begin to form?
    answer: 1919
    explanation: It began to form in 1919 (¶2).
  - id: year-of-forming
    type: date
    kind: date
    tests: began
    question: Which year did the critics begin to form their group?
    answer: 1919
    explanation: It began to form in 1919 (¶2).

  # Mended:
  - id: when-the-group-formed
    type: date
    kind: date
    tests: began
    question: In which year did the group of critics begin to form?
    answer: 1919
    explanation: It began to form in 1919 (¶2).
  - id: year-of-forming
    type: true-false
    kind: date
    tests: began
    question: When the conference of 1920 met, the group was just about to be founded.
    answer: false
    correction: It had begun to form in the year before.
    explanation: It began to form in 1919 (¶2).
""",
    find=find,
)
