"""A player's end of a room, in a terminal: it comes back by itself, and what was to be sent is sent then."""

import asyncio
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import uuid4

import msgspec

from tui.classroom.nickname import LONGEST
from tui.classroom.protocol import (
    LARGEST_FRAME,
    VERSION,
    Answer,
    Asked,
    AskedAgain,
    FromHost,
    FromPlayer,
    Goodbye,
    Hello,
    NotTaken,
    Over,
    Refusal,
    Refused,
    Rename,
    Saved,
    Shown,
    Shut,
    Stopped,
    Waiting,
    Welcome,
)
from tui.classroom.seating import new_token
from tui.classroom.words import AnswerId, Token
from tui.quiz.ask import Response
from tui.text import Clean, clean

if TYPE_CHECKING:
    from aiohttp import ClientWebSocketResponse

USUAL_PORT = 8080
"""Where a room is looked for, if the address says no port."""
LARGEST_HEARD = 4 * 1024 * 1024
"""How many bytes a host's message has at most."""
HEARTBEAT = 10.0
"""How many seconds a host may be silent before it is asked whether it is still there."""
TOO_LARGE = Clean("This is too long to be sent. Use fewer words, or tell your teacher.")
"""Said of an answer that no host takes."""
TOO_MUCH = Clean(
    "What the room says here is too long for kruzhok. What you answered is kept there: play on in its page."
)
"""Said of a message that would be as long the next time."""
PATIENCE = 2.0
"""How many seconds a host has to say which names it offers."""
MOST_OFFERED = 9
"""How many names are taken of those that a host offers."""
PAUSES = (1.0, 2.0, 4.0, 8.0)
"""How many seconds lie between the tries to come back, after a first one within a second."""
SELDOM = 8.0
"""How many seconds at least lie between them where another room answers; twice as many at most: a whole class tries."""
_AS_SENT = frozenset(("lines", "file", "token", "guide"))
"""What is not shown, and must be as the host sent it."""
_CODE = "[A-Za-z0-9]{6}"
_PLACE = re.compile(
    rf"(?:http://)?(?P<host>[A-Za-z0-9.-]+)(?::(?P<port>\d{{1,5}}))?(?:/(?P<code>{_CODE})?)?/?", re.IGNORECASE
)


class NoAddress(ValueError):
    """What was typed is no address of a room."""


class Address(NamedTuple):
    """Where a room is."""

    host: str
    """The computer's name or number."""
    port: int
    """Where it listens."""
    code: str
    """The room's code; empty where the address has none."""

    @property
    def socket(self) -> str:
        """Where the conversation is held."""
        return f"http://{self.host}:{self.port}/socket"

    @property
    def names(self) -> str:
        """Where names are offered."""
        return f"http://{self.host}:{self.port}/names"


class Away(NamedTuple):
    """The room cannot be reached just now."""

    again: float
    """After how many seconds it is tried again."""


Told = FromHost | Away
"""What a player is told."""


def address_in(text: str) -> Address:
    """An address as the lobby shows it, or as somebody types it off.

    Args:
        text: "192.168.1.5:8080/ABCDEF", with or without http, port and code.

    Raises:
        NoAddress: it is none.
    """
    found = _PLACE.fullmatch(text.strip())
    if not found or (found["port"] and not 0 < int(found["port"]) < 65536):
        raise NoAddress(text)
    return Address(found["host"].lower(), int(found["port"] or USUAL_PORT), (found["code"] or "").upper())


def is_code(text: str) -> bool:
    """Whether somebody typed what may be a room's code."""
    return bool(re.fullmatch(_CODE, text))


def heard(frame: str) -> FromHost:
    """A host's message, with all that is to be shown made harmless.

    Raises:
        ValueError: it is none of the protocol's.
    """
    try:
        message: FromHost = msgspec.convert(_harmless(msgspec.json.decode(frame)), FromHost)
    except RecursionError as error:
        raise ValueError("it is nested too deep") from error
    return message


def _harmless(read: Any) -> Any:
    match read:
        case str():
            return clean(read)
        case list():
            return [_harmless(each) for each in read]
        case dict():
            return {name: each if name in _AS_SENT else _harmless(each) for name, each in read.items()}
        case _:
            return read


def pause_after(tries: int, jitter: float, *, elsewhere: bool) -> float:
    """How many seconds pass until the next try to come back.

    Args:
        tries: how many there were.
        jitter: a number from 0 to 1.
        elsewhere: whether another room answered.
    """
    if elsewhere:
        return SELDOM * (1 + jitter)
    return jitter if tries == 0 else PAUSES[min(tries, len(PAUSES)) - 1]


async def names_offered_at(address: Address) -> tuple[str, ...]:
    """The names that a room offers, made harmless; none, if it does not say.

    Args:
        address: where the room is.
    """
    import aiohttp  # noqa: PLC0415  only a player needs it

    try:
        timeout = aiohttp.ClientTimeout(PATIENCE)
        async with aiohttp.ClientSession(timeout=timeout) as session, session.get(address.names) as response:
            said = await response.content.read(LARGEST_HEARD)
        names = msgspec.json.decode(said, type=list[str])
    except (aiohttp.ClientError, OSError, TimeoutError, ValueError):
        return ()
    return tuple(clean(name, one_line=True, limit=LONGEST) for name in names[:MOST_OFFERED])


