"""What the class answered, as the host sees it while a round lasts."""

from collections.abc import Sequence
from typing import NamedTuple

from msgspec import Struct

from tui.classroom.counting import Count, counts_of
from tui.classroom.players import Player
from tui.classroom.room import Room
from tui.classroom.rounds import Round
from tui.quiz.ask import Response, Written
from tui.text import Clean


class Turnout(NamedTuple):
    """How far a vote has come."""

    have: int
    """How many have answered in it."""
    could: int
    """How many have, or still could: they are here, or on paper."""


class Shares(NamedTuple):
    """Who answered what in a round."""

    counts: tuple[Count, ...]
    """What counts now: after a second vote, the answers of that, and of the first where there was none in it."""
    before: tuple[Count, ...]
    """What the first vote said, if there was a second; else nothing."""
    answered: int
    """How many players gave an answer that counts."""
    right: int
    """How many of them have full credit."""
    right_before: int | None
    """How many had it in the first vote, if there was a second."""


class TypedGroup(Struct, frozen=True):
    """Those who typed the same."""

    fields: tuple[str, ...]
    """What they typed, folded: what `accept` takes."""
    shown: Clean
    """What most of them typed."""
    count: int
    """How many they are."""
    right: bool
    """Whether it counts as right."""


def answered(room: Room, asked: Round) -> Turnout:
    """How many have answered in the vote that is, or was last."""
    have = sum(player.seat in asked.votes[-1] for player in room.playing)
    return Turnout(have, have + len(missing(room, asked)))


def missing(room: Room, asked: Round) -> tuple[Player, ...]:
    """The players who are here, or on paper, and have not answered in the vote that is, or was last."""
    there = (player for player in room.playing if player.present or player.on_paper)
    return tuple(player for player in there if player.seat not in asked.votes[-1])


def shares(room: Room, asked: Round) -> Shares:
    """What the class answered in a round; of removed players nothing counts."""
    ask = room.ask_of(asked)
    seats = [player.seat for player in room.playing]
    now = [given.response for seat in seats if (given := asked.counted(seat))]
    first = [given.response for seat in seats if (given := asked.votes[0].get(seat))] if asked.vote > 1 else []
    return Shares(
        counts=counts_of(ask, asked, now),
        before=counts_of(ask, asked, first),
        answered=len(now),
        right=_right(asked, now),
        right_before=_right(asked, first) if asked.vote > 1 else None,
    )


def typed_groups(room: Room, asked: Round) -> tuple[TypedGroup, ...]:
    """What was typed in a round, those who typed the same together, the largest group first."""
    given = (asked.counted(player.seat) for player in room.playing)
    typed = [each.response for each in given if each and isinstance(each.response, Written)]
    counts = counts_of(room.ask_of(asked), asked, typed)
    return tuple(TypedGroup(each.folded, each.text, each.count, each.right) for each in counts if each.folded)


def _right(asked: Round, responses: Sequence[Response]) -> int:
    return sum(asked.verdict_of(each).credit >= 1 for each in responses)
