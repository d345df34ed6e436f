"""What a shell prompt shows: its words, and that what was left behind is never shown once it no longer holds."""

import os
from collections.abc import Callable
from contextlib import closing
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from tests.guides import small_guide
from tests.memory.writing import as_if_killed, rows
from tests.samples import START, SetClock
from tests.studying import answer_all
from tui.memory.errors import DamagedRecord, NewerRecord
from tui.memory.forgetting import forget, forget_guide
from tui.memory.glance import Glance, Review
from tui.memory.glance_file import PATTERN, left_behind
from tui.memory.glancing import glance_of, read_in
from tui.memory.interrupted import KEPT_OPEN
from tui.memory.store import NAME, Store
from tui.quiz.ask import Skipped
from tui.quiz.choosing import Choice
from tui.quiz.events import Mode
from tui.study import Study, open_guide

NOON = datetime(2026, 1, 14, 12, tzinfo=timezone(timedelta(hours=3)))
HALF_A_DAY = timedelta(hours=12)


def review(asked: datetime, due: datetime) -> Review:
    return Review((asked + HALF_A_DAY).timestamp(), due.timestamp())


def glance(*reviews: Review, waits: bool = False, by: str = "", away: int = 1) -> Glance:
    answered = (NOON - timedelta(days=away)).timestamp()
    return Glance(reviews, 40.0, 20, answered, by, "lesson 2, 3 panels, 2 minutes", waits)


def test_it_says_what_is_for_today_as_home_does() -> None:
    many = [review(NOON - timedelta(days=9), NOON)] * 100
    assert glance(*many).in_words(NOON) == "30 of 100 key points due, 20 minutes"
    assert glance(*many, away=7).in_words(NOON) == "15 key points due, 10 minutes"


@pytest.mark.parametrize(
    ("by", "said"),
    [("2026-01-23", "; exam in 9 days"), ("2026-01-15", "; exam tomorrow"), ("2026-01-14", "; exam today"), ("", "")],
)
def test_it_says_how_near_the_day_to_be_ready_for_is(by: str, said: str) -> None:
    assert glance(by=by).in_words(NOON) == f"lesson 2, 3 panels, 2 minutes{said}"
    assert glance(by="2026-01-13").in_words(NOON) == "lesson 2, 3 panels, 2 minutes"


def test_what_falls_due_before_the_day_ends_at_four_is_due() -> None:
    before, after = NOON + timedelta(hours=15, minutes=59), NOON + timedelta(hours=16, minutes=1)
    asked = NOON - timedelta(days=3)
    assert glance(review(asked, before)).in_words(NOON) == "1 key point due, 1 minute"
    assert glance(review(asked, before), review(asked, NOON)).in_words(NOON) == "2 key points due, 2 minutes"
    assert glance(review(asked, after)).in_words(NOON) == "lesson 2, 3 panels, 2 minutes"


def test_what_was_asked_just_now_is_not_due() -> None:
    asked = NOON - timedelta(hours=11)
    assert glance(review(asked, NOON - timedelta(hours=1))).in_words(NOON) == "lesson 2, 3 panels, 2 minutes"
    assert "1 key point due" in glance(review(asked, NOON)).in_words(NOON + timedelta(hours=1))


@pytest.mark.parametrize(
    ("ahead", "when"),
    [
        (timedelta(hours=16, minutes=1), "tomorrow"),
        (timedelta(days=3), "in 3 days"),
        (timedelta(days=36_500), "in 36500 days"),
    ],
)
def test_where_the_next_step_can_wait_it_says_when_something_is_due(ahead: timedelta, when: str) -> None:
    asked, later = NOON - timedelta(days=3), NOON + ahead + timedelta(days=40)
    told = glance(review(asked, NOON + ahead), review(asked, later), waits=True).in_words(NOON)
    assert told == f"1 key point due {when}"


def test_what_was_asked_this_morning_and_is_due_tonight_is_due_later_today() -> None:
    told = glance(review(NOON - timedelta(hours=4), NOON + timedelta(hours=8)), waits=True).in_words(NOON)
    assert told == "1 key point due later today"


