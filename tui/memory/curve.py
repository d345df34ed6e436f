"""The forgetting curve of one key point as it went, and as it goes on if the key point is not asked again."""

from bisect import bisect_right
from datetime import UTC, datetime, timedelta
from typing import Literal

from msgspec import Struct

from tui.guide.model import KeyPoint
from tui.memory.digest import Digest, Reviewed
from tui.memory.rating import Rating
from tui.memory.schedule import Card, retrievability

Outcome = Literal["right", "partly", "wrong"]
"""How an attempt went."""
_OUTCOMES: dict[Rating, Outcome] = {Rating.AGAIN: "wrong", Rating.HARD: "partly", Rating.BARELY: "partly"}


class CurvePoint(Struct, frozen=True):
    """An attempt on a key point that said something of its memory."""

    at: datetime
    """When."""
    days: float
    """The same in days from now: never positive."""
    outcome: Outcome
    """How it went; in part right, or slow, or a guess, is `partly`."""


class Curve(Struct, frozen=True):
    """What is remembered of one key point over time."""

    point: KeyPoint
    """The key point."""
    at: datetime
    """The time that is now."""
    reviews: tuple[Reviewed, ...]
    """The last attempts that said something of it, in their order; none if it was not met."""

    @property
    def attempts(self) -> tuple[CurvePoint, ...]:
        """The same, as they went."""
        return tuple(
            CurvePoint(each.at, min((each.at - self.at) / timedelta(days=1), 0.0), _OUTCOMES.get(each.rating, "right"))
            for each in self.reviews
        )

    def recall(self, days: float) -> float:
        """The chance of recall.

        Args:
            days: when, in days from now; from the first of the attempts on.
        """
        # In a zone whose clocks change, a day more is not always 24 hours more.
        then = self.at.astimezone(UTC) + timedelta(days=days)
        last = self.reviews[max(bisect_right(self.reviews, then, key=lambda each: each.at) - 1, 0)]
        return retrievability(Card(last.stability, 5.0, last.at), then)


def curve_of(digest: Digest, point: KeyPoint, at: datetime) -> Curve:
    """The forgetting curve of a key point.

    Args:
        digest: what the entries come to.
        point: the key point.
        at: now.
    """
    on = digest.points.get(point.id)
    return Curve(point, at, tuple(sorted(on.reviews, key=lambda each: each.at)) if on else ())
