"""Each fault of a record, done: it is told with what to do, nothing is overwritten, and what can be read is shown."""

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from shutil import copyfile

import pytest

from tests.memory.test_keeper import answer, file, kept, told
from tests.memory.writing import learner, rows
from tests.samples import START, SetClock, sample_guide
from tests.screens.test_home import settle, shown
from tui.app import KruzhokApp
from tui.memory import place, store
from tui.memory.backup import back_up
from tui.memory.store import NAME, Store
from tui.memory.trouble import words_of_clock
from tui.paths import data_folder
from tui.study import Study

ROOT = Path(__file__).parents[2]


def notice(study: Study) -> str:
    return study.notice or ""


def written(data: Path, *numbers: int) -> None:
    """A record with these entries."""
    there = Store(file(data))
    there.add(rows(*numbers))
    there.close()


def backed_up(data: Path, *numbers: int) -> Path:
    """A record with these entries, and a backup of it."""
    written(data, *numbers)
    return back_up(data, START)


def filled(data: Path, *call: str) -> tuple[int, int, int, str]:
    """How a disk that fills went: attempts before and after, what is lost, what was told."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.memory.filling", str(data), *call],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    before, after, lost, says = done.stdout.split(" ", 3)
    return int(before), int(after), int(lost), says


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 1 MB with ballast in it; skipped where none can be made."""
    disk = tmp_path / "disk"
    disk.mkdir()
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk], capture_output=True, check=False)
    if made.returncode:
        pytest.skip("only root may make a file system")
    try:
        (disk / "ballast").write_bytes(b"\0" * 300_000)
        yield disk
    finally:
        subprocess.run(["umount", disk], check=True)


def test_a_disk_that_fills_is_told_and_all_is_kept_once_there_is_room(small_disk: Path) -> None:
    before, after, lost, says = filled(small_disk)
    assert before > 500
    assert says.startswith("The disk is full")
    assert (after, lost, kept(small_disk)) == (before + 1, 0, before + 1)


def test_a_file_that_may_not_grow_is_told_and_all_is_kept_once_it_may(tmp_path: Path) -> None:
    before, after, lost, says = filled(tmp_path, "200000")
    assert says.startswith("The disk does not take what you do")
    assert (after, lost, kept(tmp_path)) == (before + 1, 0, before + 1)


def test_a_file_that_another_holds_from_the_start_is_read_and_kept_in_once_it_is_free(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "PATIENCE", 0)
    written(tmp_path, 1, 2)
    other = sqlite3.connect(file(tmp_path), isolation_level=None)
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    study = learner(tmp_path)
    assert "Another program holds" in told(study)
    assert len(study.record.attempts) == 2
    answer(study)
    assert "Another program holds" in told(study)
    other.close()
    answer(study)
    assert not told(study)
    assert kept(tmp_path) == 4
    assert study.close() == 0


