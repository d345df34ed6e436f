"""What goes wrong with the learner's record, in words: what happened, where, and what to do."""

import sqlite3
from datetime import datetime, timedelta
from pathlib import Path

from tui.memory.days import LOCAL
from tui.memory.errors import DamagedRecord, NewerRecord, NotBackedUp

SET_ASIDE = (
    "Your record was damaged. The file was set aside as {aside}; what could be read of it, {count}, is in a new {path}."
)
EMPTY = "The file of your record, {path}, was empty or gone, so it begins anew."
FOUND_DAMAGED = (
    "A part of your record in {path} is damaged. What you do is kept all the same. Leave kruzhok and open it again: it "
    "then goes on with what can be read."
)
NETWORK = (
    "Your record is on another computer's disk ({path}), so it is written in a slower way that is safe there. Have "
    "kruzhok open on one computer at a time."
)
CLOCK_BACK = (
    "This computer's clock says {now:%Y-%m-%d}, yet what you did last was kept on {last:%Y-%m-%d}. If the clock is "
    "wrong, set it right before you go on: what you do is kept under its date."
)
CLOCK_FORWARD = (
    "By this computer's clock it is {days} days since you were last here, on {last:%Y-%m-%d}. If the clock is wrong, "
    "set it right before you go on: what you do is kept under its date."
)
SET_ASIDE_UNREAD = (
    "Your record was damaged. The file was set aside as {aside}; nothing of it could be read, so {path} begins anew."
)
MOVED = (
    "Your record was moved or deleted while kruzhok was open, so what you do is not kept. Put the file back as {path}; "
    "your next answer is then kept with those before it."
)
_NEWER = (
    "Your record in {path} was written by a newer kruzhok, so it is left as it is and what you do is not kept. "
    "Use the newer kruzhok, or name another folder: kruzhok --data FOLDER."
)
_DAMAGED = (
    "Your record in {path} is damaged, so what you do is not kept. Leave kruzhok and open it again: it then sets the "
    "file aside and goes on with what can be read."
)
_FULL = "The disk is full, so what you do is not kept. Make room for {path}; your next answer then keeps it all."
_FAILING = (
    "The disk does not take what you do ({reason}), so it is not kept. See whether it is full, or failing, at {path}; "
    "your next answer then keeps it all."
)
_BUSY = (
    "Another program holds {path}, so what you do is not kept. Close that program; your next answer then keeps it all."
)
_NOT_BACKED_UP = (
    "Your record in {path} has the form of an older kruzhok. It gets the new one once a backup of it is made, and the "
    "backup cannot be written ({reason}), so what you do is not kept. Make room, or see who may write in the folder "
    "backups beside it; your next answer then keeps it all."
)
_NO_WRITING = (
    "Your record in {path} cannot be written ({reason}), so what you do is not kept. Leave kruzhok, see who may write "
    "there, or name another folder: kruzhok --data FOLDER."
)
_BY_CODE = {
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_IOERR: _FAILING,
    sqlite3.SQLITE_BUSY: _BUSY,
    sqlite3.SQLITE_LOCKED: _BUSY,
}


BACK = timedelta(days=1)
"""A clock that was set back by more is told of."""
FORWARD = timedelta(days=365)
"""A clock that is ahead of the last entry by more is told of."""


def words_of_clock(last: datetime, now: datetime) -> str | None:
    """Say that the clock may be wrong; None, if it need not be.

    Args:
        last: when the latest entry was kept.
        now: what the clock says.
    """
    words = CLOCK_BACK if now < last - BACK else CLOCK_FORWARD if now > last + FORWARD else ""
    return words.format(now=now.astimezone(LOCAL), last=last.astimezone(LOCAL), days=(now - last).days) or None


def words_for(error: Exception, path: Path) -> str:
    """Say what went wrong.

    Args:
        error: one of `tui.memory.errors.TROUBLES`.
        path: the record.
    """
    match error:
        case NewerRecord():
            words = _NEWER
        case DamagedRecord():
            words = _DAMAGED
        case NotBackedUp():
            words = _NOT_BACKED_UP
        case sqlite3.Error():
            words = _BY_CODE.get(getattr(error, "sqlite_errorcode", 0) & 0xFF, _NO_WRITING)
        case _:
            words = _NO_WRITING
    return words.format(path=path, reason=reason_for(error))


def reason_for(error: Exception) -> str:
    """Say in a few words why a record cannot be read or written.

    Args:
        error: one of `tui.memory.errors.TROUBLES`.
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