class Client:
    """One player."""

    def __init__(
        self,
        address: Address,
        name: str,
        token: Token | None,
        tell: Callable[[Told], None],
        jitter: Callable[[], float],
    ) -> None:
        """A player who has not come in yet.

        Args:
            address: where, with the room's code.
            name: what they would be called.
            token: their secret, if they were in this room before.
            tell: is told what happens, in the event loop.
            jitter: gives a number from 0 to 1: not all come back in the same instant.
        """
        self._address = address
        self._name = name
        self._token = token
        self._tell = tell
        self._jitter = jitter
        self._secret = new_token()
        self._outgoing: asyncio.Queue[FromPlayer] = asyncio.Queue()
        self._waiting: Answer | None = None
        self._ended = self._seated = self._stopped = False
        self._elsewhere = self._met_another = False
        self._tries = 0

    async def run(self) -> None:
        """Play until the room is over, or it lets this player in no more."""
        import aiohttp  # noqa: PLC0415  only a player needs it

        async with aiohttp.ClientSession() as session:
            while not self._ended:
                self._met_another = False
                try:
                    async with session.ws_connect(
                        self._address.socket, max_msg_size=LARGEST_HEARD, heartbeat=HEARTBEAT, compress=0
                    ) as socket:
                        await self._converse(socket)
                # However it was lost, or if what is there speaks otherwise: it is tried again until somebody leaves.
                except (aiohttp.ClientError, OSError, TimeoutError, ValueError):
                    pass
                if not self._ended:
                    await self._pause()

    def answer(self, round_: int, vote: int, response: Response) -> None:
        """Answer, or change the answer; it is sent again until the host says what became of it."""
        message = Answer(id=uuid4().hex, round=round_, vote=vote, response=response)
        if len(msgspec.json.encode(message)) > LARGEST_FRAME:  # the host would end the line for it, again and again
            self._tell(NotTaken(id=AnswerId(message.id), reason=TOO_LARGE))
            return
        self._waiting = message
        if self._seated and not self._stopped:
            self._outgoing.put_nowait(self._waiting)

    def rename(self, name: str) -> None:
        """Be called otherwise; where there is no seat yet, come in by that name."""
        self._name = name
        self._outgoing.put_nowait(Rename(name=name) if self._seated else self._hello())

    def leave(self) -> None:
        """Leave for good."""
        self._ended = True
        self._outgoing.put_nowait(Goodbye())

    def _hello(self) -> Hello:
        return Hello(version=VERSION, code=self._address.code, token=self._token, name=self._name, secret=self._secret)

    async def _pause(self) -> None:
        seconds = pause_after(self._tries, self._jitter(), elsewhere=self._elsewhere)
        self._tries += 1
        if not self._met_another:
            self._tell(Away(seconds))
        await asyncio.sleep(seconds)

    async def _converse(self, socket: "ClientWebSocketResponse") -> None:
        while not self._outgoing.empty():
            self._outgoing.get_nowait()
        self._outgoing.put_nowait(self._hello())
        sending = asyncio.create_task(self._send(socket))
        try:
            async for frame in socket:
                if not isinstance(frame.data, str):  # a line that broke is told so, too
                    self._broken_by(frame.data)
                    return
                self._take(heard(frame.data))
        finally:
            self._seated = False
            sending.cancel()
            await asyncio.gather(sending, return_exceptions=True)  # what kept it from sending is the line's end, too

    def _broken_by(self, what: object) -> None:
        from aiohttp import WebSocketError, WSCloseCode  # noqa: PLC0415  only a player needs it

        if isinstance(what, WebSocketError) and what.code == WSCloseCode.MESSAGE_TOO_BIG:
            self._take(Refused(refusal=Refusal.NONSENSE, reason=TOO_MUCH))

    async def _send(self, socket: "ClientWebSocketResponse") -> None:
        while True:
            message = await self._outgoing.get()
            await socket.send_str(msgspec.json.encode(message).decode())
            if isinstance(message, Goodbye):
                await socket.close()
                return

    def _take(self, message: FromHost) -> None:
        if isinstance(message, Waiting | Asked | Shut | Shown | Stopped | Over):
            self._stopped = isinstance(message, Stopped)
        elif isinstance(message, NotTaken) and self._stopped:
            return  # it met a pause, and is sent again after it
        match message:
            case Welcome():
                self._token, self._seated, self._tries, self._elsewhere = message.token, True, 0, False
            case Asked() if self._waiting is not None:
                # Only now is it known whether what was waiting is still wanted.
                if (self._waiting.round, self._waiting.vote) == (message.round, message.vote):
                    self._outgoing.put_nowait(self._waiting)
                else:
                    self._waiting = None
            case Saved() | AskedAgain() | NotTaken():
                if self._waiting is not None and self._waiting.id == message.id:
                    self._waiting = None
            case Over():
                self._ended = True  # what is graded anew is heard as long as the host is there
            case Refused():
                self._refused(message)
        self._tell(message)

    def _refused(self, message: Refused) -> None:
        if message.refusal is Refusal.STRANGER:
            self._elsewhere = self._met_another = True
        self._ended = message.refusal not in {Refusal.STRANGER, Refusal.NAME, Refusal.OFTEN}
