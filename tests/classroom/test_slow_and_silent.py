"""Clients that are silent, slow or deaf: each is let go of, its seat is kept, and the others play on."""

import asyncio
import json
from contextlib import suppress
from pathlib import Path
from socket import SO_SNDBUF, SOL_SOCKET
from typing import TYPE_CHECKING, cast

from aiohttp import WSMsgType
from msgspec.structs import replace

from tests.classroom.players import Player, Served, until_everybody
from tests.classroom.rooms import choice, picked
from tui.classroom.addresses import HERE
from tui.classroom.connection import Connection
from tui.classroom.limits import Limits
from tui.classroom.protocol import VERSION, Asked, FromPlayer, Hello, Refusal, Saved, Stopped, Welcome
from tui.text import Clean

if TYPE_CHECKING:
    from aiohttp.web import Request, WebSocketResponse

LOOKED_OFTEN = Limits(ping=1 / 64, pong=1 / 32)
"""How it is looked every few milliseconds, by a clock that stands still until a test moves it."""
LONG = replace(choice(), question=Clean("word " * 10_000))
"""A question that fills what lies between a room and a client."""


async def pinged(player: Player) -> bytes:
    """Wait until the room asks whether somebody is there; what it asks with."""
    while True:
        async with asyncio.timeout(10):
            heard = await player.socket.receive()
        if heard.type is WSMsgType.PING:
            return bytes(heard.data)
        assert heard.type is WSMsgType.TEXT, heard


async def lost(reader: asyncio.StreamReader) -> bytes:
    """Read until the other end lets go."""
    heard = b""
    async with asyncio.timeout(10):
        with suppress(ConnectionError):
            while more := await reader.read(1000):
                heard += more
    return heard


class Socket:
    """What a connection sees of its socket, and of what is under it."""

    closed = False

    def __init__(self) -> None:
        """Nothing was done with it."""
        self.transport = self
        self.done: list[str] = []
        self.most: list[int] = []

    def set_write_buffer_limits(self, high: int) -> None:
        """So many bytes may wait."""
        self.most.append(high)

    async def ping(self) -> None:
        """It was asked."""
        self.done.append("asked")

    async def send_str(self, _: str) -> None:
        """It is full."""
        await asyncio.Event().wait()

    async def close(self, *, code: int, **_: object) -> bool:
        """It was closed."""
        self.done.append(f"closed {code}")
        return True

    def abort(self) -> None:
        """It was let go of."""
        self.done.append("let go of")


def test_only_who_is_silent_and_then_does_not_answer_is_let_go_of() -> None:
    socket = Socket()
    connection = Connection(cast("Request", socket), cast("WebSocketResponse", socket), Limits(), 100)
    told: list[tuple[float, list[str]]] = []
    for at in (104.9, 105, 110, 114.9):
        connection.look(at)
        told.append((at, socket.done.copy()))
    connection.hear(114.9)
    for at in (115, 119.8, 120, 129.9, 130):
        connection.look(at)
        told.append((at, socket.done.copy()))
    asked = ["asked"]
    assert told == [
        *((104.9, []), (105, asked), (110, asked), (114.9, asked)),
        *((115, asked), (119.8, asked), (120, asked * 2), (129.9, asked * 2), (130, [*asked * 2, "let go of"])),
    ]


async def test_who_does_not_read_is_shown_out_without_waiting() -> None:
    socket = Socket()
    connection = Connection(cast("Request", socket), cast("WebSocketResponse", socket), Limits(), 100)
    connection.refuse(Refusal.REMOVED, "The host has removed you.")
    async with asyncio.timeout(10):
        await connection.settled()
    assert socket.done == ["let go of", "closed 1008"]


async def test_who_is_silent_is_asked_and_who_answers_stays(tmp_path: Path) -> None:
    async with Served(tmp_path, limits=LOOKED_OFTEN) as served:
        anna = await served.player("Anna", autoping=False)
        served.host.open_next()
        served.clocks.move(1 / 64)
        await anna.socket.pong(await pinged(anna))
        await anna.answers(picked("right"))
        assert (await anna.hears(Saved)).id == "1"


async def test_who_does_not_answer_is_let_go_and_comes_back_to_their_seat(tmp_path: Path) -> None:
    async with Served(tmp_path, limits=LOOKED_OFTEN) as served:
        anna = await served.player("Anna", autoping=False)
        served.clocks.move(1 / 64)
        await pinged(anna)
        served.clocks.move(1 / 32)
        assert await anna.closed() == 1006
        again = await Player.connected(served)
        await again.says(Hello(version=VERSION, code=served.code, token=anna.welcome.token))
        assert (await again.hears(Welcome)).seat == anna.welcome.seat
        assert [player.present for player in served.host.room.playing] == [True]


async def test_a_host_that_did_not_look_for_long_asks_before_it_lets_go(tmp_path: Path) -> None:
    async with Served(tmp_path, limits=LOOKED_OFTEN) as served:
        anna = await served.player("Anna", autoping=False)
        served.clocks.move(3600)
        await anna.socket.pong(await pinged(anna))
        await anna.says(Hello(version=VERSION, code=served.code))
        assert await anna.closed() == 1008, "it was heard, and refused: she has a seat"


