"""A number that contradicts the key point it is asked for."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import permutations

from tui.authoring.parts import ask_of, key_texts
from tui.authoring.rules.rule import Finding, Rule
from tui.authoring.wording import knows, words
from tui.guide.errors import Severity
from tui.guide.model import Guide, KeyPoint
from tui.guide.words import Kind
from tui.quiz.ask import Write
from tui.quiz.matching.numbers import read_number
from tui.quiz.question import Question

_DIGITS = re.compile(r"(?<![\w.,])[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?(?![\w%]|[.,][0-9])")
_MOST = 20


def find(guide: Guide[Question]) -> Iterator[Finding]:
    """The questions whose key is a number that their key points neither state nor add up to."""
    if not knows(guide):
        return
    for question in guide.questions.values():
        points = [guide.key_points[point] for point in question.tests if point in guide.key_points]
        asked = _asked(question)
        if asked is None or not points or any(point.kind is not Kind.FIGURE for point in points):
            continue
        stated = [number for point in points[:_MOST] for number in _numbers(point)[:_MOST]]
        off = Decimal(str(getattr(question, "tolerance", 0)))
        if stated and all(abs(asked - number) > off for number in _meant(stated)):
            message = f"the key is {key_texts(question)[0]}, but the key point tested says “{points[0].says}”"
            yield Finding(question.id, message, "mend the one that is wrong", "answer")


def _asked(question: Question) -> Decimal | None:
    """The key, if it is one number."""
    ask, keys = ask_of(question), key_texts(question)
    if not isinstance(ask, Write) or len(ask.fields) != 1 or not ask.fields[0].number:
        return None
    return _read(keys[0])


def _numbers(point: KeyPoint) -> list[Decimal]:
    """The numbers of a key point, in digits and in words."""
    found = [_read(digits) for digits in _DIGITS.findall(point.says)]
    found += [_read(word) for word in words(point.says)]
    return [number for number in found if number is not None]


def _read(text: str) -> Decimal | None:
    try:
        return read_number(text)
    except ValueError:
        return None


def _meant(stated: list[Decimal]) -> Iterator[Decimal]:
    """The numbers stated, their differences and sums."""
    yield from stated
    for one, other in permutations(stated, 2):
        yield from (one - other, one + other)


RULE = Rule(
    code="number-unlike-key-point",
    severity=Severity.WARNING,
    looks_for="A number asked for that the key point tested gives otherwise.",
    reason="One of the two is wrong, and the learner is taught both.",
    basis="This guide's own rule: each fact stands in one place, and all else is held against it.",
    example="""\
  # Against its key point, which says that the group had 37 delegates:
  - id: delegates-of-the-group
    type: number
    kind: figure
    tests: delegates
    question: How many delegates did the group have at the congress?
    answer: 73
    explanation: The document counts them (¶12).

  # Mended:
  - id: delegates-of-the-group
    type: number
    kind: figure
    tests: delegates
    question: How many delegates did the group have at the congress?
    answer: 37
    explanation: The document counts them (¶12).
""",
    find=find,
)
