"""A room's door: who comes in, comes back, and goes, and what they are called."""

from tui.classroom.events import Joined, Left, Rejoined, Renamed, SeatsMade
from tui.classroom.happening import RoomError
from tui.classroom.limits import MOST_SEATS
from tui.classroom.names_offered import names_offered
from tui.classroom.nickname import NameRefused, look_alikes, nickname
from tui.classroom.players import Player
from tui.classroom.room import Phase
from tui.classroom.running import RunningRoom
from tui.classroom.seating import (
    RoomFull,
    Seated,
    UnknownToken,
    WrongCode,
    code_in,
    digest_of,
    new_token,
)
from tui.classroom.words import Nickname, Seat, Token, TokenDigest

SEATS_ADDED = 10
"""How many seats are made at once."""


class Door(RunningRoom):
    """Lets players in."""

    _offers = 0
    _turned_away = False

    def join(self, code: str, name: str, secret: str | None = None) -> Seated:
        """Let a new player in. Wait for `kept` before they are told, or a crash makes strangers of them.

        Args:
            code: what they typed as the room's code.
            name: what they would be called.
            secret: what their device has made to be their token, not known here yet; one is made, if None.

        Raises:
            WrongCode: it is not this room's, or the room is over.
            RoomFull: every seat is taken.
            NameRefused: the name cannot be had.
        """
        if code_in(code) != self.room.began.code:
            raise WrongCode("There is no room with this code. Look at it once more.")
        if self.room.phase is Phase.ENDED:
            raise WrongCode("This room is over.")
        token = Token(secret) if secret else new_token()
        self._turned_away = self.is_full
        seat = self._seat(name, digest_of(token))
        return Seated(seat, token, self.room.players[seat].name)

    @property
    def is_full(self) -> bool:
        """Whether every seat is taken."""
        return self.room.taken >= self.room.seats

    @property
    def turns_away(self) -> bool:
        """Whether somebody who would come in found no seat, and would find none now."""
        return self._turned_away and self.is_full

    def make_seats(self, seats: int) -> None:
        """Say anew how many seats there are.

        Args:
            seats: how many; as many as are taken, where these are more.

        Raises:
            RoomError: no room has so many, or it is over.
        """
        self._happen(SeatsMade(seats=max(seats, self.room.taken)))

    def add_seats(self) -> None:
        """Make some more seats.

        Raises:
            RoomError: there are as many as there can be, or the room is over.
        """
        if self.room.seats >= MOST_SEATS:
            raise RoomError(f"a room has up to {MOST_SEATS} seats")
        self.make_seats(min(self.room.seats + SEATS_ADDED, MOST_SEATS))

    def add_on_paper(self, name: str) -> Seat:
        """Give a seat to a player without a device, for whom the host types.

        Args:
            name: what they are called.

        Raises:
            RoomFull: every seat is taken.
            NameRefused: the name cannot be had.
            RoomError: the room is over.
        """
        return self._seat(name, None)

    def knows(self, token: str) -> bool:
        """Whether a seat has this secret, be it void by now."""
        return digest_of(token) in self._seat_of

    def come_back(self, token: str) -> Seat:
        """Give a player their seat again, be it on another device while the first is still connected.

        Args:
            token: their secret.

        Raises:
            UnknownToken: it is none of this room's.
            RemovedPlayer: the host removed them.
        """
        seat = self._seat_of.get(digest_of(token))
        if seat is None:
            raise UnknownToken("This room does not know you. Come in with its code and a name.")
        if not self._player(seat).present and self.room.phase is not Phase.ENDED:
            self._happen(Rejoined(seat=seat))
        return seat

    def leave(self, seat: Seat) -> None:
        """Note that a player's last connection is gone.

        Args:
            seat: whose; of one who is gone already, or was removed, nothing is noted.
        """
        player = self.room.players.get(seat)
        if player is not None and player.present and not self._gone:
            self._happen(Left(seat=seat))

    def rename(self, seat: Seat, name: str) -> Nickname:
        """Call a player otherwise.

        Args:
            seat: whose.
            name: what they would be called.

        Returns:
            What they are called now.

        Raises:
            NameRefused: the name cannot be had.
            RemovedPlayer: the host removed them.
        """
        player = self._player(seat)
        called = nickname(name, self._names(but=player), self.blocked)
        if called != player.name:
            try:
                self._happen(Renamed(seat=seat, name=called))
            except RoomError as error:
                raise NameRefused(f"Names stay as they are: {error}.") from error
        return called

    def names(self) -> tuple[Nickname, ...]:
        """Six names that are free; others each time."""
        self._offers += 1
        return names_offered(self._names(), f"{self.room.began.seed}/{self._offers}")

    def look_alikes(self) -> tuple[tuple[Nickname, ...], ...]:
        """The names that can be taken for each other, a group of all alike: somebody may pass for somebody else."""
        return look_alikes(self._names())

    def _seat(self, name: str, token: TokenDigest | None) -> Seat:
        if self.is_full:
            raise RoomFull("Every seat in this room is taken.")
        called = nickname(name, self._names(), self.blocked)
        seat = Seat(str(len(self.room.players) + 1))
        self._happen(Joined(seat=seat, name=called, token=token))
        if token is not None:
            self._seat_of[token] = seat
        return seat

    def _names(self, but: Player | None = None) -> list[Nickname]:
        return [player.name for player in self.room.playing if but is None or player.seat != but.seat]
