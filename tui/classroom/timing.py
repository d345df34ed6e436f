"""The room's time: what the wall clock said when the room was opened, carried on by a clock that nobody sets."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import NamedTuple

APART = timedelta(seconds=5)
"""How far the two clocks may part before the laptop must have been asleep, or its clock was set."""


class Clocks(NamedTuple):
    """The two clocks that a room is given."""

    wall: Callable[[], datetime]
    """Says what time it is, in UTC."""
    monotonic: Callable[[], float]
    """Counts seconds, from any start; nobody sets it."""


class SteadyClock:
    """Says what time it is in the room. It never goes back, whatever becomes of the wall clock."""

    def __init__(self, clocks: Clocks, not_before: datetime | None = None) -> None:
        """A clock that starts now.

        Args:
            clocks: what it goes by.
            not_before: the last time known in this room: the wall clock may have been put back since.
        """
        self._clocks = clocks
        self._began = clocks.monotonic()
        self._start = max(clocks.wall(), not_before) if not_before else clocks.wall()
        self._apart = clocks.wall() - self.now()

    def now(self) -> datetime:
        """The time in the room, in UTC."""
        return self._start + timedelta(seconds=self._clocks.monotonic() - self._began)

    def jumped(self) -> bool:
        """Whether the two clocks have parted since this was last asked: then nobody knows how long nobody looked."""
        before, self._apart = self._apart, self._clocks.wall() - self.now()
        return abs(self._apart - before) > APART
