"""A name that is nearly, but not quite, one of the table of people."""

import re
from collections.abc import Iterator
from itertools import islice

from tui.authoring.parts import said
from tui.authoring.rules.rule import Finding, Rule
from tui.authoring.taught import taught
from tui.authoring.wording import knows
from tui.guide.errors import Severity
from tui.guide.model import Guide
from tui.quiz.matching.edits import edits
from tui.quiz.matching.spelling import allowance
from tui.quiz.question import Question

_WORD = re.compile(r"[^\W\d_]{5,40}")
# So much is compared, and no more: a guide is somebody else's file, and may be made to hang what reads it.
_NAMES, _WORDS = 500, 20_000
_VARIANTS = "also"


def find(guide: Guide[Question]) -> Iterator[Finding]:
    """The questions with a name that is likely to be a misspelt one."""
    names = _names(guide)
    if not names:
        return
    known, checked = _known(guide), dict[str, str]()
    for question in guide.questions.values():
        for word, field in _unknown(question, known).items():
            if word not in checked and len(checked) < _WORDS:
                checked[word] = _meant(word, names, inflected=not knows(guide))
            if checked.get(word):
                message = f"“{word}” is no spelling that people.yaml has of {checked[word]}"
                hint = "write the name as the table has it, or add the spelling there to `also`"
                yield Finding(question.id, message, hint, field)


def _unknown(question: Question, known: set[str]) -> dict[str, str]:
    """The words with a capital that the guide does not have, each with its field; `also` is other on purpose."""
    return {
        word: field
        for field, text in said(question)
        if field != _VARIANTS
        for word in _WORD.findall(text)
        if word[0].isupper() and word.casefold() not in known
    }


def _meant(word: str, names: dict[str, str], inflected: bool) -> str:
    """The person whose name a word is within a typo or two of; empty, if nobody's."""
    small = word.casefold()
    for name, person in names.items():
        if inflected and small[: len(name) - 2] == name[:-2]:
            continue
        limit = min(2, allowance(len(name)))
        if small[0] == name[0] and abs(len(small) - len(name)) <= limit and edits(small, name) <= limit:
            return person
    return ""


def _names(guide: Guide[Question]) -> dict[str, str]:
    """Every word of a name, in small letters, with the person."""
    words = {
        word.casefold(): str(person.name)
        for person in guide.tables.people.values()
        for name in (person.name, *person.also)
        for word in _WORD.findall(name)
    }
    return dict(islice(words.items(), _NAMES))


def _known(guide: Guide[Question]) -> set[str]:
    """Every word of tables and lessons, in small letters: a name that is taught is no mistake."""
    words = {word.casefold() for text in taught(guide) for word in _WORD.findall(text)}
    return words | {word + "s" for word in words}


RULE = Rule(
    code="name-unlike-table",
    severity=Severity.WARNING,
    looks_for="A name one or two letters away from one in people.yaml, which neither tables nor lessons have.",
    reason="A misspelt name teaches the misspelling, and makes two people of one.",
    basis="This guide's own rule: each name stands in one place, and all else is held against it.",
    example="""\
  # Misspelt:
  - id: who-wrote-the-pamphlet
    type: text
    kind: person
    tests: began
    question: Who wrote the pamphlet that the document quotes?
    answer: Alexandra Kolontai
    explanation: The document quotes her pamphlet (¶5).

  # Mended:
  - id: who-wrote-the-pamphlet
    type: text
    kind: person
    tests: began
    question: Who wrote the pamphlet that the document quotes?
    answer: Alexandra Kollontai
    explanation: The document quotes her pamphlet (¶5).
""",
    find=find,
)
