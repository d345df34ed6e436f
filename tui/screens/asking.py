"""A question and its verdict on the whole screen: what a quiz, an exam and the look back at one have in common."""

from abc import abstractmethod
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.screen import Screen

from tui.commands import Command
from tui.guide.words import cited
from tui.quiz.ask import Ask, Response
from tui.quiz.question import Question
from tui.quiz.verdict import Verdict
from tui.screens.passage import Passage
from tui.screens.routes import routes
from tui.widgets.asks.ask_view import AskView
from tui.widgets.footer import KeyLine
from tui.widgets.progress_line import ProgressLine
from tui.widgets.title_line import TitleLine
from tui.widgets.verdict_view import Told

TWO_COLUMNS = 110
"""From so many columns on, the panel that teaches a question stands beside its verdict."""


class AskingScreen(Screen[None]):
    """One question in its place, the next one drawn over it."""

    AUTO_FOCUS: ClassVar[str | None] = ""
    BLANK = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "scroll(-1)", show=False),
        Binding("down", "scroll(1)", show=False),
        Binding("pageup", "scroll(-12)", show=False),
        Binding("pagedown", "scroll(12)", show=False),
    ]
    DEFAULT_CSS = """
    AskingScreen {
        Passage { display: none; width: 1fr; }
        &.-two AskView { width: 60%; min-width: 72; }
        &.-two Passage { display: block; }
    }
    """
    RESERVED: ClassVar[str] = "e"
    """Letters that are commands here and so answer nothing."""
    BESIDE: ClassVar[bool] = True
    """Whether the panel stands beside the verdict where there is room."""

    def __init__(self) -> None:
        """The parts, mounted once."""
        super().__init__()
        self.HORIZONTAL_BREAKPOINTS = [(0, "-one"), (TWO_COLUMNS, "-two")] if self.BESIDE else None
        self.title_line = TitleLine()
        self.progress_line = ProgressLine()
        self.ask_view = AskView(self.RESERVED)
        self.passage = Passage()
        self.key_line = KeyLine(())

    def compose(self) -> ComposeResult:
        """Where one is, the question, the verdict underneath, the panel that teaches it, the keys."""
        yield self.title_line
        yield self.progress_line
        with Horizontal():
            yield self.ask_view
            yield self.passage
        yield self.key_line

    @property
    @abstractmethod
    def question(self) -> Question:
        """The question shown."""

    @abstractmethod
    def keys_now(self) -> tuple[Command, ...]:
        """What the keys do at this moment."""

    def on_mount(self) -> None:
        """Keep the footer true: what keys do depends on whether one is writing."""
        self.watch(self, "focused", self.tell_keys, init=False)

    def tell_keys(self, *_: Any) -> None:
        """Show in the footer what the keys do at this moment."""
        self.key_line.show(self.keys_now())

    def put(self, ask: Ask, given: Response | None = None) -> None:
        """Show a question, from its top."""
        self.ask_view.show(ask, given)
        self.passage.show(None)
        self.tell_keys()

    @property
    def checklist(self) -> tuple[str, ...]:
        """What there was to remember, for a recall."""
        return tuple(self.guide.key_points[point].says for point in self.question.tests)

    def reveal(self, verdict: Verdict, response: Response) -> None:
        """Mark what was right and what was answered."""
        self.ask_view.reveal(verdict, response, self.checklist)

    def tell(self, told: Told) -> None:
        """Show the words of a verdict, and as much of them as the terminal has room for."""
        self.ask_view.tell(told)
        self.tell_keys()
        self.call_after_refresh(self.passage.show, self.guide.panel_of(self.question))

    def action_scroll(self, lines: int) -> None:
        """Move the page; where all of it is in sight, the panel beside it."""
        page = self.ask_view.page if self.ask_view.page.max_scroll_y else self.passage
        page.scroll_relative(y=lines, animate=False, force=True)

    def copied_text(self) -> str:
        """The question with its ¶."""
        guide = self.guide
        points = (guide.key_points[point] for point in self.question.tests)
        return f"{self.question.question} ({cited(paragraph for point in points for paragraph in point.source)})"

    @property
    @abstractmethod
    def guide(self) -> Any:
        """The guide that is taught."""

    def action_show_panel(self) -> None:
        """Show the panel that teaches the question; leaving it comes back here."""
        routes(self).open_lesson(self.guide.lesson_of(self.question).id, self.guide.panel_of(self.question).id)
