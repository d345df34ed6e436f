"""The forgetting curve of one key point: its past attempts, today, and the coming weeks."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Literal, NamedTuple

from tui.drawing.charts.ink import NARROWEST, day_short, flow, placed
from tui.drawing.charts.plot import LEFT, Stroke, plot
from tui.text import counted, percent
from tui.typeset import Line, Span, merged, wrap

EMPTY = "This key point was not asked yet. Take a quiz on its lesson, and its curve begins."
"""What stands where nothing was asked."""
_HEIGHT = 9
_WIDEST = 90
_NUDGE = 2
_SIGNS = {"right": Span("●", "accent"), "partly": Span("◐", "accent"), "wrong": Span("!", "strong")}
_LONGEST = 36500.0

Outcome = Literal["right", "partly", "wrong"]
"""How an attempt went."""
Recall = Callable[[float], float]
"""The chance of recall so many days from now; earlier days are negative."""


class Asked(NamedTuple):
    """An attempt on the key point."""

    days: float
    """When, in days from now: never positive."""
    outcome: Outcome
    """How it went."""


def curve_lines(recall: Recall, attempts: Sequence[Asked], today: date, width: int, ahead: int = 28) -> list[Line]:
    """The chance of recall from the first attempt on, with a sign over the curve at each attempt.

    Args:
        recall: the chance at a time, from the first attempt on.
        attempts: the attempts, in any order.
        today: the day that is now.
        width: the cells there are.
        ahead: how many days to look ahead.
    """
    width = max(width, NARROWEST)
    if not attempts:
        return wrap([Span(EMPTY)], width)
    wide = min(width, _WIDEST) - LEFT
    first = max(min(0.0, *(each.days for each in attempts), 0.0), -_LONGEST)
    span = max(ahead, 1) - first
    chances = [recall(first + span * dot / (2 * wide - 1)) for dot in range(2 * wide)]
    now = _cell(0, first, span, wide)
    lines = plot(
        [
            Stroke([*chances[: 2 * now], *[None] * (2 * (wide - now))]),
            Stroke([*[None] * (2 * now), *chances[2 * now :]], "plain", dotted=True),
        ],
        wide,
        _HEIGHT,
        rule=now,
    )
    start, end = today + timedelta(days=round(first)), today + timedelta(days=max(ahead, 1))
    below = placed([(now, "today"), (wide, day_short(end)), (0, day_short(start))], wide)
    return [_signs(attempts, first, span, wide), *lines, (Span(" " * LEFT + below, "dim"),), (), *_legend(width)]


def _cell(days: float, first: float, span: float, wide: int) -> int:
    return min(max(int((days - first) / span * wide), 0), wide - 1)


def _signs(attempts: Sequence[Asked], first: float, span: float, wide: int) -> Line:
    """The signs over the plot: what would stand on another one stands a little later; of a crowd, the last remain."""
    line = [Span(" ")] * wide
    last = -1
    for each in sorted(attempts, key=lambda asked: asked.days):
        at = _cell(each.days, first, span, wide)
        last = min(max(at, last + 1), at + _NUDGE, wide - 1)
        line[last] = _SIGNS[each.outcome]
    return merged((Span(" " * LEFT), *line))


def _legend(width: int) -> list[Line]:
    signs = [(sign, Span(f" {outcome}", "dim")) for outcome, sign in _SIGNS.items()]
    return flow([(Span("Chance of recall, by the day.", "dim"),), (Span("Asked:", "dim"),), *signs], width)


def curve_sentence(recall: Recall, attempts: Sequence[Asked], ahead: int = 28) -> str:
    """How often it was asked, how the last attempt went, the chance of recall now and later."""
    if not attempts:
        return EMPTY
    last = max(attempts, key=lambda asked: asked.days)
    ago = round(-last.days)
    when = "today" if ago <= 0 else "yesterday" if ago == 1 else f"{ago} days ago"
    asked = "once" if len(attempts) == 1 else "twice" if len(attempts) == 2 else f"{len(attempts)} times"
    how = {"right": "right", "partly": "partly right", "wrong": "wrong"}[last.outcome]
    most = "" if len(attempts) == 1 else "last "
    return (
        f"Asked {asked}, {most}{when}, and you were {how}. The chance that you recall it is {percent(recall(0))} today"
        f" and {percent(recall(ahead))} in {counted(ahead, 'day', 'days')}, if it is not asked again."
    )
