"""How long an exam may take."""

from datetime import timedelta

A_QUESTION = timedelta(minutes=1)
"""How long an exam allows a question, if nothing else is said."""
LONGEST = timedelta(days=1)
"""How long an exam may take at most."""


def limit_of(questions: int, minutes: float | None) -> timedelta:
    """How long an exam may take.

    Args:
        questions: how many it has.
        minutes: how long was asked for; a minute a question, if None.

    Raises:
        ValueError: the minutes are not more than 0 and at most a day.
    """
    if minutes is None:
        return min(questions * A_QUESTION, LONGEST)
    if not 0 < minutes <= LONGEST / timedelta(minutes=1):
        raise ValueError("an exam takes more than 0 minutes and at most a day")
    return timedelta(minutes=minutes)
