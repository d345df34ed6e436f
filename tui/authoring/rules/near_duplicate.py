"""Two questions that ask nearly the same in nearly the same words."""

from collections import Counter, defaultdict, deque
from collections.abc import Iterator
from math import ceil

from tui.authoring.parts import ask_of, key_texts, passage
from tui.authoring.rules.rule import Finding, Rule
from tui.authoring.wording import content, knows, words
from tui.guide.errors import Severity
from tui.guide.model import Guide
from tui.guide.words import QuestionId
from tui.quiz.ask import Arrange, Recall
from tui.quiz.question import Question

ALIKE = 0.75
"""The share of their words that two questions have in common, if they are nearly the same."""
FEWEST = 3
"""How many content words two questions must have in common: fewer say nothing."""
# With whom a question is compared for one word: however large the bank, the time grows with it and not with its square.
_HELD = 200
_STATED = {("True",), ("False",)}


def find(guide: Guide[Question]) -> Iterator[Finding]:
    """The questions that an earlier one has nearly asked."""
    # A statement that is true or false is another form of the question whose answer it states, and welcome as such.
    forms: dict[bool, dict[QuestionId, frozenset[str]]] = {True: {}, False: {}}
    for question in guide.questions.values():
        if not isinstance(ask_of(question), Recall):
            stated = key_texts(question) in _STATED
            forms[stated][question.id] = frozenset(_said(question, knows(guide)))
    for asked in forms.values():
        for one, other in _twins(asked, ALIKE if knows(guide) else 1):
            message = f"this asks nearly the same as `{other}`"
            yield Finding(one, message, "ask for the same point from another side, or take one out", "question")


def _twins(asked: dict[QuestionId, frozenset[str]], alike: float) -> Iterator[tuple[QuestionId, QuestionId]]:
    """Each question of whose words an earlier one has nearly all, with that one."""
    common = Counter(word for said in asked.values() for word in said)
    earlier: dict[str, deque[QuestionId]] = defaultdict(lambda: deque(maxlen=_HELD))
    for question, said in asked.items():
        rare = _rarest(said, common, alike)
        others = dict.fromkeys(other for word in rare for other in earlier[word])
        twin = next((other for other in others if _alike(said, asked[other], alike)), None)
        if twin:
            yield question, twin
        for word in rare:
            earlier[word].append(question)


def _rarest(said: frozenset[str], common: Counter[str], alike: float) -> list[str]:
    """The rarest words, so many that two questions that are alike have one of them in common."""
    # Chaudhuri, Ganti & Kaushik 2006, "A primitive operator for similarity joins in data cleaning": prefix filtering.
    return sorted(said, key=lambda word: (common[word], word))[: len(said) - ceil(alike * len(said)) + 1]


def _alike(one: frozenset[str], other: frozenset[str], alike: float) -> bool:
    shared = len(one & other)
    return shared >= FEWEST and shared >= alike * (len(one) + len(other) - shared)


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
        "assessment, Applied Measurement in Education 15(3): keep the content of each item independent from content "
        "of other items on the test."
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
