"""What stands under a page, like a footnote: a text at the left, a fact at the right edge of the column."""

from tui.typeset import Line, Span, cells, line_cells, wrap
from tui.widgets.panel_view import Page

MORE = "↓ more"


class Foot(Page):
    """A blank line, in which it says whether there is more of the page; then a line or more in the dim weight."""

    DEFAULT_CSS = """
    Foot {
        margin: 0 0 1 0;
    }
    """

    def __init__(self) -> None:
        """A foot that says nothing yet."""
        super().__init__(self._foot)
        self._left, self._right, self._more = "", "", False

    def tell(self, left: str, right: str, margin: int) -> None:
        """Show this.

        Args:
            left: the text at the left.
            right: the fact at the right.
            margin: how far the column above stands in.
        """
        self._left, self._right = left, right
        self.styles.padding = (0, margin)
        self.redraw()

    def tell_more(self, more: bool) -> None:
        """Say whether there is more of the page below; this moves nothing."""
        if more != self._more:
            self._more = more
            self.redraw()

    def _foot(self, width: int) -> list[Line]:
        lines = wrap([Span(self._left, "dim")], width - cells(self._right) - 2) or [()]
        head: Line = (Span(" " * (width - cells(MORE))), Span(MORE, "dim")) if self._more else ()
        gap = Span(" " * (width - cells(self._right) - line_cells(lines[0])))
        return [head, (*lines[0], gap, Span(self._right, "dim")), *lines[1:]]
