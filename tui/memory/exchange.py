"""The record as a file of JSON lines, to be taken elsewhere: every entry as it was written.

The first line says what the file is, the last how many entries it has; each line between them is one entry. Who reads
such a file does not trust it: every line is as kruzhok writes it, or all of the file is refused.
"""

import re
import zlib
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import BinaryIO, Literal, TypeVar, get_args
from uuid import UUID

import msgspec
from msgspec import Raw, Struct

from tui.guide.words import GuideId
from tui.memory.attempt import Attempt, Entry, StartedAfresh
from tui.memory.order import time_of
from tui.memory.store import Row

VERSION = 1
"""The version of the form that this kruzhok writes, and the latest that it reads."""
LARGEST_FILE = 1024 * 1024 * 1024
"""How many bytes are read of one file at most: two million entries."""
LONGEST_LINE = 4 * 1024 * 1024
"""How many bytes an entry has at most."""
DEEPEST = 20
"""How deep an entry is nested at most."""
LONGEST_GUIDE = 200
"""How many characters the id of a guide has at most."""
EARLIEST, LATEST = datetime(1970, 1, 1, tzinfo=UTC), datetime(3000, 1, 1, tzinfo=UTC)
"""No clock, however wrong, says a time beyond these."""


class BrokenFile(Exception):
    """A file cannot be read as a record; the message says why, and in which line."""


class _Head(Struct, frozen=True, kw_only=True):
    form: Literal["kruzhok record"] = "kruzhok record"
    version: int = VERSION


class _Line(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    id: UUID
    guide: str
    crc: int
    body: Raw


class _End(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    entries: int


class _Kind(Struct, frozen=True):
    type: str


Found = TypeVar("Found")
_STRUCTURE = re.compile(rb'"(?:[^"\\]|\\.)*"|[][{}]', re.DOTALL)
"""Strings, in which brackets nest nothing, and brackets."""
_KINDS = frozenset(kind.__struct_config__.tag for kind in get_args(Entry))
_head = msgspec.json.Decoder(_Head)
_line = msgspec.json.Decoder(_Line)
_end = msgspec.json.Decoder(_End)
_kind = msgspec.json.Decoder(_Kind)
_entry: msgspec.json.Decoder[Entry] = msgspec.json.Decoder(Entry)


def write_lines(rows: Iterable[Row], file: BinaryIO) -> int:
    """Write a record.

    Args:
        rows: its entries, in order.
        file: where to.

    Returns:
        How many entries there are.
    """
    file.write(msgspec.json.encode(_Head()) + b"\n")
    count = 0
    for count, row in enumerate(rows, 1):  # noqa: B007
        file.write(line_of(row))
    file.write(msgspec.json.encode(_End(entries=count)) + b"\n")
    return count


def line_of(row: Row) -> bytes:
    """An entry as a line of such a file, with its end."""
    line = _Line(id=row.id, guide=row.guide, crc=zlib.crc32(row.body), body=Raw(row.body))
    return msgspec.json.encode(line) + b"\n"


def row_of(line: bytes, number: int = 1) -> Row:
    """The entry of one line, from wherever it comes.

    Args:
        line: the line, without its end.
        number: which line it is, for the message.

    Raises:
        BrokenFile: it is not as kruzhok writes it.
    """
    read = _decoded(_line, line, number)
    row = Row(read.id, GuideId(read.guide), bytes(read.body))
    if zlib.crc32(row.body) != read.crc:
        raise BrokenFile(f"line {number} does not read as it was written")
    try:
        sound_entry(row)
    except BrokenFile as error:
        raise BrokenFile(f"line {number}: {error}") from error.__cause__
    return row


def read_lines(path: Path) -> Iterator[Row]:
    """The entries of a file, one after the other as each is found to be sound.

    Args:
        path: the file, from wherever.

    Raises:
        BrokenFile: it is not a record, or not a whole one; what came before is not to be used.
        OSError: it cannot be read.
    """
    with path.open("rb") as file:
        lines = _numbered(file)
        _look_at_head(next(lines, (1, b""))[1])
        number = 1
        for number, line in lines:
            if line.startswith(b'{"entries"'):
                if _decoded(_end, line, number).entries != number - 2 or next(lines, None):
                    raise BrokenFile(f"line {number} is not where the file ends: some lines are missing or twice there")
                return
            yield row_of(line, number)
    raise BrokenFile(f"it breaks off after line {number}: it was not written or copied to its end")


def sound_entry(row: Row) -> Entry:
    """Read an entry that comes from elsewhere.

    Args:
        row: the entry.

    Raises:
        BrokenFile: it is not as kruzhok writes it; the message says in what.
    """
    if not (0 < len(row.guide) <= LONGEST_GUIDE and row.guide.isprintable()):
        raise BrokenFile("its guide has no name that a guide can have")
    if len(row.body) > LONGEST_LINE or b"\n" in row.body or _depth(row.body) > DEEPEST:
        raise BrokenFile("its entry is longer or deeper nested than kruzhok writes it")
    try:
        row.body.decode()
        kind = _kind.decode(row.body).type
        if kind not in _KINDS:
            raise BrokenFile("it holds what only a newer kruzhok knows. Use the newer one here, too")
        entry = _entry.decode(row.body)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError, ValueError) as error:
        raise BrokenFile("its entry is not as kruzhok writes it") from error
    _look_at_values(row, entry)
    return entry


def _look_at_values(row: Row, entry: Entry) -> None:
    times = [time_of(entry)]
    if isinstance(entry, Attempt | StartedAfresh) and entry.id != row.id:
        raise BrokenFile("its entry has two ids")
    if isinstance(entry, Attempt):
        times.append(entry.began)
        if not 0 <= entry.credit <= 1:
            raise BrokenFile("its credit is not from 0 to 1")
    if any(time.utcoffset() != timedelta() or not EARLIEST <= time < LATEST for time in times):
        raise BrokenFile("its time is none, or not in UTC")


def _numbered(file: BinaryIO) -> Iterator[tuple[int, bytes]]:
    read = 0
    for number, line in enumerate(iter(lambda: file.readline(LONGEST_LINE + 1), b""), 1):
        read += len(line)
        if len(line) > LONGEST_LINE:
            raise BrokenFile(f"line {number} is longer than {LONGEST_LINE:,} bytes, which no line of a record is")
        if read > LARGEST_FILE:
            raise BrokenFile(f"it is larger than {LARGEST_FILE:,} bytes, which is more than is read of one file")
        if not line.endswith(b"\n"):
            raise BrokenFile(f"it breaks off in line {number}: it was not written or copied to its end")
        yield number, line


def _look_at_head(line: bytes) -> None:
    try:
        head = _head.decode(line)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise BrokenFile("it is no record: its first line is not that of an export") from error
    if head.version > VERSION:
        raise BrokenFile("it was written by a newer kruzhok. Use the newer one here, too")
    if not line.startswith(b'{"form"'):
        raise BrokenFile("it is no record: its first line is not that of an export")


def _decoded(decoder: msgspec.json.Decoder[Found], line: bytes, number: int) -> Found:
    try:
        return decoder.decode(line)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise BrokenFile(f"line {number} is not as kruzhok writes it") from error


def _depth(body: bytes) -> int:
    if body.count(b"[") + body.count(b"{") <= DEEPEST:
        return 0
    depth = deepest = 0
    for sign in _STRUCTURE.findall(body):
        depth += {b"[": 1, b"{": 1, b"]": -1, b"}": -1}.get(sign, 0)
        deepest = max(deepest, depth)
    return deepest
