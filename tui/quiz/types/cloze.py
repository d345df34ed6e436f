"""Cloze: gaps in a short quotation."""

import re
from collections.abc import Iterator
from typing import Annotated

from msgspec import Meta

from tui.guide.line_ends import SEVERAL_LINES
from tui.quiz.ask import Field, Response, Write, Written
from tui.quiz.matching.spelling import blank, fold, nearest
from tui.quiz.question import Fault, Question
from tui.quiz.types.offering import BLANK, unreadable, verdict_of
from tui.quiz.verdict import AskAgain, Credit, Grade, Note, Verdict, grade_of
from tui.text import Clean

_GAP = re.compile("[{]([^{}]*)[}]")


class Cloze(Question, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="type", tag="cloze"):
    """Gaps in a short quotation, to be filled. Credit is the share of gaps that are right, spelling apart."""

    text: Annotated[
        Clean,
        Meta(
            min_length=1,
            description="The quotation, with its gaps in braces: {word}, or {word|another right one}",
            examples=["There can be no {self-activity} without freedom of {thought}"],
            extra=SEVERAL_LINES,
        ),
    ]
    """The quotation, with its gaps in braces."""
    speaker: Annotated[Clean, Meta(description="Whose words these are", examples=["Alexandra Kollontai"])] = Clean("")
    """Whose words these are."""
    work: Annotated[Clean, Meta(description="Where they stand", examples=["The Workers' Opposition"])] = Clean("")
    """Where they stand."""

    @property
    def gaps(self) -> tuple[tuple[Clean, ...], ...]:
        """What is right in each gap; the first is the quotation's own word."""
        return tuple(tuple(Clean(word.strip()) for word in found.split("|")) for found in _GAP.findall(self.text))

    @property
    def key(self) -> Written:
        """The quotation's own words."""
        return Written(tuple(words[0] for words in self.gaps))

    def ask(self, seed: str) -> Write:  # noqa: ARG002 - gaps stand where they stand
        """The quotation with a field for each gap."""
        pieces = _GAP.split(self.text)[::2]
        return Write(
            prompt=self.question,
            fields=tuple(Field(label=Clean(f"gap {number}")) for number in range(1, len(pieces))),
            passage=tuple(Clean(piece) for piece in pieces),
            attribution=Clean(", ".join(filter(None, (self.speaker, self.work)))),
        )

    def mark(self, response: Response) -> Verdict | AskAgain:
        """The share of gaps that are right; a grade for each. One gap's word is never taken for another's typo."""
        gaps = self.gaps
        if not isinstance(response, Written) or len(response.fields) != len(gaps):
            return verdict_of(0, self.key)
        if all(blank(field) for field in response.fields):
            return BLANK
        marked = [self._part(typed, at) for at, typed in enumerate(response.fields)]
        parts = tuple(grade for grade, _ in marked)
        credit = parts.count(Grade.CORRECT) / len(gaps)
        return Verdict(
            grade=grade_of(credit),
            credit=Credit(credit),
            key=self.key,
            parts=parts,
            notes=tuple(note for _, note in marked if note),
        )

    def _part(self, typed: str, gap: int) -> tuple[Grade, Note | None]:
        """The grade of a gap; the word that belongs there, or how it is spelt."""
        right, label = self.gaps[gap], Clean(f"gap {gap + 1}")
        missed = Note(about=label, says=Clean(f"“{right[0]}”."))
        if blank(typed):
            return Grade.SKIPPED, missed
        own = {fold(word) for word in right}
        others = [word for words in self.gaps for word in words if fold(word) not in own]
        found = nearest(typed, right, others)
        if found is None or not found.right:
            return Grade.WRONG, missed
        if not found.typos:
            return Grade.CORRECT, None
        if len(self.gaps) == 1:
            return Grade.CORRECT, Note(about=Clean(found.answer), says=Clean("Spelt like this."))
        return Grade.CORRECT, Note(about=label, says=Clean(f"Spelt “{found.answer}”."))

    def faults(self) -> Iterator[Fault]:
        """No gap, a brace too many or too few, a gap with nothing in it."""
        if re.search("[{}]", _GAP.sub("", self.text)):
            yield Fault(
                field="text",
                code="brace",
                message="a brace is not closed, or not opened",
                hint="put each gap in one pair of braces: {word}",
            )
        elif not self.gaps:
            yield Fault(field="text", code="no-gap", message="the text has no gap", hint="put a word in braces: {word}")
        for words in self.gaps:
            yield from unreadable("text", words, listed=False)
