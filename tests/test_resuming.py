"""What was cut off, by a crash or a closed terminal, goes on: with every answer, and an exam's clock."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.memory.writing import GUIDE, as_if_killed, learner
from tests.samples import (
    START,
    Counter,
    SetClock,
    right_answer_to,
    sample_guide,
    write,
    wrong_answer_to,
)
from tests.studying import ALL, only
from tests.test_open_sitting import STEPS
from tui.guide.model import Guide
from tui.guide.words import Kind, LessonId
from tui.memory.attempt import Entry, SittingId
from tui.memory.forgetting import forget, made_in
from tui.memory.steps import Log, logs_in, written
from tui.open_sitting import OpenSitting
from tui.paths import shipped_guide
from tui.quiz.ask import Skipped, Written, fits
from tui.quiz.choosing import Choice, on_lesson
from tui.quiz.events import Mode
from tui.quiz.question import Question
from tui.quiz.sitting import Ending, Sitting, SittingError
from tui.study import Study, open_guide

THREE = only("who-held", "who-wanted", "when-spoke")


def answer(sitting: OpenSitting, *, right: bool = True) -> None:
    question = sitting.question
    assert sitting.answer(right_answer_to(question) if right else wrong_answer_to(question)) or sitting.sitting.limit


@contextmanager
def killed(data: Path, clock: SetClock | None = None, guide: Guide[Question] | None = None) -> Iterator[Study]:
    """The next start, after the window that has this folder open was killed."""
    folder = as_if_killed(data, data.with_name(f"{data.name}-next"))
    with closing(learner(folder, clock, guide)) as study:
        yield study


def resumed(study: Study) -> OpenSitting:
    assert study.cut_off.offered
    sitting = study.cut_off.resume(study.cut_off.offered.log.sitting)
    assert sitting
    return sitting


def offers(study: Study) -> bool:
    return study.cut_off.offered is not None


def without(*names: str) -> Guide[Question]:
    guide = sample_guide()
    kept = {name: question for name, question in guide.questions.items() if name not in names}
    return replace(guide, questions=kept)


def grades(study: Study) -> list[tuple[str, str]]:
    return [(attempt.question, attempt.grade) for attempt in study.record.attempts]


# Practice


def test_a_quiz_goes_on_at_the_question_after_the_last_answer_that_was_kept(tmp_path: Path) -> None:
    clock = SetClock()
    with closing(learner(tmp_path / "data", clock)) as study:
        sitting = study.begin(THREE)
        answer(sitting, right=False)
        sitting.go_on()
        answer(sitting)
        with killed(tmp_path / "data", clock) as later:
            again = resumed(later)
            assert replace(again.sitting, turns=()) == replace(sitting.sitting, turns=())
            assert [turn.response for turn in again.sitting.turns] == [turn.response for turn in sitting.sitting.turns]
            assert again.verdict == sitting.verdict
            while again.go_on():
                answer(again)
            assert again.sitting.ending is Ending.COMPLETED
            assert again.result().asked == 3
            assert len(later.record.attempts) == 4
            assert not offers(later)


def test_what_is_taken_up_and_cut_off_once_more_goes_on_from_there(tmp_path: Path) -> None:
    with closing(learner(tmp_path / "data")) as study:
        answer(study.begin(THREE))
        with killed(tmp_path / "data") as later:
            again = resumed(later)
            again.go_on()
            answer(again, right=False)
            with killed(tmp_path / "data-next") as latest:
                assert replace(resumed(latest).sitting, turns=()) == replace(again.sitting, turns=())
                assert grades(latest) == grades(later)


def test_the_last_answer_can_be_taken_back_and_overruled_after_going_on(tmp_path: Path) -> None:
    with closing(learner(tmp_path / "data")) as study:
        sitting = study.begin(only("when-spoke"))
        answer(sitting, right=False)
        with killed(tmp_path / "data") as later:
            again = resumed(later)
            again.overrule()
            assert grades(later) == [("when-spoke", "correct")]
            again.take_back()
            assert grades(later) == []
            assert again.sitting.current.response is None


def test_the_time_away_is_no_time_taken(tmp_path: Path) -> None:
    clock = SetClock()
    with closing(learner(tmp_path / "data", clock)) as study:
        sitting = study.begin(THREE)
        clock.move(seconds=10)
        answer(sitting)
        sitting.go_on()
        sitting.doubt("hm")
        clock.move(hours=9)
        with killed(tmp_path / "data", clock) as later:
            again = resumed(later)
            clock.move(seconds=5)
            answer(again)
            assert later.record.attempts[-1].answered - later.record.attempts[-1].began == timedelta(seconds=5)
            again.leave()
            assert again.result().took == timedelta(seconds=15)


def test_nothing_is_offered_of_a_quiz_that_ended_or_was_left_or_has_no_answer(tmp_path: Path) -> None:
    with closing(learner(tmp_path / "data")) as study:
        study.begin(ALL)
        left = study.begin(ALL)
        answer(left)
        left.leave()
        done = study.begin(only("who-held"))
        answer(done)
        done.go_on()
        with killed(tmp_path / "data") as later:
            assert not offers(later)


def test_the_one_that_was_cut_off_last_is_offered_first(tmp_path: Path) -> None:
    clock = SetClock()
    with closing(learner(tmp_path / "data", clock)) as study:
        for name in ("who-held", "who-wanted"):
            clock.move(minutes=1)
            answer(study.begin(only(name, "when-spoke")))
        with killed(tmp_path / "data", clock) as later:
            first = resumed(later)
            second = resumed(later)
            assert first.sitting.started - second.sitting.started == timedelta(minutes=1)
            assert not offers(later)


def test_what_is_dropped_is_left_as_of_when_it_was_cut_off(tmp_path: Path) -> None:
    clock = SetClock()
    with closing(learner(tmp_path / "data", clock)) as study:
        answer(study.begin(THREE))
        clock.move(hours=3)
        with killed(tmp_path / "data", clock) as later:
            assert later.cut_off.offered
            left = later.cut_off.drop(later.cut_off.offered.log.sitting)
            assert left
            assert (left.sitting.ending, left.sitting.ended) == (Ending.LEFT, START)
            later.cut_off.look()
            assert not offers(later)
            assert len(later.record.attempts) == 1


def test_after_a_week_a_quiz_is_closed_and_its_answers_stay(tmp_path: Path) -> None:
    clock = SetClock()
    with closing(learner(tmp_path / "data", clock)) as study:
        answer(study.begin(THREE))
        clock.move(days=7)
        with killed(tmp_path / "data", clock) as later:
            assert later.cut_off.offered
        clock.move(seconds=1)
        with closing(learner(tmp_path / "data-next", clock)) as latest:
            assert not offers(latest)
            assert len(latest.record.attempts) == 1


# An exam


def test_an_exam_goes_on_with_its_answers_flags_and_clock(tmp_path: Path) -> None:
    clock = SetClock()
    with closing(learner(tmp_path / "data", clock)) as study:
        exam = study.begin(THREE, Mode.EXAM, minutes=20)
        answer(exam, right=False)
        answer(exam)
        exam.move(2)
        exam.flag()
        clock.move(minutes=8)
        with killed(tmp_path / "data", clock) as later:
            assert grades(later) == []
            assert later.next_step().amount == "12 minutes left"
            again = resumed(later)
            assert again.time_left == timedelta(minutes=12)
            assert (again.sitting.at, again.sitting.current.flagged) == (2, True)
            again.hand_in()
            assert [grade for _, grade in grades(later)] == ["correct"]
            assert again.result().left_open == 2


def test_an_exam_that_has_only_begun_goes_on_too(tmp_path: Path) -> None:
    with closing(learner(tmp_path / "data")) as study:
        study.begin(THREE, Mode.EXAM, minutes=20)
        with killed(tmp_path / "data") as later:
            assert resumed(later).sitting.left_open == (0, 1, 2)


def test_an_exam_whose_time_ran_out_meanwhile_is_handed_in_as_of_its_deadline(tmp_path: Path) -> None:
    clock = SetClock()
    with closing(learner(tmp_path / "data", clock)) as study:
        answer(study.begin(THREE, Mode.EXAM, minutes=20))
        clock.move(days=30)
        with killed(tmp_path / "data", clock, without("who-held", "when-spoke")) as later:
            (done,) = later.cut_off.hand_in()
            assert (done.sitting.ending, done.sitting.ended) == (
                Ending.TIME_RAN_OUT,
                START + timedelta(minutes=20),
            )
            assert done.result().asked == 1
            (attempt,) = later.record.attempts
            assert attempt.answered == START
            later.cut_off.look()
            assert not offers(later)


def test_an_exam_that_is_dropped_counts_with_its_answers(tmp_path: Path) -> None:
    with closing(learner(tmp_path / "data")) as study:
        answer(study.begin(THREE, Mode.EXAM, minutes=20))
        with killed(tmp_path / "data") as later:
            assert later.cut_off.offered
            left = later.cut_off.drop(later.cut_off.offered.log.sitting)
            assert left
            assert left.result().left_open == 2
            assert len(later.record.attempts) == 1


# The guide was edited meanwhile


@pytest.mark.parametrize("mode", Mode)
def test_a_question_that_is_gone_is_left_out_and_its_answer_stays(tmp_path: Path, mode: Mode) -> None:
    with closing(learner(tmp_path / "data")) as study:
        sitting = study.begin(THREE, mode)
        first = sitting.question.id
        answer(sitting)
        sitting.go_on()
        with killed(tmp_path / "data", guide=without(first)) as later:
            again = resumed(later)
            assert again.sitting.position.of == 2
            assert first not in {turn.question for turn in again.sitting.turns}
            assert not again.can_take_back
            again.leave()
            assert [question for question, _ in grades(later)] == [first]
            again.result()


@pytest.mark.parametrize("mode", Mode)
def test_where_no_question_is_left_it_is_closed_and_its_answers_stay(tmp_path: Path, mode: Mode) -> None:
    with closing(learner(tmp_path / "data")) as study:
        answer(study.begin(THREE, mode))
        with killed(tmp_path / "data", guide=without("who-held", "who-wanted", "when-spoke")) as later:
            assert later.cut_off.offered
            assert later.cut_off.resume(later.cut_off.offered.log.sitting) is None
            assert len(later.record.attempts) == 1
            later.cut_off.look()
            assert not offers(later)


def test_an_answer_that_no_longer_fits_its_question_is_not_shown_beside_it(tmp_path: Path) -> None:
    guide = sample_guide()
    held = write("who-held", Kind.POSITION, "held")
    edited = replace(guide, questions=dict(guide.questions) | {held.id: held})
    with closing(learner(tmp_path / "data")) as study:
        answer(study.begin(only("who-held", "who-wanted")))
        with killed(tmp_path / "data", guide=edited) as later:
            again = resumed(later)
            answered = {turn.question for turn in again.sitting.turns if turn.response is not None}
            assert held.id not in answered
            assert len(later.record.attempts) == 1


def test_a_question_without_an_answer_is_asked_as_it_reads_now(tmp_path: Path) -> None:
    guide = sample_guide()
    new = [write(name, Kind.POSITION, "held") for name in ("who-held", "who-wanted")]
    edited = replace(guide, questions=dict(guide.questions) | {each.id: each for each in new})
    with closing(learner(tmp_path / "data")) as study:
        study.begin(only("who-held", "who-wanted"), Mode.EXAM)
        with killed(tmp_path / "data", guide=edited) as later:
            assert resumed(later).answer(Written(("right",))) is None


def test_every_right_answer_of_the_guide_that_ships_fits_its_question() -> None:
    for question in open_guide(shipped_guide()).questions.values():
        assert fits(question.ask("seed"), question.key), question.id


# Windows


def test_what_is_open_in_another_window_is_not_offered(tmp_path: Path) -> None:
    with closing(learner(tmp_path)) as study:
        answer(study.begin(THREE))
        with closing(learner(tmp_path)) as other:
            assert not offers(other)
        study.cut_off.look()
        assert not offers(study)


def test_what_was_offered_to_two_windows_goes_on_in_one(tmp_path: Path) -> None:
    with closing(learner(tmp_path)) as study:
        answer(study.begin(THREE))
    with closing(learner(tmp_path)) as one, closing(learner(tmp_path)) as other:
        assert one.cut_off.offered
        assert other.cut_off.offered
        sitting = resumed(one)
        assert other.cut_off.resume(sitting.id) is None
        sitting.leave()
        assert other.cut_off.drop(sitting.id) is None
        other.cut_off.look()
        assert not offers(other)
    assert not list(tmp_path.glob("sitting-*"))


def test_what_is_open_as_kruzhok_is_closed_is_offered_the_next_time(tmp_path: Path) -> None:
    with closing(learner(tmp_path)) as study:
        answer(study.begin(on_lesson(LessonId("unions"))))
    with closing(learner(tmp_path)) as later:
        step = later.next_step()
        assert (step.headline, step.amount) == ("Go on with your quiz on lesson 2", "1 of 6 answered")


def test_the_lock_that_a_kill_leaves_behind_is_forgotten_with_the_record(tmp_path: Path) -> None:
    with closing(learner(tmp_path / "data")) as study:
        answer(study.begin(THREE))
        left = as_if_killed(tmp_path / "data", tmp_path / "next")
    assert any(file.name.startswith("sitting-") for file in made_in(left))
    forget(left)
    assert not left.exists()


def test_a_quiz_whose_steps_are_damaged_is_closed_and_its_answers_stay(tmp_path: Path) -> None:
    with closing(learner(tmp_path)) as study:
        sitting = study.begin(THREE)
        answer(sitting)
        sitting.go_on()
        assert study._keeper
        assert study._keeper._store
        study._keeper._store._connection.execute("DELETE FROM step WHERE number = 1")
        answer(sitting)
    with closing(learner(tmp_path)) as later:
        assert not offers(later)
        assert len(later.record.attempts) == 2


# Any history


class Watched(Study):
    """A learner of whom each commit is noted, with what came of a sitting."""

    commits: list[tuple[Log | None, tuple[Entry, ...]]]

    def keep(self, *entries: Entry, came: Log | None = None, ended: SittingId | None = None) -> None:
        super().keep(*entries, came=came, ended=ended)
        self.commits.append((came, entries))


@st.composite
def histories(draw: st.DrawFn) -> tuple[Watched, SetClock, dict[int, Sitting]]:
    """A sitting after some steps: its study with all commits, the clock, and how it stood after some of them."""
    clock = SetClock()
    study = Watched(sample_guide(), clock, Counter())
    study.commits = []
    choice = Choice(count=draw(st.integers(1, 5)), seed=draw(st.text(min_size=1, max_size=3)))
    sitting = study.begin(choice, draw(st.sampled_from(Mode)), minutes=1)
    stood = {len(study.commits): sitting.sitting} if study.commits else {}
    for step in draw(st.lists(st.sampled_from(STEPS), max_size=30)):
        clock.move(seconds=draw(st.integers(-1, 5)))
        before = len(study.commits)
        try:
            step(sitting)
        except SittingError:
            continue
        if sitting.sitting.finished:
            break
        if len(study.commits) > before:
            stood[len(study.commits)] = sitting.sitting
    return study, clock, stood


def on_disk(study: Watched, commits: int) -> Log:
    steps = [step for came, _ in study.commits[:commits] if came for step in written(came, GUIDE)]
    (log,) = logs_in(steps)
    assert log.whole
    return log


@given(histories())
def test_whichever_commit_was_the_last_the_sitting_is_as_it_was_after_it(
    history: tuple[Watched, SetClock, dict[int, Sitting]],
) -> None:
    study, _, stood = history
    for commits, before in stood.items():
        log = on_disk(study, commits)
        assert OpenSitting(study, log, kept=len(log.steps)).sitting == before


@given(histories(), st.integers(0, 90))
def test_what_goes_on_after_any_commit_ends_with_every_answer_on_the_record_once(
    history: tuple[Watched, SetClock, dict[int, Sitting]], away: int
) -> None:
    study, clock, stood = history
    for commits, before in stood.items():
        later = Study(study.guide, clock, Counter(10_000))
        later.keep(*(entry for _, entries in study.commits[:commits] for entry in entries))
        log = on_disk(study, commits)
        clock.move(seconds=away)
        sitting = OpenSitting(later, log, kept=len(log.steps))
        sitting.come_back(clock())
        if not sitting.sitting.finished and sitting.sitting.current.response is None:
            sitting.answer(Skipped())
        sitting.leave()
        said = [turn for turn in sitting.sitting.turns if turn.verdict is not None]
        assert len(later.record.attempts) == len(said)
        answered = {turn.question for turn in before.turns if turn.response is not None}
        assert answered <= {turn.question for turn in said}
