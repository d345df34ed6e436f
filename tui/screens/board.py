"""What home shows: one next step, the lessons with what is known of them, the mistakes in the guide."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import events
from textual.message import Message
from textual.reactive import reactive

from tui.drawing.charts.mastery import legend, mark_of
from tui.guide.errors import Problem
from tui.guide.model import Lesson
from tui.memory.days import day_of
from tui.memory.due import next_in_words
from tui.text import counted
from tui.typeset import Line, Span, cells, hang, indent, line_cells, pad, wrap
from tui.widgets.column import margin_at
from tui.widgets.panel_view import Page

if TYPE_CHECKING:
    from tui.memory.outlook import Outlook
    from tui.study import Study

MOST_MARKS = 16
"""How many key points of a lesson are shown at most."""
REVIEW, DATE = -1, -2
"""The rows below the lessons that no mark reaches: they have keys of their own, and can be clicked."""
_LABEL = 13
_MARGIN = 2
_FACTS = 13
"""`2 of 5 panels`."""
_ROOMY = 64
_AROUND = 4
"""Title, keys, and a blank line beside each."""


class Board(Page):
    """The next step, the lessons, the mistakes in the guide: rows of which one is marked."""

    marked: reactive[int] = reactive(0)
    """The row that is marked: 0 is the next step, then the lessons, then the mistakes."""

    @dataclass
    class Chosen(Message):
        """A row was clicked."""

        row: int
        """Which one."""

    def __init__(self, study: "Study") -> None:
        """The board of this learner."""
        super().__init__(self._board)
        self._study = study
        self.problems: Sequence[Problem] = ()
        """The mistakes in the guide; none, as long as it is not read to its end."""
        self.outlook: Outlook | None = None
        """What is to be expected of the day to be ready for, once it was predicted."""
        self._rows: dict[int, int] = {}
        self._room = 0

    @property
    def last(self) -> int:
        """The last row that can be marked."""
        return len(self._study.guide.lessons) + bool(self.problems)

    def line_of(self, row: int) -> int:
        """The line on which a row starts."""
        return min((line for line, owner in self._rows.items() if owner == row), default=0)

    def move(self, by: int) -> None:
        """Move the mark, and bring it into view; the first row together with what stands above it."""
        self.marked = min(max(self.marked + by, 0), self.last)
        line, screen = self.line_of(self.marked), self.screen
        if self.marked == 0:
            screen.scroll_home(animate=False)
        else:
            top, height = screen.scroll_offset.y, screen.size.height - 2
            screen.scroll_to(y=min(max(top, line + 3 - height), line), animate=False)

    def watch_marked(self) -> None:
        """Draw the mark where it is now."""
        self.redraw()

    def mind_the_height(self) -> None:
        """Draw with less air where not all fits."""
        if self._room and self._room != self.app.size.height:
            self.redraw()

    def on_click(self, event: events.Click) -> None:
        """A click on a row chooses it."""
        at = event.get_content_offset(self)
        if at is not None and at.y in self._rows:
            event.stop()
            self.post_message(self.Chosen(self._rows[at.y]))

    def _board(self, width: int) -> list[Line]:
        """All rows, in the middle of the screen."""
        margin = margin_at(width)
        self._room = self.app.size.height
        parts = self._parts(width - 2 * margin, [(), ()])
        if len(parts) + _AROUND > self._room:
            parts = self._parts(width - 2 * margin, [()])
        return [(), *hang(parts, indent(margin), indent(margin))]

    def _parts(self, width: int, air: list[Line]) -> list[Line]:
        """All rows; notes which line belongs to which."""
        guide = self._study.guide
        lines: list[Line] = []
        self._rows = {}
        if guide.source.title:
            by = f", {guide.source.by}" if guide.source.by else ""
            source = f"On {guide.source.title}{by}, ¶1–¶{guide.source.paragraphs}"
            lines += [*wrap([Span(source, "dim")], width), *air]
        if not guide.lessons:
            lines += self._empty(width)
        else:
            standing = [self._study.standing(lesson) for lesson in guide.lessons]
            asked = any(each.chance is not None for points in standing for each in points)
            self._add(lines, 0, self._step(width))
            lines += air
            for number, lesson in enumerate(guide.lessons, 1):
                points = standing[number - 1]
                marks = [mark_of(each.chance, missed=each.missed) for each in points] if asked else None
                self._add(lines, number, self._lesson(number, lesson, marks, width))
            if asked:
                before = indent(_MARGIN + 3)
                lines += [(), *hang(legend(width - _MARGIN - 3), before, before)]
            self._add_facts(lines, width)
        if self.problems:
            lines.append(())
            self._add(lines, len(guide.lessons) + 1, self._mistakes(width))
        return lines

    def _add(self, lines: list[Line], row: int, own: list[Line]) -> None:
        # A blank line stands above the board.
        self._rows |= dict.fromkeys(range(len(lines) + 1, len(lines) + len(own) + 1), row)
        mark = Span("▸ ", "accent") if row == self.marked else Span("  ")
        lines += [((Span("  ") if index else mark), *line) for index, line in enumerate(own)]

    def _step(self, width: int) -> list[Line]:
        """The one next step, with its length, and why."""
        step = self._study.next_step()
        room = width - _MARGIN
        key = "enter" if self.marked == 0 else ""
        return [
            *_spread([Span(step.headline, "strong")], Span(step.amount, "dim"), room),
            *_spread([Span(step.reason)], Span(key, "accent"), room),
        ]

    def _lesson(self, number: int, lesson: Lesson, marks: list[Span] | None, width: int) -> list[Line]:
        """One lesson: number, title, its key points' marks once there are any to tell, how much of it is read."""
        lessons = self._study.guide.lessons
        room = width - _MARGIN
        of = len(lesson.panels)
        read = self._study.read_in(lesson)
        fact = "read" if read == of else f"{read} of {counted(of, 'panel')}" if read else counted(of, "panel")
        met = [] if marks is None else marks[:MOST_MARKS]
        most = 0 if marks is None else min(max(len(each.key_points) for each in lessons), MOST_MARKS)
        right: Line = (*pad(tuple(met), most), Span(f"{fact:>{_FACTS}}", "dim"))
        if room < _ROOMY - _MARGIN:
            # Where there is little room, a lesson that was asked about has its marks alone, another the fact alone.
            asked = any(mark != mark_of(None) for mark in met)
            right = pad(tuple(met), most) if asked else (Span(fact, "dim"),)
        head = Span(f"{number:>2} ", "dim")
        title = wrap([Span(lesson.title, "strong" if number == self.marked else "plain")], room - 5 - line_cells(right))
        first, *rest = title or [()]
        return [
            (*pad((head, *first), room - line_cells(right)), *right),
            *hang(rest, indent(3), indent(3)),
        ]

    def _add_facts(self, lines: list[Line], width: int) -> None:
        """What is due, or will be; the day to be ready for."""
        from_below = [(REVIEW, "r", self._due()), (DATE, "b", self._day())]
        facts = [(row, key, fact) for row, key, fact in from_below if fact]
        if facts:
            lines.append(())
        for row, key, (label, says) in facts:
            self._add(lines, row, _labelled(label, says, key, width - _MARGIN))

    def _due(self) -> tuple[str, str] | None:
        study = self._study
        if study.next_step().what == "review":
            return None
        today = study.today()
        if today:
            return "Due now", f"{today.in_words}, {counted(today.minutes, 'minute')}"
        coming = next_in_words(study.guide, study.record.knowledge, study.now)
        return ("Next review", coming) if coming else None

    def _day(self) -> tuple[str, str] | None:
        by, today = self._study.settings.by, day_of(self._study.now)
        if by is None:
            return None
        from tui.drawing.outlook import day_named, outlook_line  # noqa: PLC0415  few have set a day

        if by < today:
            return day_named(by, today), "is over. Set another day to be ready for, or drop it."
        known = self.outlook is not None and self.outlook.by == by
        return day_named(by, today), outlook_line(self.outlook) if self.outlook and known else "…"

    def _mistakes(self, width: int) -> list[Line]:
        problems = self.problems
        first = problems[0].place
        mistakes = counted(len(problems), "mistake")
        says = f"{mistakes} in the guide, the first in {first.name} line {first.line}."
        return _spread([Span(says)], Span("m shows them", "accent"), width - _MARGIN)

    def _empty(self, width: int) -> list[Line]:
        folder = self._study.guide.folder / "lessons"
        return [
            *wrap([Span("This guide has no lessons that can be read.", "strong")], width),
            (),
            *wrap([Span(f"To begin, write guide.yaml and one Markdown file a lesson in {folder}.")], width),
            *wrap(
                [Span("docs/guide-files.md says what goes into them; kruzhok check says what is wrong with them.")],
                width,
            ),
        ]


def _labelled(label: str, says: str, key: str, width: int) -> list[Line]:
    """A label, what there is to say, and the key that does something about it."""
    head = Span(f"{label:<{max(_LABEL, cells(label) + 2)}}", "dim")
    under = indent(cells(head.text))
    lines = wrap([Span(says)], width - cells(head.text) - 3)
    first, *rest = lines or [()]
    return [(*pad((head, *first), width - 1), Span(key, "accent")), *hang(rest, under, under)]


def _spread(left: list[Span], right: Span, width: int) -> list[Line]:
    """The text at the left, a fact at the right end of its first line."""
    wide = cells(right.text)
    lines = wrap(left, width - wide - 2 if wide else width) or [()]
    gap = Span(" " * max(1, width - wide - line_cells(lines[0])))
    return [(*lines[0], gap, right), *lines[1:]] if wide else lines
