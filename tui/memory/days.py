"""The learner's days: one begins at four in the morning, so that an hour past midnight still belongs to the evening."""

from datetime import UTC, date, datetime, time, timedelta, tzinfo

DAY_BEGINS = time(4)
"""When a day begins, by the learner's clock."""


class _Local(tzinfo):
    """The computer's own time zone, by the rules that it has for each date: summer's days go by summer time."""

    def fromutc(self, at: datetime) -> datetime:
        by_rules = at.replace(tzinfo=UTC).astimezone()
        local = by_rules.replace(tzinfo=self)
        # The hour that autumn has twice: the second time it is another.
        return local if local.utcoffset() == by_rules.utcoffset() else local.replace(fold=1)

    def utcoffset(self, at: datetime | None) -> timedelta | None:
        return None if at is None else at.replace(tzinfo=None).astimezone().utcoffset()

    def dst(self, _: datetime | None) -> timedelta | None:
        return None

    def tzname(self, at: datetime | None) -> str | None:
        return None if at is None else at.replace(tzinfo=None).astimezone().tzname()


LOCAL = _Local()
"""The learner's own time zone: `day_of` is right for any time in it."""


def day_of(at: datetime) -> date:
    """The day to which a time belongs.

    Args:
        at: a time, in the learner's own time zone.
    """
    return (at - timedelta(hours=DAY_BEGINS.hour)).date()


def beginning_of(day: date, at: datetime) -> datetime:
    """When a day begins.

    Args:
        day: the day.
        at: any time in the learner's own time zone, which is that of the result.
    """
    return datetime.combine(day, DAY_BEGINS, at.tzinfo)


def end_of_day(at: datetime) -> datetime:
    """When the day of a time ends, and the next begins.

    Args:
        at: a time, in the learner's own time zone.
    """
    return beginning_of(day_of(at) + timedelta(days=1), at)
