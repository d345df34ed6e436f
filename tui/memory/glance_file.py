"""What a shell prompt shows, as it is left behind for the next time: a prompt cannot wait for guide and record.

It counts only as long as not one file of the guide or the record has changed, and could be thrown away at any time.
"""

import os
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from tui.memory.glance import Glance, Review
from tui.paths import BANK, HEADER, LOG, RECORD

PATTERN = "status-*.txt*"
"""The names of these files."""
_WAITS = "waits"
_FORM = 1
"""Whatever changes what is said of the same guide and record raises this."""
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


def left_behind(guide: Path, folder: Path) -> Glance | None:
    """What was left behind, if it still holds; None if not.

    Args:
        guide: the guide's folder.
        folder: the learner's data folder.
    """
    try:
        head, step, waits, seconds, minutes, answered, by, *reviews = (
            _file(guide, folder).read_text(encoding="utf-8").splitlines()
        )
        if head != _head(guide, Stamps.now(guide, folder)):
            return None
        if by:
            date.fromisoformat(by)
        takes, day = max(1.0, _number(seconds)), int(_number(minutes))
        return Glance(tuple(map(_review, reviews)), takes, day, _number(answered), by, step, waits == _WAITS)
    except (OSError, ValueError):
        return None


def leave(glance: Glance, stamps: Stamps, guide: Path, folder: Path) -> None:
    """Leave behind what there is to say.

    Args:
        glance: what.
        stamps: of what guide and record it tells.
        guide: the guide's folder.
        folder: the learner's data folder, which is there.

    Raises:
        OSError: it cannot be written.
    """
    reviews = (f"{each.earliest} {each.due}" for each in glance.reviews)
    numbers = str(glance.seconds), str(glance.minutes), str(glance.answered)
    waits = _WAITS if glance.waits else ""
    said = (_head(guide, stamps), glance.step, waits, *numbers, glance.by, *reviews)
    file = _file(guide, folder)
    fresh = file.with_name(f"{file.name}.{os.getpid()}")
    fresh.touch(mode=0o600)
    try:
        fresh.write_text("".join(f"{line}\n" for line in said), encoding="utf-8")
        fresh.replace(file)
    except OSError:
        fresh.unlink(missing_ok=True)
        raise


def _head(guide: Path, stamps: Stamps) -> str:
    return f"{_FORM} {os.path.realpath(guide)!a} {' '.join(stamps)}"


def _review(line: str) -> Review:
    earliest, due = line.split(" ")
    return Review(_number(earliest), _number(due))


def _number(said: str) -> float:
    number = float(said)
    if not 0 <= number < 1e12:
        raise ValueError(said)
    return number


def _file(guide: Path, folder: Path) -> Path:
    return folder / f"status-{crc32(os.fsencode(os.path.realpath(guide))):08x}.txt"


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
