"""Waits until an author saves: whenever the files of a guide are other than before."""

import os
from collections.abc import Iterator
from pathlib import Path
from threading import Event
from typing import NamedTuple

from tui.paths import BANK, HEADER

_GROUPED = 120
"""For how many milliseconds at most what an editor does when it saves counts as one change."""
_QUIET = 30
"""After so many milliseconds without another change a save is over."""
_LOOK = 1000
"""After so many milliseconds without news the files are looked at, as not every file system tells."""
_AWAY = 0.1
"""After so many seconds a folder that is not there, or that the system cannot watch, is looked at again."""


class _Seen(NamedTuple):
    """What tells one state of a file or a folder from the next."""

    name: str
    identity: tuple[int, int]
    changed: int
    size: int


def changes(folder: Path, stop: Event | None = None) -> Iterator[None]:
    """Give a sign at once, and then each time that the files of a guide have changed.

    It goes on when a file is replaced, as many editors do it, and when a folder vanishes and comes back. What changes
    while the one before is being dealt with is not missed.

    Args:
        folder: the guide's folder.
        stop: ends it, when set.
    """
    stop, folder = stop or Event(), folder.absolute()
    seen = _files(folder)
    yield
    while not stop.is_set():
        for _ in _news(folder, stop):
            now = _files(folder)
            if now != seen:
                seen = now
                yield


def _news(folder: Path, stop: Event) -> Iterator[None]:
    """Give a sign at once and whenever there may be news; end when the folders are others than before."""
    folders = _folders(folder)
    yield
    if not folders:
        stop.wait(_AWAY)
        return
    from watchfiles import watch  # noqa: PLC0415  only who watches needs it

    watched = {each.name for each in folders}
    try:
        for news in watch(
            *watched,
            watch_filter=None,
            debounce=_GROUPED,
            step=_QUIET,
            rust_timeout=_LOOK,
            yield_on_timeout=True,
            stop_event=stop,
            recursive=False,
        ):
            yield
            same = [each.identity for each in _folders(folder)] == [each.identity for each in folders]
            if not same or any(path in watched for _, path in news):
                return
    except (OSError, RuntimeError):
        # The folder has just gone, or the system has no watcher to give: then it is for the next look.
        stop.wait(_AWAY)


def _folders(folder: Path) -> list[_Seen]:
    return [seen for each in (folder, folder / HEADER.parent) if (seen := _look(each)) is not None]


def _files(folder: Path) -> list[_Seen]:
    """The guide's files as they are."""
    lessons = folder / HEADER.parent
    try:
        names = sorted(name for name in os.listdir(lessons) if not name.startswith("."))  # noqa: PTH208  names are enough
    except OSError:
        names = []
    paths = (folder / BANK, *(lessons / name for name in names))
    return [seen for path in paths if (seen := _look(path)) is not None]


def _look(path: Path) -> _Seen | None:
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return _Seen(str(path), (found.st_dev, found.st_ino), found.st_mtime_ns, found.st_size)