def test_a_file_in_the_place_of_the_folder_is_told_and_all_is_kept_once_it_is_gone(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.touch()
    study = learner(data)
    answer(study)
    assert "cannot be written" in told(study)
    data.unlink()
    answer(study)
    assert not told(study)
    assert kept(data) == 2
    assert study.close() == 0


def test_a_home_that_is_not_there_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("KRUZHOK_HOME", "XDG_DATA_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", "/proc/nowhere")
    study = Study(sample_guide(), SetClock(), data_folder=data_folder)
    answer(study)
    assert "/proc/nowhere" in told(study)
    assert "kruzhok --data FOLDER" in told(study)
    assert study.close() == 1


@pytest.mark.parametrize("gone", ["empty", "deleted"])
def test_an_empty_record_with_a_backup_is_told_and_comes_back_with_what_was_done_since(
    tmp_path: Path, gone: str
) -> None:
    backup = backed_up(tmp_path, *range(1, 8))
    if gone == "empty":
        file(tmp_path).write_bytes(b"")
    else:
        file(tmp_path).unlink()
    study = learner(tmp_path)
    assert not told(study)
    assert len(study.record.entries) == 0
    assert study.offer
    assert "was empty or gone" in study.offer.what
    assert study.offer.says == "The backup of 2026-01-14 has 7 entries more than the record now."
    answer(study)
    assert study.take_backup() == 7
    assert len(study.record.attempts) == 8
    assert study.take_backup() == 0
    assert study.close() == 0
    assert kept(tmp_path) == 8
    assert backup.exists()


def test_a_record_that_is_new_offers_nothing(tmp_path: Path) -> None:
    study = learner(tmp_path)
    answer(study)
    assert (study.offer, study.notice) == (None, None)
    study.close()


def test_a_damaged_record_is_offered_what_its_backup_has_beyond_it(tmp_path: Path) -> None:
    backed_up(tmp_path, *range(1, 201))
    written(tmp_path, 201)
    data = file(tmp_path).read_bytes()
    file(tmp_path).write_bytes(data.replace(b'seed/7"', b'seed/8"').replace(b'seed/9"', b'seed/8"'))
    study = learner(tmp_path)
    assert study.offer
    assert "set aside as record-damaged" in study.offer.what
    assert study.offer.says.endswith(
        "2 entries more than the record now. What the record has beyond it, 1 entry, stays."
    )
    assert study.take_backup() == 2
    assert {attempt.id.int for attempt in study.record.attempts} == set(range(1, 202))
    study.close()


def test_a_damaged_backup_is_passed_over_for_the_one_before(tmp_path: Path) -> None:
    good = backed_up(tmp_path, 1, 2, 3)
    bad = good.with_name("record-2026-01-15-090000-daily.sqlite")
    bad.write_bytes(good.read_bytes().replace(b'seed/2"', b'seed/3"'))
    file(tmp_path).unlink()
    study = learner(tmp_path)
    assert study.offer
    assert study.offer.backup == good
    study.close()


async def test_home_offers_the_backup_and_one_key_brings_it_back(tmp_path: Path) -> None:
    study = learner(tmp_path)
    panels = study.guide.lessons[0].panels
    study.mark_read(panels[0].id)
    study.close()
    file(tmp_path).unlink()
    for key, there in (("n", 0), ("b", 1)):
        study = learner(tmp_path)
        app = KruzhokApp(study)
        async with app.run_test(size=(60, 20)) as pilot:
            await settle(pilot)
            assert "Something is missing from your record" in shown(app)
            assert "has 1 entry more than the record now." in " ".join(shown(app).split())
            await pilot.press(key)
            await settle(pilot)
            assert len(study.record.entries) == there
            assert ("1 entry is back." in {note.message for note in app._notifications}) == bool(there)
            assert (f"1 of {len(panels)}" in shown(app)) == bool(there)
        study.close()
        if not there:
            file(tmp_path).unlink()


@pytest.mark.parametrize(
    ("later", "says"),
    [
        (timedelta(days=-3650), "This computer's clock says 2016-01-17, yet what you did last was kept on 2026-01-14."),
        (timedelta(days=-2), "This computer's clock says 2026-01-12, yet"),
        (timedelta(hours=-23), ""),
        (timedelta(days=300), ""),
        (
            timedelta(days=4000, minutes=1),
            "By this computer's clock it is 4000 days since you were last here, on 2026-01-14.",
        ),
    ],
)
def test_a_clock_that_may_be_wrong_is_told_once(tmp_path: Path, later: timedelta, says: str) -> None:
    study = learner(tmp_path)
    answer(study)
    study.close()
    for expected in (says, ""):
        study = Study(sample_guide(), SetClock(START + later), data_folder=lambda: tmp_path)
        assert notice(study).startswith(expected)
        assert bool(notice(study)) == bool(expected)
        assert len(study.record.attempts) > 0
        answer(study)
        assert study.close() == 0


@pytest.mark.parametrize("kind", ["nfs", "nfs4", "cifs", "smb3", "fuse.sshfs", "9p"])
def test_on_another_computers_disk_the_record_has_no_log_and_that_is_told_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    data = tmp_path / "far away"
    study = learner(data)
    answer(study)
    study.close()
    mounts = tmp_path / "mounts"
    escaped = str(data).replace(" ", "\\040")
    mounts.write_text(f"/dev/a / ext4 rw 0 0\nserver:/a {escaped} {kind} rw 0 0\n/dev/b {escaped}-too ext4 rw 0 0\n")
    monkeypatch.setattr(place, "MOUNTS", mounts)
    for said in ("Your record is on another computer's disk", ""):
        study = learner(data)
        assert notice(study).startswith(said)
        assert bool(study.notice) == bool(said)
        answer(study)
        assert study._keeper
        assert study._keeper._store
        connection = study._keeper._store._connection
        modes = [connection.execute(f"PRAGMA {name}").fetchone() for name in ("journal_mode", "synchronous")]
        assert modes == [("delete",), (3,)]
        assert not Path(f"{file(data)}-wal").exists()
        assert study.close() == 0
    assert kept(data) == 3


def test_of_two_file_systems_in_one_place_the_upper_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mounts = tmp_path / "mounts"
    monkeypatch.setattr(place, "MOUNTS", mounts)
    assert not place.on_network(tmp_path / NAME)
    mounts.write_text("a / nfs rw 0 0\nb / ext4 rw 0 0\n\nc\n")
    assert not place.on_network(tmp_path / NAME)
    mounts.write_text("b / ext4 rw 0 0\na / nfs rw 0 0\n")
    assert place.on_network(tmp_path / NAME)


def test_a_sitting_that_has_ended_is_in_the_file_itself(tmp_path: Path) -> None:
    study = learner(tmp_path)
    sitting = answer(study)
    assert Path(f"{file(tmp_path)}-wal").stat().st_size
    sitting.leave()
    assert not Path(f"{file(tmp_path)}-wal").stat().st_size
    (tmp_path / "alone").mkdir()
    copyfile(file(tmp_path), file(tmp_path / "alone"))
    assert kept(tmp_path / "alone") == 1
    study.close()


def test_a_log_that_is_lost_takes_no_more_than_the_last_answers(tmp_path: Path) -> None:
    study = learner(tmp_path)
    for _ in range(200):
        answer(study)
    (tmp_path / "after").mkdir()
    copyfile(file(tmp_path), file(tmp_path / "after"))
    assert 150 < kept(tmp_path / "after") <= 200
    again = learner(tmp_path / "after")
    assert not again.unkept
    again.close()
    study.close()


def test_a_backup_of_an_open_record_has_all_of_it(tmp_path: Path) -> None:
    study = learner(tmp_path)
    for _ in range(5):
        answer(study)
    backup = back_up(tmp_path, START)
    copyfile(backup, file(tmp_path / "backups"))
    assert kept(tmp_path / "backups") == 5
    study.close()


def test_two_windows_see_each_others_answers_the_next_time(tmp_path: Path) -> None:
    one, other = learner(tmp_path), learner(tmp_path)
    for study in (one, other, one):
        answer(study)
    assert one.close() == other.close() == 0
    study = learner(tmp_path)
    assert len(study.record.attempts) == 3
    study.close()


@pytest.mark.usefixtures("in_samoa")
def test_the_days_of_a_clock_that_may_be_wrong_are_those_that_it_shows() -> None:
    says = words_of_clock(START, START - timedelta(days=2))
    assert says
    assert says.startswith("This computer's clock says 2026-01-11, yet what you did last was kept on 2026-01-13.")
