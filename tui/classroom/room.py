"""A room, as plain data: what it is at one moment, and what follows from that.

It opens one question after the other. Each is answered until it is closed, may be put to a second vote after a
discussion, and then its key is revealed: gathering → open → closed → (open → closed →) revealed → open … → ended.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from enum import StrEnum
from functools import cached_property, lru_cache

from msgspec import Struct, field

from tui.classroom.events import Began, Scoring
from tui.classroom.players import Player
from tui.classroom.rounds import Round
from tui.classroom.words import Seat
from tui.quiz.ask import Ask
from tui.quiz.question import Question

GRACE = timedelta(seconds=0.5)
"""For how long after the end of a vote an answer still counts that was on its way."""
VOTES = 2
"""How many votes a round has at most."""
FASTEST = 0.5
"""What the quickest answer earns beyond its credit, as a share of it, where speed earns anything."""


class Phase(StrEnum):
    """What a room is doing."""

    GATHERING = "gathering"
    """The class comes in; nothing was asked yet."""
    OPEN = "open"
    """A question is open: answers are taken."""
    CLOSED = "closed"
    """A question is closed, its key not yet shown."""
    REVEALED = "revealed"
    """The key is shown."""
    BETWEEN = "between"
    """A question was dropped, and the next is not open yet."""
    ENDED = "ended"
    """It is over."""


_ANSWERED_IN = (Phase.OPEN, Phase.CLOSED)


@lru_cache(maxsize=64)
def _ask(question: Question, seed: str) -> Ask:
    """What is asked: a whole class answers it."""
    return question.ask(seed)


class Room(Struct, frozen=True, dict=True):
    """A classroom quiz. Made by `begin` or `replay`."""

    began: Began
    """What it was made of."""
    phase: Phase = Phase.GATHERING
    """What it is doing."""
    players: Mapping[Seat, Player] = field(default_factory=dict)
    """Everybody who ever had a seat, in the order in which they came."""
    rounds: tuple[Round, ...] = ()
    """The questions opened so far."""
    paused_since: datetime | None = None
    """Since when time stands still."""
    seats_made: int | None = None
    """How many players it takes at most, if that was said anew."""

    @property
    def questions(self) -> tuple[Question, ...]:
        """All that may be asked, in order."""
        return self.began.questions

    @property
    def current(self) -> Round | None:
        """The round that is asked, or was last."""
        return self.rounds[-1] if self.rounds else None

    @cached_property
    def playing(self) -> tuple[Player, ...]:
        """The players whose seats are valid, in the order in which they came."""
        return tuple(player for player in self.players.values() if not player.removed)

    @property
    def unasked(self) -> tuple[int, ...]:
        """The places of the questions that were not opened yet."""
        opened = {each.place for each in self.rounds}
        return tuple(place for place in range(len(self.questions)) if place not in opened)

    @property
    def seats(self) -> int:
        """How many players it takes at most."""
        return self.began.seats if self.seats_made is None else self.seats_made

    @property
    def taken(self) -> int:
        """How many seats are taken."""
        return len(self.playing)

    def ask_of(self, asked: Round) -> Ask:
        """What everybody in the room is shown of a round's question."""
        return _ask(asked.question, f"{self.began.seed}/{asked.question.id}")

    def deadline_of(self, asked: Round, player: Player) -> datetime | None:
        """When a player's time runs out in the vote that is open, if nothing pauses it; None without a limit."""
        if asked.limit is None:
            return None
        return asked.opened + asked.paused + timedelta(seconds=asked.limit * (1 + player.more_time))

    def takes_answers_of(self, player: Player, at: datetime) -> bool:
        """Whether an answer counts that comes from a player now; what is on paper is typed until the reveal."""
        asked = self.current
        if asked is None or player.removed or self.phase not in _ANSWERED_IN:
            return False
        ends = (asked.closed, self.paused_since, self.deadline_of(asked, player))
        last = min(filter(None, ends), default=None)
        return player.on_paper or last is None or at <= last + GRACE

    def could_answer(self, player: Player, asked: Round) -> bool:
        """Whether a player was there for a round: what they came too late for is not held against them."""
        return asked.number >= player.came or asked.counted(player.seat) is not None

    def points_in(self, asked: Round, player: Player) -> float:
        """What a player earned in a round."""
        given = asked.counted(player.seat)
        if given is None or player.removed or not asked.counts:
            return 0.0
        credit = asked.verdict_of(given.response).credit
        limit = None if self.began.scoring is Scoring.RIGHT else asked.limit_for(player.seat)
        if limit is None:
            return credit
        left = 1 - given.took / (limit * (1 + player.more_time))
        return credit * (1 + FASTEST * max(left, 0.0))

    def total_of(self, player: Player) -> float:
        """What a player earned in all."""
        return sum(self.points_in(each, player) for each in self.rounds)

    def most_of(self, player: Player) -> float:
        """What a player could earn in all the rounds that count and that they could answer."""
        return sum(
            self._most_in(each, player) for each in self.rounds if each.counts and self.could_answer(player, each)
        )

    def _most_in(self, asked: Round, player: Player) -> float:
        """What the quickest right answer earns, in any vote that a player was there for."""
        limits = (asked.first_limit, asked.limit) if asked.number >= player.came else (asked.limit,)
        quick = self.began.scoring is Scoring.SPEED and any(limit is not None for limit in limits)
        return 1 + FASTEST * quick
