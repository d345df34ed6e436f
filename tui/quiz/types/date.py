"""Date: typed as people type dates; a near miss earns part of the point."""

from collections.abc import Iterator
from typing import Annotated

from msgspec import Meta

from tui.guide.edtf import LOOK, PartialDate, parse_edtf
from tui.quiz.ask import Field, Response, Write, Written
from tui.quiz.matching.dates import names_part, read_date
from tui.quiz.matching.nearness import nearness
from tui.quiz.question import Fault, Question
from tui.quiz.types.offering import BLANK, verdict_of
from tui.quiz.verdict import AskAgain, Note, Verdict
from tui.text import Clean, clean

_LABEL = Clean("date")
_EXAMPLE = Clean("1605, May 1605, spring 1605, 5 May 1605")


class Date(Question, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="type", tag="date"):
    """A date, typed. Credit falls with the distance from the key (`matching.nearness` has the formula)."""

    answer: Annotated[
        Clean,
        Meta(
            description="The date in EDTF: year, year-month, year-month-day; 1921-21 is spring 1921, 1919~ about 1919",
            examples=["1920", "1920-09", "1921-03-08", "1919~", "1919/1922"],
            extra_json_schema=LOOK,
        ),
    ]
    """The date, in EDTF."""

    @property
    def date(self) -> PartialDate:
        """The date as a value.

        Raises:
            ValueError: it is not EDTF; then the question is faulty.
        """
        return parse_edtf(self.answer)

    @property
    def key(self) -> Written:
        """The date as people write it."""
        return Written((self.date.shown(),))

    def ask(self, seed: str) -> Write:  # noqa: ARG002 - one field has no order
        """One field."""
        return Write(prompt=self.question, fields=(Field(label=_LABEL, example=_EXAMPLE),))

    def mark(self, response: Response) -> Verdict | AskAgain:
        """Credit by nearness, and in what the date was right and wrong."""
        if not isinstance(response, Written) or len(response.fields) != 1:
            return verdict_of(0, self.key)
        if not response.fields[0].strip():
            return BLANK
        try:
            given = read_date(response.fields[0])
        except ValueError as unclear:
            return AskAgain(reason=Clean(str(unclear)))
        near = nearness(given, self.date)
        about, says = given.shown(), near.says
        if names_part(response.fields[0]):
            about, says = clean(response.fields[0], one_line=True), f"{near.says} Read as {about}.".lstrip()
        notes = [Note(about=Clean(about), says=Clean(says))] if says else []
        return verdict_of(near.credit, self.key, notes)

    def faults(self) -> Iterator[Fault]:
        """A date that is not EDTF, or does not exist."""
        try:
            parse_edtf(self.answer)
        except ValueError as wrong:
            message, _, hint = str(wrong).partition("; ")
            yield Fault(field="answer", code="date", message=message, hint=hint or "give a date that exists")
