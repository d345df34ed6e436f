"""A long record is opened by what it came to when it was last closed; whatever does not fit is computed anew."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from msgspec.structs import replace

from tests.memory.writing import GUIDE, as_if_killed, attempt, learner, rows
from tests.samples import START, SetClock, right_answer_to
from tui.guide.words import KeyPointId, QuestionId
from tui.memory import remembering
from tui.memory import store as stored
from tui.memory.attempt import AfreshTakenBack, Amendment, AttemptId, Change, MarkerId, StartedAfresh
from tui.memory.backup import backups
from tui.memory.digest import OnPoint, written
from tui.memory.keeper import Keeper
from tui.memory.record import Record
from tui.memory.remembering import FEW, LEFT, MOST, condense_what_is_kept, remember
from tui.memory.store import NAME, Row, Store
from tui.quiz.ask import Skipped
from tui.quiz.choosing import Choice
from tui.study import Study

LONG = FEW + 50
LATE = START + timedelta(days=30)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The folder of somebody with a long record, closed in good order."""
    with closing(Store(tmp_path / NAME)) as store:
        store.add(rows(*range(1, LONG + 1)))
        condense_what_is_kept(store, GUIDE)
    return tmp_path


@pytest.fixture
def store(data: Path) -> Iterator[Store]:
    with closing(Store(data / NAME)) as store:
        yield store


def all_of(store: Store) -> bytes:
    return written(Record(store.entries(GUIDE)).digest)


def abridged(store: Store) -> bool:
    """Whether the record is remembered by its snapshot, and comes to the same as all of it."""
    record = remember(store, GUIDE)
    assert written(record.digest) == all_of(store)
    return record.is_abridged


def test_only_what_came_since_is_read_at_the_start(store: Store) -> None:
    store.add(rows(LONG + 1, LONG + 2))
    record = remember(store, GUIDE)
    assert len(record.entries) == LEFT + 2
    assert record.last == attempt(LONG + 2).answered
    assert abridged(store)


def test_a_short_record_is_read_as_a_whole(tmp_path: Path) -> None:
    with closing(Store(tmp_path / NAME)) as store:
        store.add(rows(*range(1, FEW + 1)))
        condense_what_is_kept(store, GUIDE)
        assert store.snapshot(GUIDE) is None
        assert not abridged(store)


def test_a_snapshot_is_kept_anew_once_much_has_come(store: Store) -> None:
    before = store.snapshot(GUIDE)
    assert before
    store.add(rows(*range(LONG + 1, LONG + MOST + 1)))
    condense_what_is_kept(store, GUIDE)
    assert store.snapshot(GUIDE) == before
    store.add(rows(LONG + MOST + 1))
    condense_what_is_kept(store, GUIDE)
    later = store.snapshot(GUIDE)
    assert later
    assert (later.place, later.entries) == (LONG + MOST + 1, LONG + MOST + 1)
    assert abridged(store)


@pytest.mark.parametrize("number", [1, LONG - LEFT])
def test_an_amendment_of_what_is_long_past_counts(store: Store, number: int) -> None:
    taken_back = Amendment(attempt=AttemptId(UUID(int=number)), change=Change.TAKEN_BACK, at=LATE)
    store.add([Row.of(UUID(int=5000), GUIDE, taken_back)])
    assert not abridged(store)


def test_an_amendment_of_what_is_nowhere_changes_nothing(store: Store) -> None:
    lost = Amendment(attempt=AttemptId(UUID(int=4000)), change=Change.TAKEN_BACK, at=LATE)
    store.add([Row.of(UUID(int=5000), GUIDE, lost)])
    assert abridged(store)


@pytest.mark.parametrize(("minute", "fits"), [(0, False), (LONG - LEFT - 1, False), (LONG - LEFT + 1, True)])
def test_what_another_machine_did_in_between_counts_in_its_place(store: Store, minute: int, fits: bool) -> None:
    at = START + timedelta(minutes=minute, seconds=30)
    store.add([Row.of(UUID(int=6000), GUIDE, replace(attempt(6000), began=at, answered=at))])
    assert abridged(store) is fits


@pytest.mark.parametrize("damage", ["form = form + 1", "body = X'00'", "entries = 0", "place = 1"])
def test_a_snapshot_of_another_form_or_a_damaged_one_is_not_used(store: Store, damage: str) -> None:
    store._connection.execute(f"UPDATE snapshot SET {damage}")
    assert not abridged(store)


def test_a_snapshot_that_cannot_be_read_is_not_used(store: Store) -> None:
    snapshot = store.snapshot(GUIDE)
    assert snapshot
    store.keep_snapshot(GUIDE, snapshot._replace(body=b"\x91\x01"))
    assert not abridged(store)


@pytest.mark.parametrize("in_order", [True, False])
def test_a_log_too_long_to_be_held_is_folded_as_it_is_read_and_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, in_order: bool
) -> None:
    monkeypatch.setattr(remembering, "MANY", 200)
    numbers = range(1, LONG + 1) if in_order else [*range(200, LONG + 1), *range(1, 200)]
    with closing(Store(tmp_path / NAME)) as store:
        store.add(rows(*numbers))
        taken_back = Amendment(attempt=attempt(LONG - 1).id, change=Change.TAKEN_BACK, at=LATE)
        store.add([Row.of(UUID(int=5000), GUIDE, taken_back)])
        assert abridged(store)
        assert store.snapshot(GUIDE)
        store.look_over()
        store.add(rows(LONG + 1))
        assert abridged(store)


