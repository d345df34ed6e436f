"""A guide's files as text: read whole or refused, in UTF-8, with what must not be shown marked."""

import os
import re
import stat
from bisect import bisect_right
from itertools import islice
from pathlib import Path

from msgspec import Struct

from tui.guide.errors import Place
from tui.guide.nodes import Origin
from tui.guide.problems import Problems
from tui.paths import BANK, HEADER
from tui.text import Clean, bad_characters, clean, needs_cleaning

_PLAIN = bytes(range(0x20, 0x7F)) + b"\n"
# It keeps the columns of what follows, and cleaning drops it.
_STAND_IN = "\u200b"
_MARKS_OF_ORDER = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
_TELL_CHARACTERS = 50
_BAD_CHARACTERS = 1000


class SourceText(Struct, frozen=True):
    """The text of a file, or a part of it."""

    origin: Origin
    """Where it stands."""
    text: str
    """The text, its line ends all line feeds."""
    dirty: bool
    """Whether something in it needs cleaning."""


def name_of(path: Path) -> Clean:
    """A file's path as it is shown."""
    return clean(str(path), one_line=True)


def top_of(path: Path) -> Place:
    """Where a file begins."""
    return Place(name_of(path), 1, 1)


def file_of(folder: Path, place: Place) -> Path:
    """The file that a place is in: its name as it is shown need not be the one that the disk knows.

    Args:
        folder: the guide's folder.
        place: a place in one of its files.
    """
    lessons = folder / HEADER.parent
    try:
        files = [folder / BANK, *lessons.iterdir()]
    except OSError:
        files = [folder / BANK]
    return next((file for file in files if name_of(file) == place.file), Path(place.file))


class Folder(Struct, frozen=True):
    """The guide's folder, as far as its files may be read: none outside it."""

    path: Path
    """The folder as given."""
    problems: Problems
    """Where to tell what is wrong."""

    def refuse(self, path: Path, code: str, message: str, hint: str) -> None:
        """Tell that a file cannot be used at all."""
        self.problems.error(top_of(path), code, message, hint)

    def read(self, path: Path, limit: int, *, missing: str | None) -> SourceText | None:
        """The text of a file.

        Args:
            path: the file, inside the folder.
            limit: how many bytes it may have.
            missing: what to do if there is no such file; None if it may be missing.

        Returns:
            The text, or None if there is none; what is wrong is among the problems.
        """
        data = self.bytes_of(path, limit, missing=missing)
        return None if data is None else self.text_of(path, data)

    def text_of(self, path: Path, data: bytes) -> SourceText | None:
        """The text of a file of which the bytes are known.

        Args:
            path: the file, for its name.
            data: what it holds.

        Returns:
            The text, or None if there is none; what is wrong is among the problems.
        """
        data = data.removeprefix(b"\xef\xbb\xbf")
        if not data.strip():
            self.refuse(path, "empty-file", "the file is empty", "write its content, or delete it")
            return None
        try:
            text = data.decode()
        except UnicodeDecodeError as error:
            place = Place(name_of(path), *_line_and_column(data, error.start))
            message = f"the file is not in UTF-8; it looks like {_guess(data)}"
            self.problems.error(place, "not-utf-8", message, "save it again with the encoding UTF-8")
            return None
        return self._checked(name_of(path), text, data)

    def bytes_of(self, path: Path, limit: int, *, missing: str | None) -> bytes | None:
        """What a file holds; the arguments are those of `read`.

        Returns:
            The bytes, or None if there are none; what is wrong is among the problems.
        """
        root = os.path.realpath(self.path)
        try:
            if os.path.commonpath((root, os.path.realpath(path))) != root:
                hint = "put the file itself into the guide's folder"
                self.refuse(path, "outside-the-guide", "the file lies outside the guide's folder", hint)
                return None
            details = path.stat()
            if not stat.S_ISREG(details.st_mode):
                self.refuse(path, "not-a-file", "this is not a file", "put a file in its place")
                return None
            with path.open("rb") as file:
                # A buffer as large as the limit would take longer to get than a lesson to read.
                data = file.read(min(limit, details.st_size) + 1)
                if len(data) > details.st_size:
                    data += file.read(limit + 1 - len(data))
        except FileNotFoundError:
            if missing is not None:
                self.refuse(path, "missing-file", "the file is missing", missing)
            return None
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or "its name cannot be used"
            self.refuse(path, "unreadable-file", f"the file cannot be read: {reason}", "see who may read it")
            return None
        if len(data) > limit:
            hint = f"keep it under {limit // 1024} KiB: split it or leave something out"
            self.refuse(path, "file-too-large", "the file is too large", hint)
            return None
        return data

    def _checked(self, name: str, text: str, data: bytes) -> SourceText | None:
        unusual = data.translate(None, _PLAIN).decode()
        if "\r" in unusual:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
            unusual = unusual.replace("\r", "")
        if not unusual.isascii():
            # For libyaml these end a line, for editors they don't.
            text = text.replace("\x85", " ").replace("\u2028", " ").replace("\u2029", " ")
        bad = list(islice(bad_characters(text, set(unusual)), _BAD_CHARACTERS))
        if len(bad) == _BAD_CHARACTERS:
            place = Place(name, 1, 1)
            message = "the file is full of characters that must not be shown"
            self.problems.error(place, "not-a-text", message, "see whether it is a text at all")
            return None
        if bad:
            lines = _Lines(text)
            for found in bad[:_TELL_CHARACTERS]:
                message = f"a character that must not be shown: {found.name}"
                self.problems.error(Place(name, *lines.place(found.start)), found.code, message, "delete it")
            text = re.sub(f"[{re.escape(''.join({found.character for found in bad}))}]", _STAND_IN, text)
        return SourceText(Origin(name), text, needs_cleaning(unusual))


class _Lines:
    """Finds lines and columns in a text."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(found.end() for found in re.finditer("\n", text))]

    def place(self, index: int) -> tuple[int, int]:
        line = bisect_right(self._starts, index)
        return line, index - self._starts[line - 1] + 1


def _line_and_column(data: bytes, index: int) -> tuple[int, int]:
    before = data[:index].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    lines = before.split(b"\n")
    return len(lines), len(lines[-1].decode(errors="replace")) + 1


def _guess(data: bytes) -> str:
    """The encoding that a file not in UTF-8 is most likely in, in words."""
    for mark, name in _MARKS_OF_ORDER:
        if data.startswith(mark):
            return name
    if data.count(0) * 4 > len(data):
        return "UTF-16"
    high = [byte for byte in data[:100_000] if byte >= 0x80]
    runs = sum(len(run) for run in re.findall(rb"[\xc0-\xff\xa8\xb8]{2,}", data[:100_000]))
    return "Windows-1251 (Cyrillic)" if runs * 2 > len(high) else "Windows-1252 (Western)"
