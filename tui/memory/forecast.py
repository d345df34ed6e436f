"""A day to be ready for: the predicted score on it, with a plan of minutes a day and without, and the minutes needed.

The score is the mean over all key points that questions test: the chance that it is known and, where it isn't,
that its questions are answered rightly by chance. The plan is played through day by day on what is to be expected,
not on what might happen: of a key point asked at a chance of recall R, the card becomes the mean of that of a right
answer (weight R) and that of a wrong one, taking the mean of the logarithm of stability. Each day goes to what is
due, then to what was not met, then to what is least certain, as a review does. How near it comes is measured by
`benchmarks/forecasts.py`.
"""

from collections import Counter
from collections.abc import Sequence
from copy import copy
from datetime import date, datetime, timedelta
from math import exp, log
from operator import itemgetter
from statistics import fmean

from msgspec import Struct

from tui.guide.model import Guide
from tui.guide.words import PanelId
from tui.memory.days import day_of, end_of_day
from tui.memory.due import askable
from tui.memory.mastery import Knowledge, is_missed
from tui.memory.next_step import reading_time
from tui.memory.pace import Pace
from tui.memory.rating import Rating
from tui.memory.reviewing import CERTAIN, FIRST_RIGHT
from tui.memory.schedule import SAME_DAY, Card, chance_of_recall, due, retrievability, review
from tui.quiz.ask import Arrange, Pair, Pick, Recalled, Written
from tui.quiz.question import Question

MOST_MINUTES = 30
"""No plan asks for more minutes a day than this, even if the score stays lower for it."""


class Goal(Struct, frozen=True):
    """What a plan is for."""

    day: date
    """The day to be ready for; its own morning is not planned."""
    pace: Pace = Pace()
    """How long this learner takes over a question."""
    read: frozenset[PanelId] | None = None
    """Which panels were read: reading the others takes time, too. None counts no reading."""
    holding: float = 1.0
    """How long this learner holds things against what the cards say (`tui.memory.holding`)."""


class Forecast(Struct, frozen=True):
    """What is to be expected of a plan."""

    minutes: int
    """The minutes a day of the plan."""
    with_plan: float
    """The predicted score on the day, 0 to 1, if the plan is kept."""
    without: float
    """The predicted score if nothing more is done."""
    days: tuple[tuple[date, int], ...]
    """How many key points the plan asks about on each day, from today to the day before."""


class _Item(Struct):
    """One key point, as it is expected to stand."""

    card: Card | None
    missed: bool
    holding: float
    guessed: float
    recalled: float
    seconds: float
    reading: float
    also: float

    def chance(self, at: datetime) -> float:
        """The chance of recall, with how this learner holds things."""
        if self.card is None:
            return 0.0
        days = (at - self.card.last_review) / timedelta(days=1)
        return chance_of_recall(days, self.card.stability * self.holding)

    def known(self, at: datetime) -> float:
        """How likely it is known: what was missed and not asked since is not (`tui.memory.mastery`)."""
        return 0.0 if self.missed else self.chance(at)


def forecast(guide: Guide[Question], known: Knowledge, at: datetime, goal: Goal, minutes: int) -> Forecast:
    """What is to be expected on a day, with so many minutes a day and without.

    Args:
        guide: what is taught.
        known: what is known.
        at: now, in the learner's own time zone.
        goal: the day to be ready for.
        minutes: how many minutes a day are planned.
    """
    items = _items(guide, known, goal)
    ahead = _days_ahead(at, goal)
    without = _score(items, at + timedelta(days=ahead))
    counts = _played(items, at, ahead, 60.0 * minutes)
    days = ((day_of(at) + timedelta(days=offset), count) for offset, count in enumerate(counts))
    return Forecast(minutes, _score(items, at + timedelta(days=ahead)), without, tuple(days))


