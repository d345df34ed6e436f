import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.drawing.charts.held import NAMES, SHARES, WIDTHS, fits, lines_of
from tui.drawing.charts.ink import Row, bar, bar_rows, flow, placed
from tui.text import counted, figure, percent
from tui.typeset import Span, plain

ROWS = st.lists(st.builds(Row, NAMES, st.none() | SHARES, st.text("0123456789 of", max_size=30)), min_size=1)


@pytest.mark.parametrize(
    ("share", "drawn"),
    [(0, "░░░░"), (0.0001, "▏░░░"), (0.5, "██░░"), (0.53, "██▏░"), (0.9999, "███▉"), (1, "████"), (None, "····")],
)
def test_a_bar_is_full_or_empty_only_where_its_share_is(share: float | None, drawn: str) -> None:
    assert plain(bar(share, 4)) == drawn


@given(SHARES, st.integers(1, 60))
def test_a_bar_fills_its_cells_whatever_the_share(share: float, length: int) -> None:
    assert len(plain(bar(share, length))) == length


def test_bars_stand_underneath_each_other() -> None:
    rows = [Row("dates", 1, "3 of 3"), Row("positions", 0.5, "1 of 2")]
    first, second = lines_of(bar_rows(rows, 60))
    assert first.index("█") == second.index("█") == 12
    assert first.endswith("   3 of 3")


def test_without_room_for_a_bar_the_words_stay() -> None:
    assert lines_of(bar_rows([Row("dates", 1, "a long figure indeed")], 30)) == ["dates: a long figure indeed"]


@given(ROWS, WIDTHS)
def test_no_bars_are_wider_than_there_is_room(rows: list[Row], width: int) -> None:
    fits(lambda room: bar_rows(rows, room), width)


def test_items_flow_into_lines_without_being_broken() -> None:
    items = [(Span("● one"),), (Span("○ two"),), (Span("! three"),)]
    assert lines_of(flow(items, 14)) == ["● one   ○ two", "! three"]


def test_labels_stay_inside_and_never_touch() -> None:
    assert placed([(0, "today"), (3, "Mon"), (9, "15 Jan")], 12) == "today 15 Jan"
    assert placed([(0, "too long")], 4) == ""


@pytest.mark.parametrize(
    ("share", "said"), [(0, "0 %"), (0.001, "1 %"), (0.714, "71 %"), (0.999, "99 %"), (1, "100 %"), (1.2, "100 %")]
)
def test_a_percentage_is_0_or_100_only_where_it_is_exact(share: float, said: str) -> None:
    assert percent(share) == said


def test_numbers_read_as_one_says_them() -> None:
    assert [counted(1, "day", "days"), counted(0, "day", "days")] == ["1 day", "0 days"]
    assert [figure(3.0), figure(2.5), figure(1_234_567)] == ["3", "2.5", "1234567"]
