"""Mastery: a row a lesson with a mark a key point, and a bar a kind."""

from collections.abc import Sequence
from typing import NamedTuple

from tui.drawing.charts.ink import GAP, NARROWEST, Row, bar_rows, facing, flow
from tui.text import counted, percent
from tui.typeset import Line, Span, cells, indent, merged, pad, short, wrap

EMPTY = "Nothing is answered yet. Take a quiz on a lesson: what you know of it will stand here."
"""What stands where nothing is known."""
_SHORTEST_TITLE = 16
_PERCENT = 5
_CLASSES = (
    (0.9, Span("●", "accent"), "from 90 %"),
    (0.7, Span("◐", "accent"), "70 %"),
    (0.0, Span("○"), "below"),
)
_MISSED = Span("!", "strong")
_UNMET = Span("·", "dim")


class LessonMastery(NamedTuple):
    """How well a lesson is known."""

    number: int
    """Its number in the guide."""
    title: str
    """Its title."""
    chance: float | None
    """How likely all of it is known; None as long as nothing of it was asked."""
    points: tuple[float | None, ...]
    """How likely each key point is known, in the lesson's order; None if it was never asked."""
    missed: frozenset[int] = frozenset()
    """Which of them were missed when they last counted, by their index."""


class KindMastery(NamedTuple):
    """How well a kind of key points is known."""

    name: str
    """The kind, in the plural: `dates`."""
    chance: float | None
    """The chance of recall over all of them; None as long as none was asked."""
    met: int
    """How many were asked."""
    of: int
    """How many there are."""


class Place(NamedTuple):
    """Where a mark stands."""

    lesson: int
    """The index of the lesson among those drawn."""
    point: int
    """The index of the key point in its lesson."""
    row: int
    """The line, from 0."""
    column: int
    """The cell of the line, from 0."""


def mark_of(chance: float | None, *, missed: bool = False) -> Span:
    """The mark of a key point: by its sign, and by its role."""
    if chance is None:
        return _UNMET
    if missed:
        return _MISSED
    return next((mark for least, mark, _ in _CLASSES if chance >= least), _CLASSES[-1][1])


def legend(width: int) -> list[Line]:
    """What the marks mean."""
    words = [(mark, Span(f" {said}", "dim")) for _, mark, said in _CLASSES]
    words += [(_MISSED, Span(" missed", "dim")), (_UNMET, Span(" not asked", "dim"))]
    return flow([(Span("Known", "dim"),), *words], max(width, NARROWEST))


def mastery_lines(lessons: Sequence[LessonMastery], width: int) -> list[Line]:
    """A row a lesson: number, title, marks, how likely it is known."""
    if not lessons:
        return wrap([Span(EMPTY)], width)
    grid = _Grid(lessons, max(width, NARROWEST))
    return [line for lesson in lessons for line in grid.lines(lesson)]


def mastery_places(lessons: Sequence[LessonMastery], width: int) -> list[Place]:
    """Where each mark stands in `mastery_lines`, so that it can be marked and pressed."""
    grid = _Grid(lessons, max(width, NARROWEST))
    places: list[Place] = []
    row = 0
    for index, lesson in enumerate(lessons):
        for point in range(len(lesson.points)):
            down, across = divmod(point, grid.marks)
            places.append(Place(index, point, row + grid.above + down, grid.at + across))
        row += len(grid.lines(lesson))
    return places


class _Grid:
    """How the rows are laid out: the marks after the titles or, where there is little room, below them."""

    def __init__(self, lessons: Sequence[LessonMastery], width: int) -> None:
        self.width = width
        self.number = max((len(str(lesson.number)) for lesson in lessons), default=1)
        left = self.number + 2
        most = max(1, *(len(lesson.points) for lesson in lessons)) if lessons else 1
        longest = max((cells(lesson.title) for lesson in lessons), default=0)
        room = width - left - GAP - most - GAP - _PERCENT
        self.above = int(room < min(longest, _SHORTEST_TITLE))
        self.title = width - left - GAP - _PERCENT if self.above else min(longest, room)
        self.at = left if self.above else left + self.title + GAP
        self.marks = max(width - left - GAP - _PERCENT, 1) if self.above else most

    def lines(self, lesson: LessonMastery) -> list[Line]:
        marks = [mark_of(chance, missed=index in lesson.missed) for index, chance in enumerate(lesson.points)]
        rows = [merged(marks[at : at + self.marks]) for at in range(0, len(marks), self.marks)] or [()]
        number = Span(f"{lesson.number:>{self.number}}  ", "dim")
        head = (number, Span(short(lesson.title, self.title)))
        share = Span("–" if lesson.chance is None else percent(lesson.chance), "dim")
        if self.above:
            return [facing(head, share, self.width), *(merged((*indent(self.at), *line)) for line in rows)]
        return [facing((*pad(head, self.at), *rows[0]), share, self.width)]


def kind_lines(kinds: Sequence[KindMastery], width: int) -> list[Line]:
    """A bar a kind, with the chance of recall and how many were asked."""
    if not kinds:
        return wrap([Span(EMPTY)], width)
    return bar_rows([Row(each.name, each.chance, _numbers(each)) for each in kinds], max(width, NARROWEST))


def _numbers(kind: KindMastery) -> str:
    share = "–" if kind.chance is None else percent(kind.chance)
    return f"{share:>5}   {kind.met} of {kind.of} asked"


def mastery_sentence(lessons: Sequence[LessonMastery]) -> str:
    """What the rows come to: how many key points hold."""
    points = [point for lesson in lessons for point in lesson.points]
    met = [point for point in points if point is not None]
    if not met:
        return EMPTY
    hold = sum(
        point is not None and point >= _CLASSES[0][0] and index not in lesson.missed
        for lesson in lessons
        for index, point in enumerate(lesson.points)
    )
    said = (
        f"Of {counted(len(points), 'key point', 'key points')}, {len(met)} {'was' if len(met) == 1 else 'were'} asked"
    )
    said += f" and {hold} {'holds' if hold == 1 else 'hold'} well."
    return said


def mastery_told(lessons: Sequence[LessonMastery]) -> list[str]:
    """A sentence a lesson, for speech and braille."""
    return [_told(lesson) for lesson in lessons] or [EMPTY]


def _told(lesson: LessonMastery) -> str:
    name = f"Lesson {lesson.number}, {lesson.title}"
    if lesson.chance is None:
        return f"{name}: not asked yet."
    met = sum(point is not None for point in lesson.points)
    said = f"{name}: {percent(lesson.chance)}, {met} of {counted(len(lesson.points), 'key point', 'key points')} asked"
    return f"{said}, {len(lesson.missed)} missed when last asked." if lesson.missed else f"{said}."
