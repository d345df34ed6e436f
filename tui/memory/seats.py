"""The secret of a seat in a room, kept in the data folder: who leaves by mistake comes back to their seat."""

from contextlib import suppress
from pathlib import Path

from tui.text import clean

PATTERN = "seat-*.txt"
"""What such files are called."""
_LONGEST_CODE = 6


def _file(folder: Path, code: str) -> Path:
    return folder / PATTERN.replace("*", clean(code, one_line=True, limit=_LONGEST_CODE))


def token_of(folder: Path, code: str) -> str | None:
    """The secret of the seat that the learner had in a room.

    Args:
        folder: the learner's data folder.
        code: the room's.

    Returns:
        None, if they were not in it, or it cannot be read.
    """
    try:
        return _file(folder, code).read_text(encoding="ascii").strip() or None
    except (OSError, ValueError):
        return None


def keep_token(folder: Path, code: str, token: str) -> None:
    """Keep the secret of a seat, for the learner's eyes alone; where that cannot be, they come back as somebody new.

    Args:
        folder: the learner's data folder.
        code: the room's.
        token: the secret.
    """
    with suppress(OSError):
        file = _file(folder, code)
        file.touch(mode=0o600)
        file.write_text(token, encoding="ascii")


def forget_token(folder: Path, code: str) -> None:
    """Forget the secret of a seat, if there is one.

    Args:
        folder: the learner's data folder.
        code: the room's.
    """
    with suppress(OSError):
        _file(folder, code).unlink(missing_ok=True)
