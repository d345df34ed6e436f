"""A record that is written anew: joined with others in the order of time, or rid of a guide. All or nothing."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import takewhile
from pathlib import Path
from sqlite3 import OperationalError
from typing import NamedTuple
from uuid import UUID

from tui.guide.words import GuideId
from tui.memory.attempt import Entry
from tui.memory.chronology import Placed, places_in_order
from tui.memory.opening import VERSION, damage_told, is_held, migrate, transaction, version_of
from tui.memory.store import ALL_ENTRIES, Row, Store, entry_in

_RULES = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"


class Joined(NamedTuple):
    """What joining entries to a record did."""

    new: int
    """How many entries were not there before."""
    different: int
    """How many were there with another content, which stayed."""
    moved: int
    """How many were put in another place."""

    @property
    def changed(self) -> bool:
        """Whether the record is another now."""
        return bool(self.new or self.moved)


class Rewriting(Store):
    """A record, open to be written anew as a whole. Who has it open besides sees the old or the new one."""

    def everything(self) -> Iterator[tuple[Row, Entry]]:
        """Every entry of every guide, as it was written and as it is read, in order.

        Raises:
            DamagedRecord: one of them does not read as it was written.
            sqlite3.Error: the file cannot be read.
        """
        with damage_told():
            for _, unique, guide, body, crc in self._connection.execute(ALL_ENTRIES):
                yield Row(UUID(bytes=unique), guide, body), entry_in(body, crc)

    def guides(self) -> dict[GuideId, int]:
        """How many entries there are of each guide."""
        counted = "SELECT guide.id, count(*) FROM entry JOIN guide ON number = entry.guide GROUP BY number ORDER BY 1"
        with damage_told():
            return dict(self._connection.execute(counted).fetchall())

    def join(self, rows: Iterable[Row]) -> Joined:
        """Join entries to the record, and put all in the order of time. Once this returns it is on the disk.

        Args:
            rows: entries, sound; one that is there already stays as it is.

        Raises:
            DamagedRecord: the record is damaged.
            sqlite3.Error: it cannot be written. Nothing is changed.
        """
        new = different = 0
        with damage_told(), transaction(self._connection):
            for row in rows:
                there = self._connection.execute("SELECT body FROM entry WHERE id = ?", (row.id.bytes,)).fetchone()
                new += there is None
                different += there is not None and there[0] != row.body
                if there is None:
                    self._insert(row)
            return Joined(new, different, self._put_in_order())

    def leave_out(self, guide: GuideId) -> int:
        """Erase all entries of a guide, and what they held from the file.

        Args:
            guide: which guide.

        Returns:
            How many there were.

        Raises:
            DamagedRecord: the record is damaged.
            sqlite3.Error: it cannot be written. Nothing is changed, unless it is the last step: the clearing of the
                places in the file in which they stood.
        """
        with damage_told():
            self._connection.execute("PRAGMA secure_delete = ON")
            with transaction(self._connection), self._free_to_change():
                for table in ("snapshot", "step", "entry"):
                    of_guide = f"DELETE FROM {table} WHERE guide = (SELECT number FROM guide WHERE id = ?)"  # noqa: S608
                    count = self._connection.execute(of_guide, (guide,)).rowcount
                self._connection.execute("DELETE FROM guide WHERE id = ?", (guide,))
            self._connection.execute("VACUUM")
        return count

    def is_open_elsewhere(self) -> bool:
        """Whether another window or program has the file open."""
        with damage_told():
            self.wait(0)
            try:
                # Only who is alone can leave the log that all windows share, or lock them all out.
                if self._connection.execute("PRAGMA journal_mode = DELETE").fetchone() != ("delete",):
                    return True
                self._connection.execute("BEGIN EXCLUSIVE")
                self._connection.execute("ROLLBACK")
            except OperationalError as error:
                if not is_held(error):
                    raise
                return True
            return False

    def _put_in_order(self) -> int:
        """Move what does not stand where it belongs: how many that are."""
        placed = (
            Placed(place, UUID(bytes=unique), entry_in(body, crc))
            for place, unique, _, body, crc in self._connection.execute(ALL_ENTRIES)
        )
        order = places_in_order(placed)
        right = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(order, sorted(order), strict=True)))
        if right == len(order):
            return 0
        # Beyond all places that ever were: whoever has read up to one of them sees that more has come.
        beyond = max(order)
        moves = [(beyond + step, place) for step, place in enumerate(order[right:], 1)]
        # What was computed from the entries was computed in their old order.
        self._connection.execute("DELETE FROM snapshot")
        with self._free_to_change():
            self._connection.executemany("UPDATE entry SET place = ? WHERE place = ?", moves)
        return len(moves)

    @contextmanager
    def _free_to_change(self) -> Iterator[None]:
        """Within a transaction, lift the rules that a record is only added to, and lay them down again."""
        rules = self._connection.execute(_RULES).fetchall()
        for name, _ in rules:
            self._connection.execute(f'DROP TRIGGER "{name}"')
        yield
        for _, rule in rules:
            self._connection.execute(rule)


class Copy(Rewriting):
    """A copy of a record: it gets the present form without being copied once more."""

    def _bring_to_form(self, path: Path) -> None:  # noqa: ARG002
        if version_of(self._connection) != VERSION:
            migrate(self._connection)
