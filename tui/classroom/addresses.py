"""Where a room can be reached: the addresses of this computer, and a port that is free."""

import socket
from contextlib import closing, suppress
from ipaddress import IPv4Address
from typing import NamedTuple

from tui.classroom.words import RoomCode

PORTS = (8080, 8000, 0)
"""The ports tried in turn; 0 is any that is free."""
EVERYWHERE = "0.0.0.0"  # noqa: S104  pupils come from the local network
"""Bound to this, a room is reached by all addresses of the computer."""
HERE = "127.0.0.1"
"""This computer, from itself."""
_SOMEWHERE = ("192.0.2.1", 9)


class CannotListen(Exception):
    """Nobody could reach the room; the message says why and what to do, in a sentence or two."""


class Place(NamedTuple):
    """Where a room is reached. Who comes before there is one waits."""

    listener: socket.socket
    """Listens."""
    port: int
    """Where."""
    addresses: tuple[str, ...]
    """By which addresses others reach it, the likeliest first; only this computer's own, where there is no network."""


def own_addresses() -> tuple[str, ...]:
    """The addresses by which others in the local network reach this computer, the likeliest first; none, if offline."""
    found = dict.fromkeys((*_by_route(), *_by_name()))
    return tuple(each for each in found if not IPv4Address(each).is_loopback)


def own_name() -> str | None:
    """What others in the local network may call this computer, where they find each other by name; None, if nothing."""
    name = socket.gethostname().partition(".")[0].lower()
    return f"{name}.local" if name and name != "localhost" else None


def _by_route() -> list[str]:
    """The address from which this computer would send; nothing is sent to find out."""
    with suppress(OSError), closing(socket.socket(socket.AF_INET, socket.SOCK_DGRAM)) as way:
        way.connect(_SOMEWHERE)
        return [str(way.getsockname()[0])]
    return []


def _by_name() -> list[str]:
    with suppress(OSError):
        found = socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET, socket.SOCK_STREAM)
        return [str(each[4][0]) for each in found]
    return []


def place_at(bind: str, port: int | None, backlog: int) -> Place:
    """Take a port.

    Args:
        bind: at which of this computer's addresses.
        port: the one that was asked for; the first of `PORTS` that is free, if None.
        backlog: how many connections wait to be taken in.

    Raises:
        CannotListen: nobody could reach it there.
    """
    listener = listening(bind, port, backlog)
    addresses = (bind,) if bind != EVERYWHERE else own_addresses() or (HERE,)
    return Place(listener, int(listener.getsockname()[1]), addresses)


def listening(bind: str, port: int | None, backlog: int) -> socket.socket:
    """A socket that listens.

    Args:
        bind: at which of this computer's addresses.
        port: the one that was asked for; the first of `PORTS` that is free, if None.
        backlog: how many connections wait to be taken in.

    Raises:
        CannotListen: the port is taken or may not be used, or the address is not this computer's.
    """
    tried = PORTS if port is None else (port,)
    for each in tried:
        listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        try:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind((bind, each))
            listener.listen(backlog)
        except OSError as error:
            listener.close()
            if each == tried[-1]:
                raise CannotListen(_why(error, bind, each)) from error
        else:
            listener.setblocking(False)
            return listener
    raise AssertionError("one was tried")


def _why(error: OSError, bind: str, port: int) -> str:
    reason = (error.strerror or str(error)).lower()
    if isinstance(error, PermissionError):
        return f"Port {port} may not be used by everybody ({reason}). Take one above 1023: --port 8080"
    if isinstance(error, OverflowError) or "in use" in reason:
        return f"Port {port} is taken by another program ({reason}). Close that, or take another: --port {port + 1}"
    return f"No room can be hosted at {bind} ({reason}). Leave --bind out, or name an address of your own"


def address_of(host: str, port: int, code: RoomCode) -> str:
    """What players type, or what the QR code says: in capitals it takes the fewest squares.

    Args:
        host: an address of this computer.
        port: where the room listens.
        code: the room's.
    """
    return f"HTTP://{host}:{port}/{code}"
