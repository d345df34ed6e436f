"""The forgetting curve of a key point, by FSRS-6: how well it holds, how likely it is recalled, when it is due.

The formulas are written out here, with the weights that the `fsrs` package has by default; the tests compare them with
the package. It is not called: it takes 50 ms to import and four times as long for a review, too slow for computing a
whole record anew, and it counts whole days. Where this differs from it:

- What comes back within `SAME_DAY` counts as the same day, not what comes within 24 hours: FSRS learned from days that
  turn at night, and whoever studies at eight each evening must not lose a day by being ten minutes early.
- Repeats of the same day can't spoil the schedule: a right one raises stability as a GOOD does, which ends at two days,
  and leaves difficulty alone; a miss soon after a miss changes nothing. FSRS-6 would let an EASY repeated ten times in
  an hour grow to years.
- A right answer never lowers stability, and the clock may be set back: then no time has passed.
- What was only recognised gains less, and at most `RECOGNISED_AT_MOST` (see `tui.memory.rating`).
"""

from datetime import UTC, datetime, timedelta
from math import exp

from msgspec import Struct

from tui.memory.rating import Rating

WEIGHTS = (
    *(0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796),
    *(1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542),
)
"""The 21 weights of FSRS-6, fitted by its authors to the reviews of some ten thousand learners."""

RETENTION = 0.9
"""The chance of recall at which a key point is due."""
SAME_DAY = timedelta(hours=12)
"""What comes back sooner counts as the same day; nothing is due sooner."""
RECOGNISED_AT_MOST = 30.0
"""Recognition alone never lifts stability above these days: it is asked once a month at least."""
LEAST, MOST = 0.001, 36_500.0
"""Between what stability lies, in days."""

_DAY = timedelta(days=1)
_LAST = datetime.max.replace(tzinfo=UTC)
_W = WEIGHTS
_DECAY = -_W[20]
_FACTOR = 0.9 ** (1 / _DECAY) - 1
_REPEAT = exp(_W[17] * _W[18])
_REPEAT_MISSED = exp(_W[17] * (_W[18] - 2))
_GAIN = exp(_W[8])


class Card(Struct, frozen=True):
    """What is known of the memory of one key point."""

    stability: float
    """After how many days the chance of recall is 0.9."""
    difficulty: float
    """How hard it is to make it hold longer: 1 to 10."""
    last_review: datetime
    """When it was last asked, in UTC."""


class _Effect(Struct, frozen=True):
    grade: Rating
    """Which of FSRS's ratings it counts as for difficulty."""
    first: float
    """The stability after a first review."""
    gain: float
    """Which share of the stability that a GOOD gains it gains."""
    at_most: float = MOST
    """Above what stability it lifts nothing."""


_EFFECTS = {
    Rating.AGAIN: _Effect(Rating.AGAIN, _W[0], 0.0),
    Rating.HARD: _Effect(Rating.HARD, _W[1], _W[15]),
    Rating.GOOD: _Effect(Rating.GOOD, _W[2], 1.0),
    Rating.EASY: _Effect(Rating.EASY, _W[3], _W[16]),
    Rating.BARELY: _Effect(Rating.HARD, (_W[0] * _W[1]) ** 0.5, _W[15] / 2, RECOGNISED_AT_MOST),
    Rating.RECOGNISED: _Effect(Rating.GOOD, _W[1], _W[15], RECOGNISED_AT_MOST),
}


def review(card: Card | None, rating: Rating, at: datetime) -> Card:
    """What is known after one more review.

    Args:
        card: what was known before; None before the first review.
        rating: how well the key point was remembered.
        at: when, with its time zone; before the last review counts as no time since.

    Returns:
        The new card, last reviewed at `at`, even if that is earlier, so that a clock once wrong does no lasting harm.

    Raises:
        ValueError: the time has no time zone.
    """
    at = _utc(at)
    effect = _EFFECTS[rating]
    if card is None:
        return Card(effect.first, _clamped(_first_difficulty(effect.grade), 1.0, 10.0), at)
    elapsed = at - card.last_review
    if elapsed < SAME_DAY:
        return _repeated(card, rating, at)
    chance = chance_of_recall(elapsed / _DAY, card.stability)
    held = _forgotten(card, chance) if rating is Rating.AGAIN else _recalled(card, chance, effect)
    return Card(_clamped(held, LEAST, MOST), _difficulty(card.difficulty, effect.grade), at)


def due(card: Card, retention: float = RETENTION) -> datetime:
    """When the chance of recall has fallen to a retention: not before `SAME_DAY` has passed.

    Args:
        card: what is known of a key point.
        retention: the chance, from 0.01 to less than 1.

    Raises:
        ValueError: the retention does not lie there.
    """
    if not 0.01 <= retention < 1:
        raise ValueError(f"A retention lies between 0.01 and 1, and {retention} does not.")
    days = card.stability / _FACTOR * (retention ** (1 / _DECAY) - 1)
    left = _LAST - card.last_review
    return card.last_review + min(max(SAME_DAY, timedelta(days=min(days, 10 * MOST))), left)


def retrievability(card: Card, at: datetime) -> float:
    """The chance of recall at a time: 1 at the last review and before, falling ever slower after it.

    Args:
        card: what is known of a key point.
        at: when, with its time zone.

    Raises:
        ValueError: the time has no time zone.
    """
    return chance_of_recall((_utc(at) - card.last_review) / _DAY, card.stability)


def chance_of_recall(days: float, stability: float) -> float:
    """The forgetting curve: the chance of recall some days after a review.

    Args:
        days: the days since; fewer than none count as none.
        stability: after how many it is 0.9.
    """
    return float((1 + _FACTOR * days / stability) ** _DECAY) if days > 0 else 1.0


def _utc(at: datetime) -> datetime:
    if at.tzinfo is UTC:
        return at
    if at.utcoffset() is None:
        raise ValueError("A time needs its time zone.")
    return at.astimezone(UTC)


def _repeated(card: Card, rating: Rating, at: datetime) -> Card:
    """A review of the same day."""
    held = card.stability
    if rating in {Rating.HARD, Rating.BARELY}:
        return Card(held, card.difficulty, at)
    if rating is not Rating.AGAIN:
        return Card(held * max(1.0, _REPEAT * held ** -_W[19]), card.difficulty, at)
    if held <= _W[0]:
        return Card(held, card.difficulty, at)
    lower = max(_W[0], held * min(1.0, _REPEAT_MISSED * held ** -_W[19]))
    return Card(lower, _difficulty(card.difficulty, Rating.AGAIN), at)


def _recalled(card: Card, chance: float, effect: _Effect) -> float:
    held = card.stability
    gain: float = _GAIN * (11 - card.difficulty) * held ** -_W[9] * (exp((1 - chance) * _W[10]) - 1)
    return max(held, min(held * (1 + gain * effect.gain), effect.at_most))


def _forgotten(card: Card, chance: float) -> float:
    held = card.stability
    after: float = _W[11] * card.difficulty ** -_W[12] * ((held + 1) ** _W[13] - 1) * exp((1 - chance) * _W[14])
    return min(after, held / _REPEAT)


def _first_difficulty(grade: Rating) -> float:
    return _W[4] - exp(_W[5] * (grade - 1)) + 1


_EASIEST = _first_difficulty(Rating.EASY)


def _difficulty(before: float, grade: Rating) -> float:
    moved = before + (10 - before) / 9 * _W[6] * (3 - grade)
    return _clamped(_W[7] * _EASIEST + (1 - _W[7]) * moved, 1.0, 10.0)


def _clamped(value: float, low: float, high: float) -> float:
    return min(max(value, low), high)
