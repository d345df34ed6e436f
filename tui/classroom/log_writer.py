"""Writing a room's log: many events, one sync, in a thread of its own, so that nobody waits but who must."""

import asyncio
import os
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from threading import RLock

from tui.classroom.events import Event
from tui.classroom.log import Logged, ReadLog, head, line_of, read_log
from tui.memory.holds import lock
from tui.memory.whole_files import sync_folder

_ADDING = os.O_WRONLY | os.O_APPEND | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
_sync = getattr(os, "fdatasync", os.fsync)


class RoomInUse(Exception):
    """Another host writes this log; the message says so."""


class LogWriter:
    """The log of a room that is being played. Made by `new_log` or `continued`.

    All is called from one thread; only `_store` runs in another.
    """

    def __init__(self, descriptor: int, size: int, crc: int) -> None:
        """A log that is open and locked.

        Args:
            descriptor: the file, opened for adding.
            size: how many bytes of it are whole.
            crc: the sum of its last line.
        """
        self.trouble = ""
        """Why what has happened is not on the disk, as the system says it; empty while all is well."""
        self._descriptor: int | None = descriptor
        self._size = size
        self._crc = crc
        self._lock = RLock()
        self._waiting: list[Logged] = []
        self._writing: list[bytes] = []
        self._added = 0
        self._kept = 0
        self._asking: deque[tuple[int, Callable[[], object]]] = deque()
        self._awaited: set[asyncio.Future[None]] = set()
        self._task: asyncio.Task[None] | None = None
        self._torn = False

    def add(self, event: Event, at: datetime) -> None:
        """Add an event. It is on the disk once `kept` returns; without an event loop, at once.

        Args:
            event: what happened.
            at: when, in UTC.
        """
        assert self._descriptor is not None, "the log was let go of"
        self._waiting.append(Logged(event, at))
        self._added += 1
        if not self.trouble:
            self._start()

    async def kept(self) -> None:
        """Wait until all that was added so far is on the disk: for as long as the disk is full."""
        if self._kept < self._added:
            asked: asyncio.Future[None] = asyncio.get_running_loop().create_future()
            self._awaited.add(asked)
            asked.add_done_callback(self._awaited.discard)
            self.when_kept(lambda: None if asked.done() else asked.set_result(None))
            await asked

    def when_kept(self, do: Callable[[], object]) -> None:
        """Do something as soon as all that was added so far is on the disk; at once, if it is."""
        if self._kept < self._added:
            self._asking.append((self._added, do))
        else:
            do()

    def retry(self) -> None:
        """Try once more, if there was trouble."""
        if self.trouble and (self._task is None or self._task.done()):
            self._start()

    def let_go(self) -> None:
        """Write what is left, and let others have the log.

        What cannot be written now is lost, and never acknowledged; then `trouble` says so.
        """
        if self._descriptor is None:
            return
        with self._lock:
            self._store_now()
            os.close(self._descriptor)
            self._descriptor = None
        self._tell()
        for asked in tuple(self._awaited):
            asked.cancel()

    def _start(self) -> None:
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            self._store_now()
            return
        if self._task is None or self._task.done():
            self._task = loop.create_task(self._store_all())

    async def _store_all(self) -> None:
        while self._kept < self._added and self._descriptor is not None:
            self._take()
            trouble = await asyncio.to_thread(self._store)
            self.trouble = trouble
            self._tell()
            if trouble:
                return

    def _store_now(self) -> None:
        self._take()
        self.trouble = self._store()

    def _take(self) -> None:
        with self._lock:
            for event, at in self._waiting:
                line, self._crc = line_of(event, at, self._crc, self._size)
                self._writing.append(line)
            self._waiting = []

    def _store(self) -> str:
        """Write all that was taken; returns what was in the way."""
        with self._lock:
            if not self._writing or self._descriptor is None:
                return ""
            data = b"".join(self._writing)
            try:
                self._write(self._descriptor, data)
            except OSError as error:
                self._torn = True
                return error.strerror or "it cannot be written"
            self._size += len(data)
            self._kept += len(self._writing)
            self._writing = []
            return ""

    def _write(self, descriptor: int, data: bytes) -> None:
        # What a failed write left is taken off before it is written anew, for a failed sync may have dropped it.
        if self._torn:
            os.ftruncate(descriptor, self._size)
            self._torn = False
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(descriptor, rest) :]
        _sync(descriptor)
        if not os.fstat(descriptor).st_nlink:
            raise FileNotFoundError(None, "its file was deleted")

    def _tell(self) -> None:
        while self._asking and self._asking[0][0] <= self._kept:
            _, do = self._asking.popleft()
            do()


def new_log(path: Path) -> LogWriter:
    """Begin a log.

    Args:
        path: the file; its folder is made if need be.

    Raises:
        FileExistsError: there is one.
        OSError: it cannot be made.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(path, _ADDING | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        lock(descriptor)
        os.write(descriptor, head())
        sync_folder(path.parent)
        sync_folder(path.parent.parent)  # the folder of all logs may be new, too
    except BaseException:
        os.close(descriptor)
        with suppress(OSError):
            path.unlink()
        raise
    return LogWriter(descriptor, len(head()), 0)


def continued(path: Path) -> tuple[LogWriter, ReadLog]:
    """Go on with a log: it is locked, read, what was torn at its end is cut off, and the rest is on the disk for sure.

    Args:
        path: the file.

    Raises:
        RoomInUse: another host writes it.
        BrokenLog: it cannot be read as a log.
        OSError: it cannot be opened.
    """
    descriptor = os.open(path, _ADDING)
    try:
        lock(descriptor)
        read = read_log(path)
        os.ftruncate(descriptor, read.size)
        _sync(descriptor)
    except BlockingIOError:
        os.close(descriptor)
        raise RoomInUse(f"{path.name} is in use: another host runs this room") from None
    except BaseException:
        os.close(descriptor)
        raise
    return LogWriter(descriptor, read.size, read.crc), read
