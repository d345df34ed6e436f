"""Opening the file of a record: what it is, the settings that keep it safe, and the way to its present form."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tui.memory.errors import DamagedRecord, NewerRecord

TRIES = 20
"""How often other windows that make the file at the same time are waited for."""
MIGRATIONS = tuple(sorted(Path(__file__).with_name("migrations").glob("*.sql")))
VERSION = len(MIGRATIONS)
"""The form of the file that this kruzhok writes, as its `user_version`."""
MAGIC = b"SQLite format 3\0"
"""With this a database begins."""


def look_at_header(path: Path) -> None:
    """See whether the file can be opened, before SQLite writes anything beside it.

    Raises:
        NewerRecord: it has a newer form.
        DamagedRecord: it is no such file.
        OSError: it cannot be read.
    """
    try:
        with path.open("rb") as file:
            header = file.read(100)
    except FileNotFoundError:
        return
    if not header:
        return
    if len(header) < 100 or not header.startswith(MAGIC):
        raise DamagedRecord
    if int.from_bytes(header[60:64], "big") > VERSION:
        raise NewerRecord


def form_of(path: Path) -> int:
    """The form that the header of a file says it has: nothing is written beside it by looking.

    Raises:
        NewerRecord: it has a newer form.
        DamagedRecord: it is no such file.
        OSError: it cannot be read.
    """
    look_at_header(path)
    with path.open("rb") as file:
        return int.from_bytes(file.read(100)[60:64], "big")


def set_up(connection: sqlite3.Connection, *, network: bool) -> bool:
    """Have the file written so that it outlives a power cut.

    Args:
        connection: the file, just opened.
        network: whether it lies on another computer's disk.

    Returns:
        Whether from now on it is written as befits such a disk.
    """
    moved = False
    if network:
        before = connection.execute("PRAGMA journal_mode").fetchone()
        # An empty file says "delete", too.
        moved = before != ("delete",) or version_of(connection) == 0
        connection.execute("PRAGMA journal_mode = DELETE")
    else:
        _keep_a_log(connection)
    synchronous = "synchronous = EXTRA" if network else "synchronous = FULL"
    for setting in (synchronous, "wal_autocheckpoint = 50", "foreign_keys = ON"):
        connection.execute(f"PRAGMA {setting}")
    return moved


def version_of(connection: sqlite3.Connection) -> int:
    """The form of the file.

    Raises:
        NewerRecord: this kruzhok does not know it.
    """
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > VERSION:
        raise NewerRecord
    return version


def has_entries(connection: sqlite3.Connection) -> bool:
    """Whether anything was ever kept in the file, whatever form it has."""
    if version_of(connection) == 0:
        return False
    return connection.execute("SELECT 1 FROM entry LIMIT 1").fetchone() is not None


def migrate(connection: sqlite3.Connection) -> None:
    """Give the file the present form, all at once or not at all."""
    with transaction(connection):
        for number, migration in enumerate(MIGRATIONS[version_of(connection) :], version_of(connection) + 1):
            for statement in statements(migration.read_text(encoding="utf-8")):
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {number}")
    # A form that stands in the file itself is seen by whoever looks at its header.
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Write all that is written within, or nothing."""
    # At once, as a reading that turns into a writing does not wait for others.
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


@contextmanager
def damage_told() -> Iterator[None]:
    """Turn what SQLite says of a damaged file into `DamagedRecord`."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        if primary_code(error) in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}:
            raise DamagedRecord from error
        raise


def _keep_a_log(connection: sqlite3.Connection) -> None:
    for last in (False,) * TRIES + (True,):
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if last or primary_code(error) != sqlite3.SQLITE_BUSY:
                raise
        else:
            return
        # Another window makes the file just now. This setting does not wait for it, as a transaction does.
        with transaction(connection):
            pass


def statements(script: str) -> Iterator[str]:
    """The statements of a script, one by one, so that all can stand in one transaction.

    Args:
        script: what a file of SQL holds.
    """
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def primary_code(error: sqlite3.Error) -> int:
    """SQLite's number for what went wrong, without its finer parts."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


def is_held(error: sqlite3.Error) -> bool:
    """Whether another window or program was in the way."""
    return primary_code(error) in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
