"""A QR code in half blocks, black on white whatever the theme: phones read no other."""

from functools import lru_cache

from tui.drawing.halves import halves
from tui.typeset import Line, Span

QUIET = 2
"""How many blank squares stand around it: as many as phones need in practice, in a terminal that has few lines."""


@lru_cache(maxsize=1)
def qr_lines(text: str) -> tuple[Line, ...]:
    """A text as a QR code; a lobby is drawn anew with everybody who comes in, and its code stays the same.

    Args:
        text: what a phone is to read; in capitals it takes the fewest squares.
    """
    import segno  # noqa: PLC0415  only a host needs it

    code = segno.make(text, error="l", micro=False, boost_error=False)
    rows = [[bool(square) for square in row] for row in code.matrix_iter(border=QUIET)]
    return tuple((Span(line, "ink"),) for line in halves(rows))
