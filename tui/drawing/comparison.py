"""A comparison: columns side by side, or one under the other where there is no room."""

from collections.abc import Sequence

from tui.guide.blocks import Comparison
from tui.typeset import Line, Role, Span, cells, hang, indent, line_cells, pad, wrap

GAP = 3
NARROWEST = 18
"""A column below this many cells is no column."""


def comparison_lines(comparison: Comparison, width: int) -> list[Line]:
    """The comparison, in columns if each gets its room."""
    rows = (comparison.columns, *comparison.rows)
    widths = column_widths(rows, width)
    if any(has < min(want, NARROWEST) for has, want in zip(widths, _wanted(rows), strict=True)):
        return comparison_told(comparison, width)
    return _side_by_side(comparison, widths)


def _wanted(rows: Sequence[Sequence[str]]) -> list[int]:
    return [max(cells(cell) for cell in column) for column in zip(*rows, strict=True)]


def column_widths(rows: Sequence[Sequence[str]], width: int) -> list[int]:
    """How wide each column is: as its widest cell where that is little, else a fair share of what is left."""
    wanted = _wanted(rows)
    left = width - GAP * (len(wanted) - 1)
    widths = [0] * len(wanted)
    for place, (want, index) in enumerate(sorted((want, index) for index, want in enumerate(wanted))):
        widths[index] = max(1, min(want, left // (len(wanted) - place)))
        left -= widths[index]
    return widths


def _side_by_side(comparison: Comparison, widths: Sequence[int]) -> list[Line]:
    lines = _row(comparison.columns, widths, "strong")
    lines.append(_joined([(Span("─" * width, "dim"),) for width in widths], widths))
    rows = [_row(row, widths, "plain") for row in comparison.rows]
    airy = any(len(row) > 1 for row in rows) or bool(comparison.about)
    for index, row in enumerate(rows):
        if index and airy:
            lines.append(())
        if comparison.about:
            lines.extend(wrap([Span(comparison.about[index], "dim")], sum(widths) + GAP * (len(widths) - 1)))
        lines.extend(row)
    return lines


def _row(row: Sequence[str], widths: Sequence[int], role: Role) -> list[Line]:
    columns = [wrap([Span(cell, role)], width) for cell, width in zip(row, widths, strict=True)]
    height = max(map(len, columns))
    return [
        _joined([column[index] if index < len(column) else () for column in columns], widths) for index in range(height)
    ]


def _joined(row: Sequence[Line], widths: Sequence[int]) -> Line:
    line: Line = ()
    for index, cell in enumerate(row):
        line += cell if index == len(row) - 1 else pad(cell, widths[index] + GAP)
    return line


def comparison_told(comparison: Comparison, width: int) -> list[Line]:
    """Row by row: what it is about, then each column's heading with its cell below it."""
    lines: list[Line] = []
    for number, row in enumerate(comparison.rows):
        if number:
            lines.append(())
        if comparison.about:
            lines.extend(wrap([Span(comparison.about[number], "dim")], width))
        for heading, cell in zip(comparison.columns, row, strict=True):
            head = wrap([Span(heading + ":", "strong")], width)
            body = wrap([Span(cell)], width - 2)
            if len(head) == len(body) == 1 and line_cells(head[0]) + 1 + line_cells(body[0]) <= width:
                lines.append((*head[0], Span(" "), *body[0]))
            else:
                lines += [*head, *hang(body, indent(2), indent(2))]
    return lines
