"""One player's connection: what is said to them never waits for them, and never piles up."""

import asyncio
from collections.abc import Callable, Coroutine
from functools import partial
from typing import TYPE_CHECKING

from tui.classroom.frames import frame_of
from tui.classroom.limits import Bucket, Limits
from tui.classroom.protocol import FromHost, Refusal, Refused
from tui.classroom.words import Seat
from tui.text import Clean

if TYPE_CHECKING:
    from aiohttp.web import Request, WebSocketResponse

POLICY, GOING = 1008, 1001
"""Codes of closing: against the rules, and going away."""
LARGEST_SIGN = 4
"""How many bytes of a frame a sign of its text takes at most."""


class Connection:
    """A socket with a player at its other end, once they have a seat."""

    seat: Seat | None = None
    """Whose it is; None before the first message."""

    def __init__(self, request: "Request", socket: "WebSocketResponse", limits: Limits, at: float) -> None:
        """A connection that has just been opened.

        Args:
            request: by which it came.
            socket: prepared.
            limits: what is taken by it.
            at: now, in seconds of a clock that nobody sets.
        """
        self._transport = request.transport
        if self._transport is not None:
            self._transport.set_write_buffer_limits(high=limits.buffer)
        self.socket = socket
        self._messages = Bucket(limits.messages, at)
        self._limits = limits
        self._largest = limits.buffer
        self._heard = at
        self._asked: float | None = None
        self._ending: set[asyncio.Task[bool]] = set()

    def hear(self, at: float) -> float:
        """Note that something came by it.

        Args:
            at: now.

        Returns:
            0 if it may be taken, else after how many seconds more would be.
        """
        self._heard, self._asked = at, None
        return self._messages.take(at)

    def look(self, at: float) -> None:
        """Ask a client that was silent for long whether it is there, and drop one that does not answer.

        Args:
            at: now.
        """
        if self._asked is None:
            if at - self._heard >= self._limits.ping:
                self._asked = at
                self._at_once(self.socket.ping)
        elif at - self._asked >= self._limits.pong and self._transport is not None:
            self._transport.abort()

    def pong(self, data: bytes) -> None:
        """Say that the host is there, to a client that asked."""
        self._at_once(partial(self.socket.pong, data))

    def say(self, message: FromHost) -> None:
        """Say something, without waiting until it is heard."""
        self.say_frame(frame_of(message))

    def say_frame(self, frame: str) -> None:
        """Say something that is a frame already. Who does not read is dropped: they will come back."""
        if LARGEST_SIGN * len(frame) > self._limits.buffer:
            self._make_room(len(frame.encode()))
        self._at_once(partial(self.socket.send_str, frame))

    def refuse(self, refusal: Refusal, reason: str, wait: float = 0.0) -> None:
        """Say why this ends, and end it."""
        self.say(Refused(refusal=refusal, reason=Clean(reason), wait=wait))
        self._end(POLICY)

    def close(self) -> None:
        """End it: the server stops."""
        self._end(GOING)

    async def settled(self) -> None:
        """Wait until it has ended, if it is to end."""
        while self._ending:
            await asyncio.gather(*self._ending, return_exceptions=True)

    def _make_room(self, size: int) -> None:
        """Let a large message wait besides: that it is large says nothing of who is to read it."""
        if size > self._largest and self._transport is not None:
            self._largest = size
            self._transport.set_write_buffer_limits(high=self._limits.buffer + size)

    def _at_once(self, send: Callable[[], Coroutine[None, None, None]]) -> None:
        if self.socket.closed or self._transport is None:
            return
        sending = send()
        try:
            # It writes at once, and would wait only where the buffer is full: a task for each would cost more.
            sending.send(None)
        except (StopIteration, ConnectionError):
            return
        sending.close()
        self._transport.abort()

    def _end(self, code: int) -> None:
        task = asyncio.get_running_loop().create_task(self.socket.close(code=code, drain=False))
        self._ending.add(task)
        task.add_done_callback(self._ending.discard)
