from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from tui.memory.days import LOCAL, beginning_of, day_of, end_of_day

MOSCOW = timezone(timedelta(hours=3))


def test_a_day_begins_at_four_in_the_morning() -> None:
    assert day_of(datetime(2026, 3, 2, 3, 59, tzinfo=MOSCOW)) == date(2026, 3, 1)
    assert day_of(datetime(2026, 3, 2, 4, 0, tzinfo=MOSCOW)) == date(2026, 3, 2)


def test_a_day_is_the_learners_not_the_worlds() -> None:
    at = datetime(2026, 3, 1, 23, 30, tzinfo=UTC)
    assert day_of(at) == date(2026, 3, 1)
    assert day_of(at.astimezone(timezone(timedelta(hours=9)))) == date(2026, 3, 2)


def test_a_day_ends_where_the_next_begins() -> None:
    night = datetime(2026, 3, 2, 1, 0, tzinfo=MOSCOW)
    assert end_of_day(night) == datetime(2026, 3, 2, 4, 0, tzinfo=MOSCOW) == beginning_of(date(2026, 3, 2), night)
    assert day_of(end_of_day(night)) == date(2026, 3, 2)


@pytest.mark.usefixtures("in_berlin")
def test_a_summers_day_goes_by_summer_time_in_winter_too() -> None:
    winter = datetime(2026, 1, 10, 12, tzinfo=UTC).astimezone(LOCAL)
    just_after_four = datetime(2026, 7, 10, 2, 30, tzinfo=UTC).astimezone(winter.tzinfo)
    assert (just_after_four.hour, day_of(just_after_four)) == (4, date(2026, 7, 10))
    assert (winter.hour, winter.utcoffset()) == (13, timedelta(hours=1))
    assert beginning_of(date(2026, 7, 10), winter).astimezone(UTC) == datetime(2026, 7, 10, 2, tzinfo=UTC)


@pytest.mark.usefixtures("in_berlin")
@pytest.mark.parametrize("hour", range(48))
def test_no_hour_is_lost_where_the_clocks_are_changed(hour: int) -> None:
    for day in (datetime(2026, 3, 28, tzinfo=UTC), datetime(2026, 10, 24, tzinfo=UTC)):
        at = day + timedelta(hours=hour, minutes=30)
        assert at.astimezone(LOCAL).astimezone(UTC) == at
