"""A plot of chances over days, in braille: four dots high and two wide in each cell."""

from collections.abc import Sequence
from typing import NamedTuple

from tui.text import percent
from tui.typeset import Line, Role, Span, merged

LEFT = 7
"""Cells before the plot: the percentages and the axis."""
_DOTS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))


class Stroke(NamedTuple):
    """A line of a plot."""

    chances: Sequence[float | None]
    """Its height from 0 to 1, for each column of dots; None where it is not drawn."""
    role: Role = "accent"
    """What it is."""
    dotted: bool = False
    """Whether every other pair of dots is left out."""


def plot(strokes: Sequence[Stroke], width: int, height: int, rule: int | None = None) -> list[Line]:
    """The strokes with the percentages at the left and an axis below.

    Args:
        strokes: what is drawn, the first one on top.
        width: the cells of the plot itself, without the `LEFT` cells before it.
        height: its lines; an odd number, so that the one in the middle stands for 50 %.
        rule: the cell at which a line goes from top to bottom, behind the strokes.
    """
    dots = [[0] * width for _ in range(height)]
    roles: list[list[Role]] = [["dim"] * width for _ in range(height)]
    for stroke in reversed(strokes):
        for x, y in _dots_of(stroke, width, height):
            dots[y // 4][x // 2] |= _DOTS[y % 4][x % 2]
            roles[y // 4][x // 2] = stroke.role
    lines = []
    for row in range(height):
        label = {0: percent(1), height // 2: percent(0.5)}.get(row, "")
        ink = [
            Span(chr(0x2800 + dots[row][cell]), roles[row][cell])
            if dots[row][cell]
            else Span("┊" if cell == rule else " ", "dim")
            for cell in range(width)
        ]
        lines.append(merged((Span(f"{label:>5} {'┤' if label else '│'}", "dim"), *ink)))
    axis = "".join("┴" if cell == rule else "─" for cell in range(width))
    return [*lines, (Span(f"{percent(0):>5} └{axis}", "dim"),)]


def row_of(chance: float, height: int) -> int:
    """The line of a plot of this height in which a chance stands."""
    return _y(chance, height) // 4


def _y(chance: float, height: int) -> int:
    return round((1 - min(max(chance, 0.0), 1.0)) * (4 * height - 1))


def _dots_of(stroke: Stroke, width: int, height: int) -> list[tuple[int, int]]:
    """Where the dots of a stroke stand, without gaps where it is steep."""
    dots: list[tuple[int, int]] = []
    before: int | None = None
    for x, chance in enumerate(stroke.chances[: 2 * width]):
        if chance is None:
            before = None
            continue
        y = _y(chance, height)
        last = y if before is None else before
        before = y
        if stroke.dotted and x // 2 % 2:
            continue
        dots += [(x, each) for each in (range(min(last + 1, y), y + 1) if last <= y else range(y, last))]
    return dots
