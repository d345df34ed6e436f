from hypothesis import given
from hypothesis import strategies as st

from tests.drawing.charts.held import SHARES, lines_of
from tui.drawing.charts.plot import LEFT, Stroke, plot, row_of
from tui.typeset import line_cells


def test_a_half_stands_in_the_line_that_is_named_so() -> None:
    lines = lines_of(plot([Stroke([0.5] * 4)], 2, 7))
    assert [line[LEFT:].strip() != "" for line in lines[:-1]] == [line.startswith(" 50 %") for line in lines[:-1]]
    assert lines[row_of(0.5, 7)].startswith(" 50 % ┤")


def test_a_steep_stroke_has_no_gap() -> None:
    assert [line[LEFT:] for line in lines_of(plot([Stroke([1, 1, 0, 0])], 2, 3))] == ["⠉⡆", " ⡇", " ⣇", "──"]


def test_nothing_is_drawn_where_a_stroke_is_not() -> None:
    assert [line[LEFT:] for line in lines_of(plot([Stroke([None, None, 1, None])], 2, 1, rule=0))] == ["┊⠁", "┴─"]


@given(st.lists(st.none() | SHARES, max_size=300), st.integers(1, 120), st.integers(1, 12), st.booleans())
def test_a_plot_has_the_size_it_is_given(
    chances: list[float | None],
    width: int,
    height: int,
    dotted: bool,
) -> None:
    lines = plot([Stroke(chances, dotted=dotted)], width, height)
    assert [line_cells(line) for line in lines] == [width + LEFT] * (height + 1)
