"""How much a room takes of one address and of one socket: what forty pupils behind one address live with."""

from collections.abc import Callable
from dataclasses import dataclass, field

from msgspec import Struct

MOST_SEATS = 250
"""How many seats a room has at most."""
MOST_MADE_UP = 60
"""How many pupils a made-up class has at most: there are names for all of them."""
FORGOTTEN_AFTER = 600.0
"""After so many seconds without a socket nothing is known of an address any more."""


class Rate(Struct, frozen=True):
    """So many at once, and so many a second after that."""

    burst: int
    """How many at once."""
    per_second: float
    """How many a second after that."""


class Limits(Struct, frozen=True, kw_only=True):
    """What a server takes."""

    sockets: int = 200
    """How many sockets an address has open at most."""
    handshakes: Rate = Rate(120, 5.0)
    """How many an address opens."""
    seats: Rate = Rate(60, 1.0)
    """How many seats an address takes."""
    wrong_codes: Rate = Rate(40, 0.5)
    """How many wrong codes an address tries."""
    messages: Rate = Rate(20, 5.0)
    """How many messages come by one socket."""
    buffer: int = 256 * 1024
    """How many bytes wait for a client that does not read, before it is dropped; one that is larger, besides."""
    hello: float = 5.0
    """How many seconds a new connection has for its request, and a new socket for its first message."""
    ping: float = 5.0
    """After how many silent seconds a client is asked whether it is there."""
    pong: float = 10.0
    """How many seconds it has to answer that."""
    goodbye: float = 1.0
    """How many seconds a client has to say goodbye, too, before it is let go of."""
    backlog: int = 512
    """How many connections wait to be taken in."""


class Bucket:
    """Counts what comes: full, it lets a burst through; then it fills by itself."""

    def __init__(self, rate: Rate, at: float) -> None:
        """A full one.

        Args:
            rate: what it lets through.
            at: now, in seconds of a clock that nobody sets.
        """
        self._rate = rate
        self._left = float(rate.burst)
        self._at = at

    def take(self, at: float) -> float:
        """Let one through, if there is room.

        Args:
            at: now.

        Returns:
            0 if it is let through, else after how many seconds there is room.
        """
        self._fill(at)
        if self._left >= 1:
            self._left -= 1
            return 0.0
        return (1 - self._left) / self._rate.per_second

    def wait(self, at: float) -> float:
        """After how many seconds there is room; 0 if there is now. Nothing is taken."""
        self._fill(at)
        return 0.0 if self._left >= 1 else (1 - self._left) / self._rate.per_second

    def _fill(self, at: float) -> None:
        passed = max(at - self._at, 0.0)
        self._left = min(self._rate.burst, self._left + passed * self._rate.per_second)
        self._at = max(at, self._at)


@dataclass
class Address:
    """What has come from one address."""

    handshakes: Bucket
    """The sockets it opened."""
    seats: Bucket
    """The seats it took."""
    wrong_codes: Bucket
    """The wrong codes it tried."""
    sockets: int = 0
    """How many it has open."""
    last: float = 0.0
    """When it was last heard of."""


@dataclass
class Addresses:
    """All addresses from which something has come."""

    limits: Limits
    """What is taken of each."""
    clock: Callable[[], float]
    """Counts seconds; nobody sets it."""
    _known: dict[str, Address] = field(default_factory=dict)

    def of(self, address: str) -> Address:
        """What is known of an address.

        Args:
            address: as the system names it.
        """
        at = self.clock()
        if address not in self._known:
            self._forget(at)
            limits = self.limits
            self._known[address] = Address(
                Bucket(limits.handshakes, at), Bucket(limits.seats, at), Bucket(limits.wrong_codes, at)
            )
        known = self._known[address]
        known.last = at
        return known

    def _forget(self, at: float) -> None:
        old = [name for name, each in self._known.items() if not each.sockets and at - each.last > FORGOTTEN_AFTER]
        for name in old:
            del self._known[name]
