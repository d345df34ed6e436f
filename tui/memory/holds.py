"""Which sittings are open in a window that runs: each is held by a lock, which the system lets go of when it dies."""

import os
import sys
from contextlib import suppress
from pathlib import Path

from tui.memory.attempt import SittingId

PREFIX, SUFFIX = "sitting-", ".lock"
"""Around a sitting's id, the name of the empty file that is locked."""


class Holds:
    """The sittings that this window holds."""

    def __init__(self, folder: Path) -> None:
        """Nothing is held yet.

        Args:
            folder: the learner's data folder, in which the locks are.
        """
        self._folder = folder
        self._held: dict[SittingId, int] = {}

    def take(self, sitting: SittingId) -> bool:
        """Hold a sitting, until it is let go.

        Args:
            sitting: which; it may be held here already.

        Returns:
            Whether it is not held by another window. Where the system has no such locks it never is.
        """
        if sitting not in self._held:
            try:
                descriptor = _locked(self._file(sitting))
            except BlockingIOError:
                return False
            except OSError:
                # Whoever cannot write here keeps no step either.
                return True
            self._held[sitting] = descriptor
        return True

    def is_held(self, sitting: SittingId) -> bool:
        """Whether a window holds a sitting, this one or another."""
        if sitting in self._held:
            return True
        if not self._file(sitting).exists():
            return False
        try:
            os.close(_locked(self._file(sitting)))
        except OSError as error:
            return isinstance(error, BlockingIOError)
        return False

    def let_go(self, sitting: SittingId) -> None:
        """Hold a sitting no longer."""
        descriptor = self._held.pop(sitting, None)
        if descriptor is not None:
            with suppress(OSError):
                self._file(sitting).unlink()
            os.close(descriptor)

    def let_go_of_all(self) -> None:
        """Hold nothing."""
        for sitting in tuple(self._held):
            self.let_go(sitting)

    def _file(self, sitting: SittingId) -> Path:
        return self._folder / f"{PREFIX}{sitting.hex}{SUFFIX}"


def _locked(file: Path) -> int:
    """Open a file, made if need be, and lock it.

    Raises:
        BlockingIOError: another window has it.
        OSError: it cannot be made.
    """
    while True:
        descriptor = os.open(file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            lock(descriptor)
            if _is_still(file, descriptor):
                return descriptor
        except BaseException:
            os.close(descriptor)
            raise
        # Whoever held it has just unlinked it.
        os.close(descriptor)


def lock(descriptor: int) -> None:
    """Lock an open file until it is closed, by whomever; where the system has no such locks, nothing is done.

    Raises:
        BlockingIOError: somebody else has it.
    """
    if sys.platform == "win32":
        return
    import fcntl  # noqa: PLC0415  not on every system

    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise
    except OSError:
        # Some network disks have no locks. Then two windows may go on with one sitting; nothing is lost by it.
        return


def _is_still(file: Path, descriptor: int) -> bool:
    try:
        return os.path.samestat(file.stat(), os.fstat(descriptor))
    except FileNotFoundError:
        return False
