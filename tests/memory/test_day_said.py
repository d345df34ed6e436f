"""The day to be ready for, as a learner says it."""

from datetime import date

import pytest

from tui.memory.day_said import NotADay, day_said

TODAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("2027-01-15", date(2027, 1, 15)),
        ("15 January 2027", date(2027, 1, 15)),
        ("15 January", date(2027, 1, 15)),
        ("January 15", date(2027, 1, 15)),
        ("26 november", date(2026, 11, 26)),
        ("25 November", date(2027, 11, 25)),
        ("29 February 2028", date(2028, 2, 29)),
        ("29 February", date(2028, 2, 29)),
    ],
)
def test_a_day_is_read_without_a_year_as_the_next_one(said: str, day: date) -> None:
    assert day_said(said, TODAY) == day


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("", "Type a day"),
        ("soon", "Type a day"),
        ("January", "Type a day"),
        ("2027", "Type a day"),
        ("31 February", "Type a day"),
        ("10 to 12 January 2027", "Type a day"),
        ("2026-11-25", "not to come"),
        ("1 May 1921", "not to come"),
        ("2040-01-01", "three years"),
    ],
)
def test_what_is_no_day_to_come_is_told_with_what_to_type(said: str, told: str) -> None:
    with pytest.raises(NotADay, match=told):
        day_said(said, TODAY)
