"""Small screens that ask one thing before going on: leave? hand in? what is doubtful?"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from textual import events
from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.containers import VerticalGroup
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tui.commands import key_as_read
from tui.screens.too_small import mind_the_size
from tui.widgets.asks.row_list import RowList, Rows
from tui.widgets.asks.rows import Row

if TYPE_CHECKING:
    from textual.app import App

LONGEST_WORD = 500

Said = TypeVar("Said")


@dataclass(frozen=True)
class Way:
    """One way out of a dialog."""

    key: str
    """The key that takes it; empty, where there are more ways than keys."""
    label: str
    """What it does, in words."""
    does: Callable[[], object] | None = None
    """Does it, once the dialog is closed; None: to take it is to do nothing."""


class Box(VerticalGroup):
    """The frame of a dialog, in the middle of the screen."""

    DEFAULT_CSS = """
    Box {
        width: 58;
        max-width: 100%;
        max-height: 100%;
        padding: 1 2;
        background: $panel;
        overflow: hidden auto;
        scrollbar-size-vertical: 1;
        .head { text-style: bold; margin-bottom: 1; width: 1fr; }
        .body { margin-bottom: 1; width: 1fr; }
        RowList { margin-bottom: 0; }
        Input, Input:focus {
            height: 1;
            border: none;
            border-left: outer $primary;
            padding: 0 1;
            margin-bottom: 1;
            background: transparent;
            background-tint: transparent;
        }
    }
    """


class Asking(ModalScreen[Said]):
    """Stands in the middle, over the screen it was opened from."""

    DEFAULT_CSS = """
    Asking { align: center middle; background: $background 60%; }
    """
    # The app's own keys do not reach over it.
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+c", "app.interrupt", show=False)]

    def dismiss(self, result: Said | None = None) -> AwaitComplete:
        """Close it; what comes after that, as the second half of a double click does, closes nothing more."""
        return super().dismiss(result) if self.is_active else AwaitComplete()


class Dialog(Asking[Way]):
    """Asks which way to go, and gives the way taken; the first way is the harmless one."""

    AUTO_FOCUS: ClassVar[str | None] = ""

    def __init__(self, head: str, body: str, ways: Sequence[Way], marked: int = 0) -> None:
        """Ask.

        Args:
            head: the question.
            body: what to know before deciding.
            ways: the ways out; `esc` takes the first.
            marked: the way that enter takes, unless another is marked.
        """
        super().__init__()
        self._head, self._body, self._ways = head, body, tuple(ways)
        self._marked = marked

    def compose(self) -> ComposeResult:
        """The question, what to know, the ways out."""
        with Box():
            yield Static(self._head, markup=False, classes="head")
            yield Static(self._body, markup=False, classes="body")
            yield RowList()

    def on_mount(self) -> None:
        """Show the ways, with the mark on one."""
        rows = self.query_one(RowList)
        rows.show([Row(way.label, key_as_read(way.key)) for way in self._ways])
        rows.point(self._marked)
        rows.focus(scroll_visible=False)

    def on_key(self, event: events.Key) -> None:
        """A way's own key takes it; so do the arrows and enter."""
        rows = self.query_one(RowList)
        own = next((way for way in self._ways if way.key == event.key), None)
        if event.key == "enter":
            self.dismiss(self._ways[rows.cursor or 0])
        elif event.key == "escape":
            self.dismiss(self._ways[0])
        elif own is not None:
            self.dismiss(own)
        elif not rows.go(event.key):
            return
        event.stop()

    def on_rows_pressed(self, event: Rows.Pressed) -> None:
        """A click takes a way."""
        self.dismiss(self._ways[event.index])


def ask(app: "App[Any]", head: str, body: str, ways: Sequence[Way], marked: int = 0) -> Dialog:
    """Open a dialog, and do what the way taken does.

    Args:
        app: what shows the screens.
        head: the question.
        body: what to know before deciding.
        ways: the ways out; `esc` takes the first, the harmless one.
        marked: the way that enter takes, unless another is marked.

    Returns:
        The dialog.
    """

    def taken(way: Way | None) -> None:
        if way is not None and way.does is not None:
            way.does()

    dialog = Dialog(head, body, ways, marked)
    app.push_screen(dialog, taken)
    mind_the_size(app)
    return dialog


class DoubtScreen(Asking[str | None]):
    """Asks for a word on what is doubtful about a question; None if it is not doubtful after all."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,ctrl+b", "back", show=False)]

    def __init__(self, word: str = "") -> None:
        """Ask for a word.

        Args:
            word: what was said before.
        """
        super().__init__()
        self._word = word

    def compose(self) -> ComposeResult:
        """What is asked, the line to type on, the ways out."""
        with Box():
            yield Static("What is doubtful about this question?", markup=False, classes="head")
            yield Input(self._word, max_length=LONGEST_WORD)
            yield RowList()

    def on_mount(self) -> None:
        """Be ready to type."""
        rows = self.query_one(RowList)
        rows.can_focus = False
        rows.show([Row("mark it as doubtful, with or without a word", "enter"), Row("back", "^b")])
        self.query_one(Input).focus()

    def on_input_submitted(self) -> None:
        """Mark the question."""
        self.dismiss(self.query_one(Input).value.strip())

    def action_back(self) -> None:
        """Do nothing."""
        self.dismiss(None)

    def on_rows_pressed(self, event: Rows.Pressed) -> None:
        """A click takes a way."""
        self.dismiss(self.query_one(Input).value.strip() if event.index == 0 else None)
