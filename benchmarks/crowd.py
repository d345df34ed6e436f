"""A crowd of players over plain sockets: as little work as can be, so that the server is what is measured."""

import select
import socket
from collections.abc import Callable, Iterable, Sequence

MASK = b"\0\0\0\0"
"""A mask that changes nothing: the protocol wants one."""


def frame_of(text: bytes) -> bytes:
    """A text frame from a client."""
    if len(text) < 126:
        return bytes((0x81, 0x80 | len(text))) + MASK + text
    return bytes((0x81, 0x80 | 126)) + len(text).to_bytes(2, "big") + MASK + text


class ShownOut(Exception):
    """The other end has closed a player's socket."""


class Crowd:
    """Sockets, by number."""

    def __init__(self, port: int) -> None:
        """Nobody is there yet.

        Args:
            port: of a server on this computer.
        """
        self._port = port
        self._sockets: dict[int, socket.socket] = {}
        self._player: dict[int, int] = {}
        self._heard: dict[int, bytearray] = {}
        self._epoll = select.epoll()

    def come(self, players: Iterable[int]) -> None:
        """Open a socket for each of these players, and shake hands."""
        players = tuple(players)
        shake = (
            f"GET /socket HTTP/1.1\r\nHost: 127.0.0.1:{self._port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n"
        ).encode()
        for player in players:
            opened = socket.create_connection(("127.0.0.1", self._port))
            opened.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            opened.sendall(shake)
            self._sockets[player], self._heard[player] = opened, bytearray()
            self._player[opened.fileno()] = player
            self._epoll.register(opened, select.EPOLLIN)
        left = set(players)
        while left:
            for player in self._receive():
                head, end, _ = bytes(self._heard[player]).partition(b"\r\n\r\n")
                if end and player in left:
                    assert b" 101 " in head, head
                    del self._heard[player][: len(head) + 4]
                    left.discard(player)

    def go(self, players: Iterable[int]) -> None:
        """Close the sockets of these players, without a word."""
        for player in players:
            closing = self._sockets.pop(player)
            self._epoll.unregister(closing)
            del self._player[closing.fileno()]
            closing.close()

    def say(self, frames: Sequence[tuple[int, bytes]]) -> None:
        """Send each player's frame."""
        for player, frame in frames:
            self._sockets[player].send(frame)

    def hear(self, players: Iterable[int], wanted: bytes, take: Callable[[int, bytes], None] | None = None) -> None:
        """Wait until each of these players has heard a message with these words.

        Args:
            players: who.
            wanted: the words.
            take: is given what they heard.
        """
        left = set(players)
        for player in tuple(left):
            self._look(player, wanted, left, take)
        while left:
            for player in self._receive():
                self._look(player, wanted, left, take)

    def _look(self, player: int, wanted: bytes, left: set[int], take: Callable[[int, bytes], None] | None) -> None:
        for text in self._texts(player):
            if wanted in text and player in left:
                left.discard(player)
                if take is not None:
                    take(player, text)
                return

    def _texts(self, player: int) -> Iterable[bytes]:
        heard = self._heard[player]
        while len(heard) >= 2:
            length, at = heard[1] & 0x7F, 2
            if length == 126:
                length, at = int.from_bytes(heard[2:4], "big"), 4
            elif length == 127:
                length, at = int.from_bytes(heard[2:10], "big"), 10
            if len(heard) < at + length:
                return
            opcode, text = heard[0] & 0x0F, bytes(heard[at : at + length])
            del heard[: at + length]
            if opcode == 1:
                yield text
            elif opcode == 9:
                self._sockets[player].send(bytes((0x8A, 0x80 | len(text))) + MASK + text)

    def _receive(self) -> Iterable[int]:
        for number, _ in self._epoll.poll(30):
            player = self._player[number]
            data = self._sockets[player].recv(65536)
            if not data:
                raise ShownOut(f"player {player} was shown out: {bytes(self._heard[player])!r}")
            self._heard[player] += data
            yield player
