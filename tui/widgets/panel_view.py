"""A page: lines with their roles, set for the width there is."""

from collections.abc import Callable, Iterable

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from tui.typeset import Line, Role

STYLES: dict[Role, str] = {
    "plain": "",
    "strong": "bold",
    "emphasis": "italic",
    "heading": "bold $primary",
    "dim": "$foreground-muted",
    "accent": "$primary",
    "code": "$foreground-muted",
    "chosen": "bold reverse $primary",
    "ink": "black on white",
}
"""How each role looks."""


def content_of(lines: Iterable[Line]) -> Content:
    """Lines as Textual's text, in which nothing acts as markup."""
    return Content("\n").join(
        Content.assemble(*((text, STYLES[role]) for text, role in line)) if line else Content("") for line in lines
    )


class Page(Widget):
    """Text that is drawn anew for every width."""

    DEFAULT_CSS = """
    Page {
        height: auto;
        text-wrap: nowrap;
    }
    """

    def __init__(self, draw: Callable[[int], list[Line]] | None = None) -> None:
        """A page, empty until it is given something to draw.

        Args:
            draw: makes the lines for a width.
        """
        super().__init__()
        self._draw = draw
        self._drawn: tuple[int, list[Line]] | None = None

    def show(self, draw: Callable[[int], list[Line]]) -> None:
        """Draw something else."""
        self._draw = draw
        self.redraw()

    def redraw(self) -> None:
        """Draw again: what is drawn has changed."""
        self._drawn = None
        self.refresh(layout=True)

    def lines(self, width: int) -> list[Line]:
        """The lines for this width."""
        if self._drawn is None or self._drawn[0] != width:
            self._drawn = (width, self._draw(width) if self._draw else [])
        return self._drawn[1]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002  Textual's own
        """As many rows as there are lines."""
        return len(self.lines(width))

    def render(self) -> Content:
        """The page."""
        return content_of(self.lines(self.content_size.width))
