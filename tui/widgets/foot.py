"""What stands under a page, like a footnote: a text at the left, a fact at the right edge of the column."""

from tui.typeset import Line, Span, cells, hang, indent, line_cells, wrap
from tui.widgets.column import margin_at
from tui.widgets.panel_view import Page

MORE = "↓ more"


class Foot(Page):
    """A blank line, in which it says whether there is more of the page; then a line or more in the dim weight.

    It stands in as far as the column above it.
    """

    DEFAULT_CSS = """
    Foot {
        margin: 0 0 1 0;
    }
    """

    def __init__(self) -> None:
        """A foot that says nothing yet."""
        super().__init__(self._foot)
        self._left, self._right, self._more = "", "", False

    def tell(self, left: str, right: str) -> None:
        """Show this.

        Args:
            left: the text at the left.
            right: the fact at the right.
        """
        self._left, self._right = left, right
        self.redraw()

    def tell_more(self, more: bool) -> None:
        """Say whether there is more of the page below; this moves nothing."""
        if more != self._more:
            self._more = more
            self.redraw()

    def _foot(self, width: int) -> list[Line]:
        margin = margin_at(width)
        room = width - 2 * margin
        lines = wrap([Span(self._left, "dim")], room - cells(self._right) - 2) or [()]
        head: Line = (Span(" " * (room - cells(MORE))), Span(MORE, "dim")) if self._more else ()
        gap = Span(" " * (room - cells(self._right) - line_cells(lines[0])))
        whole = [head, (*lines[0], gap, Span(self._right, "dim")), *lines[1:]]
        return hang(whole, indent(margin), indent(margin))
