"""The line at the head of a screen: where one is at the left, how far at the right."""

from textual.content import Content
from textual.reactive import reactive

from tui.typeset import cells, short
from tui.widgets.drawn import OneLine


class TitleLine(OneLine):
    """One line with something at its left and at its right end."""

    DEFAULT_CSS = """
    TitleLine {
        height: 1;
        padding: 0 1;
        text-wrap: nowrap;
    }
    """

    left: reactive[str] = reactive("")
    """What stands at the left end; it is shortened where there is no room."""
    right: reactive[str] = reactive("")
    """What stands at the right end."""

    def __init__(self, left: str = "", right: str = "") -> None:
        """A line with these words."""
        super().__init__()
        self.set_reactive(TitleLine.left, left)
        self.set_reactive(TitleLine.right, right)

    def render(self) -> Content:
        """The line, for its width."""
        width = self.content_size.width
        left = short(self.left, max(1, width - cells(self.right) - 2))
        gap = " " * max(1, width - cells(left) - cells(self.right))
        return Content.assemble((left, "bold"), gap, (self.right, "$foreground-muted"))
