"""The room's server: the pupils' page, and the sockets by which they play. It runs in the host's own event loop."""

import asyncio
import re
import socket
import time
from collections.abc import Callable
from importlib.resources import files
from typing import NamedTuple

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

from tui.classroom.addresses import HERE, Place, own_name
from tui.classroom.broadcast import Broadcast
from tui.classroom.connection import Connection
from tui.classroom.conversation import Conversation
from tui.classroom.hosting import HostedRoom
from tui.classroom.limits import Address, Addresses, Limits
from tui.classroom.protocol import LARGEST_FRAME

PAGE = "index.html"
"""What is shown at the room's own address."""
_TYPES = {
    "html": "text/html; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml",
}
LOOKS = 4
"""How often it is looked, in the time that a client has, whether that is over."""
USUAL = Limits()
"""What is taken where nothing else is said."""
_CODE = re.compile(r"[A-Za-z0-9]{6}")
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self' ws://{host}; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
    "Server": "kruzhok",
}


class Part(NamedTuple):
    """One file of the page."""

    body: bytes
    """What it holds."""
    kind: str
    """Its media type."""


def page_parts() -> dict[str, Part]:
    """The files of the pupils' page, by name: nothing else is ever served."""
    there = files("tui.classroom").joinpath("page")
    return {
        each.name: Part(each.read_bytes(), _TYPES[each.name.rpartition(".")[2]])
        for each in there.iterdir()
        if each.name.rpartition(".")[2] in _TYPES
    }


class RoomServer:
    """Serves one room. It has no powers of its own: what only the host may do, no message can do."""

    port: int = 0
    """Where it listens, once it does."""
    addresses: tuple[str, ...] = ()
    """By which addresses others reach it, the likeliest first; only this computer's own, where there is no network."""

    def __init__(
        self,
        hosted: HostedRoom,
        limits: Limits = USUAL,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """A server that does not listen yet.

        Args:
            hosted: the room.
            limits: what is taken of each address and socket.
            clock: counts seconds; nobody sets it.
        """
        self._hosted = hosted
        self._limits = limits
        self._clock = clock
        self._known = Addresses(limits, clock)
        self._parts = page_parts()
        self._broadcast = Broadcast(hosted)
        self._open: set[Connection] = set()
        self._hosts: frozenset[str] = frozenset()
        self._listener: socket.socket | None = None
        self._serving: asyncio.Server | None = None
        self._looking: asyncio.TimerHandle | None = None
        self._knocking: dict[web.RequestHandler, float] = {}
        app = web.Application(middlewares=[_guarding(self)])
        app.router.add_get("/socket", self._socket)
        app.router.add_get("/names", self._names)
        app.router.add_get("/{path:[^/]*}", self._file)
        app.on_response_prepare.append(_protect)
        self._runner = web.AppRunner(app, handle_signals=False, access_log=None, shutdown_timeout=1.0)

    def listen(self, place: Place) -> None:
        """Have a place; players wait there until `start`.

        Args:
            place: where the room is reached.
        """
        self._listener, self.port, self.addresses = place
        names = {*self.addresses, HERE, "localhost", *filter(None, [own_name()])}
        self._hosts = frozenset(f"{name}:{self.port}" for name in names) | (names if self.port == 80 else set())

    async def start(self) -> None:
        """Let players in, in the event loop that runs."""
        assert self._listener is not None, "it listens"
        await self._runner.setup()
        self._serving = await asyncio.get_running_loop().create_server(
            self._knock, sock=self._listener, backlog=self._limits.backlog
        )
        self._broadcast.start()
        self._look()

    async def stop(self) -> None:
        """Say goodbye to everybody, and listen no longer."""
        self._broadcast.stop()
        if self._looking is not None:
            self._looking.cancel()
        if self._serving is not None:
            self._serving.close()
        for connection in tuple(self._open):
            connection.close()
        await asyncio.gather(*(connection.settled() for connection in tuple(self._open)))
        await self._runner.cleanup()

    def is_ours(self, request: web.Request) -> bool:
        """Whether a request means this room: a name that points here would make other pages ours."""
        origin = request.headers.get("Origin")
        return request.host in self._hosts and (origin is None or origin.removeprefix("http://") in self._hosts)

    def has_asked(self, handler: web.RequestHandler) -> None:
        """Note that a connection has made its request."""
        self._knocking.pop(handler, None)

    def _knock(self) -> web.RequestHandler:
        """Somebody connects: aiohttp would wait for their request for ever."""
        assert self._runner.server is not None, "it was set up"
        handler = self._runner.server()
        self._knocking[handler] = self._clock()
        return handler

    def _look(self) -> None:
        """Look whether all are there, now and then: a clock for each would cost more than all that they say."""
        at = self._clock()
        for connection in tuple(self._open):
            connection.look(at)
        for handler, since in tuple(self._knocking.items()):
            if at - since >= self._limits.hello:
                del self._knocking[handler]
                if handler.transport is not None:
                    handler.transport.abort()
        wait = min(self._limits.ping, self._limits.hello) / LOOKS
        self._looking = asyncio.get_running_loop().call_later(wait, self._look)

    async def _file(self, request: web.Request) -> web.Response:
        asked = request.match_info["path"]
        name = PAGE if not asked or _CODE.fullmatch(asked) else "see.html" if asked == "see" else asked
        part = self._parts.get(name)
        if part is None or (name.endswith(".html") and asked == name):
            return web.Response(status=404, text="There is nothing here.\n")
        return web.Response(body=part.body, headers={"Content-Type": part.kind})

    async def _names(self, _: web.Request) -> web.Response:
        return web.json_response(list(self._hosted.names()))

    async def _socket(self, request: web.Request) -> web.StreamResponse:
        address = self._known.of(request.remote or "")
        if address.sockets >= self._limits.sockets or address.handshakes.take(self._clock()):
            return web.Response(status=429, text="Too many come from there. Try again in a moment.\n")
        address.sockets += 1
        try:
            return await self._converse(request, address)
        finally:
            address.sockets -= 1

    async def _converse(self, request: web.Request, address: Address) -> web.StreamResponse:
        talk = web.WebSocketResponse(  # which takes only what is smaller than its limit
            compress=False, max_msg_size=LARGEST_FRAME + 1, autoping=False, timeout=self._limits.goodbye
        )
        await talk.prepare(request)
        connection = Connection(request, talk, self._limits, self._clock())
        self._open.add(connection)
        try:
            await Conversation(self._hosted, self._broadcast, connection, address, self._clock).run(self._limits.hello)
        finally:
            self._open.discard(connection)
            if self._broadcast.leave(connection) and connection.seat is not None:
                self._hosted.leave(connection.seat)
            await connection.settled()
        return talk


def _guarding(server: RoomServer) -> Middleware:
    @web.middleware
    async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
        server.has_asked(request.protocol)
        if not server.is_ours(request):
            return web.Response(status=403, text="This address is not the room's.\n")
        try:
            return await handler(request)
        except web.HTTPException as error:
            return web.Response(status=error.status, text=f"{error.reason}.\n")

    return guard


async def _protect(request: web.Request, response: web.StreamResponse) -> None:
    response.headers.update(_HEADERS)
    response.headers["Content-Security-Policy"] = _POLICY.format(host=request.host)
