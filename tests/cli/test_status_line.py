"""`kruzhok status`: one line for a shell prompt, whatever there is to say and whatever is wrong."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.guides import small_guide
from tests.studying import answer_all
from tui.cli.main import main
from tui.cli.status import Status
from tui.memory.learners import Learners, name_from
from tui.memory.store import NAME
from tui.quiz.choosing import Choice
from tui.study import Study, open_guide

Captured = pytest.CaptureFixture[str]
ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def guide(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = small_guide(tmp_path / "guide")
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def data(tmp_path: Path, guide: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a learner who has answered the whole bank and left."""
    folder = tmp_path / "data"
    monkeypatch.setenv("KRUZHOK_HOME", str(folder))
    study = Study(open_guide(guide), data_folder=lambda: folder)
    answer_all(study.begin(Choice(seed="seed")))
    study.close()
    return folder


def test_before_anything_was_done_it_says_so_and_makes_nothing(
    tmp_path: Path, guide: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.setenv("KRUZHOK_HOME", str(tmp_path / "data"))
    assert main(["status"]) == Status.FINE
    assert capsys.readouterr() == ("not begun yet\n", "")
    assert not (tmp_path / "data").exists()


def test_it_says_the_same_from_what_was_left_behind_and_without(data: Path, capsys: Captured) -> None:
    assert main(["status"]) == Status.FINE
    quick = capsys.readouterr()
    for file in data.glob("status-*"):
        file.unlink()
    before = sorted(data.iterdir())
    assert main(["status"]) == Status.FINE
    assert capsys.readouterr() == quick
    assert quick.out.startswith("lesson 1, ")
    assert quick.err == ""
    assert sorted(data.iterdir()) == before


def test_a_guide_that_is_not_there_is_told(data: Path, capsys: Captured) -> None:
    assert main(["status", "--guide", "nowhere"]) == Status.WRONG_CALL
    out, err = capsys.readouterr()
    assert not out
    assert "nowhere" in err


@pytest.mark.parametrize("holds", [b"no record at all", b"SQLite format 3\0" + b"\0" * 44 + b"\x7f" * 40])
def test_a_record_that_cannot_be_read_is_told_and_left(holds: bytes, data: Path, capsys: Captured) -> None:
    (data / NAME).write_bytes(holds)
    assert main(["status"]) == Status.DATA
    out, err = capsys.readouterr()
    assert not out
    assert err.count("\n") == 1
    assert str(data / NAME) in err
    assert (data / NAME).read_bytes() == holds


def test_no_home_is_told(guide: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    monkeypatch.setenv("KRUZHOK_HOME", "")
    assert main(["status"]) == Status.DATA
    assert "KRUZHOK_HOME" in capsys.readouterr().err


def test_where_several_learn_it_names_whose_line_it_is_and_asks_nobody(data: Path, capsys: Captured) -> None:
    learners = Learners(data)
    learners.rename(learners.usual(), name_from("Ana"))
    learners.begin(name_from("Boris"))
    assert main(["status"]) == Status.FINE
    assert capsys.readouterr().out.startswith("Ana: lesson 1, ")
    assert main(["status", "--learner", "boris"]) == Status.FINE
    assert capsys.readouterr() == ("Boris: not begun yet\n", "")
    assert main(["status", "--learner", "Borys"]) == Status.WRONG_CALL
    assert "Did you mean Boris?" in capsys.readouterr().err


@pytest.mark.parametrize("several", [False, True])
def test_it_loads_next_to_nothing(several: bool, data: Path) -> None:
    if several:
        Learners(data).begin(name_from("Boris"))
    code = (
        f"import sys\nsys.path.insert(0, {str(ROOT)!r})\nfrom tui.cli.main import main\nassert main(['status']) == 0\n"
        "heavy = {'textual', 'rich', 'msgspec', 'sqlite3', 'yaml', 'argparse', 'asyncio', 'json'}\n"
        "assert not heavy & sys.modules.keys(), heavy & sys.modules.keys()"
    )
    # What measures the tests loads some of them in whatever process it finds.
    bare = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")}
    done = subprocess.run([sys.executable, "-c", code], env=bare, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_where_nobody_has_a_record_it_says_so(
    tmp_path: Path, guide: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.setenv("KRUZHOK_HOME", str(tmp_path / "data"))
    assert main(["status", "--learner", "Anna"]) == Status.WRONG_CALL
    assert capsys.readouterr() == ("", "kruzhok: Nobody has a record here yet\n")
    assert not (tmp_path / "data").exists()
