"""The key was wrong: what changes where rounds are graded by the guide as it reads now."""

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from tui.classroom.events import Regraded
from tui.classroom.happening import RoomError, apply
from tui.classroom.room import Room
from tui.classroom.words import RoundNumber
from tui.guide.model import Guide
from tui.guide.words import QuestionId
from tui.quiz.question import Question


class RegradedRound(NamedTuple):
    """A round whose question reads otherwise now."""

    number: RoundNumber
    """Which round."""
    question: QuestionId
    """Its question."""
    gained: int
    """How many players have more credit in it now."""
    lost: int
    """How many have less."""
    refused: str
    """Why it is graded as before, without a full stop; empty where it was graded anew."""

    @property
    def in_words(self) -> str:
        """What changed in it, without a full stop."""
        changed = f"not graded anew: {self.refused}" if self.refused else f"{self.gained} gain, {self.lost} lose"
        return f"Question {self.number}, {self.question}: {changed}"


class Regrading(NamedTuple):
    """What changed."""

    rounds: tuple[RegradedRound, ...]
    """The rounds whose questions read otherwise now, in order."""
    gone: tuple[QuestionId, ...]
    """The questions that the guide has no more: they are graded as before."""

    @property
    def in_words(self) -> tuple[str, ...]:
        """What changed, a line each, without full stops."""
        return (
            *(each.in_words for each in self.rounds),
            *(f"{question}: the guide has it no more; it is graded as before" for question in self.gone),
            *(() if self.rounds else ("No question of this room reads otherwise now: nothing was graded anew",)),
        )


def regradings(room: Room, guide: Guide[Question]) -> Iterator[Regraded]:
    """The rounds whose question reads otherwise in a guide than it was graded by."""
    for asked in room.rounds:
        now = guide.questions.get(asked.question.id)
        if now is not None and now.fingerprint != asked.graded_by.fingerprint:
            yield Regraded(round=asked.number, question=now)


def tried(room: Room, event: Regraded, at: datetime) -> RegradedRound:
    """What a regrading changes, or why it cannot be.

    Args:
        room: the room before it.
        event: the regrading.
        at: when.
    """
    before = room.rounds[event.round - 1]
    try:
        after = apply(room, event, at).rounds[event.round - 1]
    except RoomError as error:
        return RegradedRound(event.round, event.question.id, 0, 0, str(error))
    responses = [given.response for player in room.playing if (given := before.counted(player.seat))]
    changes = [after.verdict_of(each).credit - before.verdict_of(each).credit for each in responses]
    gained, lost = sum(change > 0 for change in changes), sum(change < 0 for change in changes)
    return RegradedRound(event.round, event.question.id, gained, lost, "")


def gone(room: Room, guide: Guide[Question]) -> tuple[QuestionId, ...]:
    """The questions of a room's rounds that a guide has no more."""
    return tuple(asked.question.id for asked in room.rounds if asked.question.id not in guide.questions)
