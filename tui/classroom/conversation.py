"""What a player and the room say to each other by one connection, from hello to goodbye."""

import asyncio
from collections.abc import Callable

from aiohttp import WSMsgType

from tui.classroom.broadcast import Broadcast
from tui.classroom.connection import Connection
from tui.classroom.frames import Nonsense, message_in
from tui.classroom.hosting import HostedRoom
from tui.classroom.limits import Address
from tui.classroom.nickname import NameRefused
from tui.classroom.protocol import (
    VERSION,
    Answer,
    Called,
    FromPlayer,
    Goodbye,
    Hello,
    Refusal,
    Refused,
    Rename,
    Welcome,
)
from tui.classroom.seating import NotSeated, RemovedPlayer, RoomFull, UnknownToken, WrongCode
from tui.classroom.words import Seat, Token
from tui.text import Clean

NO_MESSAGE = "This is no message of the room's."
"""What is said of nonsense."""
TOO_MUCH = "Too much came from here at once. It is tried again in a moment."
"""What is said where more came than is taken."""
NOT_KEPT = "The room cannot keep a seat for you just now. It is tried again in a moment."
"""What is said to who is new while the disk is full."""
LATER = 5.0
"""After how many seconds it is tried again then."""
_REFUSALS = {
    WrongCode: Refusal.CODE,
    RoomFull: Refusal.FULL,
    UnknownToken: Refusal.STRANGER,
    RemovedPlayer: Refusal.REMOVED,
}


class _Unwelcome(Exception):
    def __init__(self, refusal: Refusal, reason: str, wait: float = 0.0) -> None:
        super().__init__(reason)
        self.refusal = refusal
        self.wait = wait


class Conversation:
    """Takes what comes by a connection, and answers."""

    def __init__(
        self,
        hosted: HostedRoom,
        broadcast: Broadcast,
        connection: Connection,
        address: Address,
        clock: Callable[[], float],
    ) -> None:
        """A conversation in which nothing was said yet.

        Args:
            hosted: the room.
            broadcast: tells everybody what happens.
            connection: by which it is held.
            address: what has come from the other end's address.
            clock: counts seconds; nobody sets it.
        """
        self._hosted = hosted
        self._broadcast = broadcast
        self._connection = connection
        self._address = address
        self._clock = clock

    async def run(self, hello: float) -> None:
        """Hold it to its end.

        Args:
            hello: how many seconds the first message may take.
        """
        try:
            async with asyncio.timeout(hello):
                frame = await self._frame()
            while frame is not None and await self._take(self._message(frame)):
                frame = await self._frame()
        except TimeoutError:
            self._connection.refuse(Refusal.NONSENSE, "Nothing was said in time.")
        except NotSeated as error:
            self._connection.refuse(_REFUSALS[type(error)], str(error))
        except _Unwelcome as unwelcome:
            self._connection.refuse(unwelcome.refusal, str(unwelcome), unwelcome.wait)

    async def _frame(self) -> str | None:
        """The next frame; None at the end."""
        while True:
            heard = await self._connection.socket.receive()
            if wait := self._connection.hear(self._clock()):
                raise _Unwelcome(Refusal.OFTEN, TOO_MUCH, wait)
            match heard.type:
                case WSMsgType.TEXT:
                    return str(heard.data)
                case WSMsgType.BINARY:
                    raise _Unwelcome(Refusal.NONSENSE, NO_MESSAGE)
                case WSMsgType.PING:
                    self._connection.pong(heard.data)
                case WSMsgType.PONG:
                    continue
                case _:
                    return None

    def _message(self, frame: str) -> FromPlayer:
        try:
            return message_in(frame)
        except Nonsense:
            raise _Unwelcome(Refusal.NONSENSE, NO_MESSAGE) from None

    async def _take(self, message: FromPlayer) -> bool:
        """Do what a message asks for; whether the conversation goes on."""
        seat = self._connection.seat
        match message:
            case Answer() if seat is not None:
                self._hosted.answer(seat, message, self._connection.say)
            case Hello():
                return await self._welcome(message)
            case Rename() if seat is not None:
                self._rename(seat, message.name)
            case Goodbye() if seat is not None:
                return False
            case _:
                raise _Unwelcome(Refusal.NONSENSE, "The first message says who you are.")
        return True

    def _rename(self, seat: Seat, name: str) -> None:
        before = self._hosted.room.players[seat].name
        try:
            called = self._hosted.rename(seat, name)
            if called == before:  # else it has happened, and was told
                self._connection.say(Called(name=called))
        except NameRefused as error:
            self._refuse_name(error)

    def _refuse_name(self, error: NameRefused) -> None:
        self._connection.say(Refused(refusal=Refusal.NAME, reason=Clean(str(error))))

    async def _welcome(self, hello: Hello) -> bool:
        """Give a new connection its seat; whether the conversation goes on."""
        connection, room = self._connection, self._hosted
        try:
            seat, token = self._seated(hello)
        except NameRefused as error:
            self._refuse_name(error)
            return True
        connection.seat = seat
        if before := self._broadcast.join(connection, seat):
            before.refuse(Refusal.REPLACED, "Your seat was taken up on another device.")
        await room.kept()
        if self._broadcast.at(seat) is not connection:
            return False
        began, player = room.room.began, room.room.players[seat]
        welcome = Welcome(
            seat=seat,
            token=token,
            name=player.name,
            guide=began.guide,
            title=began.title,
            language=room.guide.language,
            points=room.room.total_of(player),
        )
        self._broadcast.welcome(seat, welcome)
        return True

    def _seated(self, hello: Hello) -> tuple[Seat, Token]:
        if self._connection.seat is not None:
            raise _Unwelcome(Refusal.NONSENSE, "You have a seat already.")
        if hello.version != VERSION:
            raise _Unwelcome(
                Refusal.VERSION,
                "The room's kruzhok is of another version than this one. Use the same, or play on its page.",
            )
        token = hello.token
        if token is None and hello.secret is not None and self._hosted.knows(hello.secret):
            token = hello.secret  # the line broke before they were told
        if token is not None:
            return self._hosted.come_back(token), Token(token)
        at = self._clock()
        if wait := self._address.wrong_codes.wait(at) or self._address.seats.wait(at):
            raise _Unwelcome(Refusal.OFTEN, TOO_MUCH, wait)
        if self._hosted.trouble:  # who gives up before they are told of their seat would take another one
            raise _Unwelcome(Refusal.OFTEN, NOT_KEPT, LATER)
        try:
            seated = self._hosted.join(hello.code, hello.name or "", hello.secret)
        except WrongCode:
            self._address.wrong_codes.take(at)
            raise
        self._address.seats.take(at)
        return seated.seat, seated.token
