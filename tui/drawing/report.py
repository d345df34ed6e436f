"""A report of a class as lines: what to teach again first, then question by question, then pupil by pupil."""

from collections.abc import Iterable, Iterator

from tui.classroom.report.model import Mark, QuestionReport, Report
from tui.classroom.report.words import (
    ACCEPTED,
    INTERVALS_SAID,
    NO_GUIDE,
    NONE_FAILED,
    SIGNS,
    SIGNS_SAID,
    again_said,
    day_said,
    discrimination_said,
    key_untold,
    notes_on,
    right_said,
    shift_said,
    summary,
)
from tui.drawing.charts.ink import bar
from tui.text import percent, points
from tui.typeset import Line, Span, cells, hang, indent, line_cells, merged, pad, short, wrap

BAR = 12
"""How many cells a bar has."""
UNDER = 4
"""How far what is said of a question stands in from its number."""
LONGEST_NAME = 20
"""How many cells of a pupil's name stand in the grid."""
_BLANK: Line = ()


def report_lines(report: Report, width: int) -> list[Line]:
    """A whole report.

    Args:
        report: what a class's answers say.
        width: the cells of a line.
    """
    lines = [
        *wrap([Span(report.title, "strong")], width),
        *_said(f"Room {report.code}, {day_said(report)}. {summary(report)}", width),
        _BLANK,
    ]
    if not report.questions:
        return lines
    lines += [*_heading("Teach again"), *_again(report, width), _BLANK]
    lines += [*_heading("Questions, by the first vote"), *_said(f"{INTERVALS_SAID}.", width), _BLANK]
    for asked in report.questions:
        lines += [*_question(asked, width), _BLANK]
    return [*lines, *_heading("Pupils"), *_grid(report, width)]


def _heading(text: str) -> list[Line]:
    return [(Span(text, "heading"),), _BLANK]


def _said(text: str, width: int) -> list[Line]:
    return wrap([Span(text)], width)


def _again(report: Report, width: int) -> Iterator[Line]:
    if not report.again:
        yield from _said(NONE_FAILED if report.has_guide else NO_GUIDE, width)
    for each in report.again:
        yield from wrap([Span(f"Lesson {each.number}, {each.lesson}: {each.panel}", "strong")], width)
        yield from _under(wrap([Span(again_said(each), "dim")], width - UNDER))


def _question(asked: QuestionReport, width: int) -> Iterator[Line]:
    """A question under its number, its answers set apart from what is said of them."""
    inner = width - UNDER
    head = wrap([Span(asked.question, "strong")], inner)
    yield from hang(head, (Span(f"{asked.round:<{UNDER}}", "strong"),), indent(UNDER))
    yield from _under(_said(right_said(asked), inner))
    yield _BLANK
    yield from _under(_counts(asked, inner))
    for said in _said_of(asked):
        yield from _under(wrap([Span(said, "dim")], inner))


def _counts(asked: QuestionReport, width: int) -> Iterator[Line]:
    """The key, where nobody gave it; what was answered."""
    if key := key_untold(asked):
        yield from wrap([Span("✓ ", "accent"), Span(key, "strong"), Span(" right", "accent")], width)
        yield _BLANK
    most = max((cells(str(each.count)) for each in asked.counts), default=0)
    for each in asked.counts:
        before = (*bar(each.share, BAR), Span(f" {each.count:>{most}} {'✓' if each.right else ' '} "))
        word = [Span(f" {ACCEPTED}", "accent")] if each.accepted else []
        text = wrap([Span(each.text, "strong" if each.right else "plain"), *word], width - line_cells(before))
        yield from hang(text, before, indent(line_cells(before)))
    if asked.counts:
        yield _BLANK


def _said_of(asked: QuestionReport) -> Iterator[str]:
    yield discrimination_said(asked.discrimination)
    if asked.shift:
        yield shift_said(asked.shift)
    yield from notes_on(asked)


def _under(lines: Iterable[Line]) -> Iterator[Line]:
    return (merged((*indent(UNDER), *line)) if line else _BLANK for line in lines)


def _grid(report: Report, width: int) -> Iterator[Line]:
    """Who missed what: a sign a round, in chunks of ten."""
    yield from _said(f"{SIGNS_SAID}; a sign a question, in tens.", width)
    longest = min(max((cells(each.name) for each in report.pupils), default=0), LONGEST_NAME)
    ranked = sorted(report.pupils, key=lambda each: each.name.casefold())
    for pupil in ranked:
        name = pad((Span(short(pupil.name, longest)),), longest)
        earned = f"{points(pupil.points)} of {points(pupil.most)}"
        yield merged((*name, Span(f"  {_signs(pupil.rounds)}  "), Span(earned, "dim")))
    if report.key_points:
        yield _BLANK
        yield from _heading("Key points")
        for point in sorted(report.key_points, key=lambda each: each.credit):
            before = (Span(f"{percent(point.credit):>5}  ", "dim"),)
            text = wrap([Span(point.says or point.id)], width - line_cells(before))
            yield from hang(text, before, (Span(" " * line_cells(before)),))


def _signs(marks: tuple[Mark, ...]) -> str:
    signs = "".join(SIGNS[mark.grade] for mark in marks)
    return " ".join(signs[start : start + 10] for start in range(0, len(signs), 10))
