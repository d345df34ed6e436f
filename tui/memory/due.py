"""What is due, and how urgent it is."""

from collections import Counter
from collections.abc import Collection, Iterator
from datetime import date, datetime

from msgspec import Struct

from tui.guide.later import LateMapping
from tui.guide.model import Guide
from tui.guide.words import KeyPointId
from tui.memory.days import day_of, end_of_day
from tui.memory.mastery import Knowledge
from tui.memory.portion import AWAY, portion_for_today, portion_in_words
from tui.memory.schedule import SAME_DAY, Card, due, retrievability
from tui.quiz.question import Question
from tui.text import counted


class Today(Struct, frozen=True):
    """What of all that is due is for today, at a rough count."""

    points: int
    """How many key points are asked about."""
    minutes: int
    """How many minutes that takes."""
    waiting: int
    """How many more are due, for the days to come."""
    away: bool
    """Whether the learner comes back after a time without an answer."""

    @property
    def in_words(self) -> str:
        """How many key points are for today, and of how many, if not of all: "23 of 54 key points"."""
        return portion_in_words(self.points, self.points + self.waiting, away=self.away)


def today_of(known: Knowledge, due: int, at: datetime, seconds: float, minutes: int) -> Today | None:
    """What of all that is due is for today; None if nothing is due.

    Args:
        known: what is known.
        due: how many key points are due.
        at: now.
        seconds: how many seconds one takes.
        minutes: how many minutes a day the learner wants to review.
    """
    if not due:
        return None
    away = was_away(known, at)
    points, takes = portion_for_today(due, seconds, minutes, away=away)
    return Today(points, takes, due - points, away)


def was_away(known: Knowledge, at: datetime) -> bool:
    """Whether the learner answered before, but nothing for `AWAY`.

    Args:
        known: what is known.
        at: now.
    """
    last = max((each.card.last_review for each in known.values() if each.card is not None), default=None)
    return last is not None and at - last >= AWAY


def asked_about(guide: Guide[Question]) -> Collection[KeyPointId]:
    """The key points that some question tests; as long as the bank is not read, all of them: home does not wait for it.

    Args:
        guide: what is taught.
    """
    questions = guide.questions
    return guide.key_points if isinstance(questions, LateMapping) and not questions.is_read else askable(guide)


def askable(guide: Guide[Question]) -> dict[KeyPointId, list[Question]]:
    """The key points that some question tests, in the order of the lessons, with their questions.

    Args:
        guide: what is taught.
    """
    found: dict[KeyPointId, list[Question]] = {point: [] for point in guide.key_points}
    for question in guide.questions.values():
        for point in dict.fromkeys(question.tests):
            found[point].append(question)
    return {point: questions for point, questions in found.items() if questions}


def is_due(card: Card, at: datetime) -> bool:
    """Whether a key point is due: it falls to the retention before the day ends, and was not asked just now.

    Args:
        card: what is known of it.
        at: now, in the learner's own time zone.
    """
    return at - card.last_review >= SAME_DAY and due(card) < end_of_day(at)


def due_points(guide: Guide[Question], known: Knowledge, at: datetime) -> tuple[KeyPointId, ...]:
    """The key points that are due, the most urgent first: sure errors, then the least likely to be recalled.

    Args:
        guide: what is taught.
        known: what is known.
        at: now, in the learner's own time zone.
    """
    cards = {point: card for point, card in _cards(guide, known) if is_due(card, at)}
    return tuple(sorted(cards, key=lambda point: (not known[point].surely_wrong, retrievability(cards[point], at))))


def falls_due(guide: Guide[Question], known: Knowledge) -> dict[KeyPointId, datetime]:
    """When each key point that was met falls due, or fell; what no question tests does not.

    Args:
        guide: what is taught.
        known: what is known.
    """
    return {point: due(card) for point, card in _cards(guide, known)}


def due_day(when: datetime, at: datetime) -> date:
    """The learner's day on which something is due: today, if it is late.

    Args:
        when: when it falls due.
        at: now, in the learner's own time zone.
    """
    return max(day_of(at), day_of(when.astimezone(at.tzinfo)))


def load(guide: Guide[Question], known: Knowledge, at: datetime) -> list[tuple[date, int]]:
    """How many key points fall due on each day to come, from today on, however far; what is late falls on today.

    Args:
        guide: what is taught.
        known: what is known.
        at: now, in the learner's own time zone.

    Returns:
        Days in their order, only those on which some do.
    """
    return sorted(Counter(due_day(when, at) for when in falls_due(guide, known).values()).items())


def next_in_words(guide: Guide[Question], known: Knowledge, at: datetime) -> str:
    """When the next key points are due that are not due yet, and how many: "5 key points tomorrow"; empty for never.

    Args:
        guide: what is taught.
        known: what is known.
        at: now, in the learner's own time zone.
    """
    days = [due_day(due(card), at) for _, card in _cards(guide, known) if not is_due(card, at)]
    if not days:
        return ""
    ahead = (min(days) - day_of(at)).days
    when = {0: "later today", 1: "tomorrow"}.get(ahead, f"in {ahead} days")
    return f"{counted(days.count(min(days)), 'key point')} {when}"


def _cards(guide: Guide[Question], known: Knowledge) -> Iterator[tuple[KeyPointId, Card]]:
    for point in asked_about(guide):
        card = known[point].card if point in known else None
        if card is not None:
            yield point, card
