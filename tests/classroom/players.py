"""Players over real sockets on loopback, for tests of the server."""

import asyncio
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import TypeVar

import aiohttp
import msgspec

from tests.classroom.hosts import Hosted, SetClocks
from tui.classroom.addresses import HERE, place_at
from tui.classroom.limits import Limits
from tui.classroom.protocol import VERSION, Answer, FromHost, FromPlayer, Hello, Waiting, Welcome
from tui.classroom.server import USUAL, RoomServer
from tui.quiz.ask import Response
from tui.quiz.question import Question

Said = TypeVar("Said", bound=FromHost)
_read = msgspec.json.Decoder(FromHost).decode


class Served:
    """A room that is served, with its host."""

    def __init__(self, folder: Path, *questions: Question, seats: int = 60, limits: Limits = USUAL) -> None:
        """It does not listen yet."""
        self.hosted = Hosted(folder, *questions, seats=seats)
        self.host = self.hosted.host
        self.clocks = SetClocks()
        self.server = RoomServer(self.host, limits, self.clocks.both.monotonic)
        self.sockets: list[aiohttp.ClientWebSocketResponse] = []

    async def __aenter__(self) -> "Served":
        self.server.listen(place_at(HERE, 0, USUAL.backlog))
        await self.server.start()
        self.web = aiohttp.ClientSession()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await asyncio.gather(*(socket.close() for socket in self.sockets))
        await self.web.close()
        await self.server.stop()
        self.host.let_go()

    @property
    def url(self) -> str:
        """Where it is."""
        return f"http://{HERE}:{self.server.port}"

    @property
    def code(self) -> str:
        """The room's."""
        return self.host.room.began.code

    async def player(self, name: str, *, autoping: bool = True) -> "Player":
        """Somebody who has come in."""
        player = await Player.connected(self, autoping=autoping)
        await player.says(Hello(version=VERSION, code=self.code, name=name))
        player.welcome = await player.hears(Welcome)
        return player


class Player:
    """One end of a socket."""

    welcome: Welcome

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        """It is open."""
        self.socket = socket
        self.frames: list[str] = []

    @classmethod
    async def connected(
        cls, served: Served, *, autoping: bool = True, headers: Mapping[str, str] | None = None
    ) -> "Player":
        """A new socket; with `autoping`, it answers by itself when it is asked whether somebody is there."""
        socket = await served.web.ws_connect(f"{served.url}/socket", headers=headers, autoping=autoping)
        served.sockets.append(socket)
        return cls(socket)

    async def says(self, message: FromPlayer) -> None:
        """Send a message."""
        await self.socket.send_str(msgspec.json.encode(message).decode())

    async def answers(self, response: Response, number: int = 1, vote: int = 1, answer: str = "1") -> None:
        """Send an answer."""
        await self.says(Answer(id=answer, round=number, vote=vote, response=response))

    async def hears(self, kind: type[Said]) -> Said:
        """The next message of a kind; how many are in the room is passed over."""
        while True:
            async with asyncio.timeout(10):
                frame = await self.socket.receive_str()
            self.frames.append(frame)
            message = _read(frame)
            if isinstance(message, kind):
                return message
            assert isinstance(message, Waiting), f"{message} came, no {kind.__name__}"

    async def closed(self) -> int | None:
        """The code with which the socket is closed."""
        while not self.socket.closed:
            async with asyncio.timeout(10):
                await self.socket.receive()
        return self.socket.close_code


async def until_everybody(*players: Player, hear: type[Said]) -> list[Said]:
    """What each hears."""
    return [await player.hears(hear) for player in players]