def minutes_needed(guide: Guide[Question], known: Knowledge, at: datetime, goal: Goal, score: float) -> int | None:
    """How many minutes a day it takes to be expected to reach a score.

    Args:
        guide: what is taught.
        known: what is known.
        at: now, in the learner's own time zone.
        goal: the day to be ready for.
        score: the score to reach, 0 to 1.

    Returns:
        The fewest whole minutes; 0 if nothing more needs to be done, None if `MOST_MINUTES` do not do.
    """
    items, ahead = _items(guide, known, goal), _days_ahead(at, goal)

    def reaches(minutes: int) -> bool:
        played = [copy(item) for item in items]
        _played(played, at, ahead, 60.0 * minutes)
        return _score(played, at + timedelta(days=ahead)) >= score

    if reaches(0):
        return 0
    low, high = 0, 1
    # Short days are played through faster, so it is looked for from below.
    while not reaches(high):
        if high == MOST_MINUTES:
            return None
        low, high = high, min(2 * high, MOST_MINUTES)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if reaches(middle) else (middle, high)
    return high


def guessed(question: Question) -> float:
    """The credit that chance alone earns.

    Args:
        question: the question.
    """
    match question.ask(""):
        case Pick(options=options, several=False):
            return 1 / len(options)
        case Pair(right=right):
            return 1 / len(right)
        case Arrange():
            return 0.5
        case _:
            return 0.0


def mean_guessed(guide: Guide[Question]) -> float:
    """The credit that chance alone earns with a question of a guide, on average.

    Args:
        guide: what is taught.
    """
    return fmean(guessed(question) for question in guide.questions.values()) if guide.questions else 0.0


def _days_ahead(at: datetime, goal: Goal) -> int:
    return max((goal.day - day_of(at)).days, 0)


def _items(guide: Guide[Question], known: Knowledge, goal: Goal) -> list[_Item]:
    there = askable(guide)
    shared = Counter(guide.key_points[point].panel for point in there)
    reading = {
        panel.id: reading_time([panel]) / timedelta(seconds=1) / max(shared[panel.id], 1)
        for lesson in guide.lessons
        for panel in lesson.panels
        if goal.read is not None and panel.id not in goal.read
    }
    items = []
    for point, questions in there.items():
        single = [question for question in questions if not isinstance(question.key, Recalled)] or questions
        items.append(
            _Item(
                known[point].card if point in known else None,
                is_missed(point, known),
                goal.holding,
                fmean(guessed(question) for question in questions),
                fmean(isinstance(question.key, Written | Recalled) for question in questions),
                fmean(goal.pace.of(question.key) for question in single),
                reading.get(guide.key_points[point].panel, 0.0),
                fmean(len(set(question.tests)) - 1 for question in single),
            )
        )
    return items


def _score(items: Sequence[_Item], then: datetime) -> float:
    chances = ((item.known(then), item.guessed) for item in items)
    return fmean(chance + (1 - chance) * by_chance for chance, by_chance in chances) if items else 0.0


def _played(items: Sequence[_Item], at: datetime, days: int, seconds: float) -> list[int]:
    """Play a plan through, day by day, and say how many key points each asks about."""
    counts = []
    for offset in range(days):
        now = at + timedelta(days=offset)
        wanted = _wanted(items, now)
        share = len(wanted) / max(len(items), 1)
        left, count = seconds, 0
        for item in wanted:
            chance = FIRST_RIGHT if item.card is None else item.chance(now)
            cost = item.seconds * (2 - chance) / (1 + share * item.also) + (item.reading if item.card is None else 0.0)
            if cost > left:
                break
            left, count = left - cost, count + 1
            item.card, item.missed = _expected(item, chance, now), False
        counts.append(count)
    return counts


def _wanted(items: Sequence[_Item], now: datetime) -> list[_Item]:
    end = end_of_day(now)
    met = [(item, item.card) for item in items if item.card is not None and now - item.card.last_review >= SAME_DAY]
    ranked = sorted(((retrievability(card, now), due(card) < end, item) for item, card in met), key=itemgetter(0))
    waiting = [item for _, is_due, item in ranked if is_due]
    further = [item for chance, is_due, item in ranked if not is_due and chance < CERTAIN]
    return [*waiting, *(item for item in items if item.card is None), *further]


def _expected(item: _Item, chance: float, now: datetime) -> Card:
    outcomes = (
        (chance * item.recalled, Rating.GOOD),
        (chance * (1 - item.recalled), Rating.RECOGNISED),
        (1 - chance, Rating.AGAIN),
    )
    stability = difficulty = 0.0
    for weight, rating in outcomes:
        if weight:
            card = review(item.card, rating, now)
            stability += weight * log(card.stability)
            difficulty += weight * card.difficulty
    return Card(exp(stability), difficulty, now)
