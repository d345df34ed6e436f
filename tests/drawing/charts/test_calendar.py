from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.drawing.charts.held import WIDTHS, fits, lines_of
from tui.drawing.charts.calendar import EMPTY, StudyDay, calendar_lines, calendar_sentence, streak

TODAY = date(2026, 11, 25)
DAYS = st.lists(
    st.builds(StudyDay, st.dates(date(2025, 6, 1), date(2026, 12, 31)), st.floats(0, 1440), st.booleans()), max_size=40
)


def back(*minutes: float, free: int = -1) -> list[StudyDay]:
    """Days from today backwards, of which one had nothing due."""
    return [StudyDay(TODAY - timedelta(days=ago), each, due=ago != free) for ago, each in enumerate(minutes)]


def test_weeks_are_columns_shaded_by_minutes() -> None:
    assert lines_of(calendar_lines(back(31, 16, 6, 1, 0, 0, 0, 4, free=5), TODAY, 80)) == [
        "                 Nov",
        "Mon                ▒",
        "                   ▓",
        "Wed              ░ █",
        "                 ·",
        "Fri              -",
        "                 ·",
        "Sun              ░",
        "",
        "█ from 30 minutes   ▓ 15   ▒ 5   ░ less   · none   - nothing due",
    ]


def test_as_many_weeks_are_drawn_as_fit_the_last_at_the_right() -> None:
    lines = lines_of(calendar_lines(back(*(31,) * 700), TODAY, 60))
    assert lines[1] == "Mon  " + " ".join("█" * 28)
    assert lines[4] == "     " + " ".join("█" * 27)
    assert lines[0].split() == ["May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov"]


def test_a_month_is_named_over_its_first_day_and_none_before_the_first_day_studied() -> None:
    first, today = date(2026, 12, 1), date(2026, 12, 24)
    assert lines_of(calendar_lines([StudyDay(first, 5), StudyDay(today, 5)], today, 80))[0] == " " * 13 + "Dec"
    last_of_november = date(2026, 11, 30)
    assert lines_of(calendar_lines([StudyDay(last_of_november, 5)], last_of_november, 80))[0] == " " * 17 + "Nov"


def test_a_day_still_to_come_or_with_nothing_due_breaks_no_streak() -> None:
    assert streak(back(5, 5, 0, 5), TODAY) == 2
    assert streak(back(0, 5, 5, 0, 5), TODAY) == 2
    assert streak(back(5, 0, 5, 5, 0, 5, free=1), TODAY) == 3
    assert streak([StudyDay(TODAY, 5), StudyDay(TODAY - timedelta(days=2), 5)], TODAY) == 1
    assert streak([], TODAY) == streak(back(0, 0), TODAY) == 0


def test_no_day_studied_says_what_to_do() -> None:
    assert lines_of(calendar_lines([], TODAY, 100)) == lines_of(calendar_lines(back(0, 0), TODAY, 100)) == [EMPTY]
    assert calendar_sentence([], TODAY) == EMPTY


def test_the_sentence_says_the_days_the_time_and_the_streak() -> None:
    assert calendar_sentence(back(31, 40, 0), TODAY) == (
        "You have studied on 2 days, 1 h 11 min in all. 2 days in a row so far."
    )
    assert calendar_sentence(back(0, 0, 60), TODAY) == "You have studied on 1 day, 1 h in all."


@given(DAYS, st.dates(date(2026, 1, 1), date(2026, 12, 31)), WIDTHS)
def test_any_days_fit_any_width(days: list[StudyDay], today: date, width: int) -> None:
    fits(lambda room: calendar_lines(days, today, room), width)
    assert calendar_sentence(days, today)
    assert 0 <= streak(days, today) <= len(days)


def test_the_first_days_of_the_calendar_can_be_drawn() -> None:
    assert calendar_lines([StudyDay(date.min, 9)], date.min, 60)
    assert streak([StudyDay(date.min, 9)], date.min) == 1
