"""A host that says what a test tells it to say, and takes from the page only what the protocol allows."""

import asyncio
from pathlib import Path
from types import TracebackType
from typing import TypeVar

import msgspec
from aiohttp import WSMsgType, web

from tui.classroom import protocol

PAGE = Path(protocol.__file__).parent / "page"
NAMES = ["Weaver", "Turner", "Neva", "Volga", "Tula", "Perm"]
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self' ws://{host};"
    " base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)

Message = TypeVar("Message", bound=msgspec.Struct)


class FakeHost:
    """The page's files, six names, and one socket at a time."""

    def __init__(self) -> None:
        self.is_there = True
        """Whether sockets are let in."""
        self.tries = 0
        """How often a page tried to open one."""
        self._heard: asyncio.Queue[protocol.FromPlayer] = asyncio.Queue()
        self._socket: web.WebSocketResponse | None = None
        app = web.Application()
        app.router.add_get("/socket", self._talk)
        app.router.add_get("/names", self._names)
        app.router.add_get("/{path:.*}", self._page)
        app.on_response_prepare.append(self._guard)
        self._runner = web.AppRunner(app, shutdown_timeout=0)

    async def __aenter__(self) -> "FakeHost":
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        self.address = f"http://127.0.0.1:{self._runner.addresses[0][1]}"
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.drop()
        await self._runner.cleanup()

    async def say(self, *messages: protocol.FromHost) -> None:
        """Say something to the page."""
        assert self._socket is not None
        for message in messages:
            await self._socket.send_str(msgspec.json.encode(message).decode())

    async def hear(self, kind: type[Message]) -> Message:
        """The page's next message, which must be of this kind."""
        message = await asyncio.wait_for(self._heard.get(), 10)
        assert isinstance(message, kind), message
        return message

    async def drop(self) -> None:
        """Break the line."""
        if self._socket is not None:
            await self._socket.close()

    @property
    def is_quiet(self) -> bool:
        """Whether the page has said nothing more."""
        return self._heard.empty()

    async def _talk(self, request: web.Request) -> web.StreamResponse:
        self.tries += 1
        if not self.is_there:
            return web.Response(status=503)
        socket = web.WebSocketResponse(compress=False)
        await socket.prepare(request)
        self._socket = socket
        async for frame in socket:
            assert frame.type is WSMsgType.TEXT
            assert len(frame.data.encode()) <= protocol.LARGEST_FRAME
            self._heard.put_nowait(msgspec.json.decode(frame.data, type=protocol.FromPlayer))
        return socket

    async def _names(self, request: web.Request) -> web.Response:
        return web.json_response(NAMES)

    async def _page(self, request: web.Request) -> web.StreamResponse:
        path = request.match_info["path"]
        if path == "see":
            return web.FileResponse(PAGE / "see.html")
        return web.FileResponse(PAGE / path if "." in path else PAGE / "index.html")

    async def _guard(self, request: web.Request, response: web.StreamResponse) -> None:
        response.headers["Content-Security-Policy"] = POLICY.format(host=request.host)
        response.headers["X-Content-Type-Options"] = "nosniff"
