"""From the file to what is remembered: by the snapshot and the entries since, or from the whole log."""

import sqlite3
from contextlib import suppress
from itertools import islice
from uuid import UUID

import msgspec
from msgspec import Struct

from tui.guide.words import GuideId
from tui.memory.attempt import Entry
from tui.memory.digest import FORM, Kept, read_kept, written
from tui.memory.record import Record
from tui.memory.snapshots import Snapshot
from tui.memory.store import Store

FEW = 250
"""With no more entries than these, nothing is kept beside them."""
MOST = 60
"""With more entries beyond the snapshot than these, a new one is kept."""
LEFT = 100
"""So many of the last entries stay outside the digest: they may be amended, or another machine's come between them."""
MANY = 5_000
"""More entries than these are not held in memory all at once."""


def remember(store: Store, guide: GuideId) -> Record:
    """What is remembered of a guide.

    Args:
        store: the record's file, open.
        guide: which guide.

    Raises:
        DamagedRecord: an entry that is read does not read as it was written.
        sqlite3.Error: the file cannot be read.
    """
    there = _beyond_snapshot(store, guide)
    return there.record if there else remember_from_log(store, guide)


def remember_from_log(store: Store, guide: GuideId) -> Record:
    """What is remembered of a guide, computed from all its entries; of many, it is kept for the next time.

    Args:
        store: the record's file, open.
        guide: which guide.

    Raises:
        DamagedRecord: the file is damaged, or an entry does not read as it was written.
        sqlite3.Error: the file cannot be read.
    """
    store.look_over()
    there = _all(store, guide)
    if there:
        return there.record
    from tui.memory.whole_log import fold_log  # noqa: PLC0415  seldom

    folded = fold_log(store, guide, LEFT)
    # On a disk that is full, say, it is computed anew the next time.
    with suppress(sqlite3.Error):
        _keep(store, guide, folded.kept, folded.place, folded.entries)
    return Record((), folded.kept)


def condense_what_is_kept(store: Store, guide: GuideId) -> None:
    """Keep what the entries come to for the next time, if many have come since it was last kept.

    Args:
        store: the record's file, open.
        guide: which guide.

    Raises:
        DamagedRecord: an entry that is read does not read as it was written.
        sqlite3.Error: the file cannot be read or written.
    """
    there = _beyond_snapshot(store, guide) or _all(store, guide)
    # What does not fit, or is too much, is computed anew when the file is next opened.
    if there and there.entries > FEW and there.beyond > MOST and there.fits(store):
        _keep(store, guide, there.record.condensed(LEFT), there.place, there.entries)


class _Beyond(Struct, frozen=True):
    """A snapshot, or the beginning, with all that came after it."""

    record: Record
    """What both come to."""
    place: int
    """The place of the last entry."""
    entries: int
    """How many there are up to it."""
    beyond: int
    """How many of them came after the snapshot."""

    @classmethod
    def of(cls, rows: list[tuple[int, Entry]], snapshot: Snapshot | None = None) -> "_Beyond":
        kept = read_kept(snapshot.body) if snapshot else None
        place, before = (snapshot.place, snapshot.entries) if snapshot else (0, 0)
        record = Record((entry for _, entry in rows), kept)
        return cls(record, rows[-1][0] if rows else place, before + len(rows), len(rows))

    def fits(self, store: Store) -> bool:
        """Whether nothing that came after the snapshot belongs among what is in its digest."""
        return self.record.in_order and not any(store.has(UUID(int=number)) for number in self.record.amends_others)


def _beyond_snapshot(store: Store, guide: GuideId) -> _Beyond | None:
    snapshot = store.snapshot(guide)
    if snapshot is None or snapshot.form != FORM:
        return None
    try:
        there = _Beyond.of(list(store.placed(guide, snapshot.place)), snapshot)
    except msgspec.MsgspecError:
        return None
    return there if there.fits(store) else None


def _all(store: Store, guide: GuideId) -> _Beyond | None:
    """All entries; None if they are too many to be held."""
    rows = list(islice(store.placed(guide), MANY + 1))
    return _Beyond.of(rows) if len(rows) <= MANY else None


def _keep(store: Store, guide: GuideId, kept: Kept, place: int, entries: int) -> None:
    store.keep_snapshot(guide, Snapshot(place, entries, FORM, written(kept)))
