"""How long this learner holds things against what their cards say, by how their reviews went.

FSRS's weights are those of many learners; one may forget twice as fast. The factor is the one by which all stabilities
have to be multiplied so that as many reviews are expected to go well as did (found by bisection, since more stability
means more of them). `PRIOR` reviews that went as expected are added, so that a few surprises don't move it far.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import pairwise
from math import exp, log
from typing import Protocol

from tui.memory.rating import Rating
from tui.memory.schedule import SAME_DAY, chance_of_recall

PRIOR = 60
"""How many reviews that went as expected are added."""
MOST = 3.0
"""Between 1 / this and this lies the factor."""
_HALVINGS = 24


class Review(Protocol):
    """One review of a key point, as it went."""

    @property
    def at(self) -> datetime:
        """When."""

    @property
    def rating(self) -> Rating:
        """How well it was remembered."""

    @property
    def stability(self) -> float:
        """The stability since."""


def holding(histories: Iterable[Sequence[Review]], by_chance: float = 0.0) -> float:
    """By which factor this learner's stabilities differ from what their cards say.

    Args:
        histories: the reviews of each key point, in their order; those of the same day are passed over.
        by_chance: what chance alone earns with a question on average.

    Returns:
        1 where nothing is known; less for one who forgets faster.
    """
    seen = [each for history in histories for each in _seen(history)]
    seen.append((1.0, PRIOR * (0.9 + 0.1 * by_chance), PRIOR))
    low, high = -log(MOST), log(MOST)
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        surplus = sum(count * _right(elapsed / exp(middle), by_chance) - went for elapsed, went, count in seen)
        low, high = (low, middle) if surplus > 0 else (middle, high)
    return exp((low + high) / 2)


def _seen(history: Sequence[Review]) -> Iterable[tuple[float, float, int]]:
    """For each review of another day: the time since the last in stabilities, how many went well, of how many."""
    for before, after in pairwise(history):
        elapsed = after.at - before.at
        if elapsed >= SAME_DAY:
            days = elapsed.total_seconds() / 86_400
            yield days / before.stability, float(after.rating is not Rating.AGAIN), 1


def _right(elapsed: float, by_chance: float) -> float:
    chance = chance_of_recall(elapsed, 1.0)
    return chance + (1 - chance) * by_chance