def test_a_disk_without_room_for_a_snapshot_keeps_nobody_from_learning(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(remembering, "MANY", 200)
    with closing(Store(tmp_path / NAME)) as store:
        store.add(rows(*range(1, LONG + 1)))
        (pages,) = store._connection.execute("PRAGMA page_count").fetchone()
        store._connection.execute(f"PRAGMA max_page_count = {pages}")
        assert abridged(store)
        assert store.snapshot(GUIDE) is None


def answer(study: Study) -> None:
    study.begin(Choice(seed="seed")).answer(Skipped())


def test_the_end_of_a_run_keeps_what_it_came_to(tmp_path: Path) -> None:
    with closing(Store(tmp_path / NAME)) as store:
        store.add(rows(*range(1, LONG + 1)))
    study = learner(tmp_path)
    assert not study.record.is_abridged
    answer(study)
    study.close()
    study = learner(tmp_path)
    assert study.record.is_abridged
    assert study.notice is None
    study.close()


def started_afresh_long_ago(data: Path) -> tuple[MarkerId, dict[KeyPointId, OnPoint]]:
    """Have a fresh start among what is in the digest for good: its marker, and what was known without it."""
    marker = MarkerId(UUID(int=7000))
    with closing(Store(data / NAME)) as store:
        afresh = StartedAfresh(id=marker, lesson=None, at=attempt(10).answered)
        before = Record(store.entries(GUIDE)).digest.points
        store.add([Row.of(marker, GUIDE, afresh)])
        remember(store, GUIDE)
        condense_what_is_kept(store, GUIDE)
        store.drop_snapshots()
        condense_what_is_kept(store, GUIDE)
    return marker, before


def test_a_fresh_start_long_ago_is_taken_back_at_once(data: Path) -> None:
    marker, before = started_afresh_long_ago(data)
    study = learner(data)
    assert study.record.is_abridged
    assert marker.hex in study.record.digest.fresh_starts
    assert study.record.digest.points != before
    study.keep(AfreshTakenBack(marker=marker, at=LATE))
    assert study.record.digest.points == before
    assert study.record.digest.fresh_starts == {}
    study.close()


def test_a_fresh_start_long_ago_is_taken_back_once_it_can_be_written(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stored, "PATIENCE", 0)
    marker, before = started_afresh_long_ago(data)
    study = learner(data)
    with closing(sqlite3.connect(data / NAME, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        study.keep(AfreshTakenBack(marker=marker, at=LATE))
        assert str(study.unkept).startswith("Another program holds")
        assert study.record.digest.points != before
    study.mark_read(study.guide.lessons[0].panels[0].id)
    assert study.unkept is None
    assert study.record.digest.points == before
    assert len(study.record.read_panels) == 1
    assert study.close() == 0


def damage(data: Path) -> None:
    """Change one letter of the third entry, of which the snapshot holds what it came to."""
    file = data / NAME
    file.write_bytes(file.read_bytes().replace(b'seed/3"', b'seed/8"'))


def test_damage_in_what_was_not_read_is_found_while_the_learner_goes_on(data: Path) -> None:
    damage(data)
    study = learner(data)
    assert study.notice is None
    assert study.to_look_over
    study.to_look_over()
    assert "is damaged. What you do is kept all the same." in (study.notice or "")
    answer(study)
    assert study.unkept is None
    assert study.close() == 0
    study = learner(data)
    assert "set aside" in (study.notice or "")
    assert len(study.record.entries) == LONG
    study.close()


def test_damage_that_the_backup_of_the_day_finds_is_seen_to_at_the_next_start(data: Path) -> None:
    damage(data)
    study = learner(data)
    answer(study)
    study.close()
    assert backups(data) == []
    study = learner(data)
    assert "set aside" in (study.notice or "")
    study.close()


def test_a_sound_record_is_looked_over_without_a_word(data: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    study = learner(data)
    assert study.to_look_over
    study.to_look_over()
    assert study.notice is None
    study.close()
    study = learner(tmp_path_factory.mktemp("new"))
    assert study.to_look_over is None
    study.close()


def test_entries_that_are_missing_are_found(data: Path) -> None:
    with closing(sqlite3.connect(data / NAME, isolation_level=None)) as connection:
        connection.execute("DROP TRIGGER entry_remains")
        connection.execute("DELETE FROM entry WHERE place = 3")
    keeper = Keeper(data, GUIDE, LATE)
    keeper.look_over()
    assert "is damaged" in (keeper.notice or "")
    keeper.close(LATE)
    keeper = Keeper(data, GUIDE, LATE)
    assert (keeper.notice, len(keeper.record.entries)) == (None, LONG - 1)
    keeper.close(LATE)


def test_what_was_answered_long_ago_can_still_be_taken_back_in_a_sitting_that_goes_on(data: Path) -> None:
    """The sitting was cut off, and another window has kept so much since that its answer is in the digest for good."""
    clock = SetClock(LATE)
    study = learner(data, clock)
    sitting = study.begin(Choice(only=(QuestionId("who-held"), QuestionId("who-wanted")), seed="seed"))
    sitting.answer(right_answer_to(sitting.question))
    answered = study.record.entries[-1]
    folder = as_if_killed(data, data.with_name("next"))
    with closing(Store(folder / NAME)) as store:
        later = (replace(attempt(number), answered=LATE + timedelta(hours=number)) for number in range(900, 1200))
        store.add(Row.of(each.id, GUIDE, each) for each in later)
        condense_what_is_kept(store, GUIDE)
    with closing(learner(folder, clock)) as again:
        assert answered not in again.record.entries
        assert again.cut_off.offered
        resumed = again.cut_off.resume(again.cut_off.offered.log.sitting)
        assert resumed
        resumed.take_back()
        assert again.unkept is None
        assert resumed.answer(right_answer_to(resumed.question))
        on = again.record.digest.questions[QuestionId("who-held")]
        assert on.asked == 1
