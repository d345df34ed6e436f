"""What a shell prompt shows, as it is left behind for the next time: a prompt cannot wait for guide and record.

It counts only as long as not one file of the guide or the record has changed, and could be thrown away at any time.
"""

import os
from datetime import date
from pathlib import Path
from zlib import crc32

from tui.memory.glance import Glance, Review
from tui.memory.stamps import Stamps

PATTERN = "status-*.txt*"
"""The names of these files."""
_WAITS = "waits"
_FORM = 3
"""Whatever changes what is said of the same guide and record raises this."""


def left_behind(guide: Path, folder: Path) -> Glance | None:
    """What was left behind, if it still holds; None if not.

    Args:
        guide: the guide's folder.
        folder: the learner's data folder.
    """
    try:
        head, step, cut_off, until, waits, seconds, minutes, answered, by, *reviews = (
            _file(guide, folder).read_text(encoding="utf-8").splitlines()
        )
        if head != _head(guide, Stamps.now(guide, folder)):
            return None
        if by:
            date.fromisoformat(by)
        takes, day = max(1.0, _number(seconds)), int(_number(minutes))
        due, last, offered = tuple(map(_review, reviews)), _number(answered), _number(until)
        return Glance(due, takes, day, last, by, step, waits == _WAITS, cut_off, offered)
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
    words = glance.step, glance.cut_off, str(glance.offered_until), _WAITS if glance.waits else ""
    said = (_head(guide, stamps), *words, *numbers, glance.by, *reviews)
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
