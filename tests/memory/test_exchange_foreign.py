"""Databases from elsewhere are read from a copy, believed in nothing, and left as they are."""

import sqlite3
from contextlib import closing
from pathlib import Path
from uuid import UUID

import pytest

from tests.memory.test_exchange import body_with
from tests.memory.writing import GUIDE, rows
from tui.memory import foreign
from tui.memory.exchange import BrokenFile
from tui.memory.foreign import rows_in
from tui.memory.store import NAME, Row, Store


@pytest.fixture
def record(tmp_path: Path) -> Path:
    with closing(Store(tmp_path / NAME)) as store:
        store.add(rows(1, 2))
    return tmp_path / NAME


def change(record: Path, *statements: str) -> None:
    with closing(sqlite3.connect(record, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def test_a_record_that_is_open_is_read_with_what_stands_beside_it_and_not_touched(record: Path) -> None:
    with closing(Store(record)) as store:
        store.add(rows(3))
        before = {each.name: each.read_bytes() for each in record.parent.iterdir()}
        assert len(before) == 3
        assert list(rows_in(record)) == rows(1, 2, 3)
        assert {each.name: each.read_bytes() for each in record.parent.iterdir()} == before


def test_one_that_nobody_may_write_is_read_too(record: Path) -> None:
    record.chmod(0o400)
    assert list(rows_in(record)) == rows(1, 2)
    assert [each.name for each in record.parent.iterdir()] == [NAME]


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE VIEW more AS SELECT 1",
        "CREATE TRIGGER more AFTER INSERT ON entry BEGIN SELECT 1; END",
        "CREATE TABLE more (id)",
        "DROP TRIGGER entry_stays",
        "PRAGMA user_version = 0",
        "PRAGMA user_version = 99",
    ],
)
def test_one_with_anything_but_a_records_tables_is_refused(record: Path, statement: str) -> None:
    change(record, statement)
    with pytest.raises(BrokenFile):
        list(rows_in(record))


def test_a_table_that_makes_up_its_rows_is_not_asked_for_them(record: Path) -> None:
    endless = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS place, i AS id FROM n"
    change(record, "DROP TABLE entry", f"CREATE VIEW entry AS {endless}")
    with pytest.raises(BrokenFile):
        list(rows_in(record))


def test_an_entry_of_a_newer_kruzhok_or_a_broken_one_refuses_the_file(record: Path) -> None:
    for number, body in enumerate((b'{"type":"dream"}', body_with(credit=7)), 7):
        with closing(Store(record)) as store:
            store.add([Row(UUID(int=number), GUIDE, body)])
        with pytest.raises(BrokenFile):
            list(rows_in(record))


@pytest.mark.parametrize("content", [b"SQLite format 3\0", b"SQLite format 3\0" + b"x" * 5000])
def test_what_only_looks_like_a_database_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "file").write_bytes(content)
    with pytest.raises(BrokenFile, match="damaged, or no record"):
        list(rows_in(tmp_path / "file"))


def test_a_damaged_one_and_one_that_is_too_large_are_refused(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sound = record.read_bytes()
    record.write_bytes(sound.replace(b"seed/2", b"seed/7"))
    with pytest.raises(BrokenFile, match="damaged"):
        list(rows_in(record))
    record.write_bytes(sound)
    monkeypatch.setattr(foreign, "LARGEST_FILE", 100)
    with pytest.raises(BrokenFile, match="larger than 100 bytes"):
        list(rows_in(record))


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(BrokenFile, match="no file"):
        list(rows_in(tmp_path))
