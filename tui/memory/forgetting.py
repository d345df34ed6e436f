"""Erasing what is kept of a learner: what kruzhok made, and nothing else; no link leads out of the folder."""

from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from errno import ELOOP
from fnmatch import fnmatch
from pathlib import Path
from sqlite3 import Error, OperationalError
from typing import NamedTuple

from tui.guide.words import GuideId
from tui.memory.backup import FOLDER as BACKUPS
from tui.memory.doubts import NAME as DOUBTS
from tui.memory.doubts import forget as forget_marks
from tui.memory.errors import TROUBLES, DamagedRecord, NewerRecord
from tui.memory.glance_file import PATTERN as STATUS
from tui.memory.holds import PREFIX, SUFFIX
from tui.memory.learners import NAME_FILE
from tui.memory.merging import DEVICE
from tui.memory.opening import is_held
from tui.memory.rewriting import Copy, Rewriting
from tui.memory.seats import PATTERN as SEATS
from tui.memory.store import COMPANIONS, NAME
from tui.paths import LEARNERS

_DATABASES = ("record.sqlite", "record-*.sqlite", "record.sqlite.restored", "record-*.sqlite.*.new")
_RECORDS = tuple(f"{name}{end}" for name in _DATABASES for end in ("", *COMPANIONS, "-journal"))
_OTHERS = (
    DOUBTS,
    DEVICE,
    f".{DEVICE}.*.new",
    NAME_FILE,
    f"{NAME_FILE}.new",
    f"{PREFIX}*{SUFFIX}",
    STATUS,
    SEATS,
)


class OpenElsewhere(Exception):
    """The record is open in another window, which would write it anew."""


class Forgotten(NamedTuple):
    """What was erased."""

    erased: list[Path]
    """The files that are gone, or in which a guide's entries are."""
    left: list[Path]
    """What was not touched, though it stands where the record is."""
    entries: int = 0
    """How many entries of a guide the record had."""


def records_in(folder: Path) -> list[Path]:
    """Every file in which kruzhok kept a record, or a copy of one.

    Args:
        folder: the learner's data folder.
    """
    return [file for file in made_in(folder) if any(fnmatch(file.name, name) for name in _DATABASES)]


def forget(folder: Path) -> Forgotten:
    """Erase all that is kept of a learner.

    Args:
        folder: the learner's data folder; it goes, too, once nothing is in it.

    Raises:
        OpenElsewhere: another window has the record open. Nothing is erased.
        OSError: a file cannot be erased; those before it are.
    """
    with suppress(NewerRecord, DamagedRecord, Error):  # what cannot be opened is in nobody's hands
        if (folder / NAME).is_file() and not (folder / NAME).is_symlink():
            with _taken_in_hand(folder / NAME):
                pass
    erased, led_to = [], []
    for file in made_in(folder):
        if file.is_symlink():
            led_to.append(file.resolve())
        file.unlink()
        erased.append(file)
    for place in (folder / BACKUPS, folder):
        with suppress(OSError):  # others have files there, or it is a link
            place.rmdir()
    return Forgotten(erased, [*led_to, *_others_in(folder)])


def forget_guide(folder: Path, guide: GuideId) -> Forgotten:
    """Erase the entries of a guide from the record and from every copy of it, and the marks on its questions.

    Args:
        folder: the learner's data folder.
        guide: which guide.

    Returns:
        The files from which they are gone; those that cannot be read or written, and so may hold them still, are left.

    Raises:
        OpenElsewhere: another window has the record open. Nothing is erased.
        NewerRecord, DamagedRecord, sqlite3.Error, OSError: the record cannot be read or written. Nothing is erased.
    """
    record = folder / NAME
    with _taken_in_hand(record) as store:
        entries = store.leave_out(guide)
    erased, left = [record], []
    for drawn_from_it in folder.glob(STATUS):
        drawn_from_it.unlink(missing_ok=True)
    for copy in records_in(folder):
        if copy == record:
            continue
        try:
            with _taken_in_hand(copy, Copy) as store:
                store.leave_out(guide)
        except (OpenElsewhere, *TROUBLES):
            left.append(copy)
        else:
            erased.append(copy)
    try:
        if forget_marks(folder, guide):
            erased.append(folder / DOUBTS)
    except OSError:
        left.append(folder / DOUBTS)
    return Forgotten(erased, left, entries)


@contextmanager
def _taken_in_hand(file: Path, as_a: type[Rewriting] = Rewriting) -> Iterator[Rewriting]:
    """Open a record that nobody else has open."""
    if file.is_symlink():
        raise OSError(ELOOP, "it is a link, which is not followed", str(file))
    try:
        with closing(as_a(file)) as store:
            if store.is_open_elsewhere():
                raise OpenElsewhere
            yield store
    except OperationalError as error:
        if is_held(error):
            raise OpenElsewhere from error
        raise


def made_in(folder: Path) -> Iterator[Path]:
    """What kruzhok made in a learner's folder: known by its names. A folder that is a link is not entered.

    Args:
        folder: the learner's data folder.
    """
    for place, names in ((folder, (*_RECORDS, *_OTHERS)), (folder / BACKUPS, _RECORDS)):
        if place.is_symlink() and place != folder:
            continue
        for file in sorted(place.iterdir()) if place.is_dir() else ():
            if any(fnmatch(file.name, name) for name in names) and (file.is_symlink() or not file.is_dir()):
                yield file


def _others_in(folder: Path) -> list[Path]:
    places = [folder] if (folder / BACKUPS).is_symlink() else [folder, folder / BACKUPS]
    there = (file for place in places if place.is_dir() for file in sorted(place.iterdir()))
    return [file for file in there if file.name != LEARNERS and not (file.name == BACKUPS and not file.is_symlink())]
