"""What the class answered, as the host sees it while a round lasts."""

from typing import NamedTuple

from tui.classroom.counting import Count, counts_of
from tui.classroom.players import Player
from tui.classroom.room import Room
from tui.classroom.rounds import Round
from tui.quiz.ask import Written


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
    answered: int
    """How many players gave an answer that counts."""
    right: int
    """How many of them have full credit."""
    partly: int
    """How many of them have a part of it."""


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
    now = [given.response for player in room.playing if (given := asked.counted(player.seat))]
    credits_ = [asked.verdict_of(each).credit for each in now]
    return Shares(
        counts=counts_of(room.ask_of(asked), asked, now),
        answered=len(now),
        right=sum(credit >= 1 for credit in credits_),
        partly=sum(0 < credit < 1 for credit in credits_),
    )


def typed_groups(room: Room, asked: Round) -> tuple[Count, ...]:
    """What was typed in a round, those who typed the same together, the largest group first."""
    given = (asked.counted(player.seat) for player in room.playing)
    typed = [each.response for each in given if each and isinstance(each.response, Written)]
    counts = counts_of(room.ask_of(asked), asked, typed)
    return tuple(each for each in counts if each.folded)
