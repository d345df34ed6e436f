"""What stands in a panel, drawn as text: pure functions that the terminal's widgets and plain mode share."""

from tui.drawing.argument import argument_lines, argument_told
from tui.drawing.comparison import comparison_lines, comparison_told
from tui.drawing.prose import prose_spans
from tui.drawing.quotation import quotation_lines, quotation_told
from tui.drawing.timeline import timeline_lines, timeline_told
from tui.guide.blocks import Argument, Block, Comparison, Prose, Quotation, Timeline
from tui.guide.model import Panel
from tui.typeset import Line, Span, hang, indent, plain, wrap

_SET_IN = 2
"""How far what is drawn stands in from the prose."""
_ROOMY = 56
"""Below this many cells nothing stands in."""


def panel_lines(panel: Panel, width: int) -> list[Line]:
    """A panel: its heading, then its blocks, with a blank line between them."""
    lines = wrap([Span(panel.title, "heading")], width)
    left = _SET_IN if width >= _ROOMY else 0
    for block in panel.blocks:
        if isinstance(block, Prose):
            lines += [(), *drawn(block, width)]
        else:
            lines += [(), *hang(drawn(block, width - 2 * left), indent(left), indent(left))]
    return lines


def drawn(block: Block, width: int) -> list[Line]:
    """A block as lines of spans, each with its role; no line is wider than `width` cells (at least 20)."""
    width = max(width, 20)
    match block:
        case Prose(markdown=markdown):
            return prose_spans(markdown, width)
        case Comparison():
            return comparison_lines(block, width)
        case Quotation():
            return quotation_lines(block, width)
        case Timeline():
            return timeline_lines(block, width)
        case Argument():
            return argument_lines(block, width)


def draw(block: Block, width: int) -> list[str]:
    """A block as plain lines of at most `width` cells."""
    return [plain(line) for line in drawn(block, width)]


def told(block: Block, width: int) -> list[str]:
    """A block in words alone, without rulers, bars and branches: for speech and braille."""
    width = max(width, 20)
    match block:
        case Prose(markdown=markdown):
            lines = prose_spans(markdown, width)
        case Comparison():
            lines = comparison_told(block, width)
        case Quotation():
            lines = quotation_told(block, width)
        case Timeline():
            lines = timeline_told(block, width)
        case Argument():
            lines = argument_told(block, width)
    return [plain(line) for line in lines]
