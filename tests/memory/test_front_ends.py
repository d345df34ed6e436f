"""Every front end says what becomes of the record."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.guides import small_guide
from tests.memory.writing import learner
from tests.screens.test_home import settle, shown
from tui.app import KruzhokApp
from tui.cli import terminal
from tui.cli.main import main
from tui.memory.store import NAME
from tui.plain.quiz import take
from tui.plain.reading import read
from tui.plain.talk import Gone, Talk
from tui.quiz.choosing import Choice

Captured = pytest.CaptureFixture[str]
ONE = Choice(count=1, seed="seed")


def flat(text: str) -> str:
    return " ".join(text.split())


async def test_the_screen_says_what_is_not_kept_while_it_is_not(tmp_path: Path) -> None:
    data = tmp_path / "data"
    study = learner(data)
    app = KruzhokApp(study, lambda ways: ways.open_quiz(ONE))
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        assert "not kept" not in shown(app)
        (data / NAME).rename(tmp_path / "elsewhere")
        await pilot.press("0")
        await settle(pilot)
        assert "not kept   1 of 1" in shown(app)
        assert "Put the file back" in " ".join(note.message for note in app._notifications)
        (tmp_path / "elsewhere").rename(data / NAME)
        await pilot.press("u", "0")
        await settle(pilot)
        assert "not kept" not in shown(app).splitlines()[0]
        assert [note.message for note in app._notifications] == ["What you do is kept again."]
    assert study.close() == 0


async def test_home_says_at_the_start_that_nothing_can_be_kept(tmp_path: Path) -> None:
    (tmp_path / "data").touch()
    app = KruzhokApp(learner(tmp_path / "data"))
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        assert "cannot be written" in " ".join(note.message for note in app._notifications)


def test_line_by_line_it_is_said_once_when_it_begins_and_once_when_it_ends(tmp_path: Path) -> None:
    study = learner(tmp_path / "data")
    away = tmp_path / "elsewhere"
    file = tmp_path / "data" / NAME

    def typed() -> Iterator[str]:
        file.rename(away)
        yield from ("0", "", "0")
        away.rename(file)
        yield from ("", "0", "", "0")

    class Typing(Talk):
        def hear(self, prompt: str) -> str:
            line = next(lines, None)
            if line is None:
                raise Gone
            return line

    lines, out = typed(), io.StringIO()
    take(study, Typing(io.StringIO(), out), Choice(seed="seed"))
    said = flat(out.getvalue())
    assert said.count("Put the file back") == 1
    assert said.count("What you do is kept again.") == 1
    assert study.close() == 0


def test_the_command_says_before_what_is_wrong_and_after_what_is_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    (tmp_path / "data").touch()
    monkeypatch.setenv("KRUZHOK_HOME", str(tmp_path / "data"))
    guide = small_guide(tmp_path / "guide")
    monkeypatch.setattr("sys.stdin", io.StringIO("0\n"))
    monkeypatch.setattr(terminal, "full_screen", lambda: False)
    assert main(["quiz", "--plain", "--seed", "1", "--guide", str(guide)]) == 0
    told = capsys.readouterr().err.splitlines()
    assert told[0].startswith(f"kruzhok: Your record in {tmp_path / 'data' / NAME} cannot be written")
    assert told[-1].startswith("kruzhok: 1 thing that you did could not be kept. Your record")


async def test_home_goes_on_the_next_day_where_the_learner_stopped(tmp_path: Path) -> None:
    study = learner(tmp_path)
    app = KruzhokApp(study)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "enter")
        await settle(pilot)
    study.close()
    study = learner(tmp_path)
    app = KruzhokApp(study)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "Go on with lesson 1, Quarrel" in shown(app)
        assert "of 4 is next." in shown(app)
    study.close()


def test_what_nobody_listens_to_was_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    study = learner(tmp_path)
    read(study, Talk(io.StringIO("\n"), io.StringIO()))
    assert 0 < len(study.record.read_panels) < len(study.guide.lessons[0].panels)
    study.close()
