"""Two blocks of lines beside each other."""

from collections.abc import Sequence
from itertools import zip_longest

from tui.typeset import Line, merged, pad


def beside(left: Sequence[Line], right: Sequence[Line], at: int) -> list[Line]:
    """Put one block at the right of another.

    Args:
        left: lines of at most `at` cells.
        right: lines.
        at: the cell at which those on the right begin.
    """
    return [merged((*pad(one, at), *other)) if other else one for one, other in zip_longest(left, right, fillvalue=())]
