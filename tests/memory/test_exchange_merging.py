"""A merge is a union: whatever comes first, and however often, all machines know the same afterwards."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from datetime import timedelta
from itertools import chain
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.memory.test_exchange import row_of, written
from tests.memory.writing import GUIDE, attempt, rows
from tests.samples import START
from tui.guide.words import GuideId, PanelId
from tui.memory.attempt import Amendment, Attempt, AttemptId, Change, PanelRead
from tui.memory.backup import KEPT, backups
from tui.memory.errors import DamagedRecord, NewerRecord
from tui.memory.foreign import rows_in
from tui.memory.keeper import Keeper
from tui.memory.merging import DEVICE, Merged, device_of, files_in, merge, write_for_others
from tui.memory.order import order_of
from tui.memory.record import Record
from tui.memory.rewriting import Rewriting
from tui.memory.store import NAME, Row, Store


def kept(folder: Path) -> list[Row]:
    with closing(Rewriting(folder / NAME)) as store:
        return [row for row, _ in store.everything()]


def keep(folder: Path, of: Iterable[Row]) -> Path:
    folder.mkdir(exist_ok=True, parents=True)
    with closing(Store(folder / NAME)) as store:
        store.add(of)
    return folder


def synchronise(folder: Path, place: Path, new_id: Callable[[], UUID] = uuid4) -> Merged:
    merged = merge(folder, files_in(place), START)
    write_for_others(folder, place, merged, new_id)
    return merged


minutes = st.integers(0, 5).map(lambda number: START + timedelta(minutes=number))
numbers = st.integers(1, 6)
attempted = st.builds(lambda number, at: row_of(replace(attempt(number), answered=at), number), numbers, minutes)
amended = st.builds(
    lambda number, of, change, at: row_of(Amendment(attempt=AttemptId(UUID(int=of)), change=change, at=at), number),
    st.integers(10, 20),
    numbers,
    st.sampled_from(Change),
    minutes,
)
panel_read = st.builds(
    lambda number, at, guide: Row.of(UUID(int=number), guide, PanelRead(panel=PanelId(f"p{number % 3}"), at=at)),
    st.integers(30, 40),
    minutes,
    st.sampled_from([GUIDE, GuideId("another")]),
)
histories = st.lists(attempted | amended | panel_read, max_size=12, unique_by=lambda row: row.id)


def split(history: list[Row], parts: list[set[int]]) -> list[list[Row]]:
    return [[row for place, row in enumerate(history) if place in part] for part in parts]


parts = st.lists(st.sets(st.integers(0, 11)), min_size=3, max_size=3)


class Machine(Rewriting):
    """One whose record is nowhere on the disk."""

    def __init__(self, of: Iterable[Row]) -> None:
        super().__init__(Path(":memory:"))
        self.add(of)

    def know(self) -> list[Row]:
        return [row for row, _ in self.everything()]


@given(histories, parts, st.permutations([0, 1, 2]), st.lists(st.integers(0, 2), max_size=4))
def test_whatever_comes_first_and_however_often_all_machines_know_the_same(
    history: list[Row], parts: list[set[int]], order: list[int], again: list[int]
) -> None:
    logs = split(history, parts)
    ends = []
    for number, part in enumerate(logs):
        with closing(Machine(reversed(part))) as machine:
            for which in (*again, *order[number:], *order[:number]):
                machine.join(logs[which])
            ends.append(machine.know())
            assert not machine.join(chain(*logs)).changed
    assert {row.id for row in ends[0]} == {row.id for part in logs for row in part}
    assert ends[0] == ends[1] == ends[2]


@given(histories, parts)
def test_what_was_joined_elsewhere_first_makes_no_difference(history: list[Row], parts: list[set[int]]) -> None:
    first, second, third = split(history, parts)
    with closing(Machine(first)) as left, closing(Machine(second)) as middle, closing(Machine(first)) as right:
        left.join(second)
        left.join(third)
        middle.join(third)
        right.join(middle.know())
        assert left.know() == right.know()


@given(histories)
def test_what_amends_an_attempt_stands_after_it(history: list[Row]) -> None:
    with closing(Machine(history)) as machine:
        machine.join([])
        entries = machine.entries(GUIDE)
    met: set[UUID] = set()
    recorded = {entry.id for entry in entries if isinstance(entry, Attempt)}
    for entry in entries:
        if isinstance(entry, Attempt):
            met.add(entry.id)
        elif isinstance(entry, Amendment):
            assert entry.attempt in met or entry.attempt not in recorded


def test_what_amends_an_attempt_counts_though_it_came_and_was_dated_before(tmp_path: Path) -> None:
    taken_back = Amendment(attempt=AttemptId(UUID(int=3)), change=Change.TAKEN_BACK, at=START)
    folder = keep(tmp_path / "here", [row_of(taken_back, 50)])
    merge(folder, [written(tmp_path / "file", rows(3))], START)
    with closing(Store(folder / NAME)) as store:
        assert Record(store.entries(GUIDE)).attempts == ()


def test_entries_are_in_the_order_of_time(tmp_path: Path) -> None:
    folder = keep(tmp_path / "here", rows(1, 4, 5))
    merged = merge(folder, [written(tmp_path / "file", rows(6, 3, 2))], START)
    assert [row.id.int for row in kept(folder)] == [1, 2, 3, 4, 5, 6]
    assert merged.joined.new == 3
    keep(folder, rows(7))
    assert [row.id.int for row in kept(folder)][-1] == 7


def test_a_record_that_was_rewritten_can_still_only_be_added_to(tmp_path: Path) -> None:
    folder = keep(tmp_path / "here", rows(4, 5))
    merge(folder, [written(tmp_path / "file", rows(1))], START)
    with closing(sqlite3.connect(folder / NAME)) as connection:
        for change in ("UPDATE entry SET crc = 0", "DELETE FROM entry", "DELETE FROM guide"):
            with pytest.raises(sqlite3.IntegrityError, match="only added to"):
                connection.execute(change)
    other = keep(tmp_path / "other", [])
    assert merge(other, [folder / NAME], START).joined.new == 3


def test_what_is_there_under_the_same_id_stays_and_is_told(tmp_path: Path) -> None:
    folder = keep(tmp_path / "here", rows(1))
    forged = row_of(replace(attempt(1), question=attempt(2).question), 1)
    assert merge(folder, [written(tmp_path / "file", [forged])], START).joined == (0, 1, 0)
    assert kept(folder) == rows(1)


def test_of_a_broken_file_nothing_is_merged_and_of_the_others_all(tmp_path: Path) -> None:
    sound, broken = written(tmp_path / "sound", rows(1)), written(tmp_path / "broken", rows(2, 3))
    broken.write_bytes(broken.read_bytes().replace(b"seed/3", b"seed/4"))
    merged = merge(tmp_path / "here", [broken, sound, tmp_path / "missing"], START)
    assert kept(tmp_path / "here") == rows(1)
    assert merged.read == {sound: 1}
    assert merged.refused == {
        broken: "line 3 does not read as it was written",
        tmp_path / "missing": "it is no file that could be read",
    }


def test_a_file_that_changes_while_it_is_read_is_refused_and_the_others_are_merged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sound, other = written(tmp_path / "sound", rows(1)), written(tmp_path / "other", rows(2, 3))

    def read(file: Path) -> Iterator[Row]:
        yield from rows_in(file)
        if file == other and b"seed/3" in file.read_bytes():
            file.write_bytes(file.read_bytes().replace(b"seed/3", b"seed/4"))

    monkeypatch.setattr("tui.memory.merging.rows_in", read)
    merged = merge(tmp_path / "here", [other, sound], START)
    assert kept(tmp_path / "here") == rows(1)
    assert merged.read == {sound: 1}
    assert merged.refused == {other: "it was changed while it was read"}
    assert merged.joined.new == 1


def test_what_was_made_in_one_moment_stands_as_it_counts(tmp_path: Path) -> None:
    read = [PanelRead(panel=PanelId(panel), at=START) for panel in ("b", "a", "c")]
    folder = keep(tmp_path / "here", [row_of(each, number) for number, each in enumerate(read, 50)])
    merge(folder, [written(tmp_path / "file", rows(1))], START)
    with closing(Store(folder / NAME)) as store:
        entries = list(store.entries(GUIDE))
    assert [each for each in entries if isinstance(each, PanelRead)] == sorted(read, key=order_of)


def test_a_merge_that_changes_something_makes_a_backup_before(tmp_path: Path) -> None:
    folder = keep(tmp_path / "here", rows(1))
    for number in range(2, KEPT + 5):
        for _ in range(2):
            merge(folder, [written(tmp_path / "file", rows(number))], START + timedelta(days=number))
    assert len(backups(folder)) == KEPT
    with closing(Rewriting(backups(folder)[0])) as backup:
        assert len(list(backup.everything())) == KEPT + 3


def test_a_record_that_others_have_open_is_joined_under_their_eyes(tmp_path: Path) -> None:
    folder = keep(tmp_path / "here", rows(5))
    keeper = Keeper(folder, GUIDE, START)
    merge(folder, [written(tmp_path / "file", rows(1))], START)
    keeper.keep([(UUID(int=9), attempt(9))])
    assert keeper.unkept is None
    assert keeper.close(START) == 0
    assert [row.id.int for row in kept(folder)] == [1, 5, 9]


def test_two_devices_keep_in_step_through_a_folder(tmp_path: Path) -> None:
    here, there = keep(tmp_path / "here", rows(1, 3)), keep(tmp_path / "there", rows(2))
    shared = tmp_path / "shared"
    shared.mkdir()
    synchronise(here, shared)
    synchronise(there, shared)
    keep(there, rows(4))
    for device in (there, here, there):
        synchronise(device, shared)
    assert kept(here) == kept(there) == rows(1, 2, 3, 4)
    files = sorted(shared.iterdir())
    assert [each.name for each in files] == sorted(f"kruzhok-{device_of(each)}.jsonl" for each in (here, there))
    assert files[0].read_bytes() == files[1].read_bytes()
    assert {each.stat().st_mode & 0o077 for each in (*files, here / DEVICE)} == {0}


def test_a_file_that_says_it_all_is_not_written_again(tmp_path: Path) -> None:
    here = keep(tmp_path / "here", rows(1))
    shared = tmp_path / "shared"
    shared.mkdir()
    synchronise(here, shared)
    (file,) = shared.iterdir()
    seen = file.stat().st_ino
    synchronise(here, shared)
    assert file.stat().st_ino == seen


def test_a_devices_file_that_was_cut_short_is_made_whole(tmp_path: Path) -> None:
    here = keep(tmp_path / "here", rows(1))
    shared = tmp_path / "shared"
    shared.mkdir()
    synchronise(here, shared)
    (file,) = shared.iterdir()
    file.write_bytes(file.read_bytes()[:-5])
    assert list(synchronise(here, shared).refused) == [file]
    assert synchronise(here, shared).read == {file: 1}


@pytest.mark.parametrize(("bytes_60_to_63", "error"), [(b"\0\0\0\x63", NewerRecord), (None, DamagedRecord)])
def test_a_record_that_cannot_be_read_stays_as_it_is(
    tmp_path: Path, bytes_60_to_63: bytes | None, error: type[Exception]
) -> None:
    folder = keep(tmp_path / "here", rows(1))
    file = folder / NAME
    content = file.read_bytes()
    file.write_bytes(content[:60] + bytes_60_to_63 + content[64:] if bytes_60_to_63 else b"x" * 5000)
    before = file.read_bytes()
    with pytest.raises(error):
        merge(folder, [written(tmp_path / "file", rows(2))], START)
    assert file.read_bytes() == before


def test_while_another_program_holds_the_record_nothing_is_merged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = keep(tmp_path / "here", rows(1))
    monkeypatch.setattr("tui.memory.store.PATIENCE", 0)
    with closing(sqlite3.connect(folder / NAME, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            merge(folder, [written(tmp_path / "file", rows(2))], START)
    assert kept(folder) == rows(1)
    assert backups(folder) == []
