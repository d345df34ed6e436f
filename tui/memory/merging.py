"""Records of several machines joined into one: a union, the same whatever comes first and however often."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, suppress
from datetime import datetime
from itertools import chain
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from tui.memory.backup import back_up_to_merge, drop_oldest_merged
from tui.memory.exchange import BrokenFile, write_lines
from tui.memory.foreign import rows_in
from tui.memory.rewriting import Joined, Rewriting
from tui.memory.store import NAME, Row
from tui.memory.whole_files import written_whole

DEVICE = "device.txt"
"""In the data folder: the name under which this device writes into a synchronised folder."""
SYNCHRONISED = "kruzhok-*.jsonl"
"""The files of devices in a synchronised folder."""
MOST_FILES = 200
"""So many files are read of one folder; one that has more is not one that kruzhok writes into."""


class Merged(NamedTuple):
    """What a merge did."""

    read: dict[Path, int]
    """How many entries each file had that was merged."""
    refused: dict[Path, str]
    """Why each of the other files was not."""
    joined: Joined
    """What the record got of it."""


def files_in(place: Path) -> list[Path]:
    """The files to merge: the one named, or those of all devices in a synchronised folder.

    Args:
        place: a file or a folder.

    Raises:
        BrokenFile: it is a folder with too many of them.
        OSError: it cannot be looked into.
    """
    if not place.is_dir():
        return [place]
    files = sorted(place.glob(SYNCHRONISED))
    if len(files) > MOST_FILES:
        raise BrokenFile(f"it has more than {MOST_FILES} files of devices, which no synchronised folder has")
    return files


def merge(folder: Path, files: Iterable[Path], at: datetime) -> Merged:
    """Join the entries of files to the record; of a file in which anything is broken, none.

    Args:
        folder: the learner's data folder, which is made if need be.
        files: lines of an export, or databases.
        at: now; the backup that is made before is named for it.

    Raises:
        NewerRecord, DamagedRecord, sqlite3.Error, OSError: the record cannot be read or written. It stays as it is.
    """
    read: dict[Path, int] = {}
    refused: dict[Path, str] = {}
    for file in files:
        try:
            read[file] = sum(1 for _ in rows_in(file))
        except BrokenFile as error:
            refused[file] = str(error)
        except OSError as error:
            refused[file] = (error.strerror or str(error)).lower()
    joined = Joined(0, 0, 0)
    while read:
        try:
            joined = _join(folder, read, at)
            break
        except _ChangedMeanwhile as changed:
            del read[changed.file]
            refused[changed.file] = "it was changed while it was read"
    return Merged(read, refused, joined)


class _ChangedMeanwhile(Exception):
    def __init__(self, file: Path) -> None:
        super().__init__(file)
        self.file = file


def _rows_of(file: Path) -> Iterator[Row]:
    """The entries of a file that was whole when it was read before."""
    try:
        yield from rows_in(file)
    except (BrokenFile, OSError) as error:
        raise _ChangedMeanwhile(file) from error


def _join(folder: Path, files: Iterable[Path], at: datetime) -> Joined:
    record = folder / NAME
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    if not record.exists():
        record.touch(mode=0o600)
    with closing(Rewriting(record)) as store:
        backup = back_up_to_merge(store, folder, at)
        joined = None
        try:
            joined = store.join(chain.from_iterable(map(_rows_of, files)))
        finally:
            if not (joined and joined.changed):
                backup.unlink(missing_ok=True)
    with suppress(OSError):  # the merge is done
        drop_oldest_merged(folder)
    return joined


def write_for_others(folder: Path, place: Path, merged: Merged, new_id: Callable[[], UUID]) -> Path:
    """Write the record into a synchronised folder, in the one file that is this device's.

    Args:
        folder: the learner's data folder.
        place: the synchronised folder.
        merged: what was merged of it just before; a file that holds everything is left alone.
        new_id: names the device, if it has no name yet.

    Returns:
        The file.

    Raises:
        NewerRecord, DamagedRecord, sqlite3.Error, OSError: the record cannot be read, or the file not be written.
    """
    file = place / file_of(device_of(folder) or _begin_device(folder, new_id()))
    with closing(Rewriting(folder / NAME)) as store:
        if merged.read.get(file) != sum(store.guides().values()):
            with written_whole(file) as written:
                write_lines((row for row, _ in store.everything()), written)
    return file


def file_of(device: str) -> str:
    """What a device's file in a synchronised folder is called.

    Args:
        device: the device's name.
    """
    return SYNCHRONISED.replace("*", device)


def device_of(folder: Path) -> str | None:
    """What a device calls itself; None, if it never wrote into a synchronised folder.

    Args:
        folder: the learner's data folder: each learner on a computer has a device's name of their own.
    """
    try:
        with (folder / DEVICE).open("rb") as file:
            return UUID(file.read(32).decode("ascii")).hex
    except (OSError, ValueError):
        return None


def _begin_device(folder: Path, unique: UUID) -> str:
    with written_whole(folder / DEVICE) as file:
        file.write(f"{unique.hex}\n".encode())
    return unique.hex
