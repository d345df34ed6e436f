"""Folding a whole log that is too long to be held in memory at once."""

from collections import deque
from collections.abc import Iterator
from datetime import datetime
from itertools import islice

from msgspec import Struct

from tui.guide.words import GuideId
from tui.memory.attempt import Attempt, Entry, StartedAfresh
from tui.memory.digest import Digest, Kept
from tui.memory.order import Changes, Order, amended_by, note_change, order_of, time_of
from tui.memory.record import condense
from tui.memory.store import Store


class Folded(Struct, frozen=True):
    """What a whole log comes to."""

    kept: Kept
    """What can be written down."""
    place: int
    """The place of the last entry."""
    entries: int
    """How many there are up to it."""


def fold_log(store: Store, guide: GuideId, left: int) -> Folded:
    """Fold all entries of a guide, reading one by one: once, if they came in their order, else three times.

    Args:
        store: the record's file, open.
        guide: the guide, which has more entries than are to be left.
        left: how many of the last entries are to stay as they are.

    Raises:
        DamagedRecord: an entry does not read as it was written.
        sqlite3.Error: the file cannot be read.
    """
    try:
        return _Stream(store.placed(guide), left).folded()
    except _OutOfOrder:
        return _Log.of(store, guide).folded(store, guide, left)


class _OutOfOrder(Exception):
    """An entry belongs among those that are folded already, or amends one of them."""


class _Stream:
    """Entries that come in their order, of which the last are held back for a while: they may still be amended."""

    def __init__(self, placed: Iterator[tuple[int, Entry]], left: int) -> None:
        self._placed = placed
        self._left = left
        self._held: deque[Entry] = deque()
        self._changes: Changes = {}
        self._entries = self._place = 0
        self._last: datetime | None = None

    def folded(self) -> Folded:
        kept = condense(Digest(), self._past(), self._held, self._changes)
        kept.last = self._last
        return Folded(kept, self._place, self._entries)

    def _past(self) -> Iterator[Entry]:
        before: Order | None = None
        for place, entry in self._placed:
            self._entries, self._place, self._last = self._entries + 1, place, time_of(entry)
            number = amended_by(entry)
            if number is not None:
                self._amend(entry, number)
                continue
            order = order_of(entry)
            if before is not None and order <= before:
                raise _OutOfOrder
            before = order
            self._held.append(entry)
            if len(self._held) > self._left:
                yield self._held.popleft()

    def _amend(self, entry: Entry, number: int) -> None:
        held = (each.id.int for each in self._held if isinstance(each, Attempt | StartedAfresh))
        if number not in held:
            raise _OutOfOrder
        note_change(self._changes, entry)


class _Log(Struct, frozen=True):
    """What a first reading shows of a log whose entries did not come in their order."""

    entries: int
    """How many entries there are."""
    place: int
    """The place of the last."""
    last: datetime
    """When that happened."""
    ordered: int
    """How many of them have a place in the order."""
    changes: Changes
    """What the others did to these."""

    @classmethod
    def of(cls, store: Store, guide: GuideId) -> "_Log":
        entries = place = ordered = 0
        changes: Changes = {}
        for at, entry in store.placed(guide):
            entries, place = entries + 1, at
            ordered += amended_by(entry) is None
            note_change(changes, entry)
        return cls(entries, place, time_of(entry), ordered, changes)

    def folded(self, store: Store, guide: GuideId, left: int) -> Folded:
        in_order = self._in_order(store, guide)
        kept = condense(Digest(), islice(in_order, max(0, self.ordered - left)), in_order, self.changes)
        kept.last = self.last
        return Folded(kept, self.place, self.entries)

    def _in_order(self, store: Store, guide: GuideId) -> Iterator[Entry]:
        """The entries that have a place in the order, in it; none that was added since the first reading."""
        there = ((place, entry) for place, entry in store.placed(guide) if place <= self.place)
        places = sorted((order_of(entry), place) for place, entry in there if amended_by(entry) is None)
        return store.at(place for _, place in places)
