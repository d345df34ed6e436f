"""Squares in half blocks: two of them, one above the other, fill a cell."""

from collections.abc import Sequence
from itertools import zip_longest

_HALVES = {(False, False): " ", (True, False): "▀", (False, True): "▄", (True, True): "█"}


def halves(rows: Sequence[Sequence[bool]]) -> list[str]:
    """Rows of squares, two in a line of text.

    Args:
        rows: which squares are filled; of equal length.
    """
    pairs = zip_longest(rows[::2], rows[1::2], fillvalue=[False] * len(rows[0]))
    return ["".join(_HALVES[pair] for pair in zip(*both, strict=True)) for both in pairs]
