"""The learner's record on the disk: one SQLite file, to which entries are only added."""

import json
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

import msgspec

from tui.guide.words import GuideId
from tui.memory.attempt import Entry
from tui.memory.errors import DamagedRecord
from tui.memory.opening import (
    VERSION,
    damage_told,
    has_entries,
    look_at_header,
    migrate,
    set_up,
    transaction,
    version_of,
)
from tui.memory.place import on_network
from tui.memory.snapshots import Snapshot, entries_are_missing, keep_snapshot, kept_snapshot
from tui.paths import LOG, RECORD

NAME = RECORD
"""The file, in the learner's data folder."""
COMPANIONS = (LOG, "-shm")
"""What SQLite writes beside a file that is open; what the first ends with was not yet moved into the file."""
PATIENCE = 2.0
"""For so many seconds another program that writes is waited for."""
ALL_ENTRIES = (
    "SELECT place, entry.id, guide.id, body, crc FROM entry CROSS JOIN guide ON number = entry.guide ORDER BY place"
)
_BEYOND = """
    SELECT place, body, crc FROM entry WHERE guide = (SELECT number FROM guide WHERE id = ?) AND place > ?
    ORDER BY place
"""
_ADD_STEP = """
    INSERT INTO step (sitting, number, guide, body, crc) SELECT ?, ?, number, ?, ? FROM guide WHERE id = ?
    ON CONFLICT (sitting, number) DO NOTHING
"""
_STEPS = """
    SELECT sitting, step.number, guide.id, body, crc FROM step JOIN guide ON guide.number = step.guide
    ORDER BY sitting, step.number
"""
_decoder: msgspec.json.Decoder[Entry] = msgspec.json.Decoder(Entry)


class Row(NamedTuple):
    """An entry as the file holds it."""

    id: UUID
    """Unique across machines."""
    guide: GuideId
    """The guide to which it belongs."""
    body: bytes
    """The entry, as JSON."""

    @classmethod
    def of(cls, unique: UUID, guide: GuideId, entry: Entry) -> "Row":
        """An entry, ready to be written."""
        return cls(unique, guide, body_of(entry))


class Step(NamedTuple):
    """What happened in a sitting that is open, as the file holds it."""

    sitting: UUID
    """Which sitting."""
    number: int
    """Its place among the steps of the sitting."""
    guide: GuideId
    """The guide that is asked."""
    body: bytes
    """What happened."""


