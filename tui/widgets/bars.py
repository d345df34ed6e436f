"""Shares as bars, each with its numbers beside the ink."""

from collections.abc import Iterable, Sequence
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

    def __init__(self, bars: Iterable[Bar]) -> None:
        """Show these."""
        super().__init__()
        self._bars: Sequence[Bar] = tuple(bars)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """A line for each."""
        del container, viewport, width
        return len(self._bars)

    def render(self) -> Content:
        """The lines."""
        return Content("\n").join(self._lines(self.content_size.width))

    def _lines(self, width: int) -> Iterable[Content]:
        numbers = max((len(bar.numbers) for bar in self._bars), default=0)
        room = width - numbers - 2 * 3
        label = min(max((cell_len(bar.label) for bar in self._bars), default=0), LONGEST_LABEL, room - SHORTEST_BAR)
        length = max(min(room - label, LONGEST_BAR), 1)
        for bar in self._bars:
            full = round(length * bar.amount / bar.of) if bar.of else 0
            yield Content.assemble(
                (_fitted(bar.label, label), "$foreground"),
                "   ",
                ("█" * full, "$primary"),
                ("░" * (length - full), "$foreground-disabled"),
                (f"   {bar.numbers}", "$foreground-muted"),
            )


def _fitted(text: str, width: int) -> str:
    return set_cell_size(text, width) if cell_len(text) <= width else f"{set_cell_size(text, width - 1)}…"
