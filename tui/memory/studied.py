"""The days studied, by the learner's own clock: how long, and whether anything was due where nothing was done."""

from collections import Counter, defaultdict
from datetime import UTC, date, datetime, timedelta
from itertools import accumulate

from msgspec import Struct

from tui.guide.model import Guide
from tui.memory.activity import QUARTER, activity
from tui.memory.days import day_of
from tui.memory.digest import Digest, OnPoint
from tui.memory.next_step import reading_time
from tui.memory.pace import VERDICT
from tui.memory.schedule import Card, due
from tui.quiz.question import Question

LOOKED_BACK = timedelta(days=371)
"""For how long it is told on which days nothing was due: 53 weeks, the most that a calendar shows."""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Studied(Struct, frozen=True):
    """What was done on a day."""

    day: date
    """The day; it begins at four in the morning."""
    minutes: float
    """How long was answered and read; 0 if not at all."""
    due: bool = True
    """Whether anything was due."""


def studied_days(guide: Guide[Question], digest: Digest, at: datetime) -> tuple[Studied, ...]:
    """The days studied, and those of the last year on which nothing was due, in their order.

    Args:
        guide: what is taught.
        digest: what the entries come to.
        at: now, in the learner's own time zone.
    """
    minutes = _minutes(guide, digest, at)
    first = min(minutes, default=None)
    if first is None:
        return ()
    today = day_of(at)
    waiting = _days_with_due(digest, max(first, today - LOOKED_BACK), at)
    free = {day for day, count in waiting.items() if not count} - minutes.keys()
    days = [Studied(day, took, waiting.get(day, 1) > 0) for day, took in minutes.items()]
    return tuple(sorted((*days, *(Studied(day, 0.0, due=False) for day in free)), key=lambda each: each.day))


def _minutes(guide: Guide[Question], digest: Digest, at: datetime) -> dict[date, float]:
    minutes: defaultdict[date, float] = defaultdict(float)
    for quarter, counted in activity(digest):
        began = (_EPOCH + timedelta(seconds=quarter * QUARTER)).astimezone(at.tzinfo)
        minutes[day_of(began)] += (counted.seconds + counted.answers * VERDICT) / 60
    panels = {panel.id: panel for lesson in guide.lessons for panel in lesson.panels}
    # Panels that a proof counts as read all have its time; nobody reads two in one moment.
    together = Counter(digest.panels.values())
    for panel, read in digest.panels.items():
        if panel in panels and together[read] == 1:
            minutes[day_of(read.astimezone(at.tzinfo))] += reading_time([panels[panel]]) / timedelta(minutes=1)
    return minutes


def _days_with_due(digest: Digest, first: date, at: datetime) -> dict[date, int]:
    """How many key points were due at some time of each day, from the first to today."""
    today = day_of(at)
    length = (today - first).days + 1
    changes = [0] * (length + 1)
    for on in digest.points.values():
        for begins, ends in _due_spans(on, at):
            start = max((day_of(begins.astimezone(at.tzinfo)) - first).days, 0)
            end = min((day_of(ends.astimezone(at.tzinfo)) - first).days + 1, length)
            if start < end:
                changes[start] += 1
                changes[end] -= 1
    return {first + timedelta(days=index): count for index, count in enumerate(accumulate(changes[:-1]))}


def _due_spans(on: OnPoint, at: datetime) -> list[tuple[datetime, datetime]]:
    """From when to when a key point was due: what is no longer known in detail counts as due."""
    if not on.reviews:
        return []
    times = [each.at for each in on.reviews]
    spans = [
        (due(Card(each.stability, 5.0, each.at)), until)
        for each, until in zip(on.reviews, [*times[1:], at], strict=True)
    ]
    forgotten = on.attempts > len(on.reviews) and on.first is not None and on.first < times[0]
    return [*([(on.first, times[0])] if forgotten and on.first else []), *spans]
