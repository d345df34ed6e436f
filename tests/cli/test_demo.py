"""`kruzhok demo`: a made-up learner apart from real records."""

import io
from pathlib import Path

import pytest

from tui.classroom.company import Company
from tui.classroom.events import Scoring
from tui.classroom.hosting import HostedRoom
from tui.classroom.room import Room
from tui.cli import demo, demo_class
from tui.cli.main import main
from tui.cli.status import Status
from tui.drawing.room import Lobby
from tui.guide.words import Kind
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


def played(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> tuple[int, list[tuple[Room, Lobby]]]:
    """A room of three questions with a made-up class, whose host leaves at once: what was called, with what it was."""
    seen: list[tuple[Room, Lobby]] = []

    def look(hosted: HostedRoom, lobby: Lobby, server: object, options: object) -> int:
        assert isinstance(server, Company)
        seen.append((hosted.room, lobby))
        return 0

    monkeypatch.setattr("tui.cli.terminal.full_screen", lambda: True)
    monkeypatch.setattr("tui.cli.demo_class.host_on_screen", look)
    return main(["demo", "--class", *arguments]), seen


def test_a_class_has_a_room_apart_from_real_ones_that_goes_with_it(
    real: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    status, ((room, lobby),) = played(monkeypatch)
    assert status == Status.FINE
    assert lobby.made_up == demo_class.USUAL
    assert [address.partition(":")[0] for address in lobby.addresses] == ["127.0.0.1"]
    assert room.began.seats > lobby.made_up
    assert not list(tmp_path.glob("kruzhok-demo-*"))
    assert not real.exists()


def test_a_room_that_is_kept_can_be_reported(
    real: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    place = str(tmp_path / "kept")
    status, ((room, _),) = played(monkeypatch, "3", "--keep", place)
    assert status == Status.FINE
    assert f"kruzhok report --data {place}" in capsys.readouterr().out
    assert main(["report", "--data", place, "--format", "text"]) == Status.FINE
    assert f"Room {room.began.code}" in capsys.readouterr().out
    assert not real.exists()


def test_what_is_asked_is_chosen_as_for_a_real_room_and_the_same_for_the_same_seed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    choices = ("--kind", "date", "--count", "3", "--limit", "20", "--speed")
    _, ((one, _),) = played(monkeypatch, "5", *choices)
    _, ((again, _),) = played(monkeypatch, "5", *choices)
    _, ((other, _),) = played(monkeypatch, "5", *choices, "--seed", "other")
    assert {each.kind for each in one.questions} == {Kind.DATE}
    assert one.began.scoring is Scoring.SPEED
    assert [each.id for each in one.questions] == [each.id for each in again.questions]
    assert [each.id for each in one.questions] != [each.id for each in other.questions]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--class", "61"], "up to 60 pupils"),
        (["--class", "0"], "a whole number from 1 on"),
        (["--class"], "needs a terminal that kruzhok can fill"),
        (["--lesson", "3"], "kruzhok demo --class --lesson"),
        (["--class", "--speed"], "--limit SECONDS"),
        (["--class", "--only", "x", "--count", "2"], "leave --lesson, --kind and --count out"),
    ],
    ids=" ".join,
)
def test_a_wrong_call_for_a_class_is_told(arguments: list[str], told: str, capsys: Captured) -> None:
    try:
        status = main(["demo", *arguments])
    except SystemExit as left:
        status = int(left.code or 0)
    assert status == Status.WRONG_CALL
    assert told in capsys.readouterr().err
