"""What a learner did is there the next time; where it cannot be kept they are told, and nothing is overwritten."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from tests.guides import small_guide
from tests.memory.writing import GUIDE, attempt, learner, rows
from tests.samples import SetClock
from tui.guide.words import QuestionId
from tui.memory import store
from tui.memory.opening import VERSION
from tui.memory.store import NAME, Store
from tui.open_sitting import OpenSitting
from tui.quiz.ask import Picked
from tui.quiz.choosing import Choice
from tui.quiz.events import Mode
from tui.study import Study, open_guide

WHO = Choice(only=(QuestionId("who-held"), QuestionId("who-wanted")), seed="seed")


def answer(study: Study) -> OpenSitting:
    sitting = study.begin(WHO)
    assert sitting.answer(Picked(("wrong",))) is not None
    return sitting


def file(data: Path) -> Path:
    return data / NAME


def told(study: Study) -> str:
    return study.unkept or ""


def kept(data: Path) -> int:
    """How many entries another program finds on the disk now."""
    connection = sqlite3.connect(f"file:{file(data)}?mode=ro", uri=True)
    (count,) = connection.execute("SELECT count(*) FROM entry").fetchone()
    connection.close()
    return int(count)


def test_what_was_done_is_there_the_next_time(tmp_path: Path) -> None:
    study = learner(tmp_path / "data")
    panel = study.guide.lessons[0].panels[0]
    study.mark_read(panel.id)
    sitting = answer(study)
    sitting.take_back()
    sitting.answer(Picked(("right",)))
    before = study.record
    assert study.close() == 0
    study = learner(tmp_path / "data")
    assert study.has_read(panel.id)
    assert study.record.entries == before.entries
    assert study.record.attempts == before.attempts
    (only,) = study.record.attempts
    assert only.fingerprint == study.guide.questions[only.question].fingerprint
    study.close()


def test_an_answer_is_on_the_disk_before_its_verdict_is_told(tmp_path: Path) -> None:
    study = learner(tmp_path)
    answer(study)
    assert kept(tmp_path) == 1
    study.close()


def test_an_exam_is_kept_as_a_whole_when_it_ends(tmp_path: Path) -> None:
    study = learner(tmp_path)
    exam = study.begin(WHO, Mode.EXAM)
    exam.answer(Picked(("right",)))
    exam.go_on()
    exam.answer(Picked(("wrong",)))
    exam.hand_in()
    assert kept(tmp_path) == 2
    study.close()


def test_a_guide_finds_its_record_wherever_it_lies_and_no_other(tmp_path: Path) -> None:
    def opened(name: str, header: str = "") -> Study:
        folder = small_guide(tmp_path / name)
        with (folder / "lessons" / "guide.yaml").open("a", encoding="utf-8") as written:
            written.write(header)
        return Study(open_guide(folder), SetClock(), data_folder=lambda: tmp_path / "data")

    study = opened("here")
    study.mark_read(study.guide.lessons[0].panels[0].id)
    study.close()
    for name, header, read in (("there", "", 1), ("other", "id: another\n", 0)):
        study = opened(name, header)
        assert study.read_in(study.guide.lessons[0]) == read
        study.close()


def test_only_the_learner_can_read_the_record(tmp_path: Path) -> None:
    study = learner(tmp_path / "data")
    answer(study)
    assert all(path.stat().st_mode & 0o077 == 0 for path in (tmp_path / "data", *(tmp_path / "data").iterdir()))
    study.close()


def test_a_full_disk_is_told_and_all_is_kept_once_there_is_room(tmp_path: Path) -> None:
    study = learner(tmp_path)
    assert study._keeper
    assert study._keeper._store
    connection = study._keeper._store._connection
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    connection.execute(f"PRAGMA max_page_count = {pages}")
    while not told(study):
        answer(study)
    assert told(study).startswith("The disk is full")
    answer(study)
    done = len(study.record.attempts)
    assert kept(tmp_path) == done - 2
    connection.execute("PRAGMA max_page_count = 100000")
    answer(study)
    assert not told(study)
    assert kept(tmp_path) == done + 1
    assert study.close() == 0


def test_a_file_that_another_holds_is_told_and_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "PATIENCE", 0)
    study = learner(tmp_path)
    other = sqlite3.connect(file(tmp_path), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    answer(study)
    assert "Another program holds" in told(study)
    assert len(study.record.attempts) == 1
    other.close()
    assert study.close() == 0
    assert kept(tmp_path) == 1


def test_what_is_never_kept_is_counted_at_the_end(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("in the way", encoding="utf-8")
    study = learner(tmp_path / "data")
    assert "cannot be written" in told(study)
    answer(study)
    answer(study)
    assert len(study.record.attempts) == 2
    assert study.close() == 2
    assert (tmp_path / "data").read_text(encoding="utf-8") == "in the way"


def test_what_was_answered_in_an_exam_is_tried_a_last_time_as_kruzhok_is_closed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "PATIENCE", 0)
    study = learner(tmp_path)
    exam = study.begin(WHO, Mode.EXAM)
    with closing(sqlite3.connect(file(tmp_path), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        exam.answer(Picked(("right",)))
        assert "Another program holds" in told(study)
    assert study.close() == 0
    with closing(learner(tmp_path)) as later:
        assert later.cut_off.offered
        assert "1 of 2 answered" in later.cut_off.offered.answered


@contextmanager
def nobody(folder: Path, path: Path) -> Iterator[None]:
    """Be somebody who may only read, whoever runs the tests."""
    modes = [(each, each.stat().st_mode) for each in (folder, path)]
    folder.chmod(0o555)
    path.chmod(0o444)
    ways = [parent for parent in folder.parents if parent.stat().st_mode & 0o005 != 0o005]
    ways_modes = [(each, each.stat().st_mode) for each in ways]
    root = os.geteuid() == 0
    try:
        if root:
            for way in ways:
                way.chmod(0o755)
            os.seteuid(65534)
        yield
    finally:
        if root:
            os.seteuid(0)
        for each, mode in (*modes, *ways_modes):
            each.chmod(mode)


def test_a_folder_that_may_only_be_read_is_told_and_still_shown(tmp_path: Path) -> None:
    data = tmp_path / "data"
    study = learner(data)
    answer(study)
    study.close()
    before = file(data).read_bytes()
    with nobody(data, file(data)):
        study = learner(data)
        assert "cannot be written" in told(study)
        before_that = study.record.attempts
        answer(study)
        assert (len(before_that), len(study.record.attempts), study.close()) == (1, 2, 1)
    assert file(data).read_bytes() == before


def test_a_record_of_a_newer_kruzhok_is_told_and_left_untouched(tmp_path: Path) -> None:
    Store(file(tmp_path)).close()
    connection = sqlite3.connect(file(tmp_path))
    connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    connection.close()
    before = file(tmp_path).read_bytes()
    study = learner(tmp_path)
    assert "newer kruzhok" in told(study)
    answer(study)
    assert study.close() == 1
    assert file(tmp_path).read_bytes() == before
    assert list(tmp_path.iterdir()) == [file(tmp_path)]


def zeroed(data: bytes) -> bytes:
    return b"\0" * len(data)


def cut(data: bytes) -> bytes:
    return data[: len(data) // 2 + 100]


def one_letter(data: bytes) -> bytes:
    return data.replace(b'seed/7"', b'seed/8"')


@pytest.mark.parametrize(("damage", "at_least"), [(zeroed, 0), (cut, 0), (one_letter, 199)])
def test_a_damaged_file_is_set_aside_and_what_can_be_read_goes_on(
    tmp_path: Path, damage: Callable[[bytes], bytes], at_least: int
) -> None:
    written = Store(file(tmp_path))
    written.add(rows(*range(1, 201)))
    written.close()
    damaged = damage(file(tmp_path).read_bytes())
    file(tmp_path).write_bytes(damaged)
    study = learner(tmp_path)
    assert not told(study)
    (aside,) = tmp_path.glob("record-damaged-20260114-090000-*.sqlite")
    assert aside.read_bytes() == damaged
    found = len(study.record.entries)
    assert at_least <= found < 200
    assert f"set aside as {aside.name}" in (study.notice or "")
    assert (f" {found} entries" if found else "nothing of it could be read") in (study.notice or "")
    answer(study)
    study.close()
    study = learner(tmp_path)
    assert len(study.record.entries) == found + 1
    assert study.notice is None
    study.close()


def test_a_file_deleted_while_it_is_open_is_noticed_before_an_answer_counts_as_kept(tmp_path: Path) -> None:
    study = learner(tmp_path)
    answer(study)
    elsewhere = tmp_path / "elsewhere"
    file(tmp_path).rename(elsewhere)
    answer(study)
    assert "moved or deleted" in told(study)
    elsewhere.rename(file(tmp_path))
    answer(study)
    assert not told(study)
    assert kept(tmp_path) == 3
    assert study.close() == 0


def test_an_amendment_whose_attempt_is_lost_counts_for_nothing(tmp_path: Path) -> None:
    study = learner(tmp_path)
    sitting = answer(study)
    sitting.take_back()
    study.close()
    connection = sqlite3.connect(file(tmp_path))
    (lost,) = connection.execute("SELECT body FROM entry ORDER BY place LIMIT 1").fetchone()
    connection.close()
    file(tmp_path).write_bytes(file(tmp_path).read_bytes().replace(lost, b"x" * len(lost)))
    study = learner(tmp_path)
    assert study.offer
    assert "set aside" in study.offer.what
    assert (len(study.record.entries), study.take_backup(), len(study.record.entries)) == (1, 1, 2)
    assert study.record.attempts == ()
    study.close()


def test_entries_of_another_guide_are_not_this_guides(tmp_path: Path) -> None:
    written = Store(file(tmp_path))
    written.add([rows(1)[0]._replace(guide=GUIDE), rows(2)[0]._replace(guide=type(GUIDE)("other"))])
    written.close()
    study = learner(tmp_path)
    assert study.record.entries == (attempt(1),)
    study.close()
