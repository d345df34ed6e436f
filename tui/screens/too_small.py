"""A word in place of everything, as long as the terminal is too small."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static


class TooSmallScreen(ModalScreen[None]):
    """It covers the screen, which stays as it is below."""

    where = "too small"
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

    def __init__(self, width: int, height: int) -> None:
        """The size that is needed."""
        super().__init__()
        self._needed = f"{width} × {height}"

    def compose(self) -> ComposeResult:
        """What is needed, what there is."""
        yield Static()

    def on_mount(self) -> None:
        """Say it."""
        self.on_resize()

    def on_resize(self) -> None:
        """Say it anew: the size has changed."""
        size = self.app.size
        says = f"This needs {self._needed} characters.\nNow: {size.width} × {size.height}.\n^q leaves."
        self.query_one(Static).update(Content(says))
