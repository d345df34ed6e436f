"""Shares as bars, each with its numbers beside the ink."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len, set_cell_size
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

LONGEST_LABEL = 28
SHORTEST_BAR = 8
LONGEST_BAR = 28


@dataclass(frozen=True)
class Bar:
    """One share."""

    label: str
    """Of what."""
    amount: float
    """How much."""
    of: int
    """Of how much."""

    @property
    def numbers(self) -> str:
        """How much of how much."""
        return f"{number(self.amount)} of {self.of}"


def number(amount: float) -> str:
    """An amount with one decimal where it needs one: `3`, `2.5`."""
    return f"{round(amount, 1):g}"


class Bars(Widget):
    """Bars underneath each other."""

    DEFAULT_CSS = """
    Bars {
        width: 1fr;
        height: auto;
    }
    """

    def __init__(self, *groups: Sequence[Bar]) -> None:
        """Show these, with a blank line between groups."""
        super().__init__()
        self._groups = groups

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """A line for each bar, and one between groups."""
        del container, viewport, width
        return sum(map(len, self._groups)) + len(self._groups) - 1

    def render(self) -> Content:
        """The lines."""
        bars = [bar for group in self._groups for bar in group]
        numbers = max((len(bar.numbers) for bar in bars), default=0)
        room = self.content_size.width - numbers - 2 * 3
        label = min(max((cell_len(bar.label) for bar in bars), default=0), LONGEST_LABEL, room - SHORTEST_BAR)
        length = max(min(room - label, LONGEST_BAR), 1)
        groups = (Content("\n").join(_line(bar, label, length) for bar in group) for group in self._groups)
        return Content("\n\n").join(groups)


def _line(bar: Bar, label: int, length: int) -> Content:
    full = round(length * bar.amount / bar.of) if bar.of else 0
    return Content.assemble(
        (_fitted(bar.label, label), "$foreground"),
        "   ",
        ("█" * full, "$primary"),
        ("░" * (length - full), "$foreground-disabled"),
        (f"   {bar.numbers}", "$foreground-muted"),
    )


def _fitted(text: str, width: int) -> str:
    return set_cell_size(text, width) if cell_len(text) <= width else f"{set_cell_size(text, width - 1)}…"
