"""A day to come, as a learner says it."""

from datetime import date
from itertools import chain

from tui.guide.edtf import PartialDate, Precision
from tui.quiz.matching.dates import read_date

FARTHEST = 3 * 366
"""No plan looks farther ahead than these days."""


class NotADay(ValueError):
    """What was said is no day to be ready for; the message says what to say instead."""


def day_said(text: str, today: date) -> date:
    """The day that was said; without a year, the next one.

    Args:
        text: "15 January", "2027-01-15".
        today: today.

    Raises:
        NotADay: it is none, is past, or too far ahead.
    """
    for said in chain([text], (f"{text} {today.year + years}" for years in range(4))):
        day = _read(said)
        if day is not None and (said is text or day > today):
            break
    else:
        raise NotADay("Type a day, such as 15 January or 2027-01-15.")
    if day <= today:
        raise NotADay("That day is not to come. Type one after today.")
    if (day - today).days > FARTHEST:
        raise NotADay("That is more than three years away. Type an earlier day.")
    return day


def _read(text: str) -> date | None:
    try:
        read: PartialDate = read_date(text)
    except ValueError:
        return None
    if read.end is not None or read.precision is not Precision.DAY or read.month is None or read.day is None:
        return None
    return date(read.year, read.month, read.day)
