"""What an attempt says of the memory of a key point: one table from what was asked and done to a rating.

The table stands in docs/schedule.md, with its reasons and sources; a test holds it against `rating_of`.
"""

from datetime import timedelta
from enum import IntEnum

from tui.guide.words import KeyPointId
from tui.memory.attempt import Attempt
from tui.quiz.ask import Arranged, Recalled, Skipped, Written
from tui.quiz.confidence import Confidence
from tui.quiz.verdict import Grade

QUICK = timedelta(seconds=15)
"""What was typed within this came at once."""
SLOW = timedelta(seconds=45)
"""What was picked later than this was worked out rather than known."""
SLOW_TYPED = timedelta(seconds=120)
"""The same of what was typed."""
AWAY = timedelta(minutes=10)
"""Whoever took longer than this was elsewhere: the time says nothing."""


class Rating(IntEnum):
    """How well a key point was remembered: FSRS's four ratings, and two for what was recognised, not recalled."""

    AGAIN = 1
    """Not remembered."""
    HARD = 2
    """Recalled with trouble, or in part."""
    GOOD = 3
    """Recalled."""
    EASY = 4
    """Recalled at once and surely."""
    BARELY = 5
    """Recognised with trouble, or in part."""
    RECOGNISED = 6
    """Recognised among what was shown, which is easier than to recall it."""


def rating_of(attempt: Attempt, point: KeyPointId, confidence: Confidence | None = None) -> Rating | None:
    """What an attempt says of the memory of one of its key points.

    Args:
        attempt: a graded response.
        point: one of its key points.
        confidence: how sure the learner was, where they said so.

    Returns:
        The rating; None if the attempt says nothing of it, which leaves the key point as it was.
    """
    response = attempt.response
    if attempt.passed_over:
        return None
    if _missed(attempt, point):
        return Rating.AGAIN
    if isinstance(response, Recalled):
        return None if attempt.again else Rating.GOOD
    typed, partly = isinstance(response, Written), attempt.grade is not Grade.CORRECT
    guessed = confidence is Confidence.GUESS
    # Which of several key points the right part was about, nobody knows.
    if attempt.again or (partly and len(attempt.key_points) > 1) or (guessed and not typed):
        return None
    took = attempt.answered - attempt.began
    troubled = partly or guessed or (SLOW_TYPED if typed else SLOW) < took < AWAY
    if not typed:
        return Rating.BARELY if troubled else Rating.RECOGNISED
    at_once = confidence is Confidence.SURE and took <= QUICK and not attempt.overruled
    return Rating.HARD if troubled else Rating.EASY if at_once else Rating.GOOD


def _missed(attempt: Attempt, point: KeyPointId) -> bool:
    if isinstance(attempt.response, Recalled):
        return attempt.grade_of(point) is not Grade.CORRECT
    half = 0.75 if isinstance(attempt.response, Arranged) else 0.5
    return isinstance(attempt.response, Skipped) or attempt.credit < half
