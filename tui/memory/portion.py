"""How much of all that is due is for one day, at a rough count. It loads nothing, so that a shell prompt can use it."""

from datetime import timedelta
from math import ceil
from typing import NamedTuple

from tui.text import counted

AWAY = timedelta(days=7)
"""After so long without an answer, coming back is made easy."""
WELCOME_MINUTES = 10
"""How long the first review after that is at most."""


class Portion(NamedTuple):
    """What is for today."""

    points: int
    """How many key points."""
    minutes: int
    """How many minutes they take."""


def portion_for_today(due: int, seconds: float, minutes: int, *, away: bool) -> Portion:
    """How much of what is due is for today.

    Args:
        due: how many key points are due: one at least.
        seconds: how many seconds one takes.
        minutes: how many minutes a day the learner wants to review.
        away: whether they come back after a time without an answer.
    """
    limit = min(minutes, WELCOME_MINUTES) if away else minutes
    points = min(due, max(1, int(60 * limit / seconds)))
    return Portion(points, min(limit, ceil(points * seconds / 60)))


def portion_in_words(points: int, due: int, *, away: bool) -> str:
    """How many key points are for today, and of how many that are due, if not of all: "23 of 54 key points".

    Args:
        points: how many are for today.
        due: how many are due.
        away: whether the learner comes back after a time without an answer: they are told no number that frightens.
    """
    return counted(points, "key point") if away or points >= due else f"{points} of {counted(due, 'key point')}"
