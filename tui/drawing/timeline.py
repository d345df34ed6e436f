"""A strip of the timeline: a ruler, its lanes, then the words of every date in the order of time."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import zip_longest

from tui.drawing.quotation import shown_date
from tui.guide.blocks import Timeline
from tui.guide.edtf import MONTHS, PartialDate, Precision, parse_edtf
from tui.guide.tables import DateEntry
from tui.typeset import Line, Span, cells, hang, indent, merged, pad, wrap

_STEPS = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000, 24000)
"""How many months a tick of the ruler may stand for."""
_LABEL = 6
"""Cells that a tick's label takes, with the blank after it."""
_NARROWEST = 24
"""Below this many cells there is no ruler, only the words."""
_WIDEST_NAME = 18
"""Cells that a lane's name may take in one line."""


class Ruler:
    """Where a day stands on the strip."""

    def __init__(self, dates: Sequence[PartialDate], width: int) -> None:
        """A ruler for these dates.

        Args:
            dates: what is to stand on it; at least one.
            width: the cells it may fill.
        """
        self.width = width
        """The cells it may fill."""
        first = min(_months(when.earliest) for when in dates)
        last = max(_months(when.latest) for when in dates) + 1
        finest = 12 if all(when.precision is Precision.YEAR for when in dates) else 1
        self.step = next(
            (
                step
                for step in _STEPS
                if step >= finest and _LABEL * (_up(last, step) - _down(first, step)) // step <= width
            ),
            _STEPS[-1],
        )
        """Months from tick to tick."""
        self.first = _down(first, self.step)
        """The month of the first tick."""
        self.ticks = max(1, (_up(last, self.step) - self.first) // self.step)
        """How many ticks there are."""
        self.each = max(1, min(width // self.ticks, 16))
        """Cells from tick to tick."""

    def column(self, day: date) -> int:
        """The cell in which a day stands."""
        months = _months(day) + (day.day - 1) / 31 - self.first
        return int(months * self.each / self.step)

    def lines(self) -> tuple[Line, Line]:
        """The labels, and the line with its ticks."""
        labels = "".join(self._label(tick).ljust(self.each) for tick in range(self.ticks)).rstrip()
        return (Span(labels, "dim"),), (Span(("┬" + "─" * (self.each - 1)) * self.ticks, "dim"),)

    def _label(self, tick: int) -> str:
        year, month = divmod(self.first + tick * self.step, 12)
        return str(year) if self.step >= 12 or not month else MONTHS[month][:3]


def timeline_lines(timeline: Timeline, width: int) -> list[Line]:
    """The strip and its words."""
    dated = [(entry, _read(entry.date)) for entry in timeline.dates]
    known = [(entry, when) for entry, when in dated if when is not None]
    words = timeline_told(timeline, width)
    lanes = dict.fromkeys(entry.lane for entry, _ in known)
    named = min(max(map(cells, lanes), default=0), _WIDEST_NAME)
    left = named + 2 if named else 0
    if not known or width - left < _NARROWEST:
        return words
    ruler = Ruler([when for _, when in known], width - left)
    lines: list[Line] = [(*indent(left), *line) for line in ruler.lines()]
    for lane in lanes:
        rows = _packed([_ink(when, ruler) for entry, when in known if entry.lane == lane])
        names = wrap([Span(lane, "dim")], named)
        lines += [merged((*pad(name, left), *row)) for name, row in zip_longest(names, rows, fillvalue=())]
    return [*lines, (), *words]


def _read(text: str) -> PartialDate | None:
    try:
        return parse_edtf(text)
    except ValueError:
        return None


def _months(day: date) -> int:
    return day.year * 12 + day.month - 1


def _down(months: int, step: int) -> int:
    return months // step * step


def _up(months: int, step: int) -> int:
    return -(-months // step) * step


def _ink(when: PartialDate, ruler: Ruler) -> tuple[int, Line]:
    """Where the ink of a date starts, and the ink: a dot for a month or a day, a bar for what is longer."""
    start = ruler.column(when.earliest)
    label = _short(when)
    stroke = "╌" if any(part.approximate or part.uncertain for part in (when, when.end or when)) else "─"
    long = ruler.column(when.latest) - start + 1
    if long < 2 or (when.end is None and when.precision >= Precision.MONTH):
        return _labelled(start, "●" if stroke == "─" else "◌", label, ruler)
    room = long - 2 - cells(label)
    if room < 0:
        return _labelled(start, f"├{stroke * (long - 2)}┤", label, ruler)
    before = room // 2
    return start, (
        Span("├" + stroke * before, "accent"),
        Span(label),
        Span(stroke * (room - before) + "┤", "accent"),
    )


def _labelled(start: int, ink: str, label: str, ruler: Ruler) -> tuple[int, Line]:
    """The ink with its label after it; before it, where the strip ends; without, where there is no room at all."""
    wide = cells(label) + 1
    if start + len(ink) + wide <= ruler.width:
        return start, (Span(ink, "accent"), Span(" " + label))
    if start >= wide:
        return start - wide, (Span(label + " "), Span(ink, "accent"))
    return start, (Span(ink, "accent"),)


def _short(when: PartialDate) -> str:
    """The date in few cells: `Sep 1920`."""
    text = when.shown()
    for month in MONTHS:
        text = text.replace(month, month[:3])
    return text.replace("about ", "c. ")


def _packed(inks: Sequence[tuple[int, Line]]) -> list[Line]:
    """The ink of one lane in as few rows as it needs, so that nothing stands on anything else."""
    rows: list[tuple[int, list[Span]]] = []
    for start, ink in sorted(inks, key=lambda placed: placed[0]):
        wide = sum(cells(span.text) for span in ink)
        for index, (used, row) in enumerate(rows):
            if used < start or (used == start and ink[0].text.startswith("├")):
                row += [Span(" " * (start - used)), *ink]
                rows[index] = (start + wide, row)
                break
        else:
            rows.append((start + wide, [Span(" " * start), *ink]))
    return [merged(row) for _, row in rows]


def timeline_told(timeline: Timeline, width: int) -> list[Line]:
    """The dates in words alone, in the order of time."""
    return [line for lines in _entries(timeline.dates, width) for line in lines]


def _entries(dates: Sequence[DateEntry], width: int) -> Iterator[list[Line]]:
    """Each date with what happened; the dates in a column of their own if there is room."""
    shown = [shown_date(entry.date) for entry in dates]
    left = max(map(cells, shown), default=0) + 2
    for text, entry in zip(shown, dates, strict=True):
        if width - left >= 20:
            first = (Span(text + " " * (left - cells(text)), "strong"),)
            yield hang(wrap([Span(entry.event)], width - left), first, indent(left))
        else:
            yield [
                *wrap([Span(text, "strong")], width),
                *hang(wrap([Span(entry.event)], width - 2), indent(2), indent(2)),
            ]
