"""A word in place of everything, as long as the terminal is too small."""

from typing import Any, ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.screen import ModalScreen
from textual.widgets import Static

NEEDED = Size(60, 20)
"""The smallest terminal in which everything can be read."""

KEPT = "What you type now is not taken;\nwhat you typed before is kept."


def mind_the_size(app: "App[Any]", size: Size | None = None) -> None:
    """Say so where the terminal is too small; what is shown stays as it is below.

    Args:
        app: what shows the screens.
        size: the terminal's size, if the app does not know it yet.
    """
    size = size or app.size
    too_small = size.width < NEEDED.width or size.height < NEEDED.height
    told = isinstance(app.screen, TooSmallScreen)
    if too_small and not told:
        app.push_screen(TooSmallScreen())
    elif told and not too_small:
        app.pop_screen()


class TooSmallScreen(ModalScreen[None]):
    """It covers the screen, which stays as it is below."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+c", "app.interrupt", show=False)]
    DEFAULT_CSS = """
    TooSmallScreen {
        align: center middle;
        background: $background;
    }
    TooSmallScreen Static {
        width: auto;
        max-width: 100%;
        text-align: center;
    }
    """

    def compose(self) -> ComposeResult:
        """What is needed, what there is."""
        yield Static()

    def on_mount(self) -> None:
        """Say it."""
        self.on_resize()

    def on_resize(self) -> None:
        """Say it anew: the size has changed."""
        needed, size = (f"{each.width} × {each.height}" for each in (NEEDED, self.app.size))
        says = f"This needs {needed} characters.\nNow: {size}.\n\n{KEPT}\n^q leaves."
        self.query_one(Static).update(Content(says))
