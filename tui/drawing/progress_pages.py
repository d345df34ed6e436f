"""The pages on which progress is shown: pure functions of what is known, the key point that is chosen, and a width."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from tui.drawing.beside import beside
from tui.drawing.charts.mastery import kind_lines, legend, mastery_lines, mastery_places
from tui.drawing.progress import (
    Picture,
    calibration_picture,
    confusion_lines,
    curve_picture,
    days_picture,
    due_picture,
    kinds_of,
    lessons_of,
    mastery_meaning,
    sittings_picture,
)
from tui.memory.progress import Progress
from tui.text import percent
from tui.typeset import Line, Span, chosen, wrap

ROOMY = 100
"""From this many cells on the curve stands beside the lessons."""
NO_LESSONS = "There is nothing to know yet: this guide has no lesson that can be used."
"""What stands where the guide teaches nothing."""
_BETWEEN = 6
_SITTINGS = 10


class Mark(NamedTuple):
    """Where a key point's mark stands on a page."""

    point: int
    """Which key point, in the order of the lessons."""
    row: int
    """The line, from 0."""
    column: int
    """The cell of the line, from 0."""


class Sheet(NamedTuple):
    """A page as it is drawn."""

    lines: list[Line]
    """Its lines."""
    marks: tuple[Mark, ...] = ()
    """The marks of key points that stand on it."""


class PageOf(NamedTuple):
    """One of the pages."""

    name: str
    """What it is called."""
    draw: Callable[[Progress, int, int], Sheet]
    """Draws it: what is known, which key point is chosen, and the width."""
    has_points: bool = False
    """Whether a key point is chosen on it."""
    tells_point: bool = False
    """Whether it says which key point that is, even where there is little room."""
    is_drilled: bool = False
    """Whether it names what the drill is about."""


def _lessons(progress: Progress, point: int, width: int) -> Sheet:
    if not progress.points:
        return Sheet(wrap([Span(NO_LESSONS)], width))
    lessons = lessons_of(progress)
    # The lessons have a little more than half: their titles stand beside their marks.
    room = (width - _BETWEEN) * 5 // 9 if width >= ROOMY else width
    said = [*wrap([Span(progress.says, "strong")], width), (), *([*legend(width), ()] if progress.met else [])]
    first = [sum(len(each.points) for each in lessons[:index]) for index in range(len(lessons))]
    marks = tuple(
        Mark(first[place.lesson] + place.point, place.row + len(said), place.column)
        for place in mastery_places(lessons, room)
    )
    here = next(mark for mark in marks if mark.point == point)
    lines = [*said, *mastery_lines(lessons, room)]
    lines[here.row] = chosen(lines[here.row], here.column)
    kinds = kind_lines(kinds_of(progress), room) if progress.met else []
    if width >= ROOMY:
        right = _curve(progress, point, width - room - _BETWEEN).lines
        lines = [*said, *beside([*lines[len(said) :], (), *kinds], right, room + _BETWEEN)]
    else:
        lines += [(), *kinds]
    if progress.met:
        lines += [(), *wrap([Span(mastery_meaning(progress), "dim")], width)]
    return Sheet(lines, marks)


def _curve(progress: Progress, point: int, width: int) -> Sheet:
    if not progress.points:
        return Sheet(wrap([Span(NO_LESSONS)], width))
    curve = progress.curves[point]
    said = [*wrap([Span(curve.point.says, "strong")], width), *wrap([Span(whereabouts(progress, point), "dim")], width)]
    picture = curve_picture(curve, progress)
    lines, meaning = picture.lines(width), wrap([Span(picture.sentence)], width)
    # The picture first: where there is little room, it is what one comes for.
    return Sheet([*said, (), *meaning] if lines == meaning else [*said, (), *lines, (), *meaning])


def _with_meaning(picture: Picture, width: int) -> list[Line]:
    """What it means, then the picture; where there is nothing to draw, the first alone."""
    lines, said = picture.lines(width), wrap([Span(picture.sentence)], width)
    return said if lines == said else [*said, (), *lines]


def _pictures(*pictures: Picture) -> Callable[[int], Sheet]:
    def draw(width: int) -> Sheet:
        parts: Iterable[list[Line]] = (_with_meaning(picture, width) for picture in pictures)
        return Sheet([line for index, part in enumerate(parts) for line in [*([(), ()] if index else []), *part]])

    return draw


def _quizzes(progress: Progress, _: int, width: int) -> Sheet:
    return _pictures(sittings_picture(progress, _SITTINGS), calibration_picture(progress))(width)


PAGES = (
    PageOf("Lessons", _lessons, has_points=True),
    PageOf("Curve", _curve, has_points=True, tells_point=True),
    PageOf("Due", lambda progress, _, width: _pictures(due_picture(progress))(width)),
    PageOf("Days", lambda progress, _, width: _pictures(days_picture(progress))(width)),
    PageOf("Quizzes", _quizzes),
    PageOf("Mix-ups", lambda progress, _, width: Sheet(confusion_lines(progress, width)), is_drilled=True),
)
"""The pages, in their order."""


def whereabouts(progress: Progress, point: int) -> str:
    """How likely a key point is known, and where it is taught: `82 %, lesson 2, panel 3`."""
    before = 0
    for each in progress.lessons:
        if point < before + len(each.chances):
            chance = each.chances[point - before]
            panels = [panel.id for panel in each.lesson.panels]
            number = panels.index(each.lesson.key_points[point - before].panel) + 1
            missed = point - before in each.missed
            said = "missed" if missed else "not asked" if chance is None else percent(chance)
            return f"{said}, lesson {each.number}, panel {number}"
        before += len(each.chances)
    return ""


def moved(progress: Progress, point: int, lessons: int, along: int) -> int:
    """Which key point is chosen after a step; beyond an end there is only the end.

    Args:
        progress: what is known.
        point: which one is chosen.
        lessons: so many lessons further down.
        along: so many key points further on.
    """
    last = len(progress.points) - 1
    if not lessons:
        return min(max(point + along, 0), last)
    rows = [each for each in progress.lessons if each.chances]
    starts = [sum(len(each.chances) for each in rows[:index]) for index in range(len(rows))]
    here = max(index for index, start in enumerate(starts) if start <= point)
    there = min(max(here + lessons, 0), len(rows) - 1)
    return starts[there] + min(point - starts[here], len(rows[there].chances) - 1)
