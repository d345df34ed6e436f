"""When what was asked comes back: what a sitting has changed, in a sentence."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from tui.guide.model import Guide
from tui.guide.words import KeyPointId
from tui.memory.days import day_of
from tui.memory.due import due_day
from tui.memory.mastery import Knowledge
from tui.memory.schedule import due
from tui.quiz.question import Question
from tui.quiz.sitting import Sitting

_WEEK = timedelta(days=7)


def after_sitting(sitting: Sitting, guide: Guide[Question], known: Knowledge, at: datetime) -> str:
    """When what a sitting asked about comes back, as far as it was answered; nothing, if it was not.

    Args:
        sitting: the sitting.
        guide: the guide its questions come from.
        known: what is known since.
        at: now, in the learner's own time zone.
    """
    answered = (
        guide.questions[turn.question] for turn in sitting.counted if turn.response is not None and not turn.passed_over
    )
    return comes_back((point for question in answered for point in question.tests), known, at)


def comes_back(points: Iterable[KeyPointId], known: Knowledge, at: datetime) -> str:
    """When key points are due next, and how many hold for longer than a week.

    Args:
        points: those that were asked about; one may be there twice.
        known: what is known.
        at: now, in the learner's own time zone.

    Returns:
        A sentence; nothing, if nothing is known of any of them.
    """
    cards = [known[point].card for point in dict.fromkeys(points) if point in known]
    days = [due_day(due(card), at) - day_of(at) for card in cards if card is not None]
    if not days:
        return ""
    soon = sum(day <= timedelta(days=1) for day in days)
    later = sum(day > _WEEK for day in days)
    counts = {"by tomorrow": soon, "within a week": len(days) - soon - later, "in more than a week": later}
    parts = {when: count for when, count in counts.items() if count}
    if len(parts) > 1:
        said = ", ".join(f"{count} {when}" for when, count in parts.items())
        return f"Reviews bring back the {len(days)} key points asked about: {said}."
    (when,) = parts
    if len(days) == 1:
        return f"A review brings back the key point asked about {when}."
    return f"Reviews bring back the {len(days)} key points asked about {when}."
