"""The learner's record on the disk: one SQLite file, to which entries are only added. All SQL is here."""

import json
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

import msgspec

from tui.guide.words import GuideId
from tui.memory.attempt import Entry
from tui.memory.place import on_network

NAME = "record.sqlite"
"""The file, in the learner's data folder."""
COMPANIONS = ("-wal", "-shm")
"""What SQLite writes beside a file that is open; what the first ends with was not yet moved into the file."""
PATIENCE = 2.0
"""For so many seconds another program that writes is waited for."""
TRIES = 20
"""How often other windows that make the file at the same time are waited for."""
MIGRATIONS = tuple(sorted(Path(__file__).with_name("migrations").glob("*.sql")))
VERSION = len(MIGRATIONS)
"""The form of the file that this kruzhok writes, as its `user_version`."""
_MAGIC = b"SQLite format 3\0"
_FORWARDS = """
    SELECT place, entry.id, guide.id, body, crc FROM entry CROSS JOIN guide ON number = entry.guide ORDER BY place
"""
_BACKWARDS = """
    SELECT place, entry.id, guide.id, body, crc FROM entry CROSS JOIN guide ON number = entry.guide ORDER BY place DESC
"""
_decoder: msgspec.json.Decoder[Entry] = msgspec.json.Decoder(Entry)


class NewerRecord(Exception):
    """The file was written by a newer kruzhok."""


class DamagedRecord(Exception):
    """The file, or an entry in it, does not read as it was written."""


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
        return cls(unique, guide, _body(entry))


