"""`kruzhok check --watch`: what it prints at every sign, and how it ends."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from shutil import rmtree

import pytest

from tests.guides import BANK, small_guide
from tests.streams import Terminal
from tui.authoring import watch
from tui.cli.main import main
from tui.cli.status import Status

ROOT = Path(__file__).parent.parent.parent
Captured = pytest.CaptureFixture[str]
TOLD = "Checked again at every save; ctrl+c ends.\n"


def watched(folder: Path, monkeypatch: pytest.MonkeyPatch, *steps: str | None) -> None:
    """Watch while the bank is saved with these texts; None deletes the folder."""

    def signs(_: Path) -> Iterator[None]:
        yield
        for text in steps:
            if text is None:
                rmtree(folder)
            else:
                (folder / "quiz_bank.yaml").write_text(text, encoding="utf-8")
            yield

    monkeypatch.setattr(watch, "changes", signs)
    assert main(["check", str(folder), "--watch"]) == Status.FINE


def test_each_save_is_checked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    folder = small_guide(tmp_path / "guide", "# kruzhok: ignore[tested-once] a small guide\n" + BANK)
    sound = (folder / "quiz_bank.yaml").read_text(encoding="utf-8")
    watched(folder, monkeypatch, sound.replace("kind: date", "kind: dat"), sound)
    out, err = capsys.readouterr()
    first, second, third = out.split("\n\n")
    assert first == "No mistakes."
    assert ":5:11: " in second
    assert second.endswith("1 mistake.")
    assert third == "No mistakes.\n"
    assert err == TOLD


def test_a_folder_that_vanishes_is_told_and_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    watched(small_guide(tmp_path / "guide"), monkeypatch, None)
    assert f"kruzhok: there is no folder {tmp_path}/guide\n" in capsys.readouterr().err


def test_a_terminal_shows_the_last_check_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stdout", terminal)
    monkeypatch.setenv("TERM", "xterm")
    watched(small_guide(tmp_path / "guide"), monkeypatch, BANK + "\n")
    assert terminal.getvalue().count("\x1b[2J\x1b[H") == 2


def test_only_text_is_watched(tmp_path: Path, capsys: Captured) -> None:
    folder = small_guide(tmp_path / "guide")
    assert main(["check", str(folder), "--watch", "--format", "json"]) == Status.WRONG_CALL
    assert "--watch" in capsys.readouterr().err


@pytest.fixture
def heeds_ctrl_c() -> Iterator[None]:
    """A process begun meanwhile heeds ctrl+c, even where the tests run in the background, which ignores it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("heeds_ctrl_c")
def test_ctrl_c_ends_it(tmp_path: Path) -> None:
    folder = small_guide(tmp_path / "guide")
    watching = subprocess.Popen(
        [sys.executable, "-m", "tui", "check", str(folder), "--watch"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )
    try:
        assert watching.stderr
        assert watching.stderr.readline() == TOLD
        watching.send_signal(signal.SIGINT)
        out, err = watching.communicate(timeout=20)
    finally:
        watching.kill()
    assert watching.returncode == Status.INTERRUPTED
    assert "No mistakes." in out
    assert "Traceback" not in err
