"""The statistics of a report, each by its published definition; docs/report.md explains them to teachers."""

from collections.abc import Sequence
from math import atanh, sqrt, tanh
from statistics import fmean
from typing import NamedTuple

Z95 = 1.959964
"""How many standard deviations around the middle hold 95 % of a normal distribution."""
FEWEST_FOR_CORRELATION = 10
"""Of how many pupils a correlation says anything at all; its interval says how little that mostly is."""


class Interval(NamedTuple):
    """A range that, reckoned so, holds the true value in 95 of 100 classes."""

    low: float
    """Its lower end."""
    high: float
    """Its upper end."""


def share_interval(right: int, of: int) -> Interval:
    """The score interval of a share.

    Wilson (1927), "Probable inference, the law of succession, and statistical inference", Journal of the American
    Statistical Association 22, 209-212; recommended for small numbers by Newcombe (1998), Statistics in Medicine 17.

    Args:
        right: how many of them.
        of: how many there are.

    Returns:
        The interval, each end 0 to 1; all of it, where there are none.
    """
    if of == 0:
        return Interval(0.0, 1.0)
    share, square = right / of, Z95 * Z95
    middle = share + square / (2 * of)
    spread = Z95 * sqrt(share * (1 - share) / of + square / (4 * of * of))
    whole = 1 + square / of
    # Rounding must not put an end on the wrong side of the share itself.
    return Interval(max(min((middle - spread) / whole, share), 0.0), min(max((middle + spread) / whole, share), 1.0))


def correlation(one: Sequence[float], other: Sequence[float]) -> float | None:
    """Pearson's correlation of two rows of numbers; of right and wrong with a score it is the point-biserial one.

    Args:
        one: a row of numbers.
        other: the other, as long.

    Returns:
        -1 to 1; None where a row does not vary, so that nothing can go along with it.
    """
    if len(one) < 2:
        return None
    mean_one, mean_other = fmean(one), fmean(other)
    off_one, off_other = [each - mean_one for each in one], [each - mean_other for each in other]
    spread = sqrt(sum(each * each for each in off_one) * sum(each * each for each in off_other))
    if spread < 1e-12:
        return None
    return max(-1.0, min(1.0, sum(a * b for a, b in zip(off_one, off_other, strict=True)) / spread))


def correlation_interval(value: float, of: int) -> Interval:
    """The interval of a correlation, by Fisher's z.

    Fisher (1921), "On the 'probable error' of a coefficient of correlation deduced from a small sample", Metron 1.

    Args:
        value: the correlation, -1 to 1.
        of: of how many pairs, at least 4.
    """
    if abs(value) >= 1:
        return Interval(value, value)
    spread = Z95 / sqrt(of - 3)
    return Interval(tanh(atanh(value) - spread), tanh(atanh(value) + spread))


def normalised_gain(before: float, after: float) -> float | None:
    """How much of what could be gained was gained.

    Hake (1998), "Interactive-engagement versus traditional methods", American Journal of Physics 66, 64-74.

    Args:
        before: the share right before, 0 to 1.
        after: the share right after.

    Returns:
        At most 1; below 0 where there was a loss; None where there was nothing to gain.
    """
    return None if before >= 1 else (after - before) / (1 - before)
