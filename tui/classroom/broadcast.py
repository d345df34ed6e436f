"""Telling players what happens: each sees the room as it is for them, and nobody waits for anybody."""

import asyncio
from collections.abc import Callable

from tui.classroom.connection import Connection
from tui.classroom.events import (
    Accepted,
    Answered,
    Closed,
    Continued,
    Ended,
    Event,
    Joined,
    Opened,
    PassedOver,
    Paused,
    Regraded,
    Removed,
    Renamed,
    Revealed,
    SecondVote,
    TimeGiven,
)
from tui.classroom.frames import frame_of
from tui.classroom.hosting import HostedRoom
from tui.classroom.protocol import Called, FromHost, Refusal, Waiting, Welcome
from tui.classroom.room import Phase
from tui.classroom.words import RoundNumber, Seat

PAUSE = 0.5
"""After so many seconds at most a class that gathers is told how many it is: not at each who comes in."""
_FOR_ALL = (Opened, Closed, SecondVote, Revealed, PassedOver, Paused, Continued, Ended)


class Broadcast:
    """The connections of all who are seated, and what is said to them."""

    def __init__(self, hosted: HostedRoom) -> None:
        """Nobody is there yet.

        Args:
            hosted: the room.
        """
        self._hosted = hosted
        self._seated: dict[Seat, Connection] = {}
        self._welcomed: dict[Seat, Connection] = {}
        self._leave_room: Callable[[], None] | None = None
        self._counting: asyncio.TimerHandle | None = None

    def start(self) -> None:
        """Listen to the room."""
        self._leave_room = self._hosted.subscribe(self._heard)

    def stop(self) -> None:
        """Listen no longer."""
        if self._leave_room is not None:
            self._leave_room()
        if self._counting is not None:
            self._counting.cancel()

    def join(self, connection: Connection, seat: Seat) -> Connection | None:
        """Put somebody in their seat. Nothing is told them before `welcome`.

        Args:
            connection: theirs.
            seat: where.

        Returns:
            The connection that was there before, which is no longer theirs.
        """
        before = self._gone(seat)
        self._seated[seat] = connection
        return before

    def welcome(self, seat: Seat, welcome: Welcome) -> None:
        """Tell who is in a seat that it is theirs, how the room is for them now, and from then on what happens.

        Args:
            seat: one that is taken.
            welcome: what is said first.
        """
        connection = self._welcomed[seat] = self._seated[seat]
        connection.say(welcome)
        self._tell(seat)

    def leave(self, connection: Connection) -> bool:
        """Note that a connection is gone.

        Returns:
            Whether its seat has no other one now.
        """
        if connection.seat is None or self._seated.get(connection.seat) is not connection:
            return False
        self._gone(connection.seat)
        return True

    def at(self, seat: Seat) -> Connection | None:
        """Who is in a seat now."""
        return self._seated.get(seat)

    def _gone(self, seat: Seat) -> Connection | None:
        """Let go of who is in a seat."""
        self._welcomed.pop(seat, None)
        return self._seated.pop(seat, None)

    def _tell(self, seat: Seat) -> None:
        """Tell somebody how the room is for them now."""
        if connection := self._welcomed.get(seat):
            connection.say(self._hosted.state_for(seat))

    def _heard(self, event: Event) -> None:
        match event:
            case Answered():
                return
            case Removed():
                if connection := self._gone(event.seat):
                    connection.refuse(Refusal.REMOVED, "The host has removed you from this room.")
                self._count_soon()
            case Renamed():
                if connection := self._welcomed.get(event.seat):
                    connection.say(Called(name=event.name))
            case TimeGiven():
                self._tell(event.seat)
            case Accepted() | Regraded():
                self._tell_anew(event.round)
            case Joined():
                self._count_soon()
            case _ if isinstance(event, _FOR_ALL):
                self._tell_all()

    def _tell_all(self) -> None:
        """Tell everybody; what is the same for several is written once."""
        frames: dict[FromHost, str] = {}
        for seat, connection in tuple(self._welcomed.items()):
            state = self._hosted.state_for(seat)
            if state not in frames:
                frames[state] = frame_of(state)
            connection.say_frame(frames[state])

    def _tell_anew(self, number: RoundNumber) -> None:
        asked = self._hosted.room.rounds[number - 1]
        if self._hosted.room.phase is Phase.ENDED:
            self._tell_all()
        elif asked.counts:
            for seat, connection in tuple(self._welcomed.items()):
                connection.say(self._hosted.shown_for(seat, number))

    def _count_soon(self) -> None:
        if self._counting is None:
            self._counting = asyncio.get_running_loop().call_later(PAUSE, self._count)

    def _count(self) -> None:
        self._counting = None
        room = self._hosted.room
        if room.phase in {Phase.GATHERING, Phase.BETWEEN} and room.paused_since is None:
            frame = frame_of(Waiting(players=room.taken, asked=len(room.rounds)))
            for connection in tuple(self._welcomed.values()):
                connection.say_frame(frame)
