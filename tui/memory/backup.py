"""Dated copies of the record, made by themselves; and the way back from one."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tui.memory.errors import NotBackedUp
from tui.memory.store import COMPANIONS, NAME, Store

FOLDER = "backups"
"""Where they are, in the learner's data folder."""
KEPT = 14
"""How many of those that were made by themselves are kept."""
_DAILY = "record-{day}-*-daily.sqlite"
_MERGE = "record-*-merge.sqlite"


def backups(folder: Path) -> list[Path]:
    """All backups, the latest first.

    Args:
        folder: the learner's data folder.
    """
    return sorted((folder / FOLDER).glob("record-*.sqlite"), reverse=True)


def back_up_daily(store: Store, folder: Path, at: datetime) -> None:
    """Make the day's backup, if it is not there, and drop the oldest of these.

    Args:
        store: the record, open.
        folder: the learner's data folder.
        at: now.

    Raises:
        DamagedRecord: the record, and so the copy, is damaged. No backup is made.
        sqlite3.Error, OSError: it cannot be written.
    """
    if any((folder / FOLDER).glob(_DAILY.format(day=f"{at:%Y-%m-%d}"))):
        return
    _copy(store, folder / FOLDER / f"record-{at:%Y-%m-%d-%H%M%S}-daily.sqlite")
    _drop_oldest(folder, _DAILY.format(day="*"))


def back_up_to_merge(store: Store, folder: Path, at: datetime) -> Path:
    """Make the backup before a merge.

    Args:
        store: the record, open.
        folder: the learner's data folder.
        at: now.

    Returns:
        The backup.

    Raises:
        DamagedRecord: the record, and so the copy, is damaged. No backup is made.
        sqlite3.Error, OSError: it cannot be written.
    """
    while (target := folder / FOLDER / f"record-{at:%Y-%m-%d-%H%M%S-%f}-merge.sqlite").exists():
        at += timedelta(microseconds=1)
    _copy(store, target)
    return target


def drop_oldest_merged(folder: Path) -> None:
    """Drop the oldest of the backups that were made before merges.

    Args:
        folder: the learner's data folder.

    Raises:
        OSError: one of them cannot be dropped.
    """
    _drop_oldest(folder, _MERGE)


def back_up(folder: Path, at: datetime) -> Path:
    """Make a backup now, which is kept until the learner deletes it.

    Args:
        folder: the learner's data folder.
        at: now.

    Returns:
        The backup.

    Raises:
        NewerRecord, DamagedRecord, sqlite3.Error, OSError: the record cannot be read, or the backup not be written.
    """
    target = folder / FOLDER / f"record-{at:%Y-%m-%d-%H%M%S}.sqlite"
    with closing(Store(folder / NAME)) as store:
        _copy(store, target)
    return target


def back_up_before(store: Store, path: Path, version: int) -> Path:
    """Keep the record as it is before it gets another form, under the time at which it was last written.

    Args:
        store: the record, open, in its old form.
        path: its file.
        version: the form that it is to get.

    Returns:
        The backup, which is kept until the learner deletes it.

    Raises:
        NotBackedUp: it could not be written.
        DamagedRecord: the record, and so the copy, is damaged. No backup is made.
    """
    try:
        written = datetime.fromtimestamp(path.stat().st_mtime, UTC)
        target = path.parent / FOLDER / f"record-{written:%Y-%m-%d-%H%M%S}-before-{version}.sqlite"
        _copy(store, target)
    except (OSError, sqlite3.Error) as error:
        raise NotBackedUp(getattr(error, "strerror", None) or str(error)) from error
    return target


def restore(folder: Path, backup: Path, at: datetime) -> Path | None:
    """Go back to a backup. The record as it is now is given another name.

    Args:
        folder: the learner's data folder.
        backup: one of `backups`.
        at: now.

    Returns:
        What the record is called now; None, if there was none.

    Raises:
        NewerRecord, DamagedRecord, sqlite3.Error, OSError: the backup is not sound, or the folder cannot be written.
            All stays as it is.
    """
    fresh = folder / f"{NAME}.restored"
    fresh.unlink(missing_ok=True)
    with closing(Store(backup, write=False)) as store:
        _copy(store, fresh)
    while (aside := folder / f"record-before-{at:%Y%m%d-%H%M%S-%f}.sqlite").exists():
        at += timedelta(microseconds=1)
    there = list(_record(folder))
    for here in there:
        here.rename(folder / here.name.replace(NAME, aside.name))
    fresh.rename(folder / NAME)
    return aside if there else None


def _record(folder: Path) -> Iterator[Path]:
    # What belongs to the file goes first: left beside another one, SQLite would throw it away.
    return (folder / f"{NAME}{end}" for end in (*COMPANIONS, "") if (folder / f"{NAME}{end}").exists())


def _drop_oldest(folder: Path, of: str) -> None:
    for old in sorted((folder / FOLDER).glob(of))[:-KEPT]:
        old.unlink()


def _copy(store: Store, target: Path) -> None:
    """Copy a record; the copy has its name only once it was read and is sound."""
    from tempfile import mkstemp  # noqa: PLC0415  home does without

    target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    # A name of its own, as another window may be doing the same; only its owner can read what it makes.
    handle, name = mkstemp(prefix=f"{target.name}.", suffix=".new", dir=target.parent)
    os.close(handle)
    fresh = Path(name)
    try:
        store.copy_to(fresh)
        with closing(Store(fresh, write=False)) as copy:
            copy.look_over()
            copy.look_over_each()
        fresh.rename(target)
    finally:
        fresh.unlink(missing_ok=True)
