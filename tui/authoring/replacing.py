"""A file replaced as a whole or not at all."""

import errno
import os
from pathlib import Path
from stat import S_IMODE
from tempfile import mkstemp

from tui.authoring.errors import Changed


def content(path: Path) -> bytes | None:
    """What a file holds; None, if there is none.

    Raises:
        OSError: it cannot be read.
    """
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def see_writable(path: Path) -> None:
    """See that a file can be replaced, and leave nothing behind.

    Args:
        path: the file; it need not exist.

    Raises:
        OSError: it cannot.
    """
    real = Path(os.path.realpath(path))
    _see_mode(real, path)
    handle, name = mkstemp(dir=real.parent, prefix=f".{real.name}.")
    os.close(handle)
    Path(name).unlink()


def _see_mode(real: Path, path: Path) -> None:
    if real.exists() and not os.access(real, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))


def replace(path: Path, old: bytes | None, new: bytes) -> None:
    """Put something else into a file; after a crash or a power cut it holds the old or the new, never a part.

    A symbolic link stays one; the file keeps its mode.

    Args:
        path: the file.
        old: what it held when it was read; None, if it did not exist.
        new: what it is to hold.

    Raises:
        Changed: it holds something else than `old` by now.
        OSError: it cannot be written; then it is as it was.
    """
    real = Path(os.path.realpath(path))
    _see_mode(real, path)
    handle, name = mkstemp(dir=real.parent, prefix=f".{real.name}.")
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(new)
            file.flush()
            os.fsync(file.fileno())
        beside.chmod(_mode_of_new() if old is None else S_IMODE(real.stat().st_mode))
        if content(real) != old:
            raise Changed(str(path))
        beside.replace(real)
    except FileNotFoundError as gone:
        raise Changed(str(path)) from gone
    finally:
        beside.unlink(missing_ok=True)
    _sync(real.parent)


def _mode_of_new() -> int:
    """The mode that a new file gets here."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _sync(folder: Path) -> None:
    """See that a folder's list of files is on the disk."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
