"""A question that gives away another's answer."""

from collections.abc import Iterator

from msgspec import Struct

from tui.authoring.parts import gives, key_texts, passage
from tui.authoring.rules.rule import Finding, Rule
from tui.authoring.vocabulary import Vocabulary
from tui.authoring.wording import content, knows, sentences
from tui.guide.errors import Severity
from tui.guide.model import Guide
from tui.quiz.ask import Picked, Written
from tui.quiz.question import Question

SHARE = 0.75
"""The share of a key point's content words that a question must have to be taken to state it."""


class _Asked(Struct, frozen=True):
    question: Question
    states: tuple[int, ...]
    """The words of each thing that the question says before its verdict."""
    key: int
    """The words of its key; none, where the key is no text of its own."""
    points: tuple[int, ...]
    """The words of each key point that it tests."""


def find(guide: Guide[Question]) -> Iterator[Finding]:
    """The questions whose own text states the key point and the key of another."""
    if not knows(guide):
        return
    vocabulary = Vocabulary()
    asked = [_asked(question, guide, vocabulary) for question in guide.questions.values()]
    wanted = [each for each in asked if each.key and all(each.key & ~states for states in each.states)]
    for teller in asked:
        told = [f"`{each.question.id}`" for each in wanted if _tells(teller, each)]
        if told:
            others = "the others' answers" if len(told) > 1 else "the other's answer"
            asks = f"{', '.join(told[:-1])} and {told[-1]} ask" if len(told) > 1 else f"{told[0]} asks"
            yield Finding(teller.question.id, f"this says what {asks} for", f"ask in words that leave {others} out")


def _asked(question: Question, guide: Guide[Question], vocabulary: Vocabulary) -> _Asked:
    points = [guide.key_points[point] for point in question.tests if point in guide.key_points]
    return _Asked(
        question=question,
        states=tuple(vocabulary.bits(content(text)) for text in _statements(question)),
        key=vocabulary.bits(content(_key(question))),
        points=tuple(vocabulary.bits(content(point.says)) for point in points),
    )


def _statements(question: Question) -> Iterator[str]:
    """The sentences of the question, and what is to be sorted, each with the question that it belongs to."""
    asked, *items = gives(question) or ("",)
    yield from sentences(asked)
    yield from (f"{asked} {each}" for each in items)


def _key(question: Question) -> str:
    """The key, if it is one text, picked or typed; "true" and "false" have no content."""
    texts = key_texts(question)
    single = len(texts) == 1 and isinstance(question.key, Picked | Written) and not passage(question)
    return texts[0] if single else ""


def _tells(teller: _Asked, told: _Asked) -> bool:
    """Whether one has every word of the other's key and states the key point from which it comes."""
    key = told.key
    return any(
        not key & ~states and not key & ~point and (point & states).bit_count() >= SHARE * point.bit_count()
        for states in teller.states
        for point in told.points
    )


RULE = Rule(
    code="gives-away-another",
    severity=Severity.ADVICE,
    looks_for="A question whose own text states the key point that another asks for, with every word of its key.",
    reason="Who meets both in one sitting reads the answer of one in the other.",
    basis=(
        "Haladyna, Downing & Rodriguez 2002, A review of multiple-choice item-writing guidelines for classroom "
        "assessment, Applied Measurement in Education 15(3): keep the content of each item independent from content "
        "of other items on the test."
    ),
    example="""\
  # The second tells the first:
  - id: strongest-among
    type: text
    kind: person
    tests: metal
    question: Among the workers of which trade was the group particularly strong?
    answer: Metal workers
    explanation: The document names the metal workers (¶3).
  - id: why-metal-workers
    kind: person
    tests: wanted
    question: What did the group, particularly strong among the metal workers, want for the unions?
    answer: Control over industry
    distractors:
      - choice: A share of the crops
        why: The document does not mention it.
      - choice: Leave to strike
        why: The document does not mention it.
    explanation: It wanted union control (¶1).

  # Mended:
  - id: strongest-among
    type: text
    kind: person
    tests: metal
    question: Among the workers of which trade was the group particularly strong?
    answer: Metal workers
    explanation: The document names the metal workers (¶3).
  - id: why-metal-workers
    kind: person
    tests: wanted
    question: What did the group want for the unions?
    answer: Control over industry
    distractors:
      - choice: A share of the crops
        why: The document does not mention it.
      - choice: Leave to strike
        why: The document does not mention it.
    explanation: It wanted union control (¶1).
""",
    find=find,
)
