"""Days studied: weeks as columns, Monday on top, shaded by minutes."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from tui.drawing.charts.ink import NARROWEST, flow, placed
from tui.guide.edtf import MONTHS
from tui.text import counted
from tui.typeset import Line, Span, merged, wrap

EMPTY = "No day is filled in yet. Five minutes today are a start: take a quiz or a review."
"""What stands where nothing was studied."""
_LEFT = 4
_EACH = 2
_FEWEST_WEEKS, _MOST_WEEKS = 8, 53
_WEEKDAYS = ("Mon", "", "Wed", "", "Fri", "", "Sun")
_SHADES = ((30, "█", "from 30 minutes"), (15, "▓", "15"), (5, "▒", "5"), (0, "░", "less"))
_REST, _FREE = Span(" ·", "dim"), Span(" -", "dim")


class StudyDay(NamedTuple):
    """What was done on a day."""

    day: date
    """The day."""
    minutes: float
    """How long was studied; 0 if not at all."""
    due: bool = True
    """Whether anything was due: a day with nothing due breaks no streak."""


def streak(days: Sequence[StudyDay], today: date) -> int:
    """How many days were studied without a break up to today; today itself may still be to come.

    Args:
        days: what was done on each day, in any order. A day that is missing was not studied.
        today: the last day that counts.
    """
    known = {each.day: each for each in days if each.day <= today}
    count, day = 0, today
    while known and day >= min(known):
        each = known.get(day, StudyDay(day, 0))
        if each.minutes > 0:
            count += 1
        elif each.due and day != today:
            break
        if day == date.min:
            break
        day -= timedelta(days=1)
    return count


def calendar_lines(days: Sequence[StudyDay], today: date, width: int) -> list[Line]:
    """The last weeks that fit, this week at the right, with the months named and the shades explained."""
    width = max(width, NARROWEST)
    known = {each.day: each for each in days if each.day <= today}
    first = min((each.day for each in known.values() if each.minutes > 0), default=None)
    if first is None:
        return wrap([Span(EMPTY)], width)
    mondays = _mondays(first, today, (width - _LEFT) // _EACH)
    named = placed(_months(mondays, first, today), max(len(mondays) * _EACH, 3))
    lines: list[Line] = [(Span(" " * _LEFT + named, "dim"),)]
    for weekday, name in enumerate(_WEEKDAYS):
        ink = [_cell(known, monday.toordinal() + weekday, first, today) for monday in mondays]
        lines.append(merged((Span(name.ljust(_LEFT), "dim"), *ink)))
    return [*lines, (), *_legend(width)]


def _mondays(first: date, today: date, room: int) -> list[date]:
    """The weeks from the first day to this one: a few at least, as many as there is room for at most."""
    last = today.toordinal() - today.weekday()
    since = (last - first.toordinal() + first.weekday()) // 7 + 1
    weeks = min(max(since, _FEWEST_WEEKS), room, _MOST_WEEKS, (last - 1) // 7 + 1)
    return [date.fromordinal(last - 7 * back) for back in range(weeks - 1, -1, -1)]


def _months(mondays: Sequence[date], first: date, today: date) -> list[tuple[int, str]]:
    """Where each month is named: over the week that its first day lies in, and over the first week studied."""
    ends = [date.fromordinal(min(monday.toordinal() + 6, today.toordinal())) for monday in mondays]
    begun = next(index for index, end in enumerate(ends) if end >= first or end == ends[-1])
    months = [
        (index * _EACH + 1, MONTHS[end.month - 1][:3])
        for index, end in enumerate(ends)
        if index == begun or (index > begun and end.month != ends[index - 1].month)
    ]
    # The first week may be the last of a month of which no more is shown: then there is no room for both names.
    return months[1:] if len(months) > 1 and months[1][0] - months[0][0] <= _EACH else months


def _cell(known: dict[date, StudyDay], ordinal: int, first: date, today: date) -> Span:
    if not first.toordinal() <= ordinal <= today.toordinal():
        return Span("  ")
    each = known.get(date.fromordinal(ordinal))
    if each is None or each.minutes <= 0:
        return _REST if each is None or each.due else _FREE
    return Span(" " + next(shade for least, shade, _ in _SHADES if each.minutes >= least), "accent")


def _legend(width: int) -> list[Line]:
    shades = [(Span(shade, "accent"), Span(f" {said}", "dim")) for _, shade, said in _SHADES]
    return flow([*shades, (Span("· none", "dim"),), (Span("- nothing due", "dim"),)], width)


def calendar_sentence(days: Sequence[StudyDay], today: date) -> str:
    """The streak, and the days and minutes in all."""
    studied = [each.minutes for each in days if each.minutes > 0 and each.day <= today]
    if not studied:
        return EMPTY
    hours, minutes = divmod(max(round(sum(studied)), 1), 60)
    took = " ".join([f"{hours} h"] * bool(hours) + [f"{minutes} min"] * bool(minutes))
    said = f"You have studied on {counted(len(studied), 'day', 'days')}, {took} in all."
    run = streak(days, today)
    return f"{said} {counted(run, 'day', 'days')} in a row so far." if run > 1 else said
