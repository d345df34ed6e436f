"""A quotation: a bar, the words, then who said them, where, and the ¶."""

from tui.guide.blocks import Quotation
from tui.guide.edtf import parse_edtf
from tui.guide.words import cited
from tui.typeset import Line, Span, wrap

_BAR = Span("▎ ", "accent")


def shown_date(date: str) -> str:
    """A date in EDTF as people read it; as it is written, if it cannot be read."""
    try:
        return parse_edtf(date).shown()
    except ValueError:
        return date


def quotation_lines(quotation: Quotation, width: int) -> list[Line]:
    """The quotation, with a bar before each line."""
    return [(_BAR, *line) for line in quotation_told(quotation, width - 2)]


def quotation_told(quotation: Quotation, width: int) -> list[Line]:
    """The quotation in words alone."""
    text = wrap([Span(f"“{quotation.text}”", "emphasis")], width)
    parts: list[str] = [quotation.speaker, quotation.work]
    if quotation.date:
        parts.append(shown_date(quotation.date))
    parts.append(cited(quotation.source))
    return [*text, *wrap([Span(", ".join(part for part in parts if part), "dim")], width)]
