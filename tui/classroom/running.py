"""A room that runs: its state, its clock, its log, and whoever listens. Nothing is said to anybody here."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime

from tui.classroom.blocking import BlockFile
from tui.classroom.events import Answered, Event
from tui.classroom.happening import RoomError, apply
from tui.classroom.log_writer import LogWriter
from tui.classroom.players import Player
from tui.classroom.room import Room
from tui.classroom.seating import RemovedPlayer, UnknownToken
from tui.classroom.showing import Showing
from tui.classroom.timing import SteadyClock
from tui.classroom.typed import asks_again
from tui.classroom.words import Seat, TokenDigest
from tui.guide.model import Guide
from tui.quiz.question import Question
from tui.quiz.verdict import AskAgain

Heard = Callable[[Event], None]
"""Is told each event, after it has happened."""


class RunningRoom:
    """What all that is done to a room is done with: an event is applied, added to the log, and told."""

    room: Room
    """The room as it is now."""
    guide: Guide[Question]
    """The guide it is about."""
    blocked: BlockFile
    """The host's list of words that no name may have."""
    began_at: datetime
    """When it was made, in UTC."""
    loss: str = ""
    """What was torn at the end of its log when it was resumed, and left out; empty if nothing was."""

    def __init__(
        self, room: Room, guide: Guide[Question], log: LogWriter, steady: SteadyClock, blocked: BlockFile
    ) -> None:
        """A room that runs on.

        Args:
            room: the room so far.
            guide: the guide it is about.
            log: its log, which holds all that happened so far.
            steady: its clock.
            blocked: the host's list of words that no name may have.
        """
        self.room = room
        self.guide = guide
        self.blocked = blocked
        self._log = log
        self._steady = steady
        self._showing = Showing(guide)
        self._listeners: list[Heard] = []
        self._gone = False
        self._seat_of: dict[TokenDigest, Seat] = {
            player.token: player.seat for player in room.players.values() if player.token is not None
        }

    @property
    def trouble(self) -> str:
        """Why what happened is not on the disk, as the system says it; empty while all is well.

        What is not on the disk is not acknowledged, is kept here, and is tried again at every `tick`.
        """
        return self._log.trouble

    def subscribe(self, heard: Heard) -> Callable[[], None]:
        """Be told each event after it was applied, in the order in which they happen.

        Args:
            heard: what is called; it must not wait.

        Returns:
            What ends it.
        """
        self._listeners.append(heard)

        def leave() -> None:
            with suppress(ValueError):
                self._listeners.remove(heard)

        return leave

    async def kept(self) -> None:
        """Wait until all that has happened so far is on the disk, for as long as the disk is full."""
        await self._log.kept()

    def let_go(self) -> None:
        """Write what is left, and let go of the log. Nothing can happen in the room after that."""
        self._gone = True
        self._log.let_go()

    def _happen(self, event: Event, at: datetime | None = None) -> None:
        """Let something happen.

        Args:
            event: what happens.
            at: when; now, if None.

        Raises:
            RoomError: it cannot.
        """
        at = at or self._steady.now()
        self._become(apply(self.room, event, at), event, at)

    def _become(self, after: Room, event: Event, at: datetime) -> None:
        """Be another room, after an event: it is added to the log, and told.

        Raises:
            RoomError: the log was let go of.
        """
        if after is self.room:  # an answer that came before
            return
        if self._gone:
            raise RoomError("the host has closed the room")
        self.room = after
        self._log.add(event, at)
        for heard in tuple(self._listeners):
            heard(event)

    def _take(self, event: Answered) -> AskAgain | None:
        """Let an answer happen, unless it cannot be graded as it stands: then what to ask again.

        Raises:
            RoomError: it is not taken.
        """
        at = self._steady.now()
        after = apply(self.room, event, at)
        if after is not self.room and after.current is not None:
            again = asks_again(after.current.question, event.response)
            if again is not None:
                return again
        self._become(after, event, at)
        return None

    def _player(self, seat: Seat) -> Player:
        player = self.room.players.get(seat)
        if player is None:
            raise UnknownToken("This seat was in another room.")
        if player.removed:
            raise RemovedPlayer("The host has removed you from this room.")
        return player
