"""How a sitting went: what it means, then what to do."""

from dataclasses import replace
from datetime import timedelta
from typing import ClassVar

from msgspec.structs import replace as command_shown
from rich.cells import cell_len
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from tui.commands import RESULTS, Command, named
from tui.memory.coming import after_sitting
from tui.memory.days import LOCAL
from tui.open_sitting import OpenSitting
from tui.quiz.choosing import Choice
from tui.quiz.explain import SIGNS
from tui.quiz.result import Result
from tui.quiz.sitting import Ending
from tui.screens.routes import routes
from tui.widgets.asks.row_list import RowList, Rows
from tui.widgets.asks.rows import Row, Under
from tui.widgets.bars import Bar, Bars, number
from tui.widgets.column import NARROW, Column
from tui.widgets.footer import KeyLine, own_bindings
from tui.widgets.title_line import TitleLine
from tui.widgets.verdict_view import STYLES

RETRY, SHOW, LOOK, HELP, LEAVE = named(RESULTS, "retry", "show_missed", "look_through", "help", "leave")

MINUTES_ARE_OVER = "The minutes are over. What was not asked waits for another day."
"""What is said where a review ends before all of it was asked."""


def time_taken(took: timedelta) -> str:
    """A time as one says it: `4 min 10 s`."""
    minutes, seconds = divmod(int(took.total_seconds()), 60)
    return f"{minutes} min {seconds} s" if minutes else f"{seconds} s"


class Score(Static):
    """The score at the left, the time taken at the right edge."""

    DEFAULT_CSS = """
    Score {
        width: 1fr;
        height: 1;
        margin-bottom: 2;
    }
    """

    def __init__(self, score: str, took: str) -> None:
        """Show both."""
        super().__init__(markup=False)
        self._score, self._took = score, took

    def render(self) -> Content:
        """The line."""
        gap = " " * max(self.content_size.width - len(self._score) - len(self._took), 1)
        return Content.assemble((self._score, "bold"), gap, (self._took, "$foreground-muted"))


class ResultsScreen(Screen[None]):
    """The end of a sitting."""

    where = "results"
    AUTO_FOCUS: ClassVar[str | None] = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        *own_bindings(RESULTS),
        Binding("pageup", "scroll(-12)", show=False),
        Binding("pagedown", "scroll(12)", show=False),
    ]
    DEFAULT_CSS = """
    ResultsScreen {
        .meaning { margin: 2 0; width: 1fr; }
        .coming { margin: -1 0 2 0; width: 1fr; color: $foreground-muted; }
        .time { margin-bottom: 1; width: 1fr; }
    }
    """

    def __init__(self, sitting: OpenSitting) -> None:
        """The result of this sitting."""
        super().__init__()
        self.open = sitting
        self.result: Result = sitting.result()

    def compose(self) -> ComposeResult:
        """Score, bars, meaning, what was missed, the keys."""
        result = self.result
        self._rows = RowList()
        yield TitleLine("Results", self.open.guide.title)
        with Column():
            if self.time_is_up:
                yield Static("The time is up; what you had answered was handed in.", classes="time")
            elif self.open.minutes_are_over and self.open.sitting.left_open:
                yield Static(MINUTES_ARE_OVER, classes="time")
            yield Score(self._score if result.asked else "No score", time_taken(result.took))
            parts = [result.by_kind, *([result.by_lesson] if len(result.by_lesson) > 1 else [])]
            yield Bars(*([Bar(tally.label, tally.right, tally.of) for tally in part] for part in parts))
            yield Static(result.said, markup=False, classes="meaning")
            shown, study = self.open, self.open.study
            at = study.clock().astimezone(LOCAL)
            if coming := after_sitting(shown.sitting, shown.guide, study.record.knowledge, at):
                yield Static(coming, markup=False, classes="coming")
            if result.missed:
                yield self._rows
        yield KeyLine(self._commands())

    def guide_read(self) -> None:
        """Tell of the questions and the panels as they read now."""
        if self.open.take_guide(self.open.study.guide):
            self.result = self.open.result()
            self.call_next(self._compose_anew)

    async def _compose_anew(self) -> None:
        await self.recompose()
        self.on_resize()
        self.on_mount()

    @property
    def _score(self) -> str:
        return f"{number(self.result.credit)} of {self.result.asked}"

    @property
    def time_is_up(self) -> bool:
        """Whether it was the clock that ended the sitting."""
        return self.result.ending is Ending.TIME_RAN_OUT

    def _commands(self) -> tuple[Command, ...]:
        missed = min(len(self.result.missed), len(SHOW.keys))
        shown = "1" if missed == 1 else f"1-{missed}"
        return (*((RETRY, command_shown(SHOW, shown=shown)) if missed else ()), LOOK, HELP, LEAVE)

    def on_mount(self) -> None:
        """Be ready for the arrows."""
        if self.result.missed:
            self._rows.focus(scroll_visible=False)

    def on_resize(self) -> None:
        """List what was missed, each with its panel at the right edge or, where there is little room, underneath."""
        narrow = self.size.width < NARROW
        self._rows.room = 0 if narrow else max((cell_len(each.whereabouts) for each in self.result.missed), default=0)
        self._rows.show([self._row(place, narrow) for place in range(len(self.result.missed))], self._rows.cursor)

    def _row(self, place: int, narrow: bool) -> Row:
        missed = self.result.missed[place]
        sign, style = SIGNS[missed.grade], STYLES[missed.grade]
        row = Row(missed.question.question, str(place + 1) if place < 9 else "", sign, style=style, tinted=False)
        if narrow:
            return replace(row, under=(Under(missed.whereabouts),))
        return replace(row, word=missed.whereabouts)

    def on_key(self, event: events.Key) -> None:
        """Arrows go through what was missed; on one of them, enter shows its panel."""
        if event.key in {"up", "down"}:
            if self._rows.rows:
                self._rows.move(1 if event.key == "down" else -1)
            else:
                self.action_scroll(1 if event.key == "down" else -1)
        elif event.key == "enter" and self._rows.cursor is not None:
            self._show(self._rows.cursor)
        else:
            return
        event.stop()

    def on_rows_pressed(self, event: Rows.Pressed) -> None:
        """A click shows the panel."""
        self._show(event.index)

    def _show(self, index: int) -> None:
        if index < len(self.result.missed):
            missed = self.result.missed[index]
            routes(self).open_lesson(missed.lesson.id, missed.panel.id)

    def action_show_missed(self, key: str) -> None:
        """Show the panel of the missed question with this number."""
        self._show(int(key) - 1)

    def action_retry(self) -> None:
        """Take the missed questions again."""
        if self.result.missed:
            routes(self).open_quiz(Choice(only=tuple(missed.question.id for missed in self.result.missed)))
        else:
            routes(self).go_home()

    def action_look_through(self) -> None:
        """Look through every question with its verdict."""
        from tui.screens.look_through import LookThroughScreen  # noqa: PLC0415  seldom wanted

        if self.open.sitting.first_askings:
            self.app.push_screen(LookThroughScreen(self.open))

    def action_leave(self) -> None:
        """Go home."""
        routes(self).go_home()

    def action_scroll(self, lines: int) -> None:
        """Move the page."""
        self.query_one(Column).scroll_relative(y=lines, animate=False)

    def copied_text(self) -> str:
        """The result in words."""
        missed = [f"- {missed.question.question}" for missed in self.result.missed]
        return "\n".join([self._score, self.result.said, *missed])
