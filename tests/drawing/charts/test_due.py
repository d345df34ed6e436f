from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tests.drawing.charts.held import COUNTS, WIDTHS, fits, lines_of
from tui.drawing.charts.due import EMPTY, due_lines, due_sentence, due_told

TODAY = date(2026, 11, 25)
COMING = (12, 0, 3, 6, 0, 0, 1, *(0,) * 6, 4, *(0,) * 13, 8)


def test_today_stands_first_and_every_column_has_its_count() -> None:
    assert lines_of(due_lines(COMING[:7], TODAY, 60)) == [
        "12",
        "██",
        "██       6",
        "██    3  ▄▄",
        "██    ▂▂ ██       1",
        "██ ·  ██ ██ ·  ·  ▃▃",
        "────────────────────",
        "We Th Fr Sa Su Mo Tu",
        "today          30 Nov",
    ]


def test_whole_weeks_are_drawn_and_what_comes_later_is_counted() -> None:
    assert lines_of(due_lines(COMING, TODAY, 76))[-1] == "8 more from 16 December on"
    assert "from" not in "".join(lines_of(due_lines(COMING, TODAY, 84)))


def test_where_there_is_little_room_there_is_a_bar_a_week() -> None:
    assert lines_of(due_lines(COMING, TODAY, 40)) == [
        "7 days from today   ███████████████   22",
        "from 2 Dec          ██▊░░░░░░░░░░░░   4",
        "from 9 Dec          ░░░░░░░░░░░░░░░   0",
        "from 16 Dec         █████▌░░░░░░░░░   8",
    ]


def test_what_comes_after_all_days_is_counted_as_later() -> None:
    assert due_sentence(COMING, TODAY, 5) == "12 key points are due today, 10 in the six days after, 17 later."
    assert due_told(COMING, TODAY, 5)[-2:] == ["22 December: 8 due.", "From 23 December on: 5 due."]
    assert lines_of(due_lines(COMING, TODAY, 76, 5))[-1] == "13 more from 16 December on"
    assert lines_of(due_lines(COMING, TODAY, 84, 5))[-1] == "5 more from 23 December on"
    assert lines_of(due_lines(COMING, TODAY, 40, 5))[-1] == "5 more from 23 December on"
    assert due_sentence((0, 0), TODAY, 1) == "Nothing is due in the next 2 days, 1 key point later."
    assert due_told((0, 0), TODAY, 1) == ["From 27 November on: 1 due."]


def test_nothing_due_says_so_and_nothing_learnt_says_what_to_do() -> None:
    assert " ".join(lines_of(due_lines([], TODAY, 60))) == due_sentence([], TODAY) == EMPTY
    assert lines_of(due_lines([0, 0], TODAY, 60)) == ["Nothing is due in the next 2 days."]
    assert due_told([0], TODAY) == ["Nothing is due in the next 1 day."]


def test_the_sentences_say_it_in_words() -> None:
    assert due_sentence(COMING, TODAY) == "12 key points are due today, 10 in the six days after, 12 later."
    assert due_sentence((0, 5), TODAY) == (
        "Nothing is due today, 5 in the six days after, 0 later. The most on one day: 5, on 26 November."
    )
    assert due_told(COMING[:4], TODAY) == ["Today: 12 due.", "27 November: 3 due.", "28 November: 6 due."]


@given(st.lists(COUNTS, max_size=60), st.dates(max_value=date(9000, 1, 1)), COUNTS, WIDTHS)
def test_whatever_is_due_fits_any_width(counts: list[int], today: date, later: int, width: int) -> None:
    fits(lambda room: due_lines(counts, today, room, later), width)
    assert due_sentence(counts, today, later)
    assert due_told(counts, today, later)
