"""What the command's exit status says."""

from enum import IntEnum


class Status(IntEnum):
    """Exit statuses, the same for every command."""

    FINE = 0
    """It did what was asked."""
    FALLS_SHORT = 1
    """What was checked has mistakes."""
    WRONG_CALL = 2
    """A wrong call, or a file that cannot be read or written."""
    DATA = 3
    """Trouble with the learner's own record."""
    CRASHED = 70
    """A mistake of kruzhok's own (EX_SOFTWARE of sysexits.h)."""
    INTERRUPTED = 130
    """Ctrl+c."""
    PIPE_CLOSED = 141
    """Whoever read the output stopped reading, as the shell says it of any command."""
