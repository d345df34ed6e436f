"""A new guide: it passes its own check, shows every ask, and is written whole or not at all."""

from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from tests.authoring.editor_yaml import as_editor
from tui.authoring.check import check
from tui.authoring.errors import NotEmpty
from tui.authoring.new_guide import write_guide
from tui.authoring.schema import NAMES, TABLES, schema, written
from tui.cli.main import main
from tui.cli.status import Status
from tui.guide.words import Kind
from tui.quiz import ask
from tui.study import open_guide

Captured = pytest.CaptureFixture[str]


def test_passes_its_own_check_without_a_word(tmp_path: Path, capsys: Captured) -> None:
    folder = tmp_path / "deep" / "tides"
    assert main(["new", str(folder)]) == Status.FINE
    assert check(folder) == ()
    told = capsys.readouterr().out
    for next_step in ("add", "check"):
        assert f"kruzhok {next_step} {folder}" in told
    assert "…" in told.split("quiz_bank")[0]


def test_shows_every_ask_and_teaches_and_tests_all_it_has(tmp_path: Path) -> None:
    write_guide(tmp_path)
    guide = open_guide(tmp_path)
    asks = {type(question.ask("")) for question in guide.questions.values()}
    assert asks == {ask.Pick, ask.Write, ask.Arrange, ask.Pair, ask.Recall}
    assert {point for question in guide.questions.values() for point in question.tests} == set(guide.key_points)
    cited = {paragraph for point in guide.key_points.values() for paragraph in point.source}
    assert cited == set(range(1, guide.source.paragraphs + 1))
    assert {Kind.DATE, Kind.POSITION, Kind.CRITICISM} <= {question.kind for question in guide.questions.values()}
    source = (tmp_path / "source.md").read_text(encoding="utf-8")
    assert [line[1] for line in source.split("\n") if line.startswith("¶")] == ["1", "2", "3", "4", "5", "6"]


@pytest.mark.parametrize(
    ("file", "name"), [("quiz_bank.yaml", "bank"), ("lessons/guide.yaml", "guide"), ("lessons/dates.yaml", "dates")]
)
def test_its_files_tell_the_editor_where_their_schema_is(tmp_path: Path, file: str, name: str) -> None:
    write_guide(tmp_path)
    text = (tmp_path / file).read_text(encoding="utf-8")
    told = text.partition("\n")[0].removeprefix("# yaml-language-server: $schema=")
    found = ((tmp_path / file).parent / told).resolve()
    assert found.read_text(encoding="utf-8") == written(name)
    assert not list(Draft202012Validator(schema(name)).iter_errors(as_editor(text)))


def test_has_a_schema_for_every_file_it_may_get(tmp_path: Path) -> None:
    write_guide(tmp_path)
    assert (
        {path.stem for path in (tmp_path / ".schema").iterdir()} == {"bank", "guide", *TABLES} == {*NAMES} - {"lesson"}
    )


def test_an_empty_folder_will_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["new", "."]) == Status.FINE
    assert (tmp_path / "quiz_bank.yaml").is_file()


@pytest.mark.parametrize("what", ["a file in it", "a file"])
def test_what_is_there_is_left_alone(tmp_path: Path, what: str, capsys: Captured) -> None:
    folder = tmp_path / "there"
    file = folder / "mine" if what == "a file in it" else folder
    file.parent.mkdir(exist_ok=True)
    file.write_text("mine", encoding="utf-8")
    assert main(["new", str(folder)]) == Status.WRONG_CALL
    told = capsys.readouterr().err
    assert "Name a new folder, or an empty one" in told
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [file]
    if folder.is_dir():
        with pytest.raises(NotEmpty, match="mine"):
            write_guide(folder)


def test_what_cannot_be_written_whole_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, _: bytes) -> int:
        path.touch()
        if path.name == "guide.yaml":
            raise OSError(28, "No space left on device")
        return 0

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="No space"):
        write_guide(tmp_path / "a" / "b")
    assert not list(tmp_path.iterdir())
