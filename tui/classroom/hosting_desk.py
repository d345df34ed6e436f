"""A room's desk: what the host does with it, and what time does."""

from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import uuid4

from tui.classroom.events import (
    Accepted,
    Answered,
    Closed,
    Continued,
    Ended,
    Opened,
    PassedOver,
    Paused,
    Removed,
    Revealed,
    SecondVote,
    TimeGiven,
)
from tui.classroom.happening import RoomError
from tui.classroom.regrading import RegradedRound, Regrading, gone, regradings, tried
from tui.classroom.room import Phase
from tui.classroom.rounds import Round
from tui.classroom.running import RunningRoom
from tui.classroom.showing import Showing
from tui.classroom.typed import cleaned
from tui.classroom.words import AnswerId, RoundNumber, Seat
from tui.guide.model import Guide
from tui.quiz.ask import Response
from tui.quiz.question import Question
from tui.quiz.verdict import AskAgain


class ExtraTime(NamedTuple):
    """What is left of a vote for those who have more time."""

    players: int
    """How many of them are here."""
    seconds: float
    """How long the last of them still has."""


class Desk(RunningRoom):
    """The powers of the host. None of them has a message in the protocol.

    All raise RoomError where it cannot be done now.
    """

    def open_next(self, limit: float | None = None) -> None:
        """Open the next question.

        Args:
            limit: after how many seconds it closes; None: when the host closes it.
        """
        if not self.room.unasked:
            raise RoomError("every question was asked")
        self._happen(Opened(place=self.room.unasked[0], limit=limit))

    def close(self) -> None:
        """Close the vote."""
        self._happen(Closed())

    def second_vote(self, limit: float | None = None) -> None:
        """Open the closed question once more, after a discussion.

        Args:
            limit: after how many seconds it closes; None: when the host closes it.
        """
        self._happen(SecondVote(limit=limit))

    def reveal(self) -> None:
        """Show the key of the closed question."""
        self._happen(Revealed())

    def pass_over(self) -> None:
        """Drop the question, open, closed or revealed: it counts for nobody."""
        self._happen(PassedOver())

    def pause(self) -> None:
        """Let time stand still."""
        self._happen(Paused())

    def go_on(self) -> None:
        """Let time run on."""
        self._happen(Continued())

    def end(self) -> None:
        """End the room."""
        self._happen(Ended())

    def give_time(self, seat: Seat, share: float) -> None:
        """Give a player more time in every round with a limit.

        Args:
            seat: whom.
            share: how much more: 0.5 is half as much again, 0 takes it back.
        """
        self._happen(TimeGiven(seat=seat, share=share))

    def remove(self, seat: Seat) -> None:
        """Remove a player: the seat is void, and what it answered does not count."""
        self._happen(Removed(seat=seat))

    def accept(self, number: RoundNumber, fields: tuple[str, ...]) -> None:
        """Accept what some typed as right.

        Args:
            number: in which round.
            fields: what they typed, folded, as `Count.folded` has it.
        """
        if not any(fields):
            raise RoomError("there is neither letter nor digit in it")
        self._happen(Accepted(round=number, fields=fields))

    def answer_for(self, seat: Seat, response: Response) -> AskAgain | None:
        """Answer for a player on paper.

        Args:
            seat: whose answer it is.
            response: what they did.

        Returns:
            What to ask again, where it cannot be graded as it stands; it is not taken then.
        """
        player, asked = self.room.players.get(seat), self._current()
        if player is None or not player.on_paper:
            raise RoomError("only players on paper are answered for")
        answer, response = AnswerId(uuid4().hex), cleaned(response)
        return self._take(Answered(seat=seat, round=asked.number, vote=asked.vote, answer=answer, response=response))

    def regrade(self, guide: Guide[Question]) -> Regrading:
        """Grade by the guide as it reads now, during the room or after it.

        Args:
            guide: the guide, read again; it is this room's from now on.

        Returns:
            What changed.
        """
        self.guide = guide
        self._showing = Showing(guide)
        done: list[RegradedRound] = []
        for event in regradings(self.room, guide):
            done.append(tried(self.room, event, self._steady.now()))
            if not done[-1].refused:
                self._happen(event)
        return Regrading(tuple(done), gone(self.room, guide))

    def seconds_left(self) -> float | None:
        """How long those without more time still have; None without a limit, or where no question is open."""
        room, asked = self.room, self.room.current
        if asked is None or asked.limit is None or room.phase is not Phase.OPEN:
            return None
        return max(asked.limit - (self._moment() - asked.opened - asked.paused).total_seconds(), 0.0)

    def extra_time(self) -> ExtraTime | None:
        """Who still has time once that of all others is over; None before, and where nobody has."""
        asked = self.room.current
        if asked is None or self.seconds_left() != 0:
            return None
        now = self._moment()
        left = [(end - now).total_seconds() for end in self._deadlines(asked) if end > now]
        return ExtraTime(len(left), max(left)) if left else None

    def tick(self) -> None:
        """Let time do its part; to be called several times a second.

        What has run out is closed, the room is paused where the laptop was asleep, and what could not be written is
        tried again.
        """
        self._log.retry()
        jumped = self._steady.jumped()
        if self.room.phase is not Phase.OPEN or self.room.paused_since is not None:
            return
        if jumped:
            self.pause()
        elif self._ran_out(self._current()):
            self.close()

    def _ran_out(self, asked: Round) -> bool:
        """Whether the time of all who are here is over; where nobody is, the time that everybody has."""
        if asked.limit is None:
            return False
        usual = asked.opened + asked.paused + timedelta(seconds=asked.limit)
        return self._steady.now() >= max(self._deadlines(asked), default=usual)

    def _deadlines(self, asked: Round) -> list[datetime]:
        """When the time of each who is here runs out; empty without a limit."""
        there = (player for player in self.room.playing if player.present)
        return [end for player in there if (end := self.room.deadline_of(asked, player))]

    def _moment(self) -> datetime:
        """Now, for a clock that stands still in a pause."""
        return self.room.paused_since or self._steady.now()

    def _current(self) -> Round:
        if self.room.current is None:
            raise RoomError("no question was opened yet")
        return self.room.current
