"""Asking for a name: a learner's, or a player's in a room, which may offer some."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, Static

from tui.memory.learners import LONGEST_NAME, BadName, name_from
from tui.screens.dialogs import Asking, Box
from tui.text import Clean
from tui.widgets.asks.row_list import RowList, Rows
from tui.widgets.asks.rows import Row


class NameScreen(Asking[None]):
    """Asks for a name, until it is one that can be taken."""

    AUTO_FOCUS = "Input"

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,ctrl+b", "back", show=False)]

    def __init__(
        self, head: str, does: str, take: Callable[[Clean], object], name: str = "", offered: Sequence[str] = ()
    ) -> None:
        """Ask.

        Args:
            head: what is asked.
            does: what enter does.
            take: takes the name, or raises BadName or OSError.
            name: what they are called now.
            offered: names that can be had at once.
        """
        super().__init__()
        self._head, self._does, self._take, self._called = head, does, take, name
        self._offered = tuple(offered)
        self._rows = RowList()
        self._rows.can_focus = False

    def compose(self) -> ComposeResult:
        """What is asked, the line to type on, the names offered, the ways out."""
        why = Static("", markup=False, classes="body")
        why.display = False
        offered = [Row(name) for name in self._offered]
        if offered:
            offered[0] = Row(offered[0].text, word="↓ takes one of these")
        self._rows.show([*offered, Row(self._does, "enter"), Row("back", "^b")])
        with Box():
            yield Static(self._head, markup=False, classes="head")
            yield Input(self._called, max_length=LONGEST_NAME)
            yield why
            yield self._rows

    def on_key(self, event: events.Key) -> None:
        """The arrows choose among the names offered."""
        if self._offered and event.key in {"up", "down"}:
            at = self._rows.cursor
            if event.key == "up" and at in {None, 0}:
                self._rows.show(self._rows.rows)
            elif event.key == "up" or at is None or at + 1 < len(self._offered):
                self._rows.move(1 if event.key == "down" else -1)
            event.stop()

    def on_input_changed(self) -> None:
        """Who types wants none of the names offered."""
        self._rows.show(self._rows.rows)

    def on_input_submitted(self) -> None:
        """Take the name, or say why it cannot be taken."""
        at = self._rows.cursor
        try:
            self._take(name_from(self.query_one(Input).value if at is None else self._offered[at]))
        except BadName as error:
            self._tell(f"{error}.")
        except OSError as error:
            self._tell(f"It cannot be written in {error.filename}: {error.strerror}.")
        else:
            self.dismiss()

    def action_back(self) -> None:
        """Do nothing."""
        self.dismiss()

    def on_rows_pressed(self, event: Rows.Pressed) -> None:
        """A click takes a name, or a way."""
        if event.index == len(self._rows.rows) - 1:
            self.dismiss()
            return
        if event.index < len(self._offered):
            self._rows.point(event.index)
        self.on_input_submitted()

    def _tell(self, why: str) -> None:
        body = self.query_one(".body", Static)
        body.update(Content(why))
        body.display = True
