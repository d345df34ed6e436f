"""What a class puts on a learner's own record: their first answers, so that what was missed is due at home."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from tui.classroom.protocol import Over, Shown, Welcome
from tui.classroom.words import Token
from tui.guide.words import GuideId
from tui.memory.attempt import Amendment, Attempt, Change, Entry
from tui.memory.exchange import BrokenFile, row_of, sound_entry
from tui.memory.seats import forget_token, keep_token, token_of
from tui.paths import NoDataFolder

if TYPE_CHECKING:
    from tui.memory.keeper import Keeper

OF_CLASS = 5
"""The version of the ids of attempts in a class, which are made of the room; all others are made by chance."""


class InClass:
    """One learner in one room."""

    is_anew: bool
    """Whether the room is known not to know the seat that is kept."""

    def __init__(
        self,
        folder: Callable[[], Path],
        code: str,
        clock: Callable[[], datetime],
        *,
        anew: bool = False,
    ) -> None:
        """Nothing was taken yet.

        Args:
            folder: gives the learner's data folder.
            code: the room's.
            clock: says what time it is, in UTC.
            anew: whether the room is known not to know the seat that is kept, which stays until there is another.
        """
        self._folder = folder
        self._code = code
        self._clock = clock
        self.is_anew = anew
        self._keeper: Keeper | None = None
        self._guide: GuideId | None = None
        self._nowhere: str | None = None
        self._taken: set[UUID] = set()

    @property
    def unkept(self) -> str | None:
        """Why what is done is not kept; None as long as it is."""
        return self._keeper.unkept if self._keeper else self._nowhere

    @property
    def token(self) -> Token | None:
        """The secret of the seat they had in this room; None if they were not in it, or it cannot be read."""
        if self.is_anew:
            return None
        with suppress(NoDataFolder):
            if token := token_of(self._folder(), self._code):
                return Token(token)
        return None

    def come_in(self, welcome: Welcome) -> None:
        """Open the record of the guide that the room is about, and keep the seat.

        Args:
            welcome: what the host said.
        """
        from tui.memory.keeper import Keeper  # noqa: PLC0415  loads SQLite

        if self._keeper is None:
            try:
                self._keeper, self._guide = Keeper(self._folder(), welcome.guide, self._clock()), welcome.guide
            except NoDataFolder as error:
                self._nowhere = str(error)
                return
        keep_token(self._folder(), self._code, welcome.token)

    def take(self, message: Shown | Over) -> None:
        """Put on the record what the host sent of this learner's answers, each once.

        Where one was graded anew, the host says, too, that the former attempt does not count any more.

        Args:
            message: what they were shown.
        """
        if self._keeper is None:
            return
        lines = message.lines.splitlines() if isinstance(message, Shown) else message.file.splitlines()[1:-1]
        entries = dict(each for line in lines for each in self._entries_in(line) if each[0] not in self._taken)
        if entries:
            self._keeper.keep(entries.items())
            self._taken.update(entries)

    def close(self) -> int:
        """End it.

        Returns:
            How many entries could not be kept.
        """
        return self._keeper.close(self._clock()) if self._keeper else 0

    def forget_seat(self) -> None:
        """Forget the seat: the room is over."""
        with suppress(NoDataFolder):
            forget_token(self._folder(), self._code)

    def _entries_in(self, line: str) -> Iterator[tuple[UUID, Entry]]:
        """What a line puts on the record; nothing, if it is none that a host sends."""
        try:
            row = row_of(line.encode())
            entry = sound_entry(row)
        except BrokenFile:  # a host of another kind
            return
        if row.guide == self._guide and (isinstance(entry, Attempt) or _takes_back(entry)):
            yield row.id, entry


def _takes_back(entry: Entry) -> bool:
    """Whether it takes back what was done in a class: of what was done alone, no host has a say."""
    return isinstance(entry, Amendment) and entry.change is Change.TAKEN_BACK and entry.attempt.version == OF_CLASS
