"""The one column in which everything is read: at most 76 characters, wide margins, scrolled where it is long."""

from textual.app import ComposeResult
from textual.containers import VerticalGroup, VerticalScroll
from textual.widget import Widget

WIDEST = 76
NARROW = 72
"""Below this many columns the margins shrink to two."""


class _Text(VerticalGroup):
    """What the column holds. It has the margins, so that the scrollbar stands at the terminal's edge."""

    DEFAULT_CSS = """
    _Text {
        padding: 1 6;
    }
    """


class Column(VerticalScroll, can_focus=False):
    """A centred column of text that scrolls. The screen moves it with its own keys; it never takes the focus."""

    DEFAULT_CSS = """
    Column {
        width: 1fr;
        height: 1fr;
        overflow: hidden scroll;
        scrollbar-size-vertical: 1;
    }
    """

    def __init__(self, *children: Widget, below: int = 1) -> None:
        """A column of these widgets, or of those composed inside it.

        Args:
            children: what it holds.
            below: how many lines stay blank under the text.
        """
        super().__init__()
        self._below = below
        self._text = _Text(*children)

    def compose(self) -> ComposeResult:
        """The text."""
        yield self._text

    def compose_add_child(self, widget: Widget) -> None:
        """Take what is composed inside the column into its text."""
        self._text.compose_add_child(widget)

    @property
    def margin(self) -> int:
        """How far the text stands in from the terminal's edge."""
        return margin_at(self.outer_size.width)

    def fit(self) -> bool:
        """Give up the blank line above a text that would else be one line too long.

        Returns:
            Whether that changes anything, so that there is something to draw anew.
        """
        padding = self._text.styles.padding
        over = self._text.virtual_region.height - padding.top - self.size.height
        above = 0 if over == 0 else 1
        if padding.top == above:
            return False
        self._text.styles.padding = (above, padding.right, padding.bottom, padding.left)
        return True

    def on_resize(self) -> None:
        """Keep the text at a readable width, whatever the terminal's."""
        margin = self.margin
        # The gutter of the scrollbar is part of the margin on the right.
        above = self._text.styles.padding.top
        padding = (above, max(margin - self.styles.scrollbar_size_vertical, 0), self._below, margin)
        if self._text.styles.padding != padding:
            self._text.styles.padding = padding


def margin_at(width: int) -> int:
    """How far the column stands in from the terminal's edge, at the terminal's width."""
    return 2 if width < NARROW else max(6, (width - WIDEST) // 2)
