"""A word of the question that only the key repeats."""

from collections import Counter
from collections.abc import Iterator

from tui.authoring.parts import Options, key_field, picks
from tui.authoring.rules.rule import Finding, Rule
from tui.authoring.wording import content, knows, stem, words
from tui.guide.errors import Severity
from tui.guide.model import Guide
from tui.quiz.question import Question

USUAL = 0.08
"""The share of questions beyond which a word is what the guide is about, and no clue."""
FEW = 4
"""However small the bank, a word is a clue if no more questions than these have it."""


def find(guide: Guide[Question]) -> Iterator[Finding]:
    """The questions of which a content word leads to the key."""
    if not knows(guide):
        return
    usual = _usual(guide)
    for question, options in picks(guide):
        clues = _clues(content(question.question) - usual, options)
        if clues:
            written = next(word for key in options.keys for word in words(key) if stem(word) in clues)
            message = f"“{written}” stands in the question and, of all options, only in the key"
            hint = "say it in other words in the question or in the key, or use the word in a distractor as well"
            yield Finding(question.id, message, hint, key_field(question))


def _usual(guide: Guide[Question]) -> frozenset[str]:
    """The stems that many questions have: what the whole guide is about leads nowhere."""
    counted = Counter(word for question in guide.questions.values() for word in content(question.question))
    many = max(FEW, USUAL * len(guide.questions))
    return frozenset(word for word, count in counted.items() if count > many)


def _clues(asked: frozenset[str], options: Options) -> frozenset[str]:
    """The stems that the question shares with every key, where the distractors share none at all with it."""
    if any(asked & content(other) for other in options.others):
        return frozenset()
    return asked.intersection(*map(content, options.keys))


RULE = Rule(
    code="clue-word",
    severity=Severity.WARNING,
    looks_for="A word of the question, small words apart, that the key repeats and no distractor does.",
    reason="A reader who knows nothing matches the words and is right.",
    basis=(
        "Haladyna, Downing & Rodriguez 2002, A review of multiple-choice item-writing guidelines for classroom "
        "assessment, Applied Measurement in Education 15(3): avoid clang associations; Case & Swanson, Constructing "
        "written test questions for the basic and clinical sciences (NBME): word repeats."
    ),
    example="""\
  # The word leads to the key:
  - id: what-bureaucracy-endangers
    kind: criticism
    tests: wanted
    question: What did the critics say of the danger that bureaucracy brings?
    answer: It endangers the party's existence, as a great danger
    distractors:
      - choice: It makes officials of the workers by and by
        why: Nobody says so.
      - choice: It costs the factories too much in wages
        why: Nobody says so.
    explanation: The critics called it the greatest danger to the party (¶2).

  # Mended:
  - id: what-bureaucracy-endangers
    kind: criticism
    tests: wanted
    question: What did the critics say of the danger that bureaucracy brings?
    answer: The party will not survive it
    distractors:
      - choice: It makes officials of the workers
        why: Nobody says so.
      - choice: It costs the factories too much
        why: Nobody says so.
    explanation: The critics called it the greatest danger to the party (¶2).
""",
    find=find,
)