def test_a_due_time_beyond_all_calendars_is_no_trouble() -> None:
    far = Review(NOON.timestamp(), 9e11)
    assert glance(far, waits=True).in_words(NOON).startswith("1 key point due in ")


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    return small_guide(tmp_path / "guide")


@pytest.fixture
def data(tmp_path: Path, guide: Path) -> Path:
    """The folder of a learner who has answered the whole bank and left."""
    folder = tmp_path / "data"
    study = Study(open_guide(guide), clock=SetClock(), data_folder=lambda: folder)
    answer_all(study.begin(Choice(seed="seed")))
    assert study.close() == 0
    return folder


def test_what_is_left_behind_says_what_guide_and_record_say(guide: Path, data: Path) -> None:
    study = Study(open_guide(guide), clock=SetClock(), data_folder=lambda: data)
    left = left_behind(guide, data)
    assert left is not None
    assert left == glance_of(study.guide, read_in(data, study.guide.id), study.now)
    for days in range(12):
        study.clock = lambda: START + timedelta(days=days)  # noqa: B023
        today = study.today()
        if today:
            assert left.in_words(study.now) == study.next_step().amount.replace(",", " due,")
    days_later = START + timedelta(days=9)
    assert left.reviews
    assert "due" in left.in_words(days_later)


def edit_the_bank(guide: Path, data: Path) -> None:
    (guide / "quiz_bank.yaml").write_text(
        (guide / "quiz_bank.yaml").read_text(encoding="utf-8") + "\n", encoding="utf-8"
    )


def edit_a_lesson(guide: Path, data: Path) -> None:
    lesson = next((guide / "lessons").glob("*.md"))
    os.utime(lesson, ns=(0, 0))


def add_a_lesson(guide: Path, data: Path) -> None:
    (guide / "lessons" / "99-more.md").write_text("more", encoding="utf-8")


def add_an_entry(guide: Path, data: Path) -> None:
    with closing(Store(data / NAME)) as store:
        store.add(rows(1))


def be_killed_with_the_log_beside(guide: Path, data: Path) -> None:
    (data / f"{NAME}-wal").write_bytes(b"x")


def damage_it(guide: Path, data: Path) -> None:
    next(data.glob(PATTERN)).write_text("1\nx", encoding="utf-8")


def lose_it(guide: Path, data: Path) -> None:
    next(data.glob(PATTERN)).write_bytes(b"\xff\x00")


@pytest.mark.parametrize(
    "happens",
    [edit_the_bank, edit_a_lesson, add_a_lesson, add_an_entry, be_killed_with_the_log_beside, damage_it, lose_it],
)
def test_what_is_left_behind_holds_no_longer(happens: Callable[[Path, Path], None], guide: Path, data: Path) -> None:
    assert left_behind(guide, data)
    happens(guide, data)
    assert left_behind(guide, data) is None


@pytest.mark.parametrize("number", ["nan", "inf", "-1", "1e400", "x"])
def test_a_number_that_is_no_time_is_not_shown(number: str, guide: Path, data: Path) -> None:
    file = next(data.glob(PATTERN))
    file.write_text(f"{file.read_text(encoding='utf-8')}{number} 1.0\n", encoding="utf-8")
    assert left_behind(guide, data) is None


def test_it_is_left_for_the_guide_it_tells_of_alone(guide: Path, data: Path, tmp_path: Path) -> None:
    assert left_behind(small_guide(tmp_path / "other"), data) is None


