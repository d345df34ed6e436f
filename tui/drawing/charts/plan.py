"""The plan to a date: the predicted score from today to that day, with and without it."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from tui.drawing.charts.ink import NARROWEST, day_long, day_short, flow, placed
from tui.drawing.charts.plot import LEFT, Stroke, plot, row_of
from tui.text import counted, percent
from tui.typeset import Line, Span, merged, wrap

EMPTY = "There is no date to be ready for yet. Set one, and a plan of minutes a day leads up to it."
"""What stands where no date was set."""
_HEIGHT = 7
_WIDEST = 76
_ENDS = (" with", " without")
_RIGHT = 2 + 5 + len(_ENDS[1])


class Plan(NamedTuple):
    """What is planned up to a date."""

    today: date
    """The day of the first prediction."""
    by: date
    """The day to be ready."""
    minutes: int
    """Minutes a day."""
    with_it: Sequence[float]
    """The score predicted with the plan, from 0 to 1: evenly spaced, from today to the day; at least one."""
    without: Sequence[float]
    """The score predicted without another review, spaced in the same way."""


def plan_lines(plan: Plan | None, width: int) -> list[Line]:
    """The two lines of the score, with what they come to at their ends."""
    width = max(width, NARROWEST + LEFT)
    if plan is None:
        return wrap([Span(EMPTY)], width)
    wide = min(width, _WIDEST) - LEFT - _RIGHT
    strokes = [
        Stroke(_stretched(plan.with_it, 2 * wide)),
        Stroke(_stretched(plan.without, 2 * wide), "plain", dotted=True),
    ]
    lines = plot(strokes, wide, _HEIGHT)
    for row, end in _ends(plan):
        lines[row] = merged((*lines[row], Span(" "), end))
    days = placed([(0, "today"), (wide, day_short(plan.by))], wide)
    legend = flow([(Span("━ with the plan", "accent"),), (Span("╌ without it", "dim"),)], width)
    return [*lines, (Span(" " * LEFT + days, "dim"),), (), *legend]


def _stretched(scores: Sequence[float], dots: int) -> list[float | None]:
    """The scores, as many as there are dots, with straight lines between them."""
    stretched: list[float | None] = []
    for dot in range(dots):
        at = dot / (dots - 1) * (len(scores) - 1)
        left = min(int(at), len(scores) - 1)
        right = min(left + 1, len(scores) - 1)
        stretched.append(scores[left] + (scores[right] - scores[left]) * (at - left))
    return stretched


def _ends(plan: Plan) -> list[tuple[int, Span]]:
    """What stands behind the ends of the lines: in two rows, even where the lines meet."""
    with_it, without = row_of(plan.with_it[-1], _HEIGHT), row_of(plan.without[-1], _HEIGHT)
    if with_it == without:
        up = plan.with_it[-1] >= plan.without[-1]
        with_it, without = (with_it, without + 1) if up else (with_it + 1, without)
        if max(with_it, without) >= _HEIGHT:
            with_it, without = with_it - 1, without - 1
    return [
        (with_it, Span(f"{percent(plan.with_it[-1]):>5}{_ENDS[0]}", "accent")),
        (without, Span(f"{percent(plan.without[-1]):>5}{_ENDS[1]}")),
    ]


def plan_sentence(plan: Plan | None) -> str:
    """The score predicted for today, and for the day with and without the plan."""
    if plan is None:
        return EMPTY
    when = f"On {day_long(plan.by)}, in {counted((plan.by - plan.today).days, 'day', 'days')}, it"
    return (
        f"Today you would score {percent(plan.with_it[0])}. {when} would be {percent(plan.with_it[-1])} with"
        f" {counted(plan.minutes, 'minute', 'minutes')} a day, and {percent(plan.without[-1])} without."
    )
