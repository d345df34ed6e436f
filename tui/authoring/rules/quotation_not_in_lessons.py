"""A quotation that no lesson has."""

import re
from collections.abc import Iterator
from typing import Any

from tui.authoring.parts import distractors, gives, key_field, passage, said
from tui.authoring.rules.rule import Finding, Rule
from tui.authoring.wording import words
from tui.guide.blocks import Prose, Quotation
from tui.guide.errors import Severity
from tui.guide.model import Guide
from tui.guide.problems import shorten
from tui.quiz.question import Question

FEWEST = 5
"""How many words in quotation marks make a quotation: fewer are a term, or a word set apart."""
_QUOTED = re.compile('“([^“”]+)”|"([^"]+)"|«([^«»]+)»|„([^„“”]+)[“”]')
_LEFT_OUT = re.compile(r"\[?(?:…|\.\.\.)\]?|\[[^\[\]]*\]")
_MOSTLY = 0.5


def find(guide: Guide[Question]) -> Iterator[Finding]:
    """The questions that quote what the lessons do not."""
    quoted = _quotations(guide)
    for question in guide.questions.values():
        for field, text in _quoting(question):
            if not all(any(piece in each for each in quoted) for piece in _pieces(text)):
                message = f"“{shorten(text)}” stands in none of the lessons' quotations"
                hint = "quote as a lesson does, word for word, or give the passage a `quotation` block in its panel"
                yield Finding(question.id, message, hint, field)


def _quoting(question: Question) -> Iterator[tuple[str, str]]:
    """What a question holds to be somebody's words: not its distractors, nor a statement that is false."""
    whole = passage(question)
    if whole:
        yield key_field(question), whole
    wrong = {str(each.choice) for each in distractors(question)}
    for field, text in said(question):
        if text in wrong or (field == "question" and not gives(question)):
            continue
        for marked in _marked(text):
            if len(words(marked)) >= FEWEST and not _title(marked):
                yield field, marked


def _marked(text: str) -> Iterator[str]:
    for found in _QUOTED.finditer(text):
        yield next(filter(None, found.groups()))


def _title(text: str) -> bool:
    """Whether most words have a capital, as in the title of a work."""
    said = [word for word in text.split() if word[0].isalpha()]
    return sum(word[0].isupper() for word in said) > _MOSTLY * len(said)


def _pieces(text: str) -> Iterator[str]:
    """The words between what is left out, in the form in which they are sought."""
    for piece in _LEFT_OUT.split(text):
        if words(piece):
            yield _plain(piece)


def _plain(text: str) -> str:
    return f" {' '.join(words(text))} "


def _quotations(guide: Guide[Any]) -> list[str]:
    """What the lessons quote, in blocks and in the marks of their prose."""
    found = []
    for block in (block for lesson in guide.lessons for panel in lesson.panels for block in panel.blocks):
        if isinstance(block, Quotation):
            found.append(_plain(block.text))
        elif isinstance(block, Prose):
            found += map(_plain, _marked(block.markdown))
    return found


RULE = Rule(
    code="quotation-not-in-lessons",
    severity=Severity.WARNING,
    looks_for=f"A text with gaps, or {FEWEST} words and more in quotation marks, that no quotation of a lesson has.",
    reason="Words put into somebody's mouth must be theirs, and a learner can fill gaps only in what was read.",
    basis="This guide's own rule: what is quoted stands in a lesson, with its speaker and its work.",
    example="""\
  # Not as the lesson quotes it:
  - id: no-self-activity
    type: cloze
    kind: position
    tests: wanted
    question: Complete what Kollontai wrote.
    text: There is no {self-activity} without freedom of {thought} and opinion
    speaker: Alexandra Kollontai
    work: The Workers' Opposition
    explanation: With this condition the quotation begins (¶5).

  # Mended:
  - id: no-self-activity
    type: cloze
    kind: position
    tests: wanted
    question: Complete what Kollontai wrote.
    text: There can be no {self-activity} without freedom of {thought} and opinion
    speaker: Alexandra Kollontai
    work: The Workers' Opposition
    explanation: With this condition the quotation begins (¶5).
""",
    find=find,
)
