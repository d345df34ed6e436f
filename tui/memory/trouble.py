"""What goes wrong with the learner's record, in words: what happened, where, and what to do."""

import sqlite3
from pathlib import Path

from tui.memory.store import DamagedRecord, NewerRecord

SET_ASIDE = (
    "Your record was damaged. The file was set aside as {aside}; what could be read of it, {count} entries, "
    "is in a new {path}. If too much is missing, kruzhok data restore goes back to the last backup."
)
MOVED = (
    "Your record was moved or deleted while kruzhok was open, so what you do is not kept. Put the file back as {path}; "
    "your next answer is then kept with those before it."
)
_NEWER = (
    "Your record in {path} was written by a newer kruzhok, so it is left as it is and what you do is not kept. "
    "Use the newer kruzhok, or name another folder in KRUZHOK_HOME."
)
_DAMAGED = (
    "Your record in {path} is damaged, so what you do is not kept. Leave kruzhok and open it again: it then sets the "
    "file aside and goes on with what can be read."
)
_FULL = "The disk is full, so what you do is not kept. Make room for {path}; your next answer then keeps it all."
_BUSY = (
    "Another program holds {path}, so what you do is not kept. Close that program; your next answer then keeps it all."
)
_NO_WRITING = (
    "Your record in {path} cannot be written ({reason}), so what you do is not kept. Leave kruzhok, see who may write "
    "there, or name another folder in KRUZHOK_HOME."
)
_BY_CODE = {sqlite3.SQLITE_FULL: _FULL, sqlite3.SQLITE_BUSY: _BUSY, sqlite3.SQLITE_LOCKED: _BUSY}


def words_for(error: Exception, path: Path) -> str:
    """Say what went wrong.

    Args:
        error: one of `tui.memory.keeper.TROUBLES`.
        path: the record.
    """
    match error:
        case NewerRecord():
            words = _NEWER
        case DamagedRecord():
            words = _DAMAGED
        case sqlite3.Error():
            words = _BY_CODE.get(getattr(error, "sqlite_errorcode", 0) & 0xFF, _NO_WRITING)
        case _:
            words = _NO_WRITING
    return words.format(path=path, reason=reason_for(error))


def reason_for(error: Exception) -> str:
    """Say in a few words why a record cannot be read or written.

    Args:
        error: one of `tui.memory.keeper.TROUBLES`.
    """
    match error:
        case NewerRecord():
            return "it was written by a newer kruzhok"
        case DamagedRecord():
            return "it is damaged, or no record"
        case OSError() if error.strerror:
            return error.strerror.lower()
        case _:
            return str(error).lower()