class Store:
    """The file, open."""

    moved_to_network: bool = False
    """Whether from this opening on the file is written as befits another computer's disk."""

    def __init__(self, path: Path, *, write: bool = True, patience: float | None = None, still: bool = False) -> None:
        """Open the file; one that is missing, empty or of an older form gets this form.

        Args:
            path: the file.
            write: whether to do so; if not, the file must have this form.
            patience: for so many seconds another program that writes is waited for; `PATIENCE`, if None.
            still: whether nobody writes to it meanwhile: what stands beside it is not read, and nothing is made there.

        Raises:
            NewerRecord: the file has a newer form. It is left as it is.
            NotBackedUp: it has an older form, and keeps it, since no backup of it could be made.
            DamagedRecord: it is no such file, or damaged.
            sqlite3.Error: it cannot be opened.
        """
        look_at_header(path)
        with damage_told():
            waits = PATIENCE if patience is None else patience
            where = f"{path.absolute().as_uri()}?immutable=1" if still else path
            self._connection = sqlite3.connect(where, timeout=waits, isolation_level=None, uri=still)
            try:
                if write:
                    self.moved_to_network = set_up(self._connection, network=on_network(path))
                    self._bring_to_form(path)
            except BaseException:
                self.close()
                raise

    def _bring_to_form(self, path: Path) -> None:
        if version_of(self._connection) == VERSION:
            return
        if has_entries(self._connection):
            from tui.memory.backup import back_up_before  # noqa: PLC0415  once

            back_up_before(self, path, VERSION)
        migrate(self._connection)

    def entries(self, guide: GuideId) -> list[Entry]:
        """All entries of a guide, in the order in which they were written.

        Raises:
            DamagedRecord: one of them does not read as it was written.
            sqlite3.Error: the file cannot be read.
        """
        return [entry for _, entry in self.placed(guide)]

    def placed(self, guide: GuideId, beyond: int = 0) -> Iterator[tuple[int, Entry]]:
        """The entries of a guide that were written after a place, each with its own, read one by one.

        Raises:
            DamagedRecord: one of them does not read as it was written.
            sqlite3.Error: the file cannot be read.
        """
        with damage_told():
            for place, body, crc in self._connection.execute(_BEYOND, (guide, beyond)):
                yield place, entry_in(body, crc)

    def at(self, places: Iterable[int]) -> Iterator[Entry]:
        """The entries at some places, in the order asked for, read one by one.

        Raises:
            DamagedRecord: one of them does not read as it was written, or is not there.
            sqlite3.Error: the file cannot be read.
        """
        with damage_told():
            for place in places:
                found = self._connection.execute("SELECT body, crc FROM entry WHERE place = ?", (place,)).fetchone()
                if found is None:
                    raise DamagedRecord
                yield entry_in(*found)

    def has(self, unique: UUID) -> bool:
        """Whether an entry with this id is there.

        Raises:
            DamagedRecord: the file is damaged.
            sqlite3.Error: it cannot be read.
        """
        with damage_told():
            found = self._connection.execute("SELECT 1 FROM entry WHERE id = ?", (unique.bytes,)).fetchone()
        return found is not None

    def rows(self) -> Iterator[Row]:
        """All entries of all guides, in the order in which they were written, read one by one.

        Raises:
            DamagedRecord: one of them does not read as it was written.
            sqlite3.Error: the file cannot be read.
        """
        with damage_told():
            for _, unique, guide, body, crc in self._connection.execute(ALL_ENTRIES):
                entry_in(body, crc)
                yield Row(UUID(bytes=unique), guide, body)

    def add(self, rows: Iterable[Row], steps: Iterable[Step] = (), ended: Iterable[UUID] = ()) -> None:
        """Add entries and steps, all or none; when this returns they are on the disk.

        What is there already stays as it is.

        Args:
            rows: the entries, of whatever guides.
            steps: what happened in sittings that are open.
            ended: the sittings that are not open any longer: their steps go.

        Raises:
            DamagedRecord: the file is damaged.
            sqlite3.Error: they cannot be written. None of them is.
        """
        run = self._connection.execute
        with damage_told(), transaction(self._connection):
            for row in rows:
                self._insert(row)
            for sitting, number, guide, body in steps:
                self._know(guide)
                run(_ADD_STEP, (sitting.bytes, number, body, zlib.crc32(body), guide))
            for sitting in ended:
                run("DELETE FROM step WHERE sitting = ?", (sitting.bytes,))

    def _insert(self, row: Row) -> None:
        self._know(row.guide)
        self._connection.execute(
            "INSERT INTO entry (id, guide, body, crc) SELECT ?, number, ?, ? FROM guide WHERE id = ?"
            " ON CONFLICT (id) DO NOTHING",
            (row.id.bytes, row.body, zlib.crc32(row.body), row.guide),
        )

    def _know(self, guide: GuideId) -> None:
        self._connection.execute("INSERT INTO guide (id) VALUES (?) ON CONFLICT (id) DO NOTHING", (guide,))

    def steps(self, guide: GuideId | None = None) -> list[Step]:
        """The steps of the sittings that are open, in order, as far as they read as they were written.

        Args:
            guide: of which guide; of all, if None.

        Raises:
            DamagedRecord: the file is damaged.
            sqlite3.Error: it cannot be read.
        """
        with damage_told():
            found = self._connection.execute(_STEPS).fetchall()
        return [
            Step(UUID(bytes=sitting), number, whose, body)
            for sitting, number, whose, body, crc in found
            if zlib.crc32(body) == crc and guide in (None, whose)
        ]

    def snapshot(self, guide: GuideId) -> Snapshot | None:
        """What was last kept of what a guide's entries come to; None, unless it reads as it was written.

        Raises:
            DamagedRecord: the file is damaged.
            sqlite3.Error: it cannot be read.
        """
        with damage_told():
            return kept_snapshot(self._connection, guide)

    def keep_snapshot(self, guide: GuideId, snapshot: Snapshot) -> None:
        """Keep what a guide's entries come to, in place of what was kept of it before.

        Raises:
            DamagedRecord: the file is damaged.
            sqlite3.Error: it cannot be written. All stays as it is.
        """
        with damage_told(), transaction(self._connection):
            keep_snapshot(self._connection, guide, snapshot)

    def drop_snapshots(self) -> None:
        """Forget all snapshots, so that what they say is computed anew from the entries.

        Raises:
            DamagedRecord: the file is damaged.
            sqlite3.Error: it cannot be written.
        """
        with damage_told(), transaction(self._connection):
            self._connection.execute("DELETE FROM snapshot")

    def readable(self) -> list[Row]:
        """Every entry that reads as it was written, of whatever guide, however damaged the file is."""
        found: dict[int, Row] = {}
        for query in (ALL_ENTRIES, f"{ALL_ENTRIES} DESC"):
            with suppress(sqlite3.Error):
                # From both ends: a damaged page stops the reading of what lies beyond it.
                for place, unique, guide, body, crc in self._connection.execute(query):
                    with suppress(DamagedRecord, ValueError, TypeError):
                        entry_in(body, crc)
                        found.setdefault(place, Row(UUID(bytes=unique), guide, body))
        return [found[place] for place in sorted(found)]

    def check(self) -> int:
        """Read everything: how many entries there are.

        Raises:
            DamagedRecord: not everything reads as it was written.
            sqlite3.Error: the file cannot be read.
        """
        self.look_over()
        return sum(1 for _ in self.rows())

    def look_over(self) -> None:
        """See whether the file holds together, without reading each entry: what each start can afford.

        Raises:
            DamagedRecord: it does not.
            sqlite3.Error: the file cannot be read.
        """
        with damage_told():
            if self._connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
                raise DamagedRecord

    def look_over_each(self) -> None:
        """See whether each entry reads as it was written, and those of which there is a snapshot are all there.

        Raises:
            DamagedRecord: one does not, or is not.
            sqlite3.Error: the file cannot be read.
        """
        with damage_told():
            with_snapshots = version_of(self._connection) == VERSION
            if with_snapshots and entries_are_missing(self._connection):
                raise DamagedRecord
            for body, crc in self._connection.execute("SELECT body, crc FROM entry"):
                if zlib.crc32(body) != crc:
                    raise DamagedRecord

    def copy_to(self, path: Path) -> None:
        """Write a copy that is whole, whoever adds to the record meanwhile.

        Args:
            path: where there is no file yet.

        Raises:
            DamagedRecord: the file is damaged.
            sqlite3.Error: the copy cannot be written.
        """
        with damage_told():
            self._connection.execute("VACUUM INTO ?", (str(path),))

    def checkpoint(self) -> None:
        """Move all that stands beside the file into it, unless another program reads or writes just now.

        Raises:
            sqlite3.Error: the file cannot be written.
        """
        self.wait(0)
        try:
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            self.wait(PATIENCE)

    def wait(self, seconds: float) -> None:
        """Wait from now on so long for another program that writes."""
        self._connection.execute(f"PRAGMA busy_timeout = {int(seconds * 1000)}")

    def close(self) -> None:
        """Close the file, with everything in it that was written beside it."""
        self._connection.close()


def body_of(what: msgspec.Struct) -> bytes:
    """An entry or a step as the file holds it.

    Args:
        what: it may hold whatever a learner can type.
    """
    try:
        return msgspec.json.encode(what)
    except UnicodeEncodeError:  # a terminal can send what is no letter of any script
        written = json.dumps(msgspec.to_builtins(what), ensure_ascii=False)
        return written.encode("utf-8", errors="replace")


def entry_in(body: bytes, crc: int) -> Entry:
    """The entry that a row holds.

    Args:
        body: the entry, as JSON.
        crc: its checksum, as it was when it was written.

    Raises:
        DamagedRecord: it does not read as it was written.
    """
    try:
        if zlib.crc32(body) == crc:
            return _decoder.decode(body)
    except (msgspec.MsgspecError, UnicodeDecodeError, TypeError) as error:
        raise DamagedRecord from error
    raise DamagedRecord
