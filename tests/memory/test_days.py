from datetime import UTC, date, datetime, timedelta, timezone

from tui.memory.days import beginning_of, day_of, end_of_day

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
