"""Whose record a command is about: the one named, never one begun by a slip; asked where somebody can answer."""

import io
from pathlib import Path

import pytest

from tests.guides import small_guide
from tests.streams import Terminal
from tui import cli
from tui.cli.main import COMMANDS, command_named, main
from tui.cli.parser import Parser
from tui.cli.status import Status
from tui.memory.learners import Learners, name_from
from tui.memory.store import NAME


def uses_the_record(name: str) -> bool:
    source = (Path(cli.__file__).with_name(f"{name}.py")).read_text(encoding="utf-8")
    return "study_of" in source or "folder_meant" in source


Captured = pytest.CaptureFixture[str]


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder in which the first learner has a record."""
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / NAME).touch()
    monkeypatch.setenv("KRUZHOK_HOME", str(folder))
    monkeypatch.setattr("sys.stdin", io.StringIO())
    return folder


@pytest.fixture
def anna(data: Path) -> Path:
    """Anna's folder: the second learner's."""
    return Learners(data).begin(name_from("Anna")).folder


def type_at_a_terminal(monkeypatch: pytest.MonkeyPatch, lines: str) -> Terminal:
    """Have somebody type these lines; what they are told is what the terminal holds."""
    told = Terminal()
    monkeypatch.setattr("sys.stdin", Terminal(lines))
    monkeypatch.setattr("sys.stderr", told)
    return told


def where(*call: str) -> int:
    return main(["data", *call, "where"])


def test_with_one_learner_nothing_is_asked_or_said(data: Path, capsys: Captured) -> None:
    assert where() == Status.FINE
    said = capsys.readouterr()
    assert (said.out.split(), said.err) == ([str(data / NAME)], "")


@pytest.mark.parametrize("call", [["data", "--learner", "anna", "where"], ["data", "where", "--learner", "ANNA"]])
def test_a_learner_is_named_before_or_after_what_is_done(anna: Path, capsys: Captured, call: list[str]) -> None:
    assert main(call) == Status.FINE
    assert capsys.readouterr().out.startswith(str(anna / NAME))


def test_a_slip_in_a_name_begins_no_record(data: Path, anna: Path, capsys: Captured) -> None:
    assert where("--learner", "Ana") == Status.WRONG_CALL
    said = capsys.readouterr().err
    assert 'There is no learner "Ana"' in said
    assert "First learner, Anna" in said
    assert len(Learners(data).everyone()) == 2
    assert anna.is_dir()


@pytest.mark.parametrize("name", ["", "\x1b[", "x" * 50])
def test_what_is_no_name_is_told(data: Path, capsys: Captured, name: str) -> None:
    assert data
    assert where("--learner", name) == Status.WRONG_CALL
    assert "A name" in capsys.readouterr().err


def test_who_is_new_is_asked_and_gets_a_record_if_they_say_so(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    told = type_at_a_terminal(monkeypatch, "\n")
    assert where("--learner", "Misha") == Status.WRONG_CALL
    assert "Type new to begin a record for Misha" in told.getvalue()
    assert len(Learners(data).everyone()) == 1
    type_at_a_terminal(monkeypatch, "new\n")
    assert where("--learner", "Misha") == Status.FINE
    assert "2-misha" in capsys.readouterr().out
    assert [each.name for each in Learners(data).everyone()] == ["First learner", "Misha"]


def test_whose_record_is_there_already_can_say_that_it_is_theirs(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    type_at_a_terminal(monkeypatch, "mine\n")
    assert where("--learner", "Mum") == Status.FINE
    assert [(each.name, each.folder) for each in Learners(data).everyone()] == [("Mum", data)]


def test_where_nobody_was_yet_the_one_named_is_the_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = type_at_a_terminal(monkeypatch, "new\n")
    assert where("--learner", "Anna", "--data", str(tmp_path / "fresh")) == Status.FINE
    assert "Nobody has a record here yet" in told.getvalue()
    assert [each.folder for each in Learners(tmp_path / "fresh").everyone()] == [tmp_path / "fresh"]


@pytest.mark.parametrize("typed", ["2\n", "anna\n", "what\n9\n2\n"])
def test_where_several_learn_one_says_who_it_is(
    anna: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured, typed: str
) -> None:
    told = type_at_a_terminal(monkeypatch, typed)
    assert where() == Status.FINE
    assert "Who is learning?" in told.getvalue()
    assert capsys.readouterr().out.startswith(str(anna / NAME))


def test_who_says_nothing_is_nobody(anna: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    assert anna
    type_at_a_terminal(monkeypatch, "")
    assert where() == Status.WRONG_CALL
    assert capsys.readouterr().out == ""


def test_a_pipe_gets_the_first_learner_and_is_told(data: Path, anna: Path, capsys: Captured) -> None:
    assert where() == Status.FINE
    said = capsys.readouterr()
    assert said.out.startswith(str(data / NAME))
    assert "This is the record of First learner. --learner NAME chooses another: Anna" in said.err
    assert anna


@pytest.mark.parametrize("name", [name for name in (*COMMANDS, "open") if name != "demo" and uses_the_record(name)])
def test_every_command_that_uses_the_record_can_be_told_whose(name: str) -> None:
    parser = Parser()
    command_named(name).arguments(parser)
    assert {"--learner", "--data"} <= set(parser.format_help().replace(",", " ").replace("[", " ").split())


def test_line_by_line_it_is_said_whose_record_it_is(anna: Path, tmp_path: Path, capsys: Captured) -> None:
    guide = str(small_guide(tmp_path / "guide"))
    assert main(["read", "--plain", "--learner", "anna", "--guide", guide]) == Status.FINE
    assert "This is the record of Anna." in capsys.readouterr().err
    assert (anna / NAME).exists()


def test_another_data_folder_is_as_good_as_the_environments(tmp_path: Path, data: Path, capsys: Captured) -> None:
    assert where("--data", str(tmp_path / "other")) == Status.FINE
    assert capsys.readouterr().out.startswith(str(tmp_path / "other" / NAME))
    assert where("--data", "") == Status.DATA
    assert data


def test_an_empty_place_for_records_is_told_and_the_guide_is_still_taught(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.setenv("KRUZHOK_HOME", "")
    guide = str(small_guide(tmp_path / "guide"))
    monkeypatch.setattr("sys.stdin", io.StringIO("0\n"))
    assert main(["quiz", "--plain", "--seed", "1", "--guide", guide]) == Status.FINE
    said = capsys.readouterr().err
    assert said.startswith("kruzhok: KRUZHOK_HOME is set, but empty")
    assert "1 thing that you did could not be kept" in said
    assert where() == Status.DATA
    assert main(["check", guide]) == Status.FINE


def test_a_command_after_the_options_is_told_where_it_goes(capsys: Captured, tmp_path: Path) -> None:
    assert main(["--data", str(tmp_path), "read"]) == Status.WRONG_CALL
    assert "A command goes before its options: kruzhok read" in capsys.readouterr().err
