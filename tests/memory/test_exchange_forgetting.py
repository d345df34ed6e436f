"""What is to be forgotten is gone, and nothing else."""

import sqlite3
from contextlib import closing
from pathlib import Path
from uuid import UUID

import pytest

from tests.memory.test_exchange_merging import keep, kept
from tests.memory.writing import GUIDE, attempt, rows
from tests.samples import START
from tui.guide.words import GuideId
from tui.memory import store
from tui.memory.backup import FOLDER, back_up, restore
from tui.memory.doubts import NAME as DOUBTS
from tui.memory.doubts import DoubtMark
from tui.memory.doubts import keep as keep_mark
from tui.memory.forgetting import OpenElsewhere, forget, forget_guide
from tui.memory.keeper import Keeper
from tui.memory.merging import DEVICE
from tui.memory.rewriting import Rewriting
from tui.memory.store import NAME, Row

OTHER = GuideId("another")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder with one of everything."""
    folder = keep(tmp_path / "data", [*rows(1, 2), Row.of(UUID(int=3), OTHER, attempt(3))])
    restore(folder, back_up(folder, START), START)
    for name in (DOUBTS, DEVICE, "learner.txt", f"{NAME}.restored", "record-damaged-20260101-1.sqlite-wal"):
        (folder / name).write_text("x")
    return folder


def files(folder: Path) -> set[str]:
    return {str(each.relative_to(folder)) for each in folder.rglob("*") if not each.is_dir()}


def test_all_that_was_made_is_erased_and_the_folder_with_it(folder: Path) -> None:
    there = files(folder)
    done = forget(folder)
    assert {str(each.relative_to(folder)) for each in done.erased} == there
    assert done.left == []
    assert not folder.exists()
    assert forget(folder).erased == []


def test_what_others_put_there_stays_and_is_told(folder: Path) -> None:
    mine = [folder / "notes.txt", folder / "records.sqlite", folder / FOLDER / "mine.sqlite"]
    for each in (*mine, folder / "learners" / "2-anna" / NAME):
        each.parent.mkdir(parents=True, exist_ok=True)
        each.write_text("mine")
    assert set(forget(folder).left) == set(mine)
    assert files(folder) == {"notes.txt", "records.sqlite", "backups/mine.sqlite", f"learners/2-anna/{NAME}"}


def test_no_link_leads_out_of_the_folder(folder: Path, tmp_path: Path) -> None:
    outside = keep(tmp_path / "outside", rows(8))
    (outside / FOLDER).mkdir()
    (outside / FOLDER / "record-2026.sqlite").write_text("outside")
    before = files(outside)
    for name in (FOLDER, NAME):
        (folder / name).rename(tmp_path / name)
        (folder / name).symlink_to(outside / name)
    done = forget(folder)
    assert files(outside) == before
    assert set(done.left) == {outside / NAME, folder / FOLDER}
    assert files(folder) == set()
    assert not (folder / NAME).is_symlink()


@pytest.mark.parametrize("content", [b"", b"x" * 5000, b"SQLite format 3\0" + b"\x63" * 5000])
def test_what_cannot_be_opened_is_erased_too(folder: Path, content: bytes) -> None:
    (folder / NAME).write_bytes(content)
    forget(folder)
    assert not folder.exists()


def test_while_a_window_is_open_nothing_is_erased(folder: Path) -> None:
    keeper = Keeper(folder, GUIDE, START)
    there = files(folder)
    with pytest.raises(OpenElsewhere):
        forget(folder)
    with pytest.raises(OpenElsewhere):
        forget_guide(folder, GUIDE)
    assert files(folder) == there
    keeper.keep([(UUID(int=9), attempt(9))])
    assert (keeper.unkept, keeper.close(START)) == (None, 0)
    assert len(kept(folder)) == 4


def test_a_guide_goes_from_the_record_and_from_every_copy(folder: Path) -> None:
    done = forget_guide(folder, GUIDE)
    assert done.entries == 2
    databases = [each for each in folder.rglob("record*.sqlite") if each.is_file()]
    assert len(databases) == 3
    assert set(done.erased) == set(databases)
    for each in databases:
        assert [row.guide for row in kept_in(each)] == [OTHER]
    seen = b"".join(each.read_bytes() for each in folder.rglob("record*") if each.is_file())
    assert b"seed/3" in seen
    assert b"seed/1" not in seen
    assert b"seed/2" not in seen


def kept_in(file: Path) -> list[Row]:
    with closing(Rewriting(file)) as store:
        return [row for row, _ in store.everything()]


def test_the_marks_on_a_guide_are_erased_with_it(folder: Path, tmp_path: Path) -> None:
    for of in (GUIDE, OTHER):
        mark = DoubtMark(
            guide="/guide", guide_id=of, question=attempt(1).question, fingerprint="1", word=f"on {of}", at=START
        )
        keep_mark(folder, mark)
    done = forget_guide(folder, GUIDE)
    assert folder / DOUBTS in done.erased
    assert "on sample" not in (folder / DOUBTS).read_text()
    assert "on another" in (folder / DOUBTS).read_text()
    (folder / DOUBTS).rename(tmp_path / "elsewhere")
    (folder / DOUBTS).symlink_to(tmp_path / "elsewhere")
    assert folder / DOUBTS in forget_guide(folder, OTHER).left
    assert "on another" in (tmp_path / "elsewhere").read_text()


def test_a_copy_that_cannot_be_read_is_told(folder: Path) -> None:
    (folder / FOLDER / "record-2026-01-01.sqlite").write_bytes(b"x" * 5000)
    done = forget_guide(folder, GUIDE)
    assert folder / FOLDER / "record-2026-01-01.sqlite" in done.left
    assert (folder / FOLDER / "record-2026-01-01.sqlite").exists()


def test_what_is_done_with_other_guides_goes_on_being_kept(folder: Path) -> None:
    forget_guide(folder, GUIDE)
    keeper = Keeper(folder, OTHER, START)
    assert keeper.record.entries == (attempt(3),)
    keeper.keep([(UUID(int=9), attempt(9))])
    assert (keeper.unkept, keeper.close(START)) == (None, 0)


def test_a_backup_of_an_older_form_loses_the_guide_too_and_makes_no_copy_of_it(tmp_path: Path) -> None:
    folder = keep(tmp_path / "data", rows(1, 2))
    old = back_up(folder, START)
    with closing(sqlite3.connect(old)) as connection:
        connection.executescript("DROP TABLE snapshot; DROP TABLE step; DROP INDEX entry_of_guide")
        connection.execute("PRAGMA user_version = 1")
    forget_guide(folder, GUIDE)
    assert files(folder) == {NAME, str(old.relative_to(folder))}
    assert b"seed/1" not in old.read_bytes()


@pytest.mark.parametrize("mode", ["WAL", "DELETE"])
def test_while_another_program_holds_the_record_nothing_is_erased(
    folder: Path, mode: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "PATIENCE", 0)
    with closing(sqlite3.connect(folder / NAME, isolation_level=None)) as connection:
        connection.execute(f"PRAGMA journal_mode = {mode}")
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute("BEGIN EXCLUSIVE")
        there = files(folder)
        with pytest.raises(OpenElsewhere):
            forget(folder)
        with pytest.raises(OpenElsewhere):
            forget_guide(folder, GUIDE)
        assert files(folder) == there
        connection.execute("ROLLBACK")
