"""Widgets that put their own strips on the screen: a third of the time of a renderable, so keys feel instant."""

from collections.abc import Iterable, Iterator

from rich.segment import Segment
from rich.style import Style
from textual.content import Content
from textual.geometry import Region
from textual.strip import Strip
from textual.visual import Visual
from textual.widget import Widget

Piece = tuple[str, str]
"""A text and how it looks: a theme variable, `bold` before it or alone, or nothing."""


class Drawn(Widget):
    """Draws pieces of text. It has no border, and what padding it has it draws itself."""

    _looks: dict[str, Style] | None = None

    def look(self, style: str) -> Style:
        """How a style looks in this theme."""
        if self._looks is None:
            self._looks = {}
        if style not in self._looks:
            strip = Visual.to_strips(self, Content.styled("x", style), 1, 1, self.visual_style)[0]
            self._looks[style] = next(iter(strip)).style or Style.null()
        return self._looks[style]

    def notify_style_update(self) -> None:
        """Look anew how things look in another theme."""
        super().notify_style_update()
        self._looks = None

    def drawn(self, lines: Iterable[Iterable[Piece]], width: int, crop: Region) -> list[Strip]:
        """Lines as the screen takes them.

        Args:
            lines: the lines inside the crop, from its top.
            width: how wide the widget is.
            crop: which part of it is wanted.
        """
        filters, background = self.get_line_filters(), self.background_colors[1]
        rest = self.look("")
        strips = []
        for pieces in lines:
            strip = Strip([Segment(text, self.look(style)) for text, style in pieces if text])
            strip = strip.adjust_cell_length(width, rest).crop(crop.x, crop.right)
            for each in filters:
                strip = strip.apply_filter(each, background)
            strips.append(strip)
        return strips


class OneLine(Drawn):
    """One line with a blank at either end; `render` says what stands on it, in pieces that do not overlap."""

    DEFAULT_CSS = """
    OneLine {
        width: 1fr;
        height: 1;
        padding: 0 1;
    }
    """

    def render_lines(self, crop: Region) -> list[Strip]:
        """The line."""
        content = self.render()
        assert isinstance(content, Content)
        return self.drawn([((" ", ""), *_pieces(content))][: crop.height], self.outer_size.width, crop)


def _pieces(content: Content) -> Iterator[Piece]:
    """The pieces of which a content was assembled."""
    text, done = content.plain, 0
    for start, end, style in content.spans:
        yield text[done:start], ""
        yield text[start:end], str(style)
        done = end
    yield text[done:], ""
