"""Marks of doubt: written by a learner, found by the author's check."""

import tracemalloc
from pathlib import Path

import pytest

from tests.guides import BANK, small_guide
from tests.samples import SetClock
from tui.authoring.check import check
from tui.cli.main import main
from tui.memory.doubts import NAME, forget, kept
from tui.memory.errors import NotKept
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
    (data / NAME).write_bytes(b'\xff\xfe\n{"guide": 1}\n[]\n' + b'{"x": ' + b"[" * 20_000 + b'\n{"cut off')
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


@pytest.mark.parametrize("name", ["not\udcff-utf-8", "u\u0308ber", "line\nend"])
def test_a_guide_is_found_again_whatever_its_folder_is_called(name: str, tmp_path: Path) -> None:
    guide, data = small_guide(tmp_path / name), tmp_path / "data"
    mark(guide, data, "odd\udcff")
    assert len(told(guide, data)) == 1


def test_a_guide_is_found_again_by_another_way_to_its_folder(tmp_path: Path) -> None:
    guide, data = small_guide(tmp_path / "guide"), tmp_path / "data"
    (tmp_path / "link").symlink_to(guide)
    mark(guide / "lessons" / "..", data, "odd")
    assert len(told(guide, data)) == 1
    assert len(told(tmp_path / "link", data)) == 1


def test_a_mark_that_is_cut_off_is_told(tmp_path: Path) -> None:
    resource = pytest.importorskip("resource")
    guide, data = small_guide(tmp_path / "guide"), tmp_path / "data"
    mark(guide, data, "odd")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, ((data / NAME).stat().st_size + 10, limits[1]))
    try:
        with pytest.raises(NotKept, match="File too large"):
            mark(guide, data, "even more so")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    mark(guide, data, "odd again")
    assert [each.word for each in kept(data, guide)] == ["odd again"]


def test_a_line_without_an_end_is_not_held_in_memory(tmp_path: Path) -> None:
    guide, data = small_guide(tmp_path / "guide"), tmp_path / "data"
    data.mkdir()
    with (data / NAME).open("wb") as file:
        file.truncate(64 * 1024 * 1024)
    mark(guide, data, "odd")
    tracemalloc.start()
    try:
        assert [each.word for each in kept(data, guide)] == ["odd"]
        assert tracemalloc.get_traced_memory()[1] < 4 * 1024 * 1024
    finally:
        tracemalloc.stop()


def test_the_marks_on_one_guide_are_erased_and_all_else_stays_as_it_is(tmp_path: Path) -> None:
    guide, data = small_guide(tmp_path / "guide"), tmp_path / "data"
    other = small_guide(tmp_path / "other")
    (other / "lessons" / "guide.yaml").write_text("title: Another\nid: another\n", encoding="utf-8")
    data.mkdir()
    unread = b"\xff\xfe" * 20_000 + b"\n{"
    (data / NAME).write_bytes(unread)
    mark(other, data, "mine")
    before = (data / NAME).read_bytes()
    mark(guide, data, "odd")
    assert forget(data, open_guide(guide).id)
    assert (data / NAME).read_bytes().strip() == before.strip()
    assert told(guide, data) == []
    assert len(told(other, data)) == 1
    assert not forget(data, open_guide(guide).id)
    assert (data / NAME).stat().st_mode & 0o077 == 0


def test_a_file_without_any_more_marks_goes(tmp_path: Path) -> None:
    guide, data = small_guide(tmp_path / "guide"), tmp_path / "data"
    assert not forget(data, open_guide(guide).id)
    mark(guide, data, "odd")
    assert forget(data, open_guide(guide).id)
    assert not (data / NAME).exists()


def test_a_mark_stays_the_guides_that_was_opened_though_it_goes_by_another_name_now(tmp_path: Path) -> None:
    guide, data = small_guide(tmp_path / "guide"), tmp_path / "data"
    study = Study(open_guide(guide), SetClock(), data_folder=lambda: data)
    before = study.guide.id
    header = guide / "lessons" / "guide.yaml"
    header.write_text(header.read_text(encoding="utf-8") + "id: renamed\n", encoding="utf-8")
    study.take_guide(open_guide(guide))
    assert study.guide.id != before
    study.begin(Choice(only=tuple(study.guide.questions), seed="a")).doubt("odd")
    assert forget(data, before)
