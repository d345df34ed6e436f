"""By what a change to the files of a guide or of a record is seen, without reading them."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from tui.paths import BANK, HEADER, LOG, RECORD

BESIDE = (LOG, "-journal")
"""With these ends the name of what stands beside a record and belongs to it."""


class Stamps(NamedTuple):
    """By what a change to the guide or the record is seen."""

    guide: str
    """The guide's files."""
    record: str
    """The record's files."""

    @classmethod
    def now(cls, guide: Path, folder: Path) -> "Stamps":
        """How they are now.

        Args:
            guide: the guide's folder.
            folder: the learner's data folder.

        Raises:
            OSError: a folder cannot be read.
        """
        return cls(stamp_of_guide(guide), stamp_of_record(folder))


def stamp_of_guide(folder: Path) -> str:
    """By what a change to any of a guide's files is seen.

    Raises:
        OSError: the folder cannot be read.
    """
    lessons = folder / HEADER.parent
    return _stamp(folder / BANK, *(sorted(lessons.iterdir()) if lessons.is_dir() else ()))


def stamp_of_record(folder: Path) -> str:
    """By what a change to a learner's record is seen, be it made beside the file.

    Args:
        folder: the learner's data folder.
    """
    return _stamp(*(folder / f"{RECORD}{end}" for end in ("", *BESIDE)))


def has_record(folder: Path) -> bool:
    """Whether anything was ever kept in a learner's data folder."""
    return (folder / RECORD).exists()


def is_whole(folder: Path) -> bool:
    """Whether all of the record is in its file, and nothing beside it.

    Args:
        folder: the learner's data folder.
    """
    return not any(_mark(folder / f"{RECORD}{end}") for end in BESIDE)


def _stamp(*files: Path) -> str:
    return _sum(mark for file in files if (mark := _mark(file)))


def _mark(file: Path) -> str:
    """What changes with a file; empty where it is, or not there."""
    try:
        there = file.stat()
    except FileNotFoundError:
        return ""
    marks = (there.st_dev, there.st_ino, there.st_size, there.st_mtime_ns)
    return f"{file.name!a} {marks}" if there.st_size else ""


def _sum(marks: Iterable[str]) -> str:
    text = "\n".join(marks).encode()
    return f"{len(text)}-{crc32(text):08x}-{crc32(text[::-1]):08x}"
