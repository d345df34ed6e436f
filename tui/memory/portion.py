"""How much of all that is due is for one day, at a rough count. It loads nothing, so that a shell prompt can use it."""

from datetime import timedelta
from math import ceil
from typing import NamedTuple

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
