"""`kruzhok demo`: a made-up learner apart from real records."""

import io
from pathlib import Path

import pytest

from tui.cli import demo
from tui.cli.main import main
from tui.cli.status import Status
from tui.memory.glancing import read_in
from tui.memory.store import NAME
from tui.paths import shipped_guide
from tui.study import Study, open_guide

Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def real(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the real record would be."""
    monkeypatch.setenv("KRUZHOK_HOME", str(tmp_path / "real"))
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr("sys.stdin", io.StringIO())
    return tmp_path / "real"


def test_its_record_is_kept_where_it_is_to_be_and_no_real_one_is_touched(
    real: Path, tmp_path: Path, capsys: Captured
) -> None:
    place = tmp_path / "made up"
    assert main(["demo", "--keep", str(place)]) == Status.FINE
    assert str(place) in capsys.readouterr().out
    record = read_in(place, open_guide(shipped_guide()).id).record
    assert len(record.knowledge) > 50
    assert len(record.read_panels) > 20
    assert not real.exists()
    assert main(["status", "--data", str(place)]) == Status.FINE
    assert " due, " in capsys.readouterr().out


def test_the_same_seed_is_the_same_learner(tmp_path: Path) -> None:
    name = open_guide(shipped_guide()).id
    entries = []
    for place, seed in (("one", "a"), ("two", "a"), ("three", "b")):
        assert main(["demo", "--keep", str(tmp_path / place), "--seed", seed]) == Status.FINE
        entries.append(read_in(tmp_path / place, name).record.entries)
    assert entries[0] == entries[1]
    assert entries[0] != entries[2]


def test_a_folder_with_something_in_it_is_left(tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    assert main(["demo", "--keep", str(tmp_path)]) == Status.WRONG_CALL
    assert "a folder of its own" in capsys.readouterr().err
    assert [each.name for each in tmp_path.iterdir()] == ["mine.txt"]


def test_without_a_screen_it_says_what_to_do(capsys: Captured) -> None:
    assert main(["demo"]) == Status.WRONG_CALL
    assert "--keep FOLDER" in capsys.readouterr().err


def test_on_the_screen_it_says_that_it_is_a_demo_and_leaves_nothing(
    real: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[tuple[str, bool]] = []

    def look(study: Study, *_: object) -> int:
        folder = next(tmp_path.glob("kruzhok-demo-*"))
        seen.append((study.learner, (folder / NAME).exists()))
        assert study.notice is None
        return 0

    monkeypatch.setattr("tui.cli.terminal.full_screen", lambda: True)
    monkeypatch.setattr("tui.cli.screen.show", look)
    assert main(["demo"]) == Status.FINE
    assert seen == [(demo.NAME, True)]
    assert not list(tmp_path.glob("kruzhok-demo-*"))
    assert not real.exists()
