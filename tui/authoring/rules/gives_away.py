"""A question that gives away another's answer."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from tui.authoring.parts import gives, key_texts, passage
from tui.authoring.rules.rule import Finding, Rule
from tui.authoring.wording import content, knows, sentences
from tui.guide.errors import Severity
from tui.guide.model import Guide
from tui.guide.words import QuestionId
from tui.quiz.ask import Picked, Written
from tui.quiz.question import Question

SHARE = 0.75
"""The share of a key point's content words that a question must have to be taken to state it."""


# A word that more statements have than these is what the guide is about, and to look them all through takes long.
_COMMON = 500


def find(guide: Guide[Question]) -> Iterator[Finding]:
    """The questions whose own text states the key point and the key of another."""
    if not knows(guide):
        return
    said = {question.id: tuple(map(content, _statements(question))) for question in guide.questions.values()}
    by_word: dict[str, list[tuple[QuestionId, frozenset[str]]]] = defaultdict(list)
    for teller, statements in said.items():
        for statement in statements:
            for word in statement:
                by_word[word].append((teller, statement))
    told: dict[QuestionId, list[QuestionId]] = {teller: [] for teller in said}
    for question in guide.questions.values():
        for teller in _tellers(question, guide, said[question.id], by_word):
            told[teller].append(question.id)
    for teller, asked in told.items():
        if asked:
            yield _finding(teller, [f"`{question}`" for question in asked])


def _tellers(
    question: Question,
    guide: Guide[Question],
    own: tuple[frozenset[str], ...],
    by_word: dict[str, list[tuple[QuestionId, frozenset[str]]]],
) -> Iterable[QuestionId]:
    """The questions that state a key point of this one, with every word of its key that it does not give itself."""
    key = content(_key(question))
    if not key or any(key <= statement for statement in own):
        return ()
    points = [content(guide.key_points[point].says) for point in question.tests if point in guide.key_points]
    holding = min((by_word.get(word, []) for word in key), key=len)
    return dict.fromkeys(
        teller
        for teller, statement in holding[:_COMMON]
        for point in points
        if key <= statement and key <= point and len(point & statement) >= SHARE * len(point)
    )


def _finding(teller: QuestionId, told: list[str]) -> Finding:
    *before, last = told
    asks = f"{', '.join(before)} and {last} ask" if before else f"{last} asks"
    others = "the others' answers" if before else "the other's answer"
    return Finding(teller, f"this says what {asks} for", f"ask in words that leave {others} out", "question")


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
