"""The file: what is in it stays, and reads as it was written."""

import sqlite3
from pathlib import Path
from uuid import UUID

import pytest
from msgspec.structs import replace

from tests.memory.writing import GUIDE, attempt, rows
from tests.samples import START
from tui.guide.words import GuideId, PanelId, QuestionId
from tui.memory.attempt import Amendment, AttemptId, Change, Doubt, Entry, PanelRead
from tui.memory.errors import DamagedRecord, NewerRecord
from tui.memory.opening import VERSION
from tui.memory.snapshots import Snapshot
from tui.memory.store import _BEYOND, Row, Step, Store
from tui.quiz.ask import Written

ENTRIES: list[Entry] = [
    attempt(1),
    PanelRead(panel=PanelId("why-it-began"), at=START),
    Amendment(attempt=AttemptId(UUID(int=1)), change=Change.TAKEN_BACK, at=START),
    Doubt(question=QuestionId("who-held"), word="two are “right”\n", at=START),
]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "record.sqlite"


def write(path: Path, *numbers: int) -> None:
    store = Store(path)
    store.add(rows(*numbers))
    store.close()


def test_entries_come_back_as_they_were_in_their_order_and_by_guide(path: Path) -> None:
    store = Store(path)
    for number, entry in enumerate(ENTRIES, 1):
        store.add([Row.of(UUID(int=number), GUIDE, entry)])
        store.add([Row.of(UUID(int=100 + number), GuideId("another"), attempt(100 + number))])
    store.close()
    store = Store(path)
    assert store.entries(GUIDE) == ENTRIES
    assert store.entries(GuideId("another")) == [attempt(number) for number in range(101, 105)]
    assert store.entries(GuideId("a third")) == []
    store.close()


@pytest.mark.parametrize("change", ["UPDATE entry SET crc = 0", "DELETE FROM entry", "DELETE FROM guide"])
def test_nothing_in_it_can_be_changed_or_removed(path: Path, change: str) -> None:
    write(path, 1)
    connection = sqlite3.connect(path)
    with pytest.raises(sqlite3.IntegrityError, match="only added to"):
        connection.execute(change)
    connection.close()


def test_an_entry_that_is_there_already_stays_as_it_is(path: Path) -> None:
    write(path, 1, 2)
    store = Store(path)
    store.add([Row.of(UUID(int=1), GUIDE, attempt(99)), *rows(2, 3)])
    assert store.entries(GUIDE) == [attempt(1), attempt(2), attempt(3)]
    store.close()


def test_what_is_no_letter_is_kept_as_a_question_mark(path: Path) -> None:
    store = Store(path)
    store.add([Row.of(UUID(int=1), GUIDE, replace(attempt(1), response=Written(("a\udcffя",))))])
    assert store.entries(GUIDE) == [replace(attempt(1), response=Written(("a?я",)))]
    store.close()


def test_all_of_what_is_added_at_once_is_there_or_none(path: Path) -> None:
    store = Store(path)
    with pytest.raises(sqlite3.Error):
        store.add([*rows(1), rows(2)[0]._replace(guide=None)])  # type: ignore[arg-type]
    assert store.entries(GUIDE) == []
    store.add(rows(3))
    assert store.entries(GUIDE) == [attempt(3)]
    store.close()


def test_it_is_written_so_that_it_outlives_a_power_cut(path: Path) -> None:
    store = Store(path)
    settings = ("journal_mode", "synchronous", "foreign_keys", "wal_autocheckpoint", "user_version")
    found = [store._connection.execute(f"PRAGMA {setting}").fetchone()[0] for setting in settings]
    assert found == ["wal", 2, 1, 50, VERSION]
    strict = store._connection.execute("SELECT name, strict FROM pragma_table_list WHERE schema = 'main'").fetchall()
    assert {name: is_strict for name, is_strict in strict if "sqlite" not in name} == dict.fromkeys(
        ("entry", "guide", "snapshot", "step"), 1
    )
    store.close()


def test_its_form_stands_in_the_file_itself_from_the_start(path: Path) -> None:
    store = Store(path)
    assert int.from_bytes(path.read_bytes()[60:64], "big") == VERSION
    store.close()


def test_a_newer_file_is_refused_and_left_untouched(path: Path) -> None:
    write(path, 1)
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(NewerRecord):
        Store(path)
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_an_empty_file_becomes_a_record(path: Path) -> None:
    path.touch()
    write(path, 1)
    store = Store(path)
    assert store.entries(GUIDE) == [attempt(1)]
    store.close()


