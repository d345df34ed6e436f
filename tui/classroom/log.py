"""The room's log on disk: one JSON line for each event, with its time and a sum.

The first line says what the file is. The sum of a line covers the lines before it, too: a missing line is found out.

Events are written many at once, and acknowledged once all of them are on the disk. Who is killed leaves the last batch
cut off; a power cut may leave any block of it empty or foreign, and later ones whole. So each line says how much of the
file was on the disk before its batch was written. If a line can be read that was written after what is damaged was on
the disk, that was acknowledged, and the damage is told. If there is none, it may be the last batch that is damaged:
nobody can tell whether that was torn or spoiled later, so it is left out, and `ReadLog.loss` says so.
"""

import zlib
from collections.abc import Iterator
from datetime import datetime
from functools import lru_cache
from math import inf
from pathlib import Path
from types import GenericAlias
from typing import Any, Literal, NamedTuple, Union, cast, get_args

import msgspec
from msgspec import Raw, Struct

from tui.classroom.events import Began, Event, Regraded
from tui.quiz.question import Question
from tui.quiz.types import TYPES
from tui.text import counted

VERSION = 1
"""The version of the form that this kruzhok writes, and the latest that it reads."""
ROOMS = "rooms"
"""In the data folder: the folder of all logs."""
SUFFIX = ".jsonl"
"""The end of a log's name."""
LARGEST_FILE = 256 * 1024 * 1024
"""How many bytes are read of one log at most: a thousand players in a thousand rounds."""


class BrokenLog(Exception):
    """A file cannot be read as a room's log; the message says which, why, and in which line."""


class _Head(Struct, frozen=True, kw_only=True):
    form: Literal["kruzhok room"] = "kruzhok room"
    version: int = VERSION


