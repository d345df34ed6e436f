"""A day to be ready for in words: how near it is, and what is to be expected of it."""

from datetime import date

from tui.drawing.charts.ink import day_long
from tui.memory.forecast import MOST_MINUTES
from tui.memory.outlook import READY, Outlook
from tui.text import counted, percent


def day_named(day: date, today: date) -> str:
    """A day as one says it, with its year where that is not plain.

    Args:
        day: the day.
        today: today.
    """
    return day_long(day) if abs((day - today).days) < 300 else f"{day_long(day)} {day.year}"


def outlook_line(outlook: Outlook) -> str:
    """What is to be expected, in a line: "71 % today, 90 % with 6 minutes a day, 60 % without".

    Args:
        outlook: what is to be expected.
    """
    now = f"{percent(outlook.now)} today"
    if not outlook.days:
        return now
    if not outlook.minutes:
        return f"{now}, {percent(outlook.without)} then, with nothing more to do"
    plan = f"{percent(outlook.with_plan)} with {counted(outlook.minutes, 'minute')} a day"
    return f"{now}, {plan}, {percent(outlook.without)} without"


def outlook_sentences(outlook: Outlook) -> str:
    """What is to be expected, in whole sentences.

    Args:
        outlook: what is to be expected.
    """
    day = day_named(outlook.by, outlook.day)
    now = f"In a test today you would score {percent(outlook.now)}."
    if not outlook.days:
        return f"{day} is today. {now}"
    left = f"{day} is {'tomorrow' if outlook.days == 1 else f'in {outlook.days} days'}. {now}"
    without = f"{percent(outlook.without)} if you do nothing more"
    if not outlook.minutes:
        return f"{left} On the day it is {without}: you are ready."
    plan = f"With {counted(outlook.minutes, 'minute')} a day it is {percent(outlook.with_plan)} on the day"
    short = f" {percent(READY)} is out of reach by then: no plan asks for more than {MOST_MINUTES} minutes a day."
    return f"{left} {plan}, and {without}.{'' if round(outlook.with_plan, 2) >= READY else short}"
