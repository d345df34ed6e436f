"""Go to any panel: all of them in a list that typing narrows."""

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from tui.commands import GO_TO
from tui.guide.model import Lesson, Panel
from tui.screens.routes import routes
from tui.widgets.column import margin_at
from tui.widgets.footer import KeyLine, own_bindings
from tui.widgets.marked_list import MarkedList
from tui.widgets.title_line import TitleLine

if TYPE_CHECKING:
    from tui.study import Study


class GoToScreen(Screen[None]):
    """The list of all panels."""

    where = "go to"
    passing = True
    AUTO_FOCUS = "Input"
    BINDINGS = own_bindings(GO_TO)
    DEFAULT_CSS = """
    GoToScreen Input, GoToScreen Input:focus {
        height: 1;
        padding: 0 2;
        border: none;
        background: $panel;
    }
    GoToScreen OptionList, GoToScreen OptionList:focus {
        height: 1fr;
        padding: 0;
        border: none;
        background: $background;
        scrollbar-size-vertical: 1;
    }
    """

    def __init__(self, study: "Study", current: Panel | None = None) -> None:
        """The list of this guide's panels.

        Args:
            study: what the learner does with the guide.
            current: the panel one comes from; it is marked.
        """
        super().__init__()
        self.study = study
        self._current = current
        self._shown: list[tuple[Lesson, Panel]] = []

    def compose(self) -> ComposeResult:
        """A field to type in, the list, the keys."""
        yield TitleLine("Go to a panel", self.study.guide.title)
        yield Input(placeholder="Type a word of its heading")
        yield MarkedList(markup=False)
        yield KeyLine(GO_TO)

    def on_mount(self) -> None:
        """List all panels, the current one marked."""
        self.query_one(OptionList).can_focus = False
        self._list("", self._current)

    def on_resize(self) -> None:
        """Stand where every column stands."""
        margin = margin_at(self.app.size.width)
        self.query_one(Input).styles.margin = (1, margin)
        self.query_one(OptionList).styles.margin = (0, margin, 1, margin)

    def guide_read(self) -> None:
        """List the panels that there are now, with the mark on the same one."""
        marked = self.query_one(OptionList).highlighted
        self._list(self.query_one(Input).value, None if marked is None else self._shown[marked][1])

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow the list to what is typed."""
        self._list(event.value, None if event.value.strip() else self._current)

    def on_input_submitted(self) -> None:
        """Enter in the field opens the marked panel."""
        self.action_choose()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A click opens the panel."""
        self._open(event.option_index)

    def action_choose(self) -> None:
        """Open the marked panel."""
        marked = self.query_one(OptionList).highlighted
        if marked is not None:
            self._open(marked)

    def action_move_down(self) -> None:
        """Mark the next one."""
        self.query_one(OptionList).action_cursor_down()

    def action_move_up(self) -> None:
        """Mark the one before."""
        self.query_one(OptionList).action_cursor_up()

    def action_leave(self) -> None:
        """Go back."""
        routes(self).leave()

    def _open(self, index: int) -> None:
        lesson, panel = self._shown[index]
        routes(self).open_lesson(lesson.id, panel.id)

    def _list(self, typed: str, marked: Panel | None) -> None:
        """All panels in whose lesson's or own heading each word typed occurs; without one to mark, the first is."""
        wanted = typed.casefold().split()
        self._shown = [
            (lesson, panel)
            for lesson in self.study.guide.lessons
            for panel in lesson.panels
            if all(word in f"{lesson.title} {panel.title}".casefold() for word in wanted)
        ]
        options = self.query_one(OptionList)
        options.clear_options()
        if not self._shown:
            options.add_option(Option(Content("No panel has these words in its heading."), disabled=True))
            return
        options.add_options([Option(self._row(lesson, panel)) for lesson, panel in self._shown])
        here = (index for index, (_, panel) in enumerate(self._shown) if marked and panel.id == marked.id)
        options.highlighted = next(here, 0)

    def _row(self, lesson: Lesson, panel: Panel) -> Content:
        number = f"{self.study.guide.number_of(lesson)}.{lesson.number_of(panel)}"
        read = "  read" if self.study.has_read(panel.id) else ""
        return Content.assemble((f"{number:>6}  ", "$foreground-muted"), panel.title, (read, "$foreground-muted"))
