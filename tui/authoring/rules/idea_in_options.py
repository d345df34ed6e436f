"""A question whose idea is left to its options."""

from collections.abc import Iterator

from tui.authoring.parts import ask_of
from tui.authoring.rules.rule import Finding, Rule
from tui.authoring.wording import content, knows, listed, words
from tui.guide.errors import Severity
from tui.guide.model import Guide
from tui.quiz.ask import Arrange, Pair, Pick, Recall
from tui.quiz.question import Question

FEWEST = 3
"""How many words a question has at least."""
_ENDS = '.?!…:;"”’»)]'
_EMPTY = listed("accurat answer apply assertion claim correct mistaken sentenc statement truth valid wrong option be")


def find(guide: Guide[Question]) -> Iterator[Finding]:
    """The questions that cannot be answered before their options are read."""
    if not knows(guide):
        return
    for question in guide.questions.values():
        message = _fault(question)
        if message:
            hint = "ask a whole question, so that who knows can answer it with the options covered"
            yield Finding(question.id, message, hint, "question")


def _fault(question: Question) -> str:
    ask, asked = ask_of(question), question.question.strip()
    if isinstance(ask, Recall):
        return ""
    if len(words(asked)) < FEWEST:
        return "the question has too few words to say what is asked"
    if isinstance(ask, Pick) and not content(asked) - _EMPTY:
        return "the question says nothing of what it is about"
    if not isinstance(ask, Arrange | Pair) and asked[-1] not in _ENDS:
        return "the question is no whole sentence"
    return ""


RULE = Rule(
    code="idea-in-options",
    severity=Severity.ADVICE,
    looks_for="A question of one or two words, one that breaks off, or one like “Which of these is true?”.",
    reason=(
        "Where the options must be read to see what is asked, recognising replaces remembering, and each option is "
        "a true-or-false question of its own."
    ),
    basis=(
        "Haladyna, Downing & Rodriguez 2002, A review of multiple-choice item-writing guidelines for classroom "
        "assessment, Applied Measurement in Education 15(3): include the central idea in the stem instead of the "
        "choices."
    ),
    example="""\
  # Left to the options:
  - id: about-the-group
    kind: term
    tests: began
    question: Which of these is true?
    answer: The group stood inside the party
    distractors:
      - choice: The group was a party of its own
        why: The document never says so.
      - choice: The group was a trade union
        why: It spoke for the unions, but was none.
    explanation: It was a group within the party (¶1).

  # Mended:
  - id: about-the-group
    kind: term
    tests: began
    question: Where did the group stand in relation to the party?
    answer: Inside it
    distractors:
      - choice: Against it, as a party of its own
        why: The document never says so.
      - choice: Beside it, as a trade union
        why: It spoke for the unions, but was none.
    explanation: It was a group within the party (¶1).
""",
    find=find,
)
