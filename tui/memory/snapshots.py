"""The snapshots in the file of a record: what the entries of each guide come to. They may be thrown away."""

import sqlite3
import zlib
from typing import NamedTuple

from tui.guide.words import GuideId

_KEEP = """
    INSERT OR REPLACE INTO snapshot (guide, place, last, entries, form, body, crc)
    SELECT guide.number, place, entry.id, ?, ?, ?, ? FROM entry JOIN guide ON guide.number = entry.guide
    WHERE place = ? AND guide.id = ?
"""
_KEPT = """
    SELECT snapshot.place, entries, form, snapshot.body, snapshot.crc
    FROM snapshot JOIN guide ON number = snapshot.guide
    JOIN entry ON entry.place = snapshot.place AND entry.id = last AND entry.guide = snapshot.guide
    WHERE guide.id = ?
"""
_MISCOUNTED = """
    SELECT EXISTS (SELECT 1 FROM snapshot WHERE entries !=
        (SELECT count(*) FROM entry WHERE entry.guide = snapshot.guide AND entry.place <= snapshot.place))
"""


class Snapshot(NamedTuple):
    """What a guide's entries come to, up to a place. It could be thrown away."""

    place: int
    """The place of the last entry that is in it."""
    entries: int
    """How many entries of the guide there are up to that place."""
    form: int
    """Which form the body has."""
    body: bytes
    """What they come to."""

    def crc(self) -> int:
        """A sum that tells whether it reads as it was written."""
        return zlib.crc32(self.body, zlib.crc32(b"%d %d %d" % self[:-1]))


def kept_snapshot(connection: sqlite3.Connection, guide: GuideId) -> Snapshot | None:
    """What was last kept of what a guide's entries come to; None, unless it reads as it was written.

    Args:
        connection: the file, open.
        guide: which guide.
    """
    found = connection.execute(_KEPT, (guide,)).fetchone()
    if found is None:
        return None
    *read, crc = found
    snapshot = Snapshot(*read)
    return snapshot if snapshot.crc() == crc else None


def keep_snapshot(connection: sqlite3.Connection, guide: GuideId, snapshot: Snapshot) -> None:
    """Keep what a guide's entries come to, in place of what was kept of it before.

    Args:
        connection: the file, open.
        guide: which guide.
        snapshot: what they come to.
    """
    place, entries, form, body = snapshot
    connection.execute(_KEEP, (entries, form, body, snapshot.crc(), place, guide))


def entries_are_missing(connection: sqlite3.Connection) -> bool:
    """Whether some entries are gone of which there is a snapshot."""
    return bool(connection.execute(_MISCOUNTED).fetchone() != (0,))
