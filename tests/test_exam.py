"""An exam with its learner: nothing is told or recorded before its end."""

from datetime import timedelta

import pytest

from tests.samples import (
    START,
    SetClock,
    right_answer_to,
    sample_study,
)
from tests.studying import ALL, only
from tui.guide.words import QuestionId
from tui.open_sitting import OpenSitting
from tui.quiz.ask import Written
from tui.quiz.events import Mode
from tui.quiz.sitting import Ending, SittingError
from tui.quiz.verdict import Grade, Verdict


def verdict_seen(sitting: OpenSitting) -> Verdict | None:
    return sitting.verdict


def test_an_exam_tells_no_verdict_before_its_end_and_records_the_last_answers() -> None:
    study = sample_study()
    sitting = study.begin(only("who-held", "year-formed"), Mode.EXAM)
    place = [turn.question for turn in sitting.sitting.turns].index(QuestionId("year-formed"))
    sitting.move(place)
    assert sitting.answer(Written(("wrong",))) is None
    assert sitting.answer(Written(("near",))) is None
    assert verdict_seen(sitting) is None
    assert study.record.entries == ()
    with pytest.raises(SittingError):
        sitting.result()
    sitting.hand_in()
    assert verdict_seen(sitting) is not None
    (attempt,) = study.record.attempts
    assert (attempt.response, attempt.grade, attempt.mode) == (Written(("near",)), Grade.PARTLY, Mode.EXAM)
    result = sitting.result()
    assert (result.credit, result.asked, result.left_open) == (0.5, 2, 1)


def test_an_exam_that_is_never_handed_in_ends_with_its_time() -> None:
    clock = SetClock()
    study = sample_study(clock=clock)
    sitting = study.begin(ALL, Mode.EXAM, minutes=2)
    sitting.answer(right_answer_to(sitting.question))
    clock.move(seconds=90)
    assert sitting.time_left == timedelta(seconds=30)
    assert not sitting.tick()
    clock.move(seconds=90)
    assert sitting.tick()
    assert sitting.sitting.ended == START + timedelta(minutes=2)
    assert sitting.time_left == timedelta(0)
    assert sitting.result().took == timedelta(minutes=2)
    assert len(study.record.attempts) == 1


def test_a_key_pressed_after_the_time_does_nothing() -> None:
    clock = SetClock()
    study = sample_study(clock=clock)
    sitting = study.begin(ALL, Mode.EXAM, minutes=1)
    clock.move(minutes=1)
    assert sitting.answer(right_answer_to(sitting.question)) is None
    ended = sitting.sitting
    assert ended.ending is Ending.TIME_RAN_OUT
    sitting.move(1)
    sitting.flag()
    sitting.doubt("late")
    sitting.hand_in()
    sitting.leave()
    assert not sitting.go_on()
    assert sitting.sitting == ended
    assert study.record.entries == ()


def test_an_exam_allows_a_minute_a_question_if_nothing_is_said() -> None:
    assert sample_study().begin(ALL, Mode.EXAM).time_left == timedelta(minutes=14)


@pytest.mark.parametrize("minutes", [0, -1, 24 * 60 + 1, float("nan"), float("inf"), 1e300])
def test_an_exam_needs_a_time_that_can_be_kept(minutes: float) -> None:
    with pytest.raises(ValueError, match="more than 0 minutes"):
        sample_study().begin(ALL, Mode.EXAM, minutes)


def test_flags_and_moves_reach_the_sitting() -> None:
    sitting = sample_study().begin(ALL, Mode.EXAM)
    sitting.flag()
    sitting.move(3)
    assert sitting.sitting.turns[0].flagged
    assert sitting.sitting.at == 3
