"""Where entries are missing from the record: the backup that has them, offered to the learner."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

from msgspec import Struct

from tui.memory.backup import backups
from tui.memory.errors import DamagedRecord, NewerRecord
from tui.memory.store import Row, Store
from tui.text import counted


class Offer(Struct, frozen=True):
    """A backup with entries that the record lacks."""

    what: str
    """What happened to the record, in whole sentences."""
    backup: Path
    """The backup's file."""
    gained: int
    """How many entries it has that the record lacks."""
    only_here: int
    """How many the record has that it lacks: they stay."""

    @property
    def says(self) -> str:
        """What would be gained, and that nothing would be lost."""
        day = self.backup.name.removeprefix("record-")[:10]
        gained = f"The backup of {day} has {counted(self.gained, 'entry', 'entries')} more than the record now."
        stays = (
            f" What the record has beyond it, {counted(self.only_here, 'entry', 'entries')}, stays."
            if self.only_here
            else ""
        )
        return f"{gained}{stays}"

    @property
    def in_words(self) -> str:
        """All of it, with the command that does it."""
        how = "kruzhok data restore goes back to it; the record as it is now is kept beside it."
        return f"{self.what} {self.says} {how}"


def offer_for(store: Store, folder: Path, what: str) -> Offer | None:
    """The latest sound backup that has something which the record lacks; None, if none has.

    Args:
        store: the record, open.
        folder: the learner's data folder.
        what: what happened to the record, in whole sentences.
    """
    here = {row.id for row in store.readable()}
    for backup in backups(folder):
        there = {row.id for row in _rows(backup)}
        if there - here:
            return Offer(what, backup, gained=len(there - here), only_here=len(here - there))
    return None


def take(store: Store, offer: Offer) -> None:
    """Add to the record what the backup has beyond it. What is there stays.

    Args:
        store: the record, open.
        offer: from `offer_for`.

    Raises:
        DamagedRecord, sqlite3.Error: it cannot be written; nothing is added.
    """
    store.add(_rows(offer.backup))


def _rows(backup: Path) -> Iterator[Row]:
    """All entries of a backup; none, unless all of it is sound."""
    with suppress(OSError, sqlite3.Error, NewerRecord, DamagedRecord), closing(Store(backup, write=False)) as store:
        store.check()
        yield from store.readable()
