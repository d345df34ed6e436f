"""Files from elsewhere that hold a record: lines of an export, or a database. None of them is trusted or touched."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory

from tui.memory.errors import DamagedRecord, NewerRecord
from tui.memory.exchange import LARGEST_FILE, LONGEST_LINE, BrokenFile, read_lines, sound_entry
from tui.memory.opening import MAGIC, MIGRATIONS, statements
from tui.memory.rewriting import Copy
from tui.memory.store import Row

_SCHEMA = "SELECT type, name, sql FROM sqlite_master"


def rows_in(path: Path) -> Iterator[Row]:
    """The entries of a file from elsewhere, one after the other as each is found to be sound.

    Args:
        path: lines of an export, or a database: another record, or a backup. Read, never written.

    Raises:
        BrokenFile: it is not a record, or not a sound one; what came before is not to be used.
        OSError: it cannot be read.
    """
    if not path.is_file():
        raise BrokenFile("it is no file that could be read")
    with path.open("rb") as file:
        is_database = file.read(len(MAGIC)) == MAGIC
    return rows_of_database(path) if is_database else read_lines(path)


def rows_of_database(path: Path) -> Iterator[Row]:
    """The entries of a database: another record, or a backup, read and never written.

    Args:
        path: the database.

    Raises:
        BrokenFile: it is not a record, or not a sound one; what came before is not to be used.
        OSError: it cannot be read.
    """
    if path.stat().st_size > LARGEST_FILE:
        raise BrokenFile(f"it is larger than {LARGEST_FILE:,} bytes, which is more than is read of one file")
    try:
        with TemporaryDirectory(prefix="kruzhok-") as folder, _copied(path, Path(folder)) as record:
            for count, (row, _) in enumerate(record.everything(), 1):
                try:
                    sound_entry(row)
                except BrokenFile as error:
                    raise BrokenFile(f"entry {count}: {error}") from error
                yield row
    except NewerRecord as error:
        raise BrokenFile("it was written by a newer kruzhok. Use the newer one here, too") from error
    except (DamagedRecord, sqlite3.Error, RecursionError, ValueError, TypeError) as error:
        raise BrokenFile("it is damaged, or no record") from error


@contextmanager
def _copied(path: Path, folder: Path) -> Iterator[Copy]:
    """A copy, open: SQLite writes beside whatever it opens, even to read."""
    copy = folder / "record.sqlite"
    try:
        for end in ("", "-wal"):
            if (here := Path(f"{path}{end}")).is_file():
                copyfile(here, f"{copy}{end}")
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise BrokenFile(f"it is read from a copy, and none could be made in {folder.parent}: {reason}") from error
    _look_at_schema(copy)
    with closing(Copy(copy)) as record:
        record.check()
        yield record


def _look_at_schema(copy: Path) -> None:
    """See that it has the tables of a record and nothing else: no view, rule or table that does something when read."""
    with closing(sqlite3.connect(copy)) as connection, closing(sqlite3.connect(":memory:")) as as_it_should_be:
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, 2 * LONGEST_LINE)
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if version > len(MIGRATIONS):
            raise NewerRecord
        for migration in MIGRATIONS[:version]:
            for statement in statements(migration.read_text(encoding="utf-8")):
                as_it_should_be.execute(statement)
        schemas = (set(each.execute(_SCHEMA)) for each in (connection, as_it_should_be))
        if len(set(map(frozenset, schemas))) != 1 or not version:
            raise DamagedRecord
