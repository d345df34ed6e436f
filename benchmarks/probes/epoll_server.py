"""The least that a server of WebSockets can be: one epoll loop that acknowledges each frame. It prints its port."""

import select
import socket
import sys
from base64 import b64encode
from hashlib import sha1

GUID = b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
ACK = b'{"type":"saved","id":"1"}'
FRAME = bytes((0x81, len(ACK))) + ACK


def main() -> None:
    """Serve until the standard input ends."""
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    listener.listen(1024)
    listener.setblocking(False)
    epoll = select.epoll()
    epoll.register(listener, select.EPOLLIN)
    epoll.register(sys.stdin, select.EPOLLIN)
    print(listener.getsockname()[1], flush=True)
    sockets: dict[int, socket.socket] = {}
    heard: dict[int, bytearray] = {}
    while True:
        for number, _ in epoll.poll():
            if number == sys.stdin.fileno():
                return
            if number == listener.fileno():
                _accept(listener, epoll, sockets, heard)
                continue
            data = sockets[number].recv(65536)
            if not data:
                epoll.unregister(number)
                sockets.pop(number).close()
                continue
            heard[number] += data
            _answer(sockets[number], heard[number])


def _accept(
    listener: socket.socket, epoll: select.epoll, sockets: dict[int, socket.socket], heard: dict[int, bytearray]
) -> None:
    while True:
        try:
            connection, _ = listener.accept()
        except BlockingIOError:
            return
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        sockets[connection.fileno()] = connection
        heard[connection.fileno()] = bytearray()
        epoll.register(connection, select.EPOLLIN)


def _answer(connection: socket.socket, heard: bytearray) -> None:
    if heard.startswith(b"GET"):
        head, end, rest = bytes(heard).partition(b"\r\n\r\n")
        if not end:
            return
        key = next(
            line.split(b": ")[1] for line in head.split(b"\r\n") if line.lower().startswith(b"sec-websocket-key")
        )
        accept = b64encode(sha1(key + GUID, usedforsecurity=False).digest())
        connection.send(
            b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            b"Sec-WebSocket-Accept: " + accept + b"\r\n\r\n"
        )
        heard[:] = rest
    while len(heard) >= 6:
        length, at = heard[1] & 0x7F, 6
        if length == 126:
            length, at = int.from_bytes(heard[2:4], "big"), 8
        if len(heard) < at + length:
            return
        del heard[: at + length]
        connection.send(FRAME)


if __name__ == "__main__":
    main()
