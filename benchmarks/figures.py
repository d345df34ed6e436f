"""A figure, and how two things are compared: in turn, so that the machine's moods hit both."""

from collections.abc import Callable
from dataclasses import dataclass
from statistics import median, quantiles


@dataclass(frozen=True)
class Figure:
    """One line of the table."""

    what: str
    """What is compared with what."""
    ratio: float
    """The ratio measured."""
    limit: float
    """What it must reach."""
    detail: str
    """The measured medians, and how often."""
    at_least: bool = False
    """Whether the ratio must be at least the limit, not at most."""

    @property
    def reached(self) -> bool:
        """Whether the ratio is where it must be."""
        return self.ratio >= self.limit if self.at_least else self.ratio <= self.limit

    @property
    def row(self) -> str:
        """The line of the table, in Markdown."""
        sign = "≥" if self.at_least else "≤"
        verdict = "yes" if self.reached else "**no**"
        return f"| {self.what} | {self.ratio:.2f} | {sign} {self.limit:g} | {verdict} | {self.detail} |"


def in_turn(rounds: int, *measures: Callable[[], float]) -> list[list[float]]:
    """Measure each in turn, so many rounds after one that does not count.

    Returns:
        The values of each measure.
    """
    values: list[list[float]] = [[] for _ in measures]
    for number in range(rounds + 1):
        for kept, measure in zip(values, measures, strict=True):
            value = measure()
            if number:
                kept.append(value)
    return values


def paired_ratio(above: list[float], below: list[float]) -> float:
    """The median of the ratios of values measured side by side."""
    return median(one / other for one, other in zip(above, below, strict=True))


def spread(above: list[float], below: list[float]) -> str:
    """Between what the middle half of the paired ratios lies: wide on a busy machine, whose figures decide nothing."""
    low, _, high = quantiles(one / other for one, other in zip(above, below, strict=True))
    return f"middle half {low:.2f}–{high:.2f}"
