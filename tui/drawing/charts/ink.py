"""What every chart is made of: bars in eighths of a cell, rows of them, facts at the right edge, numbers and dates."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from tui.guide.edtf import MONTHS, day_in_words
from tui.typeset import Line, Span, cells, merged, pad, short, wrap

NARROWEST = 24
"""Nothing is drawn in fewer cells."""
GAP = 3
"""Blanks between the columns of a chart."""
_PARTS = "▏▎▍▌▋▊▉"
_SHORTEST_LABEL, _LONGEST_LABEL = 6, 28
_SHORTEST_BAR, _LONGEST_BAR = 8, 28


class Row(NamedTuple):
    """One bar with its words."""

    label: str
    """Of what."""
    share: float | None
    """How long the bar is, from 0 to 1; None where nothing is known yet."""
    numbers: str
    """What the bar stands for, in figures."""


def bar(share: float | None, length: int) -> Line:
    """A bar on its ground: never full before all of it is, never empty while there is something.

    Args:
        share: from 0 to 1; None is a ground of its own, for what is not known.
        length: the cells of the whole.
    """
    if share is None:
        return (Span("·" * length, "dim"),)
    eighths = round(share * length * 8)
    if 0 < share < 1:
        eighths = min(max(eighths, 1), length * 8 - 1)
    full, part = divmod(min(max(eighths, 0), length * 8), 8)
    ink = "█" * full + (_PARTS[part - 1] if part else "")
    return merged((Span(ink, "accent"), Span("░" * (length - len(ink)), "dim")))


def bar_rows(rows: Sequence[Row], width: int) -> list[Line]:
    """Bars underneath each other: the label, the bar, the numbers; without bars, where there is no room."""
    numbers = max((cells(row.numbers) for row in rows), default=0)
    room = width - numbers - 2 * GAP
    longest = max((cells(row.label) for row in rows), default=0)
    label = min(longest, _LONGEST_LABEL, room - _SHORTEST_BAR)
    if label < min(longest, _SHORTEST_LABEL):
        return [line for row in rows for line in wrap([Span(f"{row.label}: {row.numbers}")], width)]
    length = min(room - label, _LONGEST_BAR)
    gap = Span(" " * GAP)
    return [
        merged(
            (*pad((Span(short(row.label, label)),), label), gap, *bar(row.share, length), gap, Span(row.numbers, "dim"))
        )
        for row in rows
    ]


def facing(left: Line, right: Span, width: int) -> Line:
    """A line with a fact at its right edge."""
    return merged((*pad(left, width - cells(right.text)), right))


def flow(items: Iterable[Line], width: int) -> list[Line]:
    """Items beside each other, as many as fit a line; none is broken that fits one."""
    lines: list[Line] = []
    for item in items:
        whole = [*(lines[-1] if lines else ()), *([Span(" " * GAP)] if lines else []), *item]
        if lines and sum(cells(span.text) for span in whole) <= width:
            lines[-1] = merged(whole)
        else:
            lines += [merged(item)] if sum(cells(span.text) for span in item) <= width else wrap(item, width)
    return lines


def placed(labels: Iterable[tuple[int, str]], width: int) -> str:
    """Labels in one line, each as near to its cell as the edges allow; what would touch an earlier one is left out."""
    line = [" "] * width
    for at, label in labels:
        start = max(min(at, width - len(label)), 0)
        if len(label) <= width and not "".join(line[max(start - 1, 0) : start + len(label) + 1]).strip():
            line[start : start + len(label)] = label
    return "".join(line).rstrip()


def day_short(day: date) -> str:
    """A day in few cells: `9 Nov`."""
    return f"{day.day} {MONTHS[day.month - 1][:3]}"


def day_long(day: date) -> str:
    """A day as one says it: `9 November`."""
    return day_in_words(day)