class Store:
    """The file, open."""

    moved_to_network: bool = False
    """Whether from this opening on the file is written as befits another computer's disk."""

    def __init__(self, path: Path, *, write: bool = True, patience: float | None = None) -> None:
        """Open the file; one that is missing, empty or of an older form gets this form.

        Args:
            path: the file.
            write: whether to do so; if not, the file must have this form.
            patience: for so many seconds another program that writes is waited for; `PATIENCE`, if None.

        Raises:
            NewerRecord: the file has a newer form. It is left as it is.
            DamagedRecord: it is no such file, or damaged.
            sqlite3.Error: it cannot be opened.
        """
        _look_at_header(path)
        with _damage_told():
            waits = PATIENCE if patience is None else patience
            self._connection = sqlite3.connect(path, timeout=waits, isolation_level=None)
            try:
                if write:
                    self._prepare(on_network(path))
            except BaseException:
                self.close()
                raise

    def _prepare(self, network: bool) -> None:
        if network:
            before = self._connection.execute("PRAGMA journal_mode").fetchone()
            # An empty file says "delete", too.
            self.moved_to_network = before != ("delete",) or self._version() == 0
            self._connection.execute("PRAGMA journal_mode = DELETE")
        else:
            self._keep_a_log()
        synchronous = "synchronous = EXTRA" if network else "synchronous = FULL"
        for setting in (synchronous, "wal_autocheckpoint = 50", "foreign_keys = ON"):
            self._connection.execute(f"PRAGMA {setting}")
        if self._version() != VERSION:
            with self._transaction():
                for number, migration in enumerate(MIGRATIONS[self._version() :], self._version() + 1):
                    for statement in _statements(migration.read_text(encoding="utf-8")):
                        self._connection.execute(statement)
                    self._connection.execute(f"PRAGMA user_version = {number}")
            # A form that stands in the file itself is seen by whoever looks at its header.
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def _keep_a_log(self) -> None:
        for last in (False,) * TRIES + (True,):
            try:
                self._connection.execute("PRAGMA journal_mode = WAL")
            except sqlite3.OperationalError as error:
                if last or _primary(error) != sqlite3.SQLITE_BUSY:
                    raise
            else:
                return
            # Another window makes the file just now. This setting does not wait for it, as a transaction does.
            with self._transaction():
                pass

    def _version(self) -> int:
        version: int = self._connection.execute("PRAGMA user_version").fetchone()[0]
        if version > VERSION:
            raise NewerRecord
        return version

    def entries(self, guide: GuideId) -> list[Entry]:
        """All entries of a guide, in the order in which they were written.

        Raises:
            DamagedRecord: one of them does not read as it was written.
            sqlite3.Error: the file cannot be read.
        """
        with _damage_told():
            rows = self._connection.execute(
                "SELECT body, crc FROM entry WHERE guide = (SELECT number FROM guide WHERE id = ?) ORDER BY place",
                (guide,),
            ).fetchall()
        return [_entry(body, crc) for body, crc in rows]

    def add(self, rows: Iterable[Row]) -> None:
        """Add entries, all or none; when this returns they are on the disk. One that is there already stays as it is.

        Raises:
            DamagedRecord: the file is damaged.
            sqlite3.Error: they cannot be written. None of them is.
        """
        with _damage_told(), self._transaction():
            for unique, guide, body in rows:
                self._connection.execute("INSERT INTO guide (id) VALUES (?) ON CONFLICT (id) DO NOTHING", (guide,))
                self._connection.execute(
                    "INSERT INTO entry (id, guide, body, crc) SELECT ?, number, ?, ? FROM guide WHERE id = ?"
                    " ON CONFLICT (id) DO NOTHING",
                    (unique.bytes, body, zlib.crc32(body), guide),
                )

    def readable(self) -> list[Row]:
        """Every entry that reads as it was written, of whatever guide, however damaged the file is."""
        found: dict[int, Row] = {}
        for query in (_FORWARDS, _BACKWARDS):
            with suppress(sqlite3.Error):
                # From both ends: a damaged page stops the reading of what lies beyond it.
                for place, unique, guide, body, crc in self._connection.execute(query):
                    with suppress(DamagedRecord, ValueError, TypeError):
                        _entry(body, crc)
                        found.setdefault(place, Row(UUID(bytes=unique), guide, body))
        return [found[place] for place in sorted(found)]

    def check(self) -> int:
        """Read everything: how many entries there are.

        Raises:
            DamagedRecord: not everything reads as it was written.
            sqlite3.Error: the file cannot be read.
        """
        with _damage_told():
            if self._connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
                raise DamagedRecord
            count = 0
            for body, crc in self._connection.execute("SELECT body, crc FROM entry"):
                _entry(body, crc)
                count += 1
            return count

    def copy_to(self, path: Path) -> None:
        """Write a copy that is whole, whoever adds to the record meanwhile.

        Args:
            path: where there is no file yet.

        Raises:
            DamagedRecord: the file is damaged.
            sqlite3.Error: the copy cannot be written.
        """
        with _damage_told():
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

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        # At once, as a reading that turns into a writing does not wait for others.
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._connection.execute("COMMIT")
        except BaseException:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            raise


def _look_at_header(path: Path) -> None:
    """See whether the file can be opened, before SQLite writes anything beside it."""
    try:
        with path.open("rb") as file:
            header = file.read(100)
    except FileNotFoundError:
        return
    if not header:
        return
    if len(header) < 100 or not header.startswith(_MAGIC):
        raise DamagedRecord
    if int.from_bytes(header[60:64], "big") > VERSION:
        raise NewerRecord


def _statements(script: str) -> Iterator[str]:
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def _body(entry: Entry) -> bytes:
    try:
        return msgspec.json.encode(entry)
    except UnicodeEncodeError:  # a terminal can send what is no letter of any script
        written = json.dumps(msgspec.to_builtins(entry), ensure_ascii=False)
        return written.encode("utf-8", errors="replace")


def _entry(body: bytes, crc: int) -> Entry:
    try:
        if zlib.crc32(body) == crc:
            return _decoder.decode(body)
    except (msgspec.MsgspecError, UnicodeDecodeError, TypeError) as error:
        raise DamagedRecord from error
    raise DamagedRecord


@contextmanager
def _damage_told() -> Iterator[None]:
    try:
        yield
    except sqlite3.DatabaseError as error:
        if _primary(error) in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}:
            raise DamagedRecord from error
        raise


def _primary(error: sqlite3.Error) -> int:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF
