"""What the commands about rooms have in common: which room is meant, and the clocks that it goes by."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.cli.telling import WrongCall, unknown

if TYPE_CHECKING:
    from tui.classroom.log import RoomFile
    from tui.classroom.timing import Clocks


def room_meant(rooms: "Sequence[RoomFile]", code: str | None, what: str = "room") -> "RoomFile":
    """The room with a code.

    Args:
        rooms: those that may be meant, the latest first; one at least.
        code: as it was typed; the latest that anybody joined is meant, if None; the latest, if there is none.
        what: what is looked for, in words.

    Raises:
        WrongCall: none has this code.
    """
    if code is None:
        return next((room for room in rooms if room.joined), rooms[0])
    known = {room.began.code.casefold(): room for room in rooms}
    if meant := known.get(code.casefold()):
        return meant
    raise WrongCall(unknown(what, code, (room.began.code for room in known.values())))


def clocks() -> "Clocks":
    """The computer's own clocks."""
    from time import monotonic

    from tui.classroom.timing import Clocks
    from tui.study import system_clock

    return Clocks(system_clock, monotonic)
