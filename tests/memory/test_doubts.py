"""Marks of doubt: written by a learner, found by the author's check."""

from pathlib import Path

import pytest

from tests.guides import BANK, small_guide
from tests.samples import SetClock
from tui.authoring.check import check
from tui.cli.main import main
from tui.memory.doubts import NAME, NotKept, kept
from tui.quiz.choosing import Choice
from tui.study import Study, open_guide

Captured = pytest.CaptureFixture[str]


def mark(guide: Path, data: Path, word: str) -> None:
    """A learner doubts a question of the guide."""
    study = Study(open_guide(guide), SetClock(), data_folder=lambda: data)
    choice = Choice(only=tuple(each for each in study.guide.questions if each == "what"), seed="a")
    study.begin(choice).doubt(word)


def told(guide: Path, data: Path) -> list[tuple[int, str]]:
    return [(problem.place.line, problem.message) for problem in check(guide, data) if problem.code == "doubtful"]


def test_the_check_lists_a_mark_at_its_question_with_its_word(tmp_path: Path) -> None:
    guide, data = small_guide(tmp_path / "guide"), tmp_path / "data"
    assert told(guide, data) == []
    mark(guide, data, "two are right")
    assert told(guide, data) == [
        (9, "a learner marked this question as doubtful on 2026-01-14: “two are right”"),
    ]
    mark(guide, data, "")
    assert told(guide, data) == [(9, "a learner marked this question as doubtful on 2026-01-14")]


def test_an_edit_settles_a_mark_and_another_guide_has_none(tmp_path: Path) -> None:
    guide, data = small_guide(tmp_path / "guide"), tmp_path / "data"
    mark(guide, data, "odd")
    assert told(small_guide(tmp_path / "other"), data) == []
    (guide / "quiz_bank.yaml").write_text(f"# A comment\n{BANK}", encoding="utf-8")
    assert len(told(guide, data)) == 1
    (guide / "quiz_bank.yaml").write_text(BANK.replace("No control", "None at all"), encoding="utf-8")
    assert told(guide, data) == []


def test_what_cannot_be_read_is_passed_over_and_kept(tmp_path: Path) -> None:
    guide, data = small_guide(tmp_path / "guide"), tmp_path / "data"
    data.mkdir()
    (data / NAME).write_bytes(b'\xff\xfe\n{"guide": 1}\n[]\n' + b"x" * 20_000 + b'\n{"cut off')
    before = (data / NAME).read_bytes()
    mark(guide, data, "a\x1b[31mb")
    assert (data / NAME).read_bytes().startswith(before)
    assert [each.word for each in kept(data, guide)] == ["a\x1b[31mb"]
    ((_, said),) = told(guide, data)
    assert "\x1b" not in said


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    guide, data = small_guide(tmp_path / "guide"), tmp_path / "data"
    data.write_text("in the way", encoding="utf-8")
    with pytest.raises(NotKept, match="could not be kept"):
        mark(guide, data, "odd")
    assert told(guide, data) == []


def test_only_the_learner_can_read_the_marks(tmp_path: Path) -> None:
    mark(small_guide(tmp_path / "guide"), tmp_path / "data", "odd")
    assert (tmp_path / "data" / NAME).stat().st_mode & 0o077 == 0


def test_the_command_finds_them_where_the_learner_keeps_data(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    guide, data = small_guide(tmp_path / "guide"), tmp_path / "data"
    mark(guide, data, "two are right")
    monkeypatch.setenv("KRUZHOK_HOME", str(data))
    assert main(["check", "--strict", str(guide)]) == 0
    assert "quiz_bank.yaml:9:5: advice: a learner marked this question" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("old", "new"),
    [("question: ", "question: So "), ("explanation: ", "explanation: So "), ("kind: ", "kind: event # ")],
)
def test_every_edit_changes_the_fingerprint(old: str, new: str, tmp_path: Path) -> None:
    before = open_guide(small_guide(tmp_path / "guide")).questions
    after = open_guide(small_guide(tmp_path / "edited", BANK.replace(old, new))).questions
    assert [before[each].fingerprint != after[each].fingerprint for each in before] == [True, True]
