"""A review: what is due, for as many minutes as the learner said."""

from datetime import timedelta

import pytest

from tests.samples import SetClock, right_answer_to, sample_study, wrong_answer_to
from tests.studying import ALL, QUARREL, answer_all
from tui.quiz.choosing import Choice
from tui.quiz.events import Mode
from tui.quiz.sitting import Ending
from tui.study import NothingToAsk, Study


@pytest.fixture
def clock() -> SetClock:
    return SetClock()


@pytest.fixture
def study(clock: SetClock) -> Study:
    """Of one who was asked everything three days ago."""
    study = sample_study(clock=clock)
    answer_all(study.begin(ALL))
    clock.move(days=3)
    return study


def test_it_is_a_practice_of_what_is_due(study: Study) -> None:
    sitting = study.review(20)
    assert sitting.sitting.mode is Mode.PRACTICE
    assert sitting.sitting.minutes == 20
    asked = {point for turn in sitting.sitting.turns for point in study.guide.questions[turn.question].tests}
    assert len(asked) == 7
    assert sitting.review_left is not None
    assert sitting.review_left <= timedelta(minutes=20)


def test_without_minutes_it_is_as_long_as_was_chosen_last(study: Study) -> None:
    study.choose("minutes", 1)
    sitting = study.review()
    assert sitting.sitting.minutes == 1
    assert sitting.review_left is not None
    assert sitting.review_left <= timedelta(minutes=1)


def test_one_lesson_can_be_reviewed_alone(study: Study) -> None:
    lesson = study.guide.lesson(QUARREL)
    sitting = study.review(20, lesson)
    assert {study.guide.lesson_of(study.guide.questions[turn.question]) for turn in sitting.sitting.turns} == {lesson}


def test_the_time_left_goes_down_with_each_answer(study: Study, clock: SetClock) -> None:
    sitting = study.review(20)
    before = sitting.review_left
    clock.move(seconds=10)
    sitting.answer(right_answer_to(sitting.question))
    sitting.go_on()
    assert before is not None
    assert sitting.review_left is not None
    assert sitting.review_left < before


def test_it_ends_with_its_minutes_however_slow_the_learner_is(study: Study, clock: SetClock) -> None:
    sitting = study.review(2)
    assert len(sitting.sitting.turns) > 1
    while not sitting.sitting.finished:
        clock.move(minutes=5)
        sitting.answer(wrong_answer_to(sitting.question))
        sitting.go_on()
    assert sitting.sitting.ending is Ending.LEFT
    assert sitting.minutes_are_over
    assert sitting.sitting.left_open
    assert sum(turn.response is not None for turn in sitting.sitting.turns) <= 2


def test_a_quiz_has_no_such_end(study: Study, clock: SetClock) -> None:
    sitting = study.begin(ALL)
    assert sitting.review_left is None
    clock.move(days=1)
    sitting.answer(right_answer_to(sitting.question))
    assert sitting.go_on()


def test_where_nothing_is_due_it_says_when_something_is(clock: SetClock) -> None:
    study = sample_study(clock=clock)
    with pytest.raises(NothingToAsk, match="what you are asked in a quiz comes back"):
        study.review()
    answer_all(study.begin(Choice(lesson=QUARREL)))
    with pytest.raises(
        NothingToAsk, match=r"^Nothing is due. Next: \d key points? (later today|tomorrow|in \d+ days).$"
    ):
        study.review()


def test_what_helps_most_is_asked_where_nothing_is_due(clock: SetClock) -> None:
    study = sample_study(clock=clock)
    for lesson in study.guide.lessons[:2]:
        for panel in lesson.panels:
            study.mark_read(panel.id)
    answer_all(study.begin(Choice(lesson=QUARREL)))
    sitting = study.review(20, further=True)
    asked = {study.guide.lesson_of(study.guide.questions[turn.question]).id for turn in sitting.sitting.turns}
    assert asked == {"unions"}


def test_a_review_moves_what_it_asked_out_of_the_way(study: Study) -> None:
    answer_all(study.review(20))
    assert study.today() is None
    assert study.next_step().what == "read"


def test_progress_names_it_a_review(study: Study) -> None:
    answer_all(study.review(20))
    assert [each.sitting.name for each in study.progress().sittings] == ["quiz", "review"]
