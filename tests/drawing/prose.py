"""Prose, drawn."""

from tui.drawing import draw
from tui.guide.blocks import Prose
from tui.text import clean


def prose_lines(markdown: str, width: int) -> list[str]:
    """Markdown as the lines it is drawn in."""
    return draw(Prose(clean(markdown)), width)
