"""What happened in the sittings that are open, step by step: kept until they end, so that they outlive a crash."""

from collections.abc import Iterable
from datetime import datetime
from itertools import groupby
from typing import NamedTuple

import msgspec
from msgspec import Struct

from tui.guide.words import GuideId, QuestionId
from tui.memory.attempt import Attempt, AttemptId, SittingId
from tui.memory.store import Step, body_of
from tui.quiz.events import Event


class Happened(Struct, frozen=True):
    """One step of a sitting."""

    event: Event
    """What happened."""
    at: datetime
    """When, in UTC."""
    recorded: AttemptId | None = None
    """The attempt that it put on the record, in practice."""
    attempt: Attempt | None = None
    """What it puts on the record at the end of an exam, if the question is not answered anew."""


class Log(NamedTuple):
    """All that happened in a sitting, or some of it."""

    sitting: SittingId
    """Which sitting."""
    steps: tuple[Happened, ...]
    """What happened, in order."""
    first: int = 0
    """The place of the first of them among all steps of the sitting."""
    whole: bool = True
    """Whether all that was kept of it can be read."""

    @property
    def last(self) -> datetime:
        """When the last of it happened."""
        return self.steps[-1].at

    @property
    def events(self) -> list[tuple[Event, datetime]]:
        """What happened and when, as a sitting is replayed from it."""
        return [(step.event, step.at) for step in self.steps]

    @property
    def attempts(self) -> dict[QuestionId, Attempt]:
        """What it puts on the record at its end: what was answered last, question by question."""
        made = (step.attempt for step in self.steps if step.attempt is not None)
        return {attempt.question: attempt for attempt in made}

    @property
    def recorded(self) -> AttemptId | None:
        """The last attempt that it put on the record."""
        return next((step.recorded for step in reversed(self.steps) if step.recorded is not None), None)


def written(log: Log, guide: GuideId) -> list[Step]:
    """Steps as the file holds them.

    Args:
        log: what happened.
        guide: the guide that is asked.
    """
    return [Step(log.sitting, number, guide, body_of(happened)) for number, happened in enumerate(log.steps, log.first)]


def logs_in(steps: Iterable[Step]) -> list[Log]:
    """The sittings that are open, the one that was last gone on with first.

    Of one that cannot be read to its end, what comes before is there; one of which nothing can be read is left out.

    Args:
        steps: as the file holds them, sitting by sitting, in order.
    """
    read = msgspec.json.Decoder(Happened).decode
    logs = []
    for sitting, own in groupby(steps, lambda step: step.sitting):
        happened, whole = [], True
        for number, step in enumerate(own):
            try:
                whole = whole and step.number == number
                if whole:
                    happened.append(read(step.body))
            except msgspec.MsgspecError:
                whole = False
        if happened:
            logs.append(Log(SittingId(sitting), tuple(happened), whole=whole))
    return sorted(logs, key=lambda log: log.last, reverse=True)
