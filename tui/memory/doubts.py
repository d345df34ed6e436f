"""Questions that learners marked as doubtful, kept in a file of its own so that an author's check finds them."""

import os
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from errno import ELOOP
from functools import partial
from pathlib import Path
from typing import BinaryIO

import msgspec
from msgspec import Struct

from tui.guide.words import GuideId, QuestionId
from tui.paths import LEARNERS
from tui.text import Clean, clean

NAME = "doubtful.jsonl"
"""The file, in the learner's data folder: one mark a line, the latest last."""
LONGEST_LINE = 10_000
"""What is longer was not written by kruzhok."""


class DoubtMark(Struct, frozen=True, kw_only=True):
    """One mark."""

    guide: str
    """The guide's folder, as `address_of` gives it."""
    guide_id: str = ""
    """What the guide is called in the learner's record."""
    question: QuestionId
    """The question."""
    fingerprint: str
    """The question's fingerprint as it was then: once its author has edited it, the mark is settled."""
    word: str
    """What is doubtful about it; may be empty."""
    at: datetime
    """When, in UTC."""

    @property
    def says(self) -> Clean:
        """The word, harmless: the file is outside kruzhok's hands."""
        return clean(self.word, one_line=True)


def address_of(guide: Path) -> str:
    """Which guide it is, by whatever way its folder was reached; bytes that are no UTF-8 are spelled out.

    Args:
        guide: the guide's folder.
    """
    return os.path.realpath(guide).encode(errors="backslashreplace").decode()


def keep(folder: Path, mark: DoubtMark) -> None:
    """Add a mark; when this returns it is on the disk.

    Args:
        folder: the learner's data folder, which is made if need be.
        mark: what to add.

    Raises:
        NotKept: it could not be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with open(folder / NAME, "ab", opener=partial(os.open, mode=0o600)) as marks:
            # The line end before it closes a line that a crash left open.
            marks.write(b"\n" + msgspec.json.encode(mark) + b"\n")
            marks.flush()
            os.fsync(marks.fileno())
    except OSError as error:
        from tui.memory.errors import NotKept  # noqa: PLC0415  loads SQLite, and the author's check needs none

        raise NotKept(f"The mark could not be kept in {folder}: {error.strerror}.") from error


def kept(folder: Path, guide: Path) -> Iterator[DoubtMark]:
    """The latest mark on each question of a guide. What cannot be read is passed over, and left as it is.

    Args:
        folder: the data folder; the marks of all who learn there are found.
        guide: the guide's folder.
    """
    here = address_of(guide)
    latest: dict[QuestionId, DoubtMark] = {}
    for file in (folder / NAME, *sorted(folder.glob(f"{LEARNERS}/*/{NAME}"))):
        for mark in _marks_in(file):
            if mark.guide == here and (mark.question not in latest or latest[mark.question].at <= mark.at):
                latest[mark.question] = mark
    yield from latest.values()


def forget(folder: Path, guide: GuideId) -> bool:
    """Erase the marks on a guide. What cannot be read stays as it is; a file of which nothing is left goes.

    Args:
        folder: the learner's data folder.
        guide: which guide.

    Returns:
        Whether there were any.

    Raises:
        OSError: they cannot be erased, or the file is a link, which is not followed. All of them stay.
    """
    file = folder / NAME
    if file.is_symlink():
        raise OSError(ELOOP, "it is a link, which is not followed", str(file))
    if not any(mark.guide_id == guide for mark in _marks_in(file)):
        return False
    from tui.memory.whole_files import written_whole  # noqa: PLC0415  seldom

    something_is_left = False
    with file.open("rb") as lines, written_whole(file) as left:
        for line in _lines_of(lines):
            mark = _mark_in(line)
            if mark is None or mark.guide_id != guide:
                left.write(line)
                something_is_left |= not line.isspace()
    if not something_is_left:
        file.unlink()
    return True


def _marks_in(file: Path) -> Iterator[DoubtMark]:
    try:
        with file.open("rb") as lines:
            yield from filter(None, map(_mark_in, _lines_of(lines)))
    except OSError:
        return


def _lines_of(file: BinaryIO) -> Iterator[bytes]:
    return iter(lambda: file.readline(LONGEST_LINE), b"")


def _mark_in(line: bytes) -> DoubtMark | None:
    with suppress(msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return msgspec.json.decode(line, type=DoubtMark)
    return None
