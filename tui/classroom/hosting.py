"""A room that is hosted: the only thing that the server and the host's screen call."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Self
from uuid import uuid4

from msgspec import Struct

from tui.classroom import distribution
from tui.classroom.blocking import BlockFile
from tui.classroom.counting import Count
from tui.classroom.distribution import Shares
from tui.classroom.events import Answered, Began, Left, Paused, Scoring
from tui.classroom.happening import RoomError, begin, replay
from tui.classroom.hosting_desk import Desk
from tui.classroom.hosting_door import Door
from tui.classroom.log import ROOMS, SUFFIX
from tui.classroom.log_writer import continued, new_log
from tui.classroom.players import Player
from tui.classroom.protocol import Answer, AskedAgain, NotTaken, Saved, Shown
from tui.classroom.room import Phase, Room
from tui.classroom.seating import new_code
from tui.classroom.showing import State
from tui.classroom.timing import Clocks, SteadyClock
from tui.classroom.typed import cleaned
from tui.classroom.words import AnswerId, RoomId, RoundNumber, Seat
from tui.guide.model import Guide
from tui.quiz.ask import Recall
from tui.quiz.largest import is_small_enough
from tui.quiz.question import Question
from tui.text import Clean


class Rules(Struct, frozen=True, kw_only=True):
    """How a room is played."""

    seats: int = 60
    """How many players it takes at most."""
    scoring: Scoring = Scoring.RIGHT
    """What a right answer earns."""
    seed: str = ""
    """Decides the order of options; if empty, the room draws its own."""
    port: int | None = None
    """Where players reach it, to be kept for when it is resumed."""


def is_played(question: Question) -> bool:
    """Whether a question can be played together."""
    return not why_not_played(question)


def why_not_played(question: Question) -> str:
    """Why a question cannot be played together, in words that go on after its name; empty if it can be."""
    if isinstance(question.ask(""), Recall):
        return "is written from memory and ticked by oneself, which no class does together"
    return "" if is_small_enough(question) else "has an answer so long that it does not fit into one message"


def _of_guide(room: Room, guide: Guide[Question]) -> Room:
    if room.began.guide != guide.id:
        raise RoomError(f"this room is about another guide: {room.began.title}")
    return room


class HostedRoom(Door, Desk):
    """A room that runs. All but `kept` happens at once; call it from one event loop only."""

    @classmethod
    def begin(
        cls,
        guide: Guide[Question],
        questions: Sequence[Question],
        folder: Path,
        clocks: Clocks,
        rules: Rules = Rules(),  # noqa: B008  frozen
    ) -> Self:
        """Make a room.

        Args:
            guide: the guide it is about.
            questions: what may be asked, in order; each can be played together.
            folder: the data folder.
            clocks: tell the time.
            rules: how it is played.

        Raises:
            RoomError: there is nothing to ask in it, or what cannot be played together.
            OSError: its log cannot be made, or the host's list of names cannot be read.
        """
        for question in questions:
            if why := why_not_played(question):
                raise RoomError(f"{question.id} cannot be played together: it {why}")
        steady = SteadyClock(clocks)
        at, code = steady.now(), new_code()
        event = Began(
            id=RoomId(uuid4()),
            code=code,
            guide=guide.id,
            title=guide.title,
            questions=tuple(questions),
            seed=rules.seed or uuid4().hex,
            seats=rules.seats,
            scoring=rules.scoring,
            port=rules.port,
        )
        room, blocked = begin(event), BlockFile(folder)
        log = new_log(folder / ROOMS / f"{at.astimezone():%Y-%m-%d}-{code}{SUFFIX}")
        log.add(event, at)
        hosted = cls(room, guide, log, steady, blocked)
        hosted.began_at = at
        return hosted

    @classmethod
    def resume(
        cls,
        path: Path,
        guide: Guide[Question],
        clocks: Clocks,
    ) -> Self:
        """Go on with a room from its log, after its host was killed, or to regrade it.

        Nobody is connected. Where a question was open, the room is paused since the last thing that happened.

        Args:
            path: the log.
            guide: the guide it is about, as it reads now.
            clocks: tell the time.

        Raises:
            RoomError: what the log says cannot have happened, or it is about another guide.
            RoomInUse: another host runs it.
            BrokenLog: the log cannot be read.
            OSError: it cannot be opened.
        """
        log, read = continued(path)
        try:
            last = read.events[-1].at if read.events else None
            room = _of_guide(replay(read.events), guide)
            hosted = cls(room, guide, log, SteadyClock(clocks, last), BlockFile(path.parent.parent))
            hosted.began_at = read.events[0].at
            hosted.loss = read.loss(path)
        except BaseException:
            log.let_go()
            raise
        hosted._come_to(last)
        return hosted

    def _come_to(self, last: datetime | None) -> None:
        """Nobody was there since the last thing that is known."""
        if self.room.phase is Phase.OPEN and self.room.paused_since is None:
            self._happen(Paused(), last)
        for player in self.room.playing:
            if player.present:
                self._happen(Left(seat=player.seat))

    def answer(self, seat: Seat, message: Answer, tell: Callable[[Saved | AskedAgain | NotTaken], object]) -> None:
        """Take a player's answer, or a change of it.

        Args:
            seat: whose.
            message: what their device sent.
            tell: is told what became of it; that it is saved, once it is on the disk.

        Raises:
            RemovedPlayer: the host removed them.
        """
        self._player(seat)
        answer = AnswerId(message.id)
        event = Answered(
            seat=seat,
            round=RoundNumber(message.round),
            vote=message.vote,
            answer=answer,
            response=cleaned(message.response),
        )
        try:
            again = self._take(event)
        except RoomError as error:
            tell(NotTaken(id=answer, reason=Clean(error.sentence)))
        else:
            if again is None:
                self._log.when_kept(partial(tell, Saved(id=answer)))
            else:
                tell(AskedAgain(id=answer, reason=again.reason))

    def state_for(self, seat: Seat) -> State:
        """What a player is to see now.

        Args:
            seat: whose.

        Raises:
            RemovedPlayer: the host removed them.
        """
        return self._showing.state(self.room, self._player(seat), self._steady.now())

    def shown_for(self, seat: Seat, number: RoundNumber) -> Shown:
        """How a player fared in a round that was revealed.

        Args:
            seat: whose.
            number: which round.

        Raises:
            RemovedPlayer: the host removed them.
            RoomError: it was not revealed.
        """
        asked = self.room.rounds[number - 1] if 0 < number <= len(self.room.rounds) else None
        if asked is None or not asked.revealed:
            raise RoomError("its key was not shown yet")
        return self._showing.shown(self.room, self._player(seat), asked)

    def answered(self) -> distribution.Turnout:
        """How many have answered in this vote, and how many could."""
        return distribution.answered(self.room, self._current())

    def missing(self) -> tuple[Player, ...]:
        """The players who are here, or on paper, and have not answered in this vote."""
        return distribution.missing(self.room, self._current())

    def shares(self) -> Shares:
        """What the class answered in this round. It tells the key: not to be shown before the reveal."""
        return distribution.shares(self.room, self._current())

    def typed_groups(self) -> tuple[Count, ...]:
        """What was typed in this round, the same together, the largest group first."""
        return distribution.typed_groups(self.room, self._current())
