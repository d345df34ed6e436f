"""What holds of every chart."""

from collections.abc import Callable, Iterable

from hypothesis import strategies as st

from tui.typeset import Line, line_cells, plain

WIDTHS = st.integers(40, 200)
SHARES = st.floats(0, 1)
COUNTS = st.integers(0, 100_000)
NAMES = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp")), max_size=90)


def lines_of(lines: Iterable[Line]) -> list[str]:
    return [plain(line) for line in lines]


def fits(draw: Callable[[int], list[Line]], width: int) -> list[Line]:
    """The lines, none of which is wider than the width or holds a line break."""
    lines = draw(width)
    assert lines
    assert all(line_cells(line) <= width for line in lines)
    assert not any("\n" in span.text for line in lines for span in line)
    return lines
