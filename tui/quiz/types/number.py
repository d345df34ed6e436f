"""Number: typed in digits or words."""

import math
from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated

from msgspec import Meta

from tui.quiz.ask import Field, Response, Write, Written
from tui.quiz.matching.numbers import read_number, shown
from tui.quiz.question import Fault, Question
from tui.quiz.types.offering import BLANK, verdict_of
from tui.quiz.verdict import AskAgain, Note, Verdict
from tui.text import Clean

_LABEL = Clean("number")


class Number(Question, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="type", tag="number"):
    """A number, typed in digits or words. Credit is 1 within the tolerance, 0 beyond it."""

    answer: Annotated[float, Meta(description="The number", examples=[4, 37])]
    """The number."""
    unit: Annotated[Clean, Meta(description="What it counts", examples=["delegates"])] = Clean("")
    """What it counts."""
    tolerance: Annotated[float, Meta(description="How far off is still right", examples=[0, 5])] = 0
    """How far off is still right."""

    @property
    def key(self) -> Written:
        """The number in digits."""
        return Written((shown(self.answer),))

    def ask(self, seed: str) -> Write:  # noqa: ARG002 - one field has no order
        """One field, with the unit."""
        return Write(prompt=self.question, fields=(Field(label=_LABEL, unit=self.unit, number=True),))

    def mark(self, response: Response) -> Verdict | AskAgain:
        """1 within the tolerance; by how much it is too high or too low."""
        if not isinstance(response, Written) or len(response.fields) != 1:
            return verdict_of(0, self.key)
        if not response.fields[0].strip():
            return BLANK
        try:
            given = read_number(response.fields[0])
        except ValueError as unclear:
            return AskAgain(reason=Clean(str(unclear)))
        off = given - Decimal(repr(self.answer))
        right = abs(off) <= Decimal(repr(self.tolerance))
        notes = []
        if off:
            near = f"Near enough: it is {shown(self.answer)}." if right else f"{shown(abs(off))} too {_side(off)}."
            notes.append(Note(about=Clean(shown(given)), says=Clean(near)))
        return verdict_of(float(right), self.key, notes)

    def faults(self) -> Iterator[Fault]:
        """A number that is infinite or none, a tolerance below 0."""
        for name in ("answer", "tolerance"):
            if not math.isfinite(getattr(self, name)):
                yield Fault(field=name, code="number", message=f"the {name} is no number", hint="write it in digits")
        if self.tolerance < 0:
            yield Fault(
                field="tolerance",
                code="tolerance-negative",
                message="the tolerance is below 0",
                hint="write how far off is still right, 0 or more",
            )


def _side(off: Decimal) -> str:
    return "high" if off > 0 else "low"
