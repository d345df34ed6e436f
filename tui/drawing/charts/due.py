"""What is due: a column a day over the coming weeks; a bar a week, where there is little room."""

from collections.abc import Sequence
from datetime import date, timedelta

from tui.drawing.charts.ink import NARROWEST, Row, bar_rows, day_long, day_short, placed
from tui.text import counted
from tui.typeset import Line, Span, merged, wrap

EMPTY = "Nothing is due: nothing is answered yet. Take a quiz, and what it asks will come back here."
"""What stands where there is nothing to forget."""
_HEIGHT = 5
_FEWEST, _MOST = 14, 28
"""Days with a column each."""
_WEEKDAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
_EIGHTHS = " ▁▂▃▄▅▆▇█"


def due_lines(counts: Sequence[int], today: date, width: int, later: int = 0) -> list[Line]:
    """How many key points are due each day, today first, with the counts on the columns.

    Args:
        counts: how many are due today, with all that is late; tomorrow; and so on.
        today: the day of the first.
        width: the cells there are.
        later: how many are due after all those days.
    """
    width = max(width, NARROWEST)
    if not any(counts):
        return wrap([Span(due_sentence(counts, today, later))], width)
    each = max(2, *(len(str(count)) for count in counts)) + 1
    fit = min(width // each, _MOST, len(counts))
    if fit < min(_FEWEST, len(counts)):
        return [*_weeks(counts, today, width), *_later(later, today + timedelta(days=len(counts)), width)]
    days = fit // 7 * 7 if fit < len(counts) else fit
    rest = sum(counts[days:]) + later
    return [*_columns(counts[:days], today, each), *_later(rest, today + timedelta(days=days), width)]


def _columns(counts: Sequence[int], today: date, each: int) -> list[Line]:
    most = max(*counts, 1)
    heights = [max(round(count / most * 8 * _HEIGHT), 1) if count else 0 for count in counts]
    lines = []
    for row in range(_HEIGHT, -1, -1):
        ink = [_cell(count, height - 8 * row, each) for count, height in zip(counts, heights, strict=True)]
        lines.append(merged(span for pair in ink for span in pair))
    days = [today + timedelta(days=index) for index in range(len(counts))]
    names = [Span(_WEEKDAYS[day.weekday()].ljust(each), "dim" if index else "strong") for index, day in enumerate(days)]
    wide = each * len(days)
    mondays = [(index * each, day_short(day)) for index, day in enumerate(days) if not day.weekday()]
    dates = placed([(0, "today"), *mondays], wide)
    rule = (Span("─" * (wide - 1), "dim"),)
    return [*(line for line in lines if line), rule, merged(names), (Span(dates, "dim"),)]


def _cell(count: int, eighths: int, each: int) -> Line:
    """A column where a line cuts it: its ink, its count on top of it, or nothing."""
    if eighths > 0:
        return (Span(_EIGHTHS[min(eighths, 8)] * (each - 1), "accent"), Span(" "))
    if -8 < eighths <= 0:
        return (Span(str(count or "·").ljust(each), "plain" if count else "dim"),)
    return (Span(" " * each),)


def _weeks(counts: Sequence[int], today: date, width: int) -> list[Line]:
    weeks = [sum(counts[at : at + 7]) for at in range(0, len(counts), 7)]
    most = max(*weeks, 1)
    starts = [today + timedelta(weeks=index) for index in range(len(weeks))]
    rows = [Row(f"from {day_short(day)}", week / most, str(week)) for day, week in zip(starts, weeks, strict=True)]
    rows[0] = rows[0]._replace(label="7 days from today")
    return bar_rows(rows, width)


def _later(count: int, start: date, width: int) -> list[Line]:
    """How many are due after the last column or bar."""
    return wrap([Span(f"{count} more from {day_long(start)} on", "dim")], width) if count else []


def due_sentence(counts: Sequence[int], today: date, later: int = 0) -> str:
    """What is due now, when most is, and how many in all; `later` are due after the days that are counted."""
    if not counts:
        return EMPTY
    if not any(counts):
        after = f", {counted(later, 'key point')} later" if later else ""
        return f"Nothing is due in the next {counted(len(counts), 'day', 'days')}{after}."
    now = counted(counts[0], "key point is", "key points are") if counts[0] else "Nothing is"
    week, rest = sum(counts[1:7]), sum(counts[7:]) + later
    said = f"{now} due today, {week} in the six days after, {rest} later."
    busiest = max(range(len(counts)), key=counts.__getitem__)
    if busiest and counts[busiest] > 1:
        said += f" The most on one day: {counts[busiest]}, on {day_long(today + timedelta(days=busiest))}."
    return said


def due_told(counts: Sequence[int], today: date, later: int = 0) -> list[str]:
    """A sentence a day on which something is due, and one for `later`, for speech and braille."""
    days = [(today + timedelta(days=index), count) for index, count in enumerate(counts) if count]
    told = [f"{'Today' if day == today else day_long(day)}: {count} due." for day, count in days]
    if later:
        told.append(f"From {day_long(today + timedelta(days=len(counts)))} on: {later} due.")
    return told or [due_sentence(counts, today)]
