"""Several learners on one computer: each has a folder of their own, whatever they are called."""

import os
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.memory.writing import learner as study_of
from tests.samples import SetClock
from tui.memory.learners import LONGEST_NAME, NAME_FILE, UNNAMED, BadName, Learners, name_from
from tui.memory.store import NAME
from tui.paths import LEARNERS, NoDataFolder, data_folder
from tui.text import clean


def names(learners: Learners) -> list[str]:
    return [each.name for each in learners.everyone()]


def begun(data: Path, *called: str) -> Learners:
    """Those learners, beside the first, whose record has been here all along."""
    (data / NAME).touch()
    learners = Learners(data)
    for each in called:
        learners.begin(name_from(each))
    return learners


def test_where_nobody_has_been_the_first_gets_the_data_folder_itself(tmp_path: Path) -> None:
    learners = Learners(tmp_path / "data")
    assert learners.everyone() == []
    assert learners.usual().folder == tmp_path / "data"
    assert learners.begin(name_from("Anna")).folder == tmp_path / "data"
    assert names(learners) == ["Anna"]


def test_the_record_that_was_there_first_stays_where_it_is(tmp_path: Path) -> None:
    learners = begun(tmp_path, "Anna", "Boris")
    assert names(learners) == [UNNAMED, "Anna", "Boris"]
    assert learners.usual().folder == tmp_path
    assert [each.folder.relative_to(tmp_path) for each in learners.everyone()[1:]] == [
        Path(LEARNERS, "2-anna"),
        Path(LEARNERS, "3-boris"),
    ]


def test_what_one_learner_does_is_not_on_anothers_record(tmp_path: Path) -> None:
    learners = begun(tmp_path, "Anna")
    study = study_of(tmp_path)
    panel = study.guide.lessons[0].panels[0].id
    study.mark_read(panel)
    anna = learners.everyone()[1]
    assert study.change_learner(lambda: anna.folder, anna.name) == 0
    assert (study.learner, study.has_read(panel)) == ("Anna", False)
    study.close()
    study = study_of(tmp_path)
    assert study.has_read(panel)
    study.close()


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("  Anna   Maria ", "Anna Maria"),
        ("../../etc", "../../etc"),
        ("CON", "CON"),
        ("a/b\\c:d", "a/b\\c:d"),
        ("Миша", "Миша"),
        ("Zoe\u0308", "Zoë"),
        ("\x1b]52;c;Zg==\x07Eve", "]52;c;Zg==Eve"),
        ("[@click=app.quit]x", "[@click=app.quit]x"),
        ("x" * LONGEST_NAME, "x" * LONGEST_NAME),
    ],
)
def test_any_name_is_shown_harmlessly_and_never_names_a_folder(tmp_path: Path, typed: str, shown: str) -> None:
    learner = begun(tmp_path).begin(name_from(typed))
    assert learner.name == shown
    assert learner.folder.parent == tmp_path / LEARNERS
    assert learner.folder.name.startswith("2")
    assert learner.folder.name.replace("-", "").isalnum()
    assert learner.folder.name.isascii()
    assert [each.name for each in (tmp_path / LEARNERS).iterdir()] == [learner.folder.name]


@given(st.text())
def test_a_name_is_refused_or_is_clean_for_good(typed: str) -> None:
    try:
        name = name_from(typed)
    except BadName:
        return
    assert 0 < len(name) <= LONGEST_NAME
    assert name == clean(name, one_line=True) == name_from(name)


@pytest.mark.parametrize("typed", ["", " ", "..", "\x1b[", "\u202e", "x" * (LONGEST_NAME + 1)])
def test_what_is_no_name_is_refused(typed: str) -> None:
    with pytest.raises(BadName, match="A name"):
        name_from(typed)


def test_a_name_is_the_same_however_its_letters_are_written(tmp_path: Path) -> None:
    learners = begun(tmp_path, "Zoë", "МИША")
    for typed in ("zoë", "ZOE\u0308", "Zoë"):
        assert learners.called(typed) == learners.begin(name_from(typed)) == learners.everyone()[1]
    assert learners.called("миша") == learners.everyone()[2]
    assert learners.called("Masha") is None
    assert len(learners.everyone()) == 3


def test_another_name_keeps_the_folder_and_is_nobody_elses(tmp_path: Path) -> None:
    learners = begun(tmp_path, "Anna", "Boris")
    first, anna, _ = learners.everyone()
    assert learners.rename(first, name_from("Mum")).folder == tmp_path
    assert learners.rename(anna, name_from("ANNA")).folder == anna.folder
    assert names(learners) == ["Mum", "ANNA", "Boris"]
    with pytest.raises(BadName, match="called Boris already"):
        learners.rename(first, name_from("boris"))


def test_two_windows_that_begin_at_once_get_a_folder_each(tmp_path: Path) -> None:
    learners = begun(tmp_path)
    (tmp_path / LEARNERS / "2-anna").mkdir(parents=True)
    assert learners.begin(name_from("Anna")).folder.name == "3-anna"


def test_what_stands_among_the_learners_but_is_none_is_passed_over(tmp_path: Path) -> None:
    learners = begun(tmp_path, "Anna")
    place = tmp_path / LEARNERS
    (place / "empty").mkdir()
    (place / "file").touch()
    (place / "9").mkdir()
    os.mkfifo(place / "9" / NAME_FILE)
    (place / "10-old").mkdir()
    (place / "10-old" / NAME).touch()
    (place / "2-anna" / NAME_FILE).write_bytes(b"\xff\x1b[2JAnna\nmore")
    assert names(learners) == [UNNAMED, "\ufffd[2JAnna", "9", "10-old"]


def test_when_a_learner_was_last_here_is_told_by_their_record(tmp_path: Path) -> None:
    learners = begun(tmp_path, "Anna")
    first, anna = learners.everyone()
    assert learners.last_here(anna) is None
    (tmp_path / NAME).write_bytes(b"x")
    os.utime(tmp_path / NAME, (SetClock()().timestamp(),) * 2)
    assert learners.last_here(first) == SetClock()()


def test_the_folder_given_comes_before_the_one_in_the_environment(tmp_path: Path) -> None:
    assert data_folder(str(tmp_path)) == tmp_path
    assert data_folder() == Path(os.environ["KRUZHOK_HOME"])


def test_an_empty_folder_in_the_environment_is_told_not_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KRUZHOK_HOME", "")
    with pytest.raises(NoDataFolder, match="KRUZHOK_HOME is set, but empty"):
        data_folder()


def nobody(number: int) -> NoReturn:
    raise KeyError(number)


@pytest.mark.parametrize("named", [None, "~/records"])
def test_without_a_home_nothing_is_kept_and_that_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, named: str | None
) -> None:
    for name in ("KRUZHOK_HOME", "HOME", "XDG_DATA_HOME"):
        monkeypatch.delenv(name, raising=False)
    if named:
        monkeypatch.setenv("KRUZHOK_HOME", named)
    # As in a container whose user has a number but no name.
    monkeypatch.setattr("pwd.getpwuid", nobody)
    study = study_of(tmp_path)
    study.change_learner(data_folder, study.learner)
    assert "does not say where your home is" in (study.notice or "")
    study.mark_read(study.guide.lessons[0].panels[0].id)
    assert study.close() == 1
