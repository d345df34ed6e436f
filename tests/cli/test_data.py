"""`kruzhok data export|merge|forget`: what they say, and with what exit status."""

import io
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.memory.test_exchange import written
from tests.memory.test_exchange_merging import keep, kept
from tests.memory.writing import rows
from tests.streams import Terminal
from tui.cli.main import main
from tui.cli.status import Status
from tui.memory.backup import backups
from tui.memory.learners import Learners, name_from
from tui.memory.rewriting import Rewriting
from tui.memory.store import NAME

Called = Callable[..., str]


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a learner who has answered three questions."""
    monkeypatch.setenv("KRUZHOK_HOME", str(tmp_path / "data"))
    monkeypatch.setattr("sys.stdin", io.StringIO())
    monkeypatch.chdir(tmp_path)
    return keep(tmp_path / "data", rows(1, 2, 3))


@pytest.fixture
def called(capsys: pytest.CaptureFixture[str]) -> Called:
    """Calls it, and gives what it said on both streams."""

    def call(*arguments: str, status: int = Status.FINE) -> str:
        got = main(["data", *arguments])
        said = capsys.readouterr()
        assert got == status, said
        return said.out + said.err

    return call


def test_what_is_exported_is_the_same_record_on_another_machine(
    data: Path, tmp_path: Path, called: Called, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "kruzhok-record.jsonl: 3 entries" in called("export", "to/there")
    there = tmp_path / "to" / "there"
    assert {each.stat().st_mode & 0o077 for each in there.iterdir()} == {0}
    assert len((there / "kruzhok-attempts.csv").read_text(encoding="utf-8-sig").splitlines()) == 4
    monkeypatch.setenv("KRUZHOK_HOME", str(tmp_path / "new"))
    assert "3 entries were new" in called("merge", str(there / "kruzhok-record.jsonl"))
    assert kept(tmp_path / "new") == kept(data)
    assert "had all of it already" in called("merge", str(data / NAME))


def test_a_guide_is_exported_alone_under_its_own_name(data: Path, tmp_path: Path, called: Called) -> None:
    keep(data, [rows(4)[0]._replace(guide="an other/guide")])  # type: ignore[arg-type]
    assert "1 entry" in called("export", "--guide", "an other/guide")
    assert (tmp_path / "kruzhok-record-an-other-guide.jsonl").exists()
    assert "Did you mean sample?" in called("export", "--guide", "simple", status=Status.WRONG_CALL)


def test_an_export_replaces_the_one_before_as_a_whole(
    data: Path, tmp_path: Path, called: Called, monkeypatch: pytest.MonkeyPatch
) -> None:
    called("export")
    before = (tmp_path / "kruzhok-record.jsonl").read_bytes()
    keep(data, rows(4))
    with monkeypatch.context() as patched:

        def full(_: int) -> None:
            raise OSError(28, "No space left on device")

        patched.setattr("os.fsync", full)
        assert "no space left on device" in called("export", status=Status.WRONG_CALL)
    assert (tmp_path / "kruzhok-record.jsonl").read_bytes() == before
    assert not [each for each in tmp_path.iterdir() if each.name.endswith(".new")]
    called("export")
    assert (tmp_path / "kruzhok-record.jsonl").read_bytes() != before


def test_nothing_to_export_and_nowhere_to_write_are_told(data: Path, tmp_path: Path, called: Called) -> None:
    (tmp_path / "file").touch()
    assert "Your record is as it was" in called("export", "file", status=Status.WRONG_CALL)
    shutil.rmtree(data)
    assert "There is no file" in called("export", status=Status.WRONG_CALL)
    assert "Nothing is kept" in called("forget", "--yes")


def test_a_broken_file_is_told_with_its_line_and_the_others_are_merged(
    data: Path, tmp_path: Path, called: Called
) -> None:
    sound, broken = written(tmp_path / "sound", rows(7)), written(tmp_path / "bro\x1b[31mken", rows(8))
    broken.write_bytes(broken.read_bytes().replace(b"seed/8", b"seed/9"))
    said = called("merge", str(broken), str(sound), status=Status.WRONG_CALL)
    assert "line 2 does not read as it was written. Nothing of it was merged" in said
    assert "1 entry was new" in said
    assert "\x1b" not in said
    assert len(kept(data)) == 4


def test_a_folder_keeps_devices_in_step(
    data: Path, tmp_path: Path, called: Called, monkeypatch: pytest.MonkeyPatch
) -> None:
    shared = tmp_path / "shared"
    shared.mkdir()
    assert "for your other devices" in called("merge", "shared")
    monkeypatch.setenv("KRUZHOK_HOME", str(keep(tmp_path / "other", rows(2, 9))))
    assert "2 entries were new" in called("merge", "shared")
    monkeypatch.setenv("KRUZHOK_HOME", str(data))
    assert "1 entry was new" in called("merge", "shared")
    assert kept(data) == kept(tmp_path / "other")
    assert "this device's name" in called("where")
    assert "sound" in called("check")


def test_two_learners_of_one_computer_are_never_mixed(data: Path, tmp_path: Path, called: Called) -> None:
    anna = Learners(data).begin(name_from("Anna")).folder
    keep(anna, rows(9))
    (tmp_path / "shared").mkdir()
    called("merge", "shared", "--learner", "Anna")
    assert "holds the record of Anna" in called("merge", "shared", status=Status.WRONG_CALL)
    assert len(kept(data)) == 3


def test_what_cannot_be_merged_is_told(data: Path, tmp_path: Path, called: Called) -> None:
    assert "There is no file or folder" in called("merge", "nowhere", status=Status.WRONG_CALL)
    assert "Name the file" in called("merge", str(data), status=Status.WRONG_CALL)
    (data / NAME).write_bytes(b"x" * 5000)
    sound = written(tmp_path / "sound", rows(7))
    assert "Nothing was changed" in called("merge", str(sound), status=Status.DATA)
    assert (data / NAME).read_bytes() == b"x" * 5000


@pytest.mark.parametrize(
    ("code", "told"), [(sqlite3.SQLITE_FULL, "disk is full"), (sqlite3.SQLITE_BUSY, "Close what else writes there")]
)
def test_what_stops_a_merge_is_told_with_what_to_do(
    data: Path, tmp_path: Path, called: Called, monkeypatch: pytest.MonkeyPatch, code: int, told: str
) -> None:
    def stopped(*_: object) -> None:
        error = sqlite3.OperationalError("it cannot be written")
        error.sqlite_errorcode = code
        raise error

    monkeypatch.setattr(Rewriting, "_put_in_order", stopped)
    said = called("merge", str(written(tmp_path / "sound", rows(7))), status=Status.DATA)
    assert "Nothing was changed" in said
    assert told in said
    assert len(kept(data)) == 3
    assert backups(data) == []


def test_nothing_is_forgotten_unless_it_is_meant(data: Path, called: Called, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "add --yes" in called("forget", status=Status.WRONG_CALL)
    for typed in ("\n", "yes\n", ""):
        monkeypatch.setattr("sys.stdin", Terminal(typed))
        monkeypatch.setattr("sys.stderr", told := Terminal())
        called("forget", status=Status.WRONG_CALL)
        assert "Nothing was erased" in told.getvalue()
    assert len(kept(data)) == 3
    monkeypatch.setattr("sys.stdin", Terminal("forget\n"))
    assert "erased: " in called("forget")
    assert not data.exists()


def test_a_guide_is_forgotten_in_the_backups_too(data: Path, called: Called) -> None:
    called("backup")
    assert "Did you mean sample?" in called("forget", "--guide", "simple", "--yes", status=Status.WRONG_CALL)
    said = called("forget", "--guide", "sample", "--yes")
    assert said.count("erased in: ") == 2
    assert kept(data) == []
    assert "Nothing is kept of any guide" in called("forget", "--guide", "sample", status=Status.WRONG_CALL)


def test_a_damaged_backup_is_told(data: Path, called: Called) -> None:
    called("backup")
    backups(data)[0].write_bytes(b"x")
    assert "3 entries, all of them sound" in called("check", status=Status.DATA)
