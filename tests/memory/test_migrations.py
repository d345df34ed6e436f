"""A file of an older kruzhok gets the present form, after a backup of it was made."""

import sqlite3
import zlib
from contextlib import closing
from pathlib import Path

import pytest

from tests.memory.writing import GUIDE, attempt, learner, rows
from tui.memory import opening
from tui.memory.backup import FOLDER, backups
from tui.memory.errors import DamagedRecord, NotBackedUp
from tui.memory.opening import MIGRATIONS, VERSION
from tui.memory.store import NAME, Store


def old_file(folder: Path, *numbers: int) -> Path:
    """A record as the first kruzhok wrote it."""
    path = folder / NAME
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.executescript(MIGRATIONS[0].read_text(encoding="utf-8"))
        connection.execute("PRAGMA user_version = 1")
        for unique, guide, body in rows(*numbers):
            connection.execute("INSERT OR IGNORE INTO guide (id) VALUES (?)", (guide,))
            values = (unique.bytes, body, zlib.crc32(body))
            connection.execute("INSERT INTO entry (id, guide, body, crc) VALUES (?, 1, ?, ?)", values)
    return path


def version(path: Path) -> int:
    return int.from_bytes(path.read_bytes()[60:64], "big")


def test_an_older_file_is_backed_up_and_gets_the_present_form_with_all_that_is_in_it(tmp_path: Path) -> None:
    path = old_file(tmp_path, 1, 2, 3)
    with closing(Store(path)) as store:
        assert store.entries(GUIDE) == [attempt(1), attempt(2), attempt(3)]
        assert store.steps(GUIDE) == []
        assert store.snapshot(GUIDE) is None
    assert version(path) == VERSION
    (backup,) = backups(tmp_path)
    assert backup.name.endswith(f"-before-{VERSION}.sqlite")
    assert version(backup) == 1
    assert backup.stat().st_mode & 0o077 == 0
    with closing(Store(backup, write=False)) as store:
        assert store.check() == 3
    assert [each.name for each in (tmp_path / FOLDER).iterdir()] == [backup.name]


def test_a_file_that_has_the_present_form_or_is_empty_is_not_backed_up(tmp_path: Path) -> None:
    old_file(tmp_path)
    for _ in range(2):
        Store(tmp_path / NAME).close()
        with closing(Store(tmp_path / NAME)) as store:
            store.add(rows(1))
    assert backups(tmp_path) == []


def test_without_a_backup_an_older_file_stays_as_it_is(tmp_path: Path) -> None:
    path = old_file(tmp_path, 1, 2)
    (tmp_path / FOLDER).write_text("in the way", encoding="utf-8")
    with pytest.raises(NotBackedUp):
        Store(path)
    assert version(path) == 1


def test_a_learner_without_that_backup_is_told_and_keeps_all_once_it_can_be_made(tmp_path: Path) -> None:
    old_file(tmp_path, 1, 2)
    (tmp_path / FOLDER).write_text("in the way", encoding="utf-8")
    study = learner(tmp_path)
    assert "the backup cannot be written (file exists)" in (study.unkept or "")
    assert len(study.record.entries) == 2
    (tmp_path / FOLDER).unlink()
    study.mark_read(study.guide.lessons[0].panels[0].id)
    assert study.unkept is None
    assert study.close() == 0
    study = learner(tmp_path)
    assert len(study.record.entries) == 3
    study.close()


def test_a_damaged_older_file_makes_no_backup_under_its_name(tmp_path: Path) -> None:
    path = old_file(tmp_path, 1, 2, 3)
    path.write_bytes(path.read_bytes().replace(b"seed/2", b"seed/7"))
    with pytest.raises(DamagedRecord):
        Store(path)
    assert backups(tmp_path) == []
    study = learner(tmp_path)
    assert "set aside" in (study.notice or "")
    assert len(study.record.entries) == 2
    study.close()


def test_a_change_of_form_that_fails_half_way_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = old_file(tmp_path, 1)
    broken = tmp_path / "0003_broken.sql"
    broken.write_text("CREATE TABLE a (b INTEGER);\nCREATE TABLE a (b INTEGER);\n", encoding="utf-8")
    monkeypatch.setattr(opening, "MIGRATIONS", (*MIGRATIONS, broken))
    with pytest.raises(sqlite3.OperationalError):
        Store(path)
    assert version(path) == 1