async def test_a_client_may_ask_whether_the_room_is_there(tmp_path: Path) -> None:
    async with Served(tmp_path) as served:
        anna = await served.player("Anna", autoping=False)
        await anna.socket.ping(b"there?")
        while (heard := await anna.socket.receive()).type is WSMsgType.TEXT:
            pass
        assert (heard.type, heard.data) == (WSMsgType.PONG, b"there?")


async def test_a_flood_of_pings_is_a_flood(tmp_path: Path) -> None:
    async with Served(tmp_path) as served:
        anna = await served.player("Anna")
        for _ in range(30):
            await anna.socket.ping()
        assert await anna.closed() == 1008


async def test_who_never_reads_is_let_go_and_the_others_hear_all(tmp_path: Path) -> None:
    async with Served(tmp_path, LONG) as served:
        deaf, ben = await served.player("Deaf"), await served.player("Ben")
        served.host.open_next()
        await ben.hears(Asked)
        while served.host.room.players[deaf.welcome.seat].present:
            served.host.pause()
            await ben.hears(Stopped)
            served.host.go_on()
            await ben.hears(Asked)
        await ben.answers(picked("right"))
        await ben.hears(Saved)
        assert served.host.room.taken == 2


async def test_a_message_that_is_larger_than_what_may_wait_is_no_fault_of_who_reads(tmp_path: Path) -> None:
    longest = replace(choice(), question=Clean("word " * 200_000))
    async with Served(tmp_path, longest) as served:
        anna = await served.player("Anna")
        for connection in served.server._open:
            socket = cast("asyncio.Transport", connection._transport).get_extra_info("socket")
            socket.setsockopt(SOL_SOCKET, SO_SNDBUF, 1)  # the system itself holds next to nothing
        served.host.open_next()
        assert (await anna.hears(Asked)).ask.prompt == longest.question


async def test_no_more_than_one_large_message_may_wait_besides() -> None:
    socket = Socket()
    connection = Connection(cast("Request", socket), cast("WebSocketResponse", socket), Limits(buffer=1000), 100)
    for frame in ("я" * 400, "я" * 3000, "x" * 2000, "x" * 7000):
        connection.say_frame(frame)
    assert socket.most == [1000, 7000, 8000]


async def test_who_sends_byte_by_byte_is_understood_and_holds_up_nobody(tmp_path: Path) -> None:
    hello = Hello(version=VERSION, code="", name="Slow")
    async with Served(tmp_path) as served:
        reader, writer = await asyncio.open_connection(HERE, served.server.port)
        said = _handshake(served) + _frame(replace(hello, code=served.code))
        for place in range(len(said) - 1):
            writer.write(said[place : place + 1])
            await writer.drain()
        ben = await served.player("Ben")
        writer.write(said[-1:])
        async with asyncio.timeout(10):
            await reader.readuntil(b'"type":"welcome"')
        served.host.open_next()
        await until_everybody(ben, hear=Asked)
        assert [player.name for player in served.host.room.playing] == ["Ben", "Slow"]
        await _closed(writer)


async def test_half_a_request_and_half_a_frame_are_not_waited_for(tmp_path: Path) -> None:
    async with Served(tmp_path, limits=replace(LOOKED_OFTEN, hello=0.5)) as served:
        (silent, first), (shaken, second) = [await asyncio.open_connection(HERE, served.server.port) for _ in range(2)]
        first.write(_handshake(served)[:40])
        second.write(_handshake(served) + _frame(Hello(version=VERSION, code=served.code, name="Half"))[:9])
        async with asyncio.timeout(10):
            await shaken.readuntil(b"\r\n\r\n")
        served.clocks.move(0.5)
        assert await lost(silent) == b""
        async with asyncio.timeout(10):
            await shaken.readuntil(b"in time")
        assert served.host.room.taken == 0
        await _closed(first, second)


async def test_nobody_who_does_not_say_goodbye_holds_up_the_end(tmp_path: Path) -> None:
    async with Served(tmp_path, limits=Limits(goodbye=0.01)) as served:
        reader, writer = await asyncio.open_connection(HERE, served.server.port)
        writer.write(_handshake(served) + _frame(Hello(version=VERSION, code=served.code, name="Mute")))
        async with asyncio.timeout(5):
            await reader.readuntil(b'"type":"welcome"')
            await served.server.stop()
        await _closed(writer)


async def test_a_page_that_is_loaded_slowly_is_not_cut_off_by_that(tmp_path: Path) -> None:
    async with Served(tmp_path, limits=LOOKED_OFTEN) as served:
        for path in ("", "page.js", "names"):
            async with served.web.get(f"{served.url}/{path}") as answer:
                assert answer.status == 200
            served.clocks.move(60)
        await served.player("Anna")


async def _closed(*writers: asyncio.StreamWriter) -> None:
    for writer in writers:
        writer.close()
        with suppress(ConnectionError):
            await writer.wait_closed()


def _handshake(served: Served) -> bytes:
    return (
        f"GET /socket HTTP/1.1\r\nHost: {HERE}:{served.server.port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n"
    ).encode()


def _frame(message: FromPlayer) -> bytes:
    """A message as a client's frame, under a mask that changes nothing."""
    text = json.dumps({"type": "hello"} | {name: getattr(message, name) for name in message.__struct_fields__}).encode()
    assert len(text) < 126
    return bytes((0x81, 0x80 | len(text), 0, 0, 0, 0)) + text
