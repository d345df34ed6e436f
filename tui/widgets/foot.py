"""What stands under a page, like a footnote: a text at the left, a fact at the right edge of the column."""

from tui.typeset import Line, Span, cells, line_cells, wrap
from tui.widgets.panel_view import Page


class Foot(Page):
    """A line or more under a page, in the dim weight."""

    DEFAULT_CSS = """
    Foot {
        margin: 1 0;
    }
    """

    def tell(self, left: str, right: str, margin: int) -> None:
        """Show this.

        Args:
            left: the text at the left.
            right: the fact at the right.
            margin: how far the column above stands in.
        """
        self.styles.padding = (0, margin)
        self.show(lambda width: _foot_lines(left, right, width))


def _foot_lines(left: str, right: str, width: int) -> list[Line]:
    lines = wrap([Span(left, "dim")], width - cells(right) - 2) or [()]
    gap = Span(" " * (width - cells(right) - line_cells(lines[0])))
    return [(*lines[0], gap, Span(right, "dim")), *lines[1:]]