def test_nothing_is_left_behind_where_the_guide_was_edited_meanwhile(guide: Path, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    study = Study(open_guide(guide), clock=SetClock(), data_folder=lambda: folder)
    edit_the_bank(guide, folder)
    study.close()
    assert not list(folder.glob(PATTERN))


def test_what_another_window_has_kept_meanwhile_is_in_what_is_left_behind(guide: Path, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    first = Study(open_guide(guide), clock=SetClock(), data_folder=lambda: folder)
    second = Study(open_guide(guide), clock=SetClock(), data_folder=lambda: folder)
    answer_all(second.begin(Choice(seed="seed")))
    second.close()
    next(folder.glob(PATTERN)).unlink()
    assert not first.record.knowledge
    first.close()
    left = left_behind(guide, folder)
    assert left
    assert left.reviews


def test_it_goes_with_the_record(data: Path) -> None:
    assert list(data.glob(PATTERN))
    forget(data)
    assert not data.exists()


def test_it_goes_with_what_was_done_with_a_guide(guide: Path, data: Path) -> None:
    forget_guide(data, open_guide(guide).id)
    assert (data / NAME).exists()
    assert not list(data.glob(PATTERN))


def state(folder: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in folder.iterdir() if each.is_file()}


def test_a_record_with_its_log_beside_it_is_read_and_left_as_it_is(guide: Path, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    study = Study(open_guide(guide), clock=SetClock(), data_folder=lambda: folder)
    sitting = study.begin(Choice(seed="seed"))
    sitting.answer(sitting.question.key)
    killed = tmp_path / "killed"
    killed.mkdir()
    for end in ("", "-wal"):
        (killed / f"{NAME}{end}").write_bytes((folder / f"{NAME}{end}").read_bytes())
    study.close()
    before = state(killed)
    assert before[f"{NAME}-wal"]
    assert study.record.knowledge
    assert read_in(killed, study.guide.id).record.knowledge == study.record.knowledge
    assert state(killed) == before


def test_a_record_that_cannot_be_read_is_told_and_left_as_it_is(guide: Path, data: Path) -> None:
    file, name = data / NAME, open_guide(guide).id
    whole = file.read_bytes()
    file.write_bytes(whole[:60] + (99).to_bytes(4, "big") + whole[64:])
    before = state(data)
    with pytest.raises(NewerRecord):
        read_in(data, name)
    assert state(data) == before
    file.write_bytes(b"no record at all" * 9)
    with pytest.raises(DamagedRecord):
        read_in(data, name)


def test_where_nothing_was_kept_nothing_is_made(tmp_path: Path, guide: Path) -> None:
    assert not read_in(tmp_path / "nowhere", open_guide(guide).id).record.knowledge
    assert not (tmp_path / "nowhere").exists()


def test_a_quiz_that_was_cut_off_comes_before_all_else_and_one_that_runs_is_left_alone(
    tmp_path: Path, guide: Path
) -> None:
    study = Study(open_guide(guide), SetClock(), data_folder=lambda: tmp_path)
    sitting = study.begin(Choice(lesson=study.guide.lessons[0].id))
    sitting.answer(Skipped())
    running = glance_of(study.guide, read_in(tmp_path, study.guide.id), study.now)
    assert running.cut_off == ""
    killed = as_if_killed(tmp_path, tmp_path.with_name("killed"))
    found = glance_of(study.guide, read_in(killed, study.guide.id), study.now)
    assert found.in_words(study.now) == "quiz on lesson 1 cut off, 1 of 2 answered"
    with closing(study):
        sitting.leave()
    with closing(Study(open_guide(guide), SetClock(), data_folder=lambda: killed)):
        pass
    left = left_behind(guide, killed)
    assert left
    assert left.in_words(study.now + KEPT_OPEN) == "quiz on lesson 1 cut off, 1 of 2 answered"
    # Home then closes it, and offers what else there is.
    assert "cut off" not in left.in_words(study.now + KEPT_OPEN + timedelta(seconds=1))


def test_an_exam_that_was_cut_off_is_told_until_home_hands_it_in(tmp_path: Path, guide: Path) -> None:
    study = Study(open_guide(guide), SetClock(), data_folder=lambda: tmp_path / "data")
    exam = study.begin(Choice(), Mode.EXAM)
    exam.answer(Skipped())
    killed = as_if_killed(tmp_path / "data", tmp_path / "killed")
    late = study.now + KEPT_OPEN * 2
    assert "exam cut off" in glance_of(study.guide, read_in(killed, study.guide.id), late).in_words(late)
    exam.hand_in()
    study.close()
