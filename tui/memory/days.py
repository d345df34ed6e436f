"""The learner's days: one begins at four in the morning, so that an hour past midnight still belongs to the evening."""

from datetime import date, datetime, time, timedelta

DAY_BEGINS = time(4)
"""When a day begins, by the learner's clock."""


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
