"""How much is left of a review: never more than the minutes that the learner said."""

from datetime import timedelta

from tui.guide.model import Guide
from tui.memory.pace import Pace, spent
from tui.quiz.question import Question
from tui.quiz.sitting import Sitting


def time_left(sitting: Sitting, guide: Guide[Question], pace: Pace) -> timedelta | None:
    """How long what is left of a review takes, at the learner's pace; None for what is no review.

    Args:
        sitting: the review.
        guide: the guide that it is asked from.
        pace: how long this learner takes over a question.
    """
    budget = _budget(sitting)
    if budget is None:
        return None
    open_turns = (turn for turn in sitting.turns[sitting.at :] if turn.response is None)
    needed = sum(pace.of(guide.questions[turn.question].key) for turn in open_turns)
    return timedelta(seconds=max(0.0, min(budget, needed)))


def is_used_up(sitting: Sitting) -> bool:
    """Whether the minutes of a review are over: what is not asked by then waits for another day.

    Args:
        sitting: the review, or any other sitting, which has no such end.
    """
    budget = _budget(sitting)
    return budget is not None and budget <= 0


def _budget(sitting: Sitting) -> float | None:
    """The seconds left of the minutes; whoever was elsewhere for a while loses little of them."""
    if sitting.minutes is None:
        return None
    answers = ((turn.response, turn.shown, turn.answered) for turn in sitting.turns)
    used = sum(spent(response, after - before) for response, before, after in answers if response and before and after)
    return 60.0 * sitting.minutes - used
