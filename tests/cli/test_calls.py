"""Calls of the command: what they print, where, and with what exit status."""

import io
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.guides import BANK, small_guide
from tests.streams import Terminal
from tui import paths
from tui.cli import check, terminal
from tui.cli.check import FORMATS
from tui.cli.main import COMMANDS, main
from tui.cli.status import Status
from tui.cli.version import VERSION
from tui.guide.words import Kind, LessonId
from tui.quiz.choosing import Choice
from tui.quiz.events import Mode

ROOT = Path(__file__).parent.parent.parent
Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def nobody_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO())


@pytest.fixture
def guide(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A sound guide, in which the command is called."""
    folder = small_guide(tmp_path / "guide")
    monkeypatch.chdir(folder)
    return folder


def called(*arguments: str) -> int:
    try:
        return main(arguments)
    except SystemExit as left:
        return int(left.code or 0)


def test_the_version_is_told(capsys: Captured) -> None:
    assert called("--version") == Status.FINE
    assert capsys.readouterr().out == f"kruzhok {VERSION}\n"


def test_help_lists_every_command(capsys: Captured) -> None:
    assert called("--help") == Status.FINE
    told = capsys.readouterr().out
    assert all(f"  {name} " in told for name in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(command: str, capsys: Captured) -> None:
    assert called(command, "--help") == Status.FINE
    assert capsys.readouterr().out.startswith(f"usage: kruzhok {command}")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["quizz"], "Did you mean quiz?"),
        (["quizz", "--plain"], "Did you mean quiz?"),
        (["--plain"], "unrecognized arguments: --plain"),
        (["x" * 200], "xxx…"),
        (["x" * 5000], "xxx…: File name too long"),
        (["no-such-folder"], 'no guide or command "no-such-folder"'),
        (["read", "how-it-begn"], "Did you mean how-it-began?"),
        (["read", "9"], 'no lesson "9"'),
        (["read", "9"], "a number will do too"),
        (["quiz", "--lesson", "how"], "There are: how-it-began"),
        (["quiz", "--kind", "dates"], "Did you mean date?"),
        (["quiz", "--kind", "criticism"], "no question is of the kind criticism"),
        (["quiz", "--count", "0"], "a whole number from 1 on"),
        (["quiz", "--count", "٣"], "a whole number from 1 on"),
        (["quiz", "--prove", "--lesson", "1", "--count", "all"], "--prove chooses its own questions"),
        (["quiz", "--minutes", "5"], "--exam"),
        (["quiz", "--exam", "--minutes", "nan"], "a number of minutes"),
        (["quiz", "--exam", "--minutes", "-1"], "a number of minutes"),
        (["quiz", "--exam", "--minutes", "1441"], "up to 1440"),
        (["quiz", "--nonsense"], "--nonsense"),
        (["check", "no-such-folder"], "no-such-folder"),
        (["read", "--guide", "no-such-folder"], "no-such-folder"),
        (["check", "--format", "xml"], "xml"),
        (["check", "--guessers", "--format", "sarif"], "text or json"),
        (["check", "--explain", "unknown-fild"], "Did you mean unknown-field?"),
        (["check", "--explain", "nonsense"], "kruzhok check --explain"),
        ([], "kruzhok read --plain"),
        (["\x1b]52;c;aGk=\x07\u202eevil"], "evil"),
    ],
    ids=lambda value: " ".join(value)[:40] if isinstance(value, list) else "",
)
@pytest.mark.usefixtures("guide")
def test_a_wrong_call_is_told_in_one_line_and_what_would_be_right(
    arguments: list[str], told: str, capsys: Captured
) -> None:
    assert called(*arguments) == Status.WRONG_CALL
    out, err = capsys.readouterr()
    assert out == ""
    assert told.casefold() in err.casefold()
    assert err.count("\n") == 1
    assert err.isprintable() or err.strip().isprintable()


@pytest.mark.usefixtures("guide")
def test_a_sound_guide_passes_its_check(capsys: Captured) -> None:
    assert called("check") == Status.FINE
    out, err = capsys.readouterr()
    assert out.endswith("\nNo mistakes. 2 pieces of advice.\n")
    assert err == ""


def test_mistakes_are_listed_with_their_places(tmp_path: Path, capsys: Captured) -> None:
    folder = small_guide(
        tmp_path / "guide", BANK.replace("kind: date", "kind: dat").replace("tests: wanted", "tests: wante")
    )
    assert called("check", str(folder)) == Status.FALLS_SHORT
    out, err = capsys.readouterr()
    first, second, summary = out.splitlines()
    assert summary == "2 mistakes."
    assert first.startswith(f"{folder}/quiz_bank.yaml:4:11: ")
    assert "; " in first
    assert "date" in first
    assert second.startswith(f"{folder}/quiz_bank.yaml:11:12: ")
    assert err == ""


def test_mistakes_are_written_for_programs_too(tmp_path: Path, capsys: Captured) -> None:
    folder = small_guide(tmp_path / "guide", BANK.replace("kind: date", "kind: dat"))
    assert called("check", str(folder), "--format", "json") == Status.FALLS_SHORT
    document = json.loads(capsys.readouterr().out)
    assert document["schema_version"] == 1
    problem = document["problems"][0]
    assert set(problem) == {"file", "line", "column", "severity", "code", "message", "hint"}
    assert (problem["file"], problem["line"], problem["column"]) == (f"{folder}/quiz_bank.yaml", 4, 11)


@pytest.mark.usefixtures("guide")
def test_a_code_is_explained(capsys: Captured) -> None:
    assert called("check", "--explain", "unknown-field") == Status.FINE
    out, err = capsys.readouterr()
    assert out.startswith("unknown-field (error)\n")
    assert err == ""


@pytest.mark.usefixtures("guide")
def test_without_a_code_all_are_listed(capsys: Captured) -> None:
    assert called("check", "--explain") == Status.FINE
    out = capsys.readouterr().out
    assert "\n  tested-once " in out
    assert "\n  unknown-field " in out


@pytest.mark.parametrize(
    ("comment", "arguments", "status"),
    [
        ("", [], Status.FINE),
        ("", ["--strict"], Status.FINE),
        ("# kruzhok: ignore[tested-once]\n", [], Status.FINE),
        ("# kruzhok: ignore[tested-once]\n", ["--strict"], Status.FALLS_SHORT),
        ("# kruzhok: ignore[tested-once] a small guide\n", ["--strict"], Status.FINE),
    ],
)
def test_warnings_fail_a_strict_check_and_advice_never_does(
    comment: str, arguments: list[str], status: Status, tmp_path: Path
) -> None:
    folder = small_guide(tmp_path / "guide", comment + BANK)
    assert called("check", str(folder), *arguments) == status


def test_the_guessers_are_shown_alone(tmp_path: Path, capsys: Captured) -> None:
    folder = small_guide(tmp_path / "guide", BANK.replace("kind: date", "kind: dat"))
    assert called("check", str(folder), "--guessers") == Status.FINE
    assert "\nthe longest option " in capsys.readouterr().out
    assert called("check", str(folder), "--guessers", "--format", "json") == Status.FINE
    assert json.loads(capsys.readouterr().out)["guessers"][0]["guesser"] == "the longest option"


@pytest.mark.parametrize("form", FORMATS)
def test_every_form_can_be_printed(form: str, tmp_path: Path, capsys: Captured) -> None:
    folder = small_guide(tmp_path / "guide", BANK.replace("kind: date", "kind: dat"))
    assert called("check", str(folder), "--format", form) == Status.FALLS_SHORT
    assert "unknown-kind" in capsys.readouterr().out


@pytest.mark.usefixtures("guide")
def test_the_guide_in_this_folder_is_read_and_asked_without_a_screen(capsys: Captured) -> None:
    assert called("read") == Status.FINE
    assert "It began in 1919." in capsys.readouterr().out
    assert called("quiz") == Status.FINE
    assert "Question 1 of 2" in capsys.readouterr().out


@pytest.mark.parametrize("command", ["read", "quiz"])
def test_a_guide_without_a_lesson_is_a_wrong_call(command: str, guide: Path, capsys: Captured) -> None:
    (guide / "lessons" / "01-how-it-began.md").unlink()
    assert called(command, "--plain") == Status.WRONG_CALL
    out, err = capsys.readouterr()
    assert out == ""
    assert err


def test_elsewhere_the_guide_that_ships_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.chdir(tmp_path)
    assert called("read", "1", "--plain") == Status.FINE
    assert capsys.readouterr().out.startswith("The Workers' Opposition")


@pytest.mark.parametrize("called_by", ["The-Name", "the-name", "1"])
def test_a_lesson_is_meant_however_its_letters_are_typed(called_by: str, guide: Path, capsys: Captured) -> None:
    (guide / "lessons" / "01-how-it-began.md").rename(guide / "lessons" / "01-The-Name.md")
    assert called("read", called_by, "--plain") == Status.FINE
    assert "Lesson 1 of 1" in capsys.readouterr().out


def test_the_same_seed_asks_the_same(guide: Path, capsys: Captured) -> None:
    def asked(seed: str) -> str:
        assert called("quiz", "--plain", "--guide", str(guide), "--seed", seed) == Status.FINE
        return capsys.readouterr().out

    assert asked("7") == asked("7")
    assert len({asked(str(seed)) for seed in range(8)}) > 1


def test_ctrl_c_ends_quietly(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    def interrupted(_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(check, "run", interrupted)
    assert called("check") == Status.INTERRUPTED
    assert capsys.readouterr() == ("", "\n")


def test_nobody_sees_a_traceback(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    def broken(_: object) -> int:
        secret = "what a variable held"
        raise RuntimeError(f"\x1b[31m{len(secret)}")

    monkeypatch.setattr(check, "run", broken)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    assert called("check") == Status.CRASHED
    (log,) = tmp_path.glob("kruzhok-*.log")
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert str(log) in err
    assert "Traceback" in log.read_text(encoding="utf-8")
    assert "what a variable held" not in log.read_text(encoding="utf-8").replace('secret = "what a variable held"', "")


def test_output_that_nobody_takes_is_no_drama() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    command = [sys.executable, "-m", "tui", "read", "1", "--plain"]
    done = subprocess.run(
        command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=writer, stderr=subprocess.PIPE, check=False
    )
    os.close(writer)
    assert (done.returncode, done.stderr) == (Status.PIPE_CLOSED, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("call", ["check", "--version", "--help"])
def test_output_that_cannot_be_written_is_told(call: str) -> None:
    done = in_a_shell(f"{call} >/dev/full")
    assert done.returncode == Status.WRONG_CALL
    assert done.stderr.count("\n") == 1
    assert "could not be written" in done.stderr


@pytest.mark.parametrize("call", ["--version", "--help", "check", "read 1 --plain", "quiz --plain"])
@pytest.mark.parametrize("closed", ["<&-", ">&-", "<&- >&- 2>&-"])
def test_a_stream_that_is_closed_is_no_drama(call: str, closed: str) -> None:
    done = in_a_shell(f"{call} {closed}")
    assert (done.returncode, done.stderr) == (Status.FINE, "")


def in_a_shell(call: str) -> subprocess.CompletedProcess[str]:
    """Run a call of kruzhok with the redirections that it ends with."""
    command = ["sh", "-c", f'exec "$0" -m tui {call}', sys.executable]
    return subprocess.run(command, cwd=ROOT, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("term", "stdin", "stderr", "whole"),
    [
        ("xterm", Terminal(), Terminal(), True),
        ("dumb", Terminal(), Terminal(), False),
        ("xterm", io.StringIO(), Terminal(), False),
        ("xterm", Terminal(), io.StringIO(), False),
    ],
)
def test_the_screen_is_filled_only_where_there_is_one(
    term: str, stdin: io.StringIO, stderr: io.StringIO, whole: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", term)
    monkeypatch.setattr(sys, "stdin", stdin)
    monkeypatch.setattr(sys, "stderr", stderr)
    assert terminal.full_screen() is whole


@pytest.mark.parametrize(
    ("arguments", "opened"),
    [
        ([], ()),
        (["read", "1"], ("lesson", "how-it-began")),
        (["read"], ("lesson", None)),
        (["quiz", "--kind", "date"], ("quiz", Choice(kind=Kind.DATE, count=12), Mode.PRACTICE, None)),
        (["quiz", "--lesson", "1"], ("quiz", Choice(LessonId("how-it-began"), count=15), Mode.PRACTICE, None)),
        (["quiz", "--exam", "--minutes", "5"], ("quiz", Choice(count=20), Mode.EXAM, 5.0)),
        (["quiz", "--count", "3"], ("quiz", Choice(count=3), Mode.PRACTICE, None)),
        (["quiz", "--count", "all"], ("quiz", Choice(count=999_999), Mode.PRACTICE, None)),
    ],
)
@pytest.mark.usefixtures("guide")
def test_the_app_opens_where_the_call_says(
    arguments: list[str], opened: tuple[object, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    app = Opened()

    def run_app(_: object, start: Callable[[Opened], object] | None, _learners: object) -> int:
        if start is not None:
            start(app)
        return 0

    monkeypatch.setattr("tui.app.run_app", run_app)
    monkeypatch.setattr(terminal, "full_screen", lambda: True)
    assert called(*arguments) == Status.FINE
    assert app.opened == opened


class Opened:
    """An app that notes what it was to open."""

    opened: tuple[object, ...] = ()

    def open_lesson(self, *where: object) -> None:
        self.opened = ("lesson", *where)

    def open_quiz(self, *what: object) -> None:
        self.opened = ("quiz", *what)


def test_no_minutes_that_are_no_number(capsys: Captured) -> None:
    assert called("quiz", "--exam", "--minutes", "soon") == Status.WRONG_CALL
    assert "a number of minutes" in capsys.readouterr().err


@pytest.mark.parametrize(("arguments"), [["read", "1"], ["quiz"]], ids=" ".join)
def test_line_by_line_mistakes_in_the_guide_are_told_and_the_check_is_named(
    arguments: list[str], tmp_path: Path, capsys: Captured
) -> None:
    folder = small_guide(tmp_path / "guide", BANK.replace("kind: position", "kind: opinion"))
    assert called(*arguments, "--plain", "--guide", str(folder)) == Status.FINE
    out, err = capsys.readouterr()
    assert out
    assert err.count("\n") == 1
    assert f"kruzhok check {folder}" in err


@pytest.mark.parametrize(("arguments"), [["read", "1"], ["quiz"]], ids=" ".join)
@pytest.mark.usefixtures("guide")
def test_line_by_line_nothing_is_said_of_a_sound_guide(arguments: list[str], capsys: Captured) -> None:
    assert called(*arguments, "--plain") == Status.FINE
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("command", ["check", "coverage"])
def test_the_guide_around_this_folder_is_meant_and_named(
    command: str, guide: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    (guide / "quiz_bank.yaml").write_text(BANK.replace("kind: date", "kind: dat"), encoding="utf-8")
    monkeypatch.chdir(guide / "lessons")
    assert called(command) == (Status.FALLS_SHORT if command == "check" else Status.FINE)
    out, err = capsys.readouterr()
    assert "../quiz_bank.yaml:" in out
    assert f"kruzhok: There is no guide in this folder. This is about the one around it: {guide}\n" in err


@pytest.mark.parametrize("command", ["check", "coverage"])
def test_beside_every_guide_it_is_said_that_another_one_is_meant(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    (tmp_path / "beside").mkdir()
    monkeypatch.chdir(tmp_path / "beside")
    shipped = small_guide(tmp_path / "shipped")
    monkeypatch.setattr(paths, "shipped_guide", lambda: shipped)
    assert called(command) == Status.FINE
    assert f"the one that ships with kruzhok: {shipped}\n" in capsys.readouterr().err


def test_mistakes_come_before_advice(guide: Path, capsys: Captured) -> None:
    (guide / "quiz_bank.yaml").write_text(BANK.replace("kind: position", "kind: opinion"), encoding="utf-8")
    assert called("check") == Status.FALLS_SHORT
    first, second, _ = capsys.readouterr().out.splitlines()
    assert first.endswith(" [unknown-kind]")
    assert second.endswith(" [tested-once]")


def test_a_panel_that_is_too_long_is_advised_against(guide: Path, capsys: Captured) -> None:
    lesson = guide / "lessons" / "01-how-it-began.md"
    lesson.write_text(lesson.read_text(encoding="utf-8") + "\n" + "word " * 200, encoding="utf-8")
    assert called("check", "--strict") == Status.FINE
    assert "01-how-it-began.md:12:1: advice: this panel has 204 words" in capsys.readouterr().out
