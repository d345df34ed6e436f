"""Order: items to be put in sequence."""

from collections import Counter
from collections.abc import Iterator
from itertools import combinations, count, pairwise
from typing import Annotated

from msgspec import Meta

from tui.quiz.ask import Arrange, Arranged, Response
from tui.quiz.question import Fault, Question
from tui.quiz.shuffle import shuffled
from tui.quiz.types.offering import same_twice, verdict_of
from tui.quiz.verdict import AskAgain, Credit, Grade, Note, Verdict, grade_of
from tui.text import Clean

FEWEST = 3
"""How many items there must be."""


class Order(Question, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="type", tag="order"):
    """Items to be put in sequence.

    Credit is the share of all pairs of items that stand in their right order, C / (n (n - 1) / 2). It is Kendall's
    rank correlation moved from -1 … 1 to 0 … 1, (tau + 1) / 2 (M. G. Kendall, "A New Measure of Rank Correlation",
    Biometrika 30, 1938). The reverse earns 0; chance alone earns a half.
    """

    items: Annotated[
        tuple[Clean, ...],
        Meta(
            min_length=FEWEST,
            description="The items, in their right order",
            examples=[["The Ninth Conference", "The Kronstadt rising", "The Eleventh Congress"]],
        ),
    ]
    """The items, in their right order."""

    @property
    def key(self) -> Arranged:
        """The items in their right order."""
        return Arranged(self.items)

    def ask(self, seed: str) -> Arrange:
        """The items shuffled, never in their right order."""
        given = sorted(self.items)
        if len(set(given)) < 2:
            return Arrange(prompt=self.question, items=tuple(given))
        drawn = (shuffled(given, f"{seed}/{draw}" if draw else seed) for draw in count())
        return Arrange(prompt=self.question, items=next(items for items in drawn if items != self.items))

    def mark(self, response: Response) -> Verdict | AskAgain:
        """The share of pairs in order; a grade for each item by its place; neighbours that should change places."""
        if not isinstance(response, Arranged) or not self._offered(response):
            return verdict_of(0, self.key)
        place = {item: at for at, item in enumerate(self.items)}
        given = [place[Clean(item)] for item in response.items]
        pairs = list(combinations(given, 2))
        credit = sum(one < other for one, other in pairs) / len(pairs) if pairs else 1.0
        return Verdict(
            grade=grade_of(credit),
            credit=Credit(credit),
            key=self.key,
            parts=tuple(Grade.CORRECT if at == own else Grade.WRONG for at, own in enumerate(given)),
            notes=tuple(
                Note(about=self.items[after], says=Clean(f"It comes before “{self.items[before]}”."))
                for before, after in pairwise(given)
                if after < before
            ),
        )

    def _offered(self, response: Arranged) -> bool:
        """Whether a response has each item offered, once."""
        return len(response.items) == len(self.items) and Counter(response.items) == Counter(self.items)

    def faults(self) -> Iterator[Fault]:
        """Too few items, an item twice."""
        if len(self.items) < FEWEST:
            yield Fault(
                field="items",
                code="too-few",
                message=f"there are fewer than {FEWEST} items to put in order",
                hint=f"give at least {FEWEST}",
            )
        yield from same_twice("items", self.items)
