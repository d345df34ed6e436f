"""Match: left sides to right ones."""

from collections.abc import Iterator
from typing import Annotated

from msgspec import Meta, Struct

from tui.quiz.ask import Pair, Paired, Response
from tui.quiz.question import Fault, Question
from tui.quiz.shuffle import shuffled
from tui.quiz.types.offering import UNPICKED, same_twice, verdict_of
from tui.quiz.verdict import AskAgain, Credit, Grade, Note, Verdict, grade_of
from tui.text import Clean

FEWEST = 2
"""How many pairs there must be."""


class Partners(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A left side and the right one that belongs to it."""

    left: Annotated[Clean, Meta(min_length=1, description="The left side", examples=["Lenin"])]
    """The left side."""
    right: Annotated[
        Clean,
        Meta(
            min_length=1,
            description="The right side that belongs to it",
            examples=["Party officials teach the workers"],
        ),
    ]
    """The right side that belongs to it."""


class Match(Question, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="type", tag="match"):
    """Left sides to be matched to right ones.

    Credit is the share of left sides that have their right partner: right pairs / all pairs. A wrong pair earns nothing
    and costs nothing more, so two partners swapped cost those two. It is the rule of Moodle's matching questions
    (docs.moodle.org, "Matching question type": the sub-questions weigh the same). Unlike in `select`, nothing is to be
    gained by pairing everything: at random, one pair is right on average.
    """

    pairs: Annotated[
        tuple[Partners, ...],
        Meta(
            min_length=FEWEST,
            description="The sides that belong together",
            examples=[
                [
                    {"left": "Lenin", "right": "Party officials teach the workers"},
                    {"left": "The Workers' Opposition", "right": "The unions run it themselves"},
                ]
            ],
        ),
    ]
    """The sides that belong together."""
    extra: Annotated[
        tuple[Clean, ...],
        Meta(description="Right sides that belong to nobody", examples=[["Factory committees run it"]]),
    ] = ()
    """Right sides that belong to nobody."""

    @property
    def key(self) -> Paired:
        """All pairs."""
        return Paired(tuple((pair.left, pair.right) for pair in self.pairs))

    @property
    def rights(self) -> tuple[Clean, ...]:
        """All right sides, in the order of the file."""
        return (*(pair.right for pair in self.pairs), *self.extra)

    def ask(self, seed: str) -> Pair:
        """Both sides, each shuffled by itself."""
        lefts = sorted(pair.left for pair in self.pairs)
        return Pair(
            prompt=self.question,
            left=shuffled(lefts, f"{seed}/left"),
            right=shuffled(sorted(self.rights), f"{seed}/right"),
        )

    def mark(self, response: Response) -> Verdict | AskAgain:
        """The share of pairs that are right; a grade for each, and the right partner of each that was wrong."""
        if not isinstance(response, Paired) or not self._offered(response):
            return verdict_of(0, self.key)
        if not response.pairs:
            return UNPICKED
        partner = {str(pair.left): pair.right for pair in self.pairs}
        parts = tuple(Grade.CORRECT if partner[left] == right else Grade.WRONG for left, right in response.pairs)
        credit = parts.count(Grade.CORRECT) / len(self.pairs)
        right_ones = set(response.pairs)
        return Verdict(
            grade=grade_of(credit),
            credit=Credit(credit),
            key=self.key,
            parts=parts,
            notes=tuple(
                Note(about=pair.left, says=Clean(f"It goes with “{pair.right}”."))
                for pair in self.pairs
                if (pair.left, pair.right) not in right_ones
            ),
        )

    def _offered(self, response: Paired) -> bool:
        """Whether a response names sides that are offered, and each left side once."""
        lefts = [left for left, _ in response.pairs]
        offered = {pair.left for pair in self.pairs}
        return (
            len(set(lefts)) == len(lefts)
            and set(lefts) <= offered
            and {right for _, right in response.pairs} <= set(self.rights)
        )

    def faults(self) -> Iterator[Fault]:
        """Too few pairs, a side twice, an extra that belongs to somebody."""
        if len(self.pairs) < FEWEST:
            yield Fault(
                field="pairs",
                code="too-few",
                message=f"there are fewer than {FEWEST} pairs",
                hint=f"give at least {FEWEST}",
            )
        rights = [pair.right for pair in self.pairs]
        yield from same_twice("pairs", [pair.left for pair in self.pairs])
        yield from same_twice("pairs", rights)
        yield from same_twice("extra", self.extra, before=rights)
