"""Backups are made by themselves, are sound, and lead back; nothing is lost on the way."""

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from tests.memory.writing import GUIDE, attempt, learner, rows
from tests.samples import START, SetClock
from tui.cli.main import main
from tui.cli.status import Status
from tui.memory.backup import FOLDER, KEPT, back_up, back_up_daily, backups, restore
from tui.memory.errors import DamagedRecord
from tui.memory.store import NAME, Store
from tui.quiz.ask import Skipped
from tui.quiz.choosing import Choice

Captured = pytest.CaptureFixture[str]


def write(data: Path, *numbers: int) -> None:
    data.mkdir(exist_ok=True)
    with closing(Store(data / NAME)) as store:
        store.add(rows(*numbers))


def entries(path: Path) -> list[object]:
    with closing(Store(path)) as store:
        return list(store.entries(GUIDE))


def test_the_end_of_a_day_in_which_something_was_done_makes_one_backup(tmp_path: Path) -> None:
    for _ in range(2):
        study = learner(tmp_path)
        study.close()
    assert backups(tmp_path) == []
    for _ in range(2):
        study = learner(tmp_path)
        study.begin(Choice(seed="seed")).answer(Skipped())
        study.close()
    assert [each.name for each in backups(tmp_path)] == ["record-2026-01-14-090000-daily.sqlite"]
    assert len(entries(backups(tmp_path)[0])) == 1


def test_of_those_made_by_themselves_the_last_are_kept_and_of_the_others_all(tmp_path: Path) -> None:
    write(tmp_path, 1)
    own = back_up(tmp_path, START - timedelta(days=9))
    with closing(Store(tmp_path / NAME)) as store:
        for day in range(KEPT + 3):
            back_up_daily(store, tmp_path, START + timedelta(days=day))
    assert len(backups(tmp_path)) == KEPT + 1
    assert backups(tmp_path)[0].name == f"record-{START + timedelta(days=KEPT + 2):%Y-%m-%d-%H%M%S}-daily.sqlite"
    assert own.exists()


def test_a_backup_holds_what_another_window_has_just_written(tmp_path: Path) -> None:
    write(tmp_path, 1)
    with closing(Store(tmp_path / NAME)) as other:
        other.add(rows(2))
        assert entries(back_up(tmp_path, START)) == [attempt(1), attempt(2)]


def test_the_latest_backup_is_the_one_made_last(tmp_path: Path) -> None:
    write(tmp_path, 1)
    with closing(Store(tmp_path / NAME)) as store:
        back_up_daily(store, tmp_path, START)
    own = back_up(tmp_path, START + timedelta(hours=1))
    assert backups(tmp_path)[0] == own


def test_only_the_learner_can_read_a_backup_and_what_comes_of_it(tmp_path: Path) -> None:
    write(tmp_path, 1)
    backup = back_up(tmp_path, START)
    restore(tmp_path, backup, START)
    assert [each.stat().st_mode & 0o077 for each in (backup, tmp_path / NAME)] == [0, 0]


def test_a_damaged_record_makes_no_backup(tmp_path: Path) -> None:
    write(tmp_path, 1, 2)
    (tmp_path / NAME).write_bytes((tmp_path / NAME).read_bytes().replace(b"seed/2", b"seed/7"))
    with pytest.raises(DamagedRecord):
        back_up(tmp_path, START)
    assert list((tmp_path / FOLDER).iterdir()) == []


def test_a_restored_backup_is_the_record_and_the_one_before_is_kept(tmp_path: Path) -> None:
    write(tmp_path, 1)
    backup = back_up(tmp_path, START)
    write(tmp_path, 2)
    aside = restore(tmp_path, backup, SetClock()())
    assert entries(tmp_path / NAME) == [attempt(1)]
    assert aside
    assert entries(aside) == [attempt(1), attempt(2)]
    assert entries(backup) == [attempt(1)]


def test_two_restored_at_once_keep_both_records_before(tmp_path: Path) -> None:
    write(tmp_path, 1)
    backup = back_up(tmp_path, START)
    write(tmp_path, 2)
    asides = [restore(tmp_path, backup, START) for _ in range(2)]
    assert [entries(aside) for aside in asides if aside] == [[attempt(1), attempt(2)], [attempt(1)]]


def test_a_backup_that_is_damaged_is_not_restored(tmp_path: Path) -> None:
    write(tmp_path, 1)
    backup = back_up(tmp_path, START)
    backup.write_bytes(backup.read_bytes()[:5000])
    before = (tmp_path / NAME).read_bytes()
    with pytest.raises((DamagedRecord, sqlite3.Error)):
        restore(tmp_path, backup, START)
    assert (tmp_path / NAME).read_bytes() == before


def test_the_command_goes_from_a_backup_back_to_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.setenv("KRUZHOK_HOME", str(tmp_path / "data"))

    def said(*call: str, status: int = Status.FINE) -> str:
        assert main(["data", *call]) == status
        told = capsys.readouterr()
        return told.out if status == Status.FINE else told.err

    assert "nothing is kept yet" in said("where")
    assert "There is no file" in said("check", status=Status.WRONG_CALL)
    assert "There is no backup yet" in said("restore", status=Status.WRONG_CALL)
    write(tmp_path / "data", 1, 2)
    assert said("check") == "2 entries, all of them sound\n"
    backup = said("backup").strip()
    assert f"backup: {backup}" in said("where")
    write(tmp_path / "data", 3)
    assert f"restored: {backup}" in said("restore")
    assert entries(tmp_path / "data" / NAME) == [attempt(1), attempt(2)]
    (tmp_path / "data" / NAME).write_bytes(b"x" * 5000)
    assert "it is damaged" in said("check", status=Status.DATA)
    assert said("restore", backup)
    assert entries(tmp_path / "data" / NAME) == [attempt(1), attempt(2)]


def test_the_latest_sound_backup_is_gone_back_to_and_each_is_told_of_however_the_record_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.setenv("KRUZHOK_HOME", str(tmp_path))
    write(tmp_path, 1)
    sound = back_up(tmp_path, START)
    junk = back_up(tmp_path, START + timedelta(hours=1))
    junk.write_bytes(b"junk" * 25)
    (tmp_path / NAME).unlink()
    assert main(["data", "check"]) == Status.DATA
    told = capsys.readouterr()
    assert told.out == f"backup {sound.name}: 1, sound\n"
    assert "There is no record" in told.err
    assert f"backup {junk}: it is damaged, or no record" in told.err
    assert main(["data", "restore"]) == Status.FINE
    told = capsys.readouterr()
    assert told.out == f"restored: {sound}\n"
    assert f"{junk}: it is damaged" in told.err
    assert entries(tmp_path / NAME) == [attempt(1)]


def test_without_a_sound_backup_nothing_is_restored(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.setenv("KRUZHOK_HOME", str(tmp_path))
    write(tmp_path, 1)
    back_up(tmp_path, START).write_bytes(b"junk" * 25)
    assert main(["data", "restore"]) == Status.DATA
    assert "Nothing was changed" in capsys.readouterr().err
    assert entries(tmp_path / NAME) == [attempt(1)]