class _Line(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    crc: int
    body: Raw


class _Kept(Struct, frozen=True):
    kept: int | None = None


class _Witness(Struct, frozen=True):
    body: _Kept


class Logged(NamedTuple):
    """What happened, and when."""

    event: Event
    """What happened."""
    at: datetime
    """When, in UTC."""


class ReadLog(NamedTuple):
    """A log, as far as it is whole."""

    events: tuple[Logged, ...]
    """All that happened, in order."""
    size: int
    """How many bytes of the file are whole."""
    crc: int
    """The sum of the last line: the next goes on from it."""
    torn: int
    """How many bytes follow, which were torn."""

    def loss(self, path: Path) -> str:
        """What was torn, in a sentence without its full stop; empty if nothing was.

        Args:
            path: the log.
        """
        if not self.torn:
            return ""
        where = f"{path.name}, line {len(self.events) + 2}"
        left_out = counted(self.torn, "byte")
        return f"{where}: from here on the log is not whole, as after a power cut. Left out: {left_out} at its end"


class _Whole(NamedTuple):
    bodies: list[bytes]
    size: int
    crc: int


class RoomFile(NamedTuple):
    """A room on disk, before all of its log is read."""

    path: Path
    """Its log."""
    began: Began
    """What it was made of."""
    at: datetime
    """When it was made."""
    ended: bool
    """Whether it is over."""
    joined: bool
    """Whether anybody ever joined it."""


_head = msgspec.json.Decoder(_Head)
_line = msgspec.json.Decoder(_Line)
_witness = msgspec.json.Decoder(_Witness)
_REMEDY = "Cut a copy of the file off before this line, and the room goes on from there"
_ENDED = b'"event":{"type":"ended"}'
"""In a log, this is the end of the room: inside a text the quotation marks would be escaped."""
_JOINED = b'"event":{"type":"joined",'
"""In the same way, somebody who joined it."""


def head() -> bytes:
    """The first line of a log."""
    return msgspec.json.encode(_Head()) + b"\n"


def line_of(event: Event, at: datetime, crc: int, kept: int) -> tuple[bytes, int]:
    """An event as a line of the log.

    Args:
        event: what happened.
        at: when, in UTC.
        crc: the sum of the line before it; 0 for the first event.
        kept: how many bytes of the log are on the disk for sure before this is written.

    Returns:
        The line, with its end, and its sum.
    """
    body = msgspec.json.encode({"at": at, "kept": kept, "event": event})
    crc = zlib.crc32(body, crc)
    return b'{"crc":%d,"body":%b}\n' % (crc, body), crc


def read_log(path: Path) -> ReadLog:
    """Read a log back, after whatever has befallen whoever wrote it.

    Args:
        path: the log.

    Raises:
        BrokenLog: it is no log, a newer kruzhok wrote it, or a line in it that was kept is not as it was written.
        OSError: it cannot be read.
    """
    data = _bytes_of(path)
    whole = _whole(data, path)
    events = tuple(_logged(body, _where(path, number)) for number, body in enumerate(whole.bodies, 2))
    return ReadLog(events, whole.size, whole.crc, len(data) - whole.size)


def rooms_in(folder: Path) -> tuple[RoomFile, ...]:
    """The rooms on disk that can be read, the latest first.

    Args:
        folder: the data folder.

    Raises:
        OSError: the folder is there and cannot be read.
    """
    rooms = folder / ROOMS
    if not rooms.is_dir():
        return ()
    found = (room for path in rooms.iterdir() if path.suffix == SUFFIX and (room := _room_file(path)))
    return tuple(sorted(found, key=lambda room: (room.at, room.path.name), reverse=True))


def _room_file(path: Path) -> RoomFile | None:
    try:
        data = _bytes_of(path)
        first, second, *rest = data.split(b"\n", 2)
        if not rest:
            return None
        _see_head(first, path)
        event, at = _logged(_checked(second, 0, path.name).body, path.name)
    except (BrokenLog, OSError, ValueError):
        return None
    return RoomFile(path, event, at, _has_ended(data, path), _JOINED in data) if isinstance(event, Began) else None


def _has_ended(data: bytes, path: Path) -> bool:
    """Whether the room is over; the end may be a line that was torn."""
    if _ENDED not in data:
        return False
    try:
        return _ENDED in data[: _whole(data, path).size]
    except BrokenLog:
        return True


def _bytes_of(path: Path) -> bytes:
    with path.open("rb") as file:
        data = file.read(LARGEST_FILE + 1)
    if len(data) > LARGEST_FILE:
        raise BrokenLog(f"{path.name} is larger than {LARGEST_FILE // 1024**2} MiB: no room has so much to tell")
    return data


def _see_head(line: bytes, path: Path) -> None:
    try:
        found = _head.decode(line)
    except msgspec.MsgspecError:
        raise BrokenLog(f"{path.name} is not the log of a room: its first line does not say so") from None
    if found.version > VERSION:
        raise BrokenLog(f"{path.name} was written by a newer kruzhok: update this one")


def _whole(data: bytes, path: Path) -> _Whole:
    """The lines up to the one that was torn."""
    first, *lines = data.split(b"\n")
    if not lines:
        raise BrokenLog(f"{path.name} holds no room: it ends before its first line does")
    _see_head(first, path)
    bodies: list[bytes] = []
    size, crc = len(first) + 1, 0
    for place, line in enumerate(lines[:-1]):
        try:
            found = _checked(line, crc, _where(path, place + 2))
        except BrokenLog:
            if any(_kept_before(each) > size for each in lines[place:]):
                raise
            break
        bodies.append(bytes(found.body))
        size, crc = size + len(line) + 1, found.crc
    return _Whole(bodies, size, crc)


def _where(path: Path, number: int) -> str:
    return f"{path.name}, line {number}"


def _checked(line: bytes, crc: int, where: str) -> _Line:
    try:
        found = _line.decode(line)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        raise BrokenLog(f"{where}: it does not read as it was written. {_REMEDY}") from None
    if zlib.crc32(found.body, crc) != found.crc:
        raise BrokenLog(f"{where}: it does not read as it was written, or a line before it is missing. {_REMEDY}")
    return found


def _kept_before(line: bytes) -> float:
    """How much was on the disk before a line was written; all, if it does not say; nothing, if it cannot be read."""
    try:
        kept = _witness.decode(line).body.kept
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return 0
    return inf if kept is None else kept


def _logged(body: bytes, where: str) -> Logged:
    try:
        read = _body_decoder(tuple(TYPES.values())).decode(body)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        raise BrokenLog(f"{where}: it does not read as it was written. {_REMEDY}") from None
    return Logged(_as_written(read.event), read.at)


_HOLD_QUESTIONS: dict[str, type[Struct]] = {"Began": Began, "Regraded": Regraded}
"""The events that hold questions: `Question` alone does not tell a reader which types there are."""


@lru_cache(maxsize=4)
def _body_decoder(types: tuple[type[Question], ...]) -> "msgspec.json.Decoder[Any]":
    question = cast("type[Question]", Union[types])  # noqa: UP007  made of a list
    plain = [kind for kind in get_args(Event) if kind.__name__ not in _HOLD_QUESTIONS]
    readable = [
        _readable(Began, questions=GenericAlias(tuple, (question, ...))),
        _readable(Regraded, question=question),
    ]
    event = cast("type[Event]", Union[(*plain, *readable)])
    return msgspec.json.Decoder(msgspec.defstruct("Body", [("at", datetime), ("event", event)], frozen=True))


def _readable(kind: type[Struct], **types: Any) -> type[Struct]:
    """A struct like an event's, with fields of types that can be read."""
    fields = [(each.name, types.get(each.name, each.type), *_default_of(each)) for each in msgspec.structs.fields(kind)]
    return msgspec.defstruct(kind.__name__, fields, tag=str.lower, kw_only=True, frozen=True)


def _default_of(field: msgspec.structs.FieldInfo) -> Iterator[Any]:
    if field.default is not msgspec.NODEFAULT:
        yield field.default


def _as_written(read: Struct) -> Event:
    kind = _HOLD_QUESTIONS.get(type(read).__name__)
    if kind is None:
        return cast("Event", read)
    return cast("Event", kind(**{each.name: getattr(read, each.name) for each in msgspec.structs.fields(kind)}))
