"""How the last sittings went: one line each, the newest first."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from tui.drawing.charts.ink import NARROWEST, Row, bar_rows, day_long, day_short
from tui.text import figure
from tui.typeset import Line, Span, cells, wrap

EMPTY = "You have taken no quiz yet. Take one, and how it went will stand here."
"""What stands where there was no sitting."""


class Taken(NamedTuple):
    """A sitting that was taken."""

    day: date
    """When."""
    name: str
    """What it was: `quiz`, `exam`, `review`, `class`."""
    right: float
    """How many answers were right; a partly right one counts in part."""
    asked: int
    """How many questions were asked."""


def sittings_lines(sittings: Sequence[Taken], width: int) -> list[Line]:
    """A line a sitting: its day, what it was, a bar, right of asked.

    Args:
        sittings: what was taken; those of one day in the order in which they were.
        width: the cells there are.
    """
    width = max(width, NARROWEST)
    if not sittings:
        return wrap([Span(EMPTY)], width)
    newest = _newest_first(sittings)
    years = len({each.day.year for each in newest}) > 1
    days = [day_short(each.day) + (f" {each.day.year}" if years else "") for each in newest]
    wide = max(map(cells, days))
    rows = [
        Row(
            f"{day:>{wide}}   {each.name}",
            each.right / each.asked if each.asked else None,
            f"{figure(each.right)} of {each.asked}",
        )
        for day, each in zip(days, newest, strict=True)
    ]
    return bar_rows(rows, width)


def _newest_first(sittings: Sequence[Taken]) -> list[Taken]:
    return sorted(sittings, key=lambda each: each.day)[::-1]


def sittings_sentence(sittings: Sequence[Taken]) -> str:
    """How the newest went, beside those before it."""
    if not sittings:
        return EMPTY
    newest, *before = _newest_first(sittings)
    said = f"In the last one, on {day_long(newest.day)}, {figure(newest.right)} of {newest.asked} were right"
    asked = sum(each.asked for each in before)
    if not asked:
        return f"{said}."
    share = sum(each.right for each in before) / asked
    return f"{said}; in those before it, {figure(share * 10)} in 10."


def sittings_told(sittings: Sequence[Taken]) -> list[str]:
    """A sentence a sitting, the newest first, for speech and braille."""
    return [
        f"{day_long(each.day)} {each.day.year}, {each.name}: {figure(each.right)} of {each.asked}."
        for each in _newest_first(sittings)
    ] or [EMPTY]
