"""Keeps what a learner does with one guide. Where that fails it says why, and nothing is overwritten."""

from collections.abc import Callable, Iterable
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

from tui.guide.words import GuideId
from tui.memory.attempt import Entry, SittingId
from tui.memory.backup import FOLDER as BACKUPS
from tui.memory.backup import back_up_daily
from tui.memory.errors import TROUBLES, DamagedRecord, NewerRecord
from tui.memory.holds import Holds
from tui.memory.place import on_network
from tui.memory.record import Record
from tui.memory.remembering import condense_what_is_kept, remember, remember_from_log
from tui.memory.store import COMPANIONS, NAME, PATIENCE, Row, Step, Store
from tui.memory.trouble import (
    EMPTY,
    FOUND_DAMAGED,
    MOVED,
    NETWORK,
    SET_ASIDE,
    SET_ASIDE_UNREAD,
    words_for,
    words_of_clock,
)
from tui.text import counted

if TYPE_CHECKING:
    from tui.memory.offer import Offer
    from tui.memory.steps import Log

Found = TypeVar("Found")


class Keeper:
    """The learner's record of one guide, open for the length of a run."""

    record: Record
    """What was kept before, as far as it can be read, with what was kept since."""
    unkept: str | None
    """Why what is done now is not kept, and what to do; None as long as it is."""
    notice: str | None
    """What the learner should know of the record, though all is kept."""
    offer: "Offer | None"
    """The backup that has what the record lacks, where it was damaged, empty or gone."""

    def __init__(self, folder: Path, guide: GuideId, at: datetime) -> None:
        """Open the record, or find out why it cannot be opened.

        Args:
            folder: the learner's data folder, which is made if need be.
            guide: whose entries to read and to keep.
            at: now; a damaged file is set aside under this date.
        """
        self._path = folder / NAME
        self._guide = guide
        self._store: Store | None = None
        self._file: tuple[int, int] | None = None
        self._waiting: list[Row] = []
        self._steps: list[Step] = []
        self._ended: list[SittingId] = []
        self._holds = Holds(folder)
        self._added = self._tries_again = False
        self.record = Record()
        self.unkept = self.notice = self.offer = None
        try:
            self._open(at)
            self._look(at)
        except TROUBLES as error:
            self._fail(error)
            self._tries_again = not isinstance(error, NewerRecord | DamagedRecord)
            if not isinstance(error, NewerRecord):
                self.record = Record(_from_copy(self._path, lambda store: store.entries(guide)))

    def keep(
        self, entries: Iterable[tuple[UUID, Entry]], came: "Log | None" = None, ended: SittingId | None = None
    ) -> None:
        """Keep entries and steps, all at once; when this returns they are on the disk, or `unkept` says why not.

        What could not be kept is tried again with the next.

        Args:
            entries: each with its id.
            came: what happened since in a sitting that is open.
            ended: the sitting that is not open any longer.
        """
        self._waiting += [Row.of(unique, self._guide, entry) for unique, entry in entries]
        self._take_steps(came, ended)
        try:
            if self._store is None and self._tries_again:
                self._open_late()
            if self._store is None:
                return
            self._store.add(self._waiting, self._steps, self._ended)
            if self._identity() != self._file:
                self.unkept = MOVED.format(path=self._path)
                return
        except TROUBLES as error:
            self._fail(error)
            # The learner has waited once.
            if self._store is not None:
                self._store.wait(0)
            return
        if self.unkept:
            self._store.wait(PATIENCE)
        for sitting in self._ended:
            self._holds.let_go(sitting)
        self._waiting.clear()
        self._steps.clear()
        self._ended.clear()
        self._added = True
        self.unkept = None

    def _take_steps(self, came: "Log | None", ended: SittingId | None) -> None:
        if came is not None:
            from tui.memory.steps import written  # noqa: PLC0415  home does without

            self._holds.take(came.sitting)
            self._steps += written(came, self._guide)
        if ended is not None:
            self._ended.append(ended)
            self._steps = [step for step in self._steps if step.sitting != ended]

    def cut_off(self) -> "list[Log]":
        """The sittings that were cut off, as far as they were kept: those that are open in no window."""
        return [log for log in self._logs() if not self._holds.is_held(log.sitting)]

    def _logs(self) -> "list[Log]":
        if self._store is None:
            return []
        try:
            steps = self._store.steps(self._guide)
        except TROUBLES:
            # What is wrong with the file is told when it is written.
            return []
        if not steps:
            return []
        from tui.memory.steps import logs_in  # noqa: PLC0415  seldom

        return [log for log in logs_in(steps) if log.sitting not in self._ended]

    def take_up(self, sitting: SittingId) -> "Log | None":
        """Hold a sitting that was cut off, to go on with it: all that happened; None, if another window has done so."""
        if not self._holds.take(sitting):
            return None
        found = next((log for log in self._logs() if log.sitting == sitting), None)
        if found is None:
            self._holds.let_go(sitting)
        return found

    def remember_anew(self) -> None:
        """Compute what is remembered from all that was kept, where an entry amends what is long past."""
        if self._store is not None and not self._waiting:
            with suppress(*TROUBLES):
                self.record = remember_from_log(self._store, self._guide)

    def look_over(self) -> None:
        """Look for damage in what was not read at the start, for which a second is too long to wait.

        To be called on a thread of its own. If there is any, `notice` says so, and the next opening reads everything.
        """
        if not self.record.is_abridged or on_network(self._path):
            return
        with suppress(*TROUBLES), closing(Store(self._path, write=False)) as store:
            try:
                store.look_over()
                store.look_over_each()
            except DamagedRecord:
                self._tell(FOUND_DAMAGED.format(path=self._path))
                store.drop_snapshots()

    def settle(self) -> None:
        """Have all that was kept in the file itself, so that it is whole without what stands beside it."""
        if self._store is not None and not self.unkept:
            # What is beside the file is safe, too, and the next end of a sitting tries again.
            with suppress(*TROUBLES):
                self._store.checkpoint()

    def take_backup(self) -> int:
        """Bring back what the backup on offer has beyond the record.

        Returns:
            How many entries came back; none, if `unkept` says why not.
        """
        from tui.memory.offer import take  # noqa: PLC0415  seldom

        if self.offer is None or self._store is None:
            return 0
        try:
            take(self._store, self.offer)
            self.record = remember_from_log(self._store, self._guide)
        except TROUBLES as error:
            self._fail(error)
            return 0
        came, self.offer, self._added = self.offer.gained, None, True
        return came

    def close(self, at: datetime) -> int:
        """Try a last time to keep what is not kept, make the day's backup, and close the file.

        Args:
            at: now.

        Returns:
            How many entries are lost.
        """
        if self._waiting or self._steps or self._ended:
            self.keep(())
        self._holds.let_go_of_all()
        if self._store is not None:
            # A backup that fails takes nothing from the learner; the next end of a run tries again.
            with suppress(*TROUBLES):
                if self._added or not self.record.is_abridged:
                    condense_what_is_kept(self._store, self._guide)
            with suppress(*TROUBLES):
                try:
                    if self._added:
                        back_up_daily(self._store, self._path.parent, at)
                except DamagedRecord:
                    # The next opening then reads everything, and finds it too.
                    self._store.drop_snapshots()
            self._store.close()
            self._store = None
        return len(self._waiting)

    def _open(self, at: datetime) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        seen = self._identity()
        blank = not self._path.exists() or not self._path.stat().st_size
        try:
            self._read()
        except DamagedRecord:
            if self._identity() == seen:
                self._set_aside(at)
            else:  # another window has just done so
                self._read()
        self._file = self._identity()
        if blank and (self._path.parent / BACKUPS).exists():
            self._look_for_backup(EMPTY.format(path=self._path))

    def _open_late(self) -> None:
        """Open the file after all: what was in the way may be gone. The learner has waited once."""
        self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._connect(patience=0)
        self._file = self._identity()

    def _look(self, at: datetime) -> None:
        """See what else the learner should know."""
        if self._store is not None and self._store.moved_to_network:
            self._tell(NETWORK.format(path=self._path))
        if self.record.last:
            self._tell(words_of_clock(self.record.last, at) or "")

    def _tell(self, words: str) -> None:
        self.notice = " ".join(filter(None, (self.notice, words))) or None

    def _look_for_backup(self, what: str) -> None:
        """Offer what a backup has beyond the record, to which something has happened."""
        from tui.memory.offer import offer_for  # noqa: PLC0415  seldom

        assert self._store is not None
        self.offer = offer_for(self._store, self._path.parent, what)

    def _read(self) -> None:
        self._connect()
        assert self._store is not None
        try:
            self.record = remember(self._store, self._guide)
        except BaseException:
            self._store.close()
            self._store = None
            raise

    def _connect(self, patience: float | None = None) -> None:
        if not self._path.exists():
            self._path.touch(mode=0o600)
        self._store = Store(self._path, patience=patience)

    def _set_aside(self, at: datetime) -> None:
        """Give the damaged file another name, and go on with what can be read of it in a new one."""
        aside = self._path.with_name(f"{self._path.stem}-damaged-{at:%Y%m%d-%H%M%S-%f}{self._path.suffix}")
        # What belongs to the file goes first: left beside another one, SQLite would throw it away.
        for end in (*COMPANIONS, ""):
            here = Path(f"{self._path}{end}")
            if here.exists():
                here.rename(f"{aside}{end}")
        rows, steps = _from_copy(aside, Store.readable), _from_copy(aside, Store.steps)
        self._read()
        assert self._store is not None
        self._store.add(rows, steps)
        self.record = remember_from_log(self._store, self._guide)
        words = SET_ASIDE if rows else SET_ASIDE_UNREAD
        said = words.format(path=self._path, aside=aside.name, count=counted(len(rows), "entry", "entries"))
        self._look_for_backup(said)
        if not self.offer:
            self._tell(said)

    def _identity(self) -> tuple[int, int] | None:
        try:
            there = self._path.stat()
        except OSError:
            return None
        return there.st_dev, there.st_ino

    def _fail(self, error: Exception) -> None:
        self.unkept = words_for(error, self._path)


def _from_copy(path: Path, read: Callable[[Store], list[Found]]) -> list[Found]:
    """What can be read of a file that cannot be opened where it is, or must not: reading would write beside it."""
    from shutil import copyfile  # noqa: PLC0415  seldom
    from tempfile import TemporaryDirectory  # noqa: PLC0415

    try:
        with TemporaryDirectory(prefix="kruzhok-") as folder:
            for each in (path, Path(f"{path}-wal")):
                if each.exists():
                    copyfile(each, Path(folder, each.name))
            with closing(Store(Path(folder, path.name), write=False)) as store:
                return read(store)
    except TROUBLES:
        return []
