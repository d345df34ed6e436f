"""How likely it is that chance alone does so well: an exact test, for trials that each have a chance of their own."""

from collections import Counter
from collections.abc import Iterable, Sequence
from math import exp, fsum, lgamma, log, log1p, sqrt

_SPREADS = 12
"""Beyond so many standard deviations nothing is left that a float could show."""


def at_least(hits: int, chances: Iterable[float]) -> float:
    """The probability that so many trials succeed or more (Poisson's binomial distribution).

    Trials of one chance are taken together, as they make a binomial distribution, and these are put together by
    convolution: exact, and quick for tens of thousands of trials.

    Args:
        hits: how many trials succeeded.
        chances: the chance of each trial, 0 to 1.
    """
    certain, spread, first = 0, [1.0], 0
    for chance, trials in sorted(Counter(chances).items()):
        if chance >= 1:
            certain += trials
        elif chance > 0:
            start, more = _binomial(trials, chance)
            first, spread = first + start, _convolved(spread, more)
    return min(1.0, fsum(spread[max(0, hits - certain - first) :]))


def _binomial(trials: int, chance: float) -> tuple[int, list[float]]:
    """The probabilities of so many successes, from a first number on; what is too small to count is left out."""
    mean, spread = trials * chance, sqrt(trials * chance * (1 - chance))
    first = max(0, int(mean - _SPREADS * spread - _SPREADS))
    last = min(trials, int(mean + _SPREADS * spread + _SPREADS))
    ways = lgamma(trials + 1)
    return first, [
        exp(ways - lgamma(n + 1) - lgamma(trials - n + 1) + n * log(chance) + (trials - n) * log1p(-chance))
        for n in range(first, last + 1)
    ]


def _convolved(one: Sequence[float], other: Sequence[float]) -> list[float]:
    both = [0.0] * (len(one) + len(other) - 1)
    for place, first in enumerate(one):
        for further, second in enumerate(other):
            both[place + further] += first * second
    return both