@pytest.mark.parametrize("content", [b"not a record", b"x" * 5_000, b"SQLite format 3\0" + b"\xff" * 5_000])
def test_what_is_no_record_is_told(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises((DamagedRecord, NewerRecord)):
        Store(path)
    assert path.read_bytes() == content


def test_two_at_once_see_what_both_wrote(path: Path) -> None:
    one, other = Store(path), Store(path)
    one.add(rows(1))
    other.add(rows(2))
    one.add(rows(3))
    assert one.entries(GUIDE) == other.entries(GUIDE) == [attempt(1), attempt(2), attempt(3)]
    one.close()
    other.close()


def test_a_changed_letter_is_noticed_and_the_rest_is_read(path: Path) -> None:
    write(path, 1, 2, 3)
    path.write_bytes(path.read_bytes().replace(b"seed/2", b"seed/7"))
    store = Store(path)
    with pytest.raises(DamagedRecord):
        store.entries(GUIDE)
    assert store.readable() == rows(1, 3)
    store.close()


def test_what_lies_before_and_behind_a_damaged_page_is_read(path: Path) -> None:
    write(path, *range(1, 201))
    pages = path.read_bytes()
    at = pages.index(b"seed/100") // 4096 * 4096
    path.write_bytes(pages[:at] + b"\xff" * 4096 + pages[at + 4096 :])
    store = Store(path)
    with pytest.raises(DamagedRecord):
        store.entries(GUIDE)
    found = store.readable()
    assert 180 < len(found) < 200
    assert found[0] == rows(1)[0]
    assert found[-1] == rows(200)[0]
    store.close()


def test_the_entries_beyond_a_place_are_those_of_one_guide(path: Path) -> None:
    store = Store(path)
    store.add([*rows(1), Row.of(UUID(int=50), GuideId("another"), attempt(50)), *rows(2, 3)])
    assert list(store.placed(GUIDE, 1)) == [(3, attempt(2)), (4, attempt(3))]
    assert list(store.at([4, 1])) == [attempt(3), attempt(1)]
    assert [(row.guide, row.id.int) for row in store.rows()] == [(GUIDE, 1), ("another", 50), (GUIDE, 2), (GUIDE, 3)]
    with pytest.raises(DamagedRecord):
        list(store.at([9]))
    store.close()


def test_the_entries_beyond_a_place_are_found_without_a_look_at_the_others(path: Path) -> None:
    store = Store(path)
    plan = store._connection.execute(f"EXPLAIN QUERY PLAN {_BEYOND}", ("sample", 1)).fetchall()
    assert not [step for *_, step in plan if step.startswith("SCAN")], plan
    store.close()


def steps(sitting: int, *numbers: int, guide: GuideId = GUIDE) -> list[Step]:
    return [Step(UUID(int=sitting), number, guide, b"step %d" % number) for number in numbers]


def test_steps_are_kept_with_entries_or_not_at_all_and_go_when_their_sitting_ends(path: Path) -> None:
    store = Store(path)
    store.add(rows(1), [*steps(8, 2, 1), *steps(7, 1)])
    store.add([], steps(9, 1, guide=GuideId("another")))
    with pytest.raises(sqlite3.Error):
        store.add(rows(2), [Step(UUID(int=8), 3, None, b"")], [UUID(int=7)])  # type: ignore[arg-type]
    assert store.steps(GUIDE) == [*steps(7, 1), *steps(8, 1, 2)]
    assert len(store.steps()) == 4
    store.add(rows(2), steps(8, 3), ended=[UUID(int=7)])
    assert store.steps(GUIDE) == steps(8, 1, 2, 3)
    assert store.entries(GUIDE) == [attempt(1), attempt(2)]
    store.close()


def test_a_step_that_does_not_read_as_it_was_written_is_left_out(path: Path) -> None:
    store = Store(path)
    store.add([], steps(8, 1, 2))
    store._connection.execute("UPDATE step SET body = X'00' WHERE number = 1")
    assert store.steps(GUIDE) == steps(8, 2)
    store.close()


SNAPSHOT = Snapshot(place=2, entries=2, form=1, body=b"what they come to")


def test_a_snapshot_takes_the_place_of_the_one_before_and_can_be_dropped(path: Path) -> None:
    store = Store(path)
    store.add(rows(1, 2, 3))
    assert store.snapshot(GUIDE) is None
    later = SNAPSHOT._replace(place=3, entries=3)
    for snapshot in (SNAPSHOT, later):
        store.keep_snapshot(GUIDE, snapshot)
        assert store.snapshot(GUIDE) == snapshot
    assert store.snapshot(GuideId("another")) is None
    store.look_over()
    store.drop_snapshots()
    assert store.snapshot(GUIDE) is None
    store.close()


@pytest.mark.parametrize("change", ["body = X'00'", "form = 2", "place = 1", "last = zeroblob(16)", "entries = 3"])
def test_a_snapshot_that_was_changed_is_not_believed(path: Path, change: str) -> None:
    store = Store(path)
    store.add(rows(1, 2))
    store.keep_snapshot(GUIDE, SNAPSHOT)
    store._connection.execute(f"UPDATE snapshot SET {change}")
    assert store.snapshot(GUIDE) is None
    store.close()


def test_a_file_that_lacks_entries_is_told_of_when_it_is_looked_over(path: Path) -> None:
    store = Store(path)
    store.add(rows(1, 2))
    store.keep_snapshot(GUIDE, SNAPSHOT._replace(entries=3))
    store.look_over()
    with pytest.raises(DamagedRecord):
        store.look_over_each()
    store.close()
