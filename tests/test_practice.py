"""A practice with its learner: each answer is graded, recorded and then told."""

from dataclasses import replace
from datetime import timedelta

import pytest
from msgspec import structs

from tests.samples import (
    START,
    SetClock,
    guide_of,
    pick,
    right_answer_to,
    sample_guide,
    sample_study,
    wrong_answer_to,
)
from tests.studying import ALL, answer_all, only
from tui.guide.words import Kind, QuestionId
from tui.memory.attempt import Amendment, Attempt, Change, Doubt
from tui.memory.record import Record
from tui.quiz.ask import Pick, Picked, Skipped, Written
from tui.quiz.choosing import Choice
from tui.quiz.events import Mode
from tui.quiz.question import Question
from tui.quiz.sitting import Ending, SittingError, replay
from tui.quiz.verdict import AskAgain, Credit, Grade, Verdict
from tui.text import Clean


def test_an_answer_is_graded_recorded_and_then_told() -> None:
    clock = SetClock()
    study = sample_study(clock=clock)
    sitting = study.begin(only("who-held"))
    clock.move(seconds=7)
    verdict = sitting.answer(Picked(("wrong",)))
    assert isinstance(verdict, Verdict)
    assert sitting.verdict == verdict
    (attempt,) = study.record.attempts
    assert (attempt.question, attempt.key_points, attempt.lesson) == ("who-held", ("held",), "unions")
    assert attempt.response == Picked(("wrong",))
    assert (attempt.grade, attempt.credit) == (Grade.WRONG, Credit(0.0))
    assert (attempt.began, attempt.answered) == (START, START + timedelta(seconds=7))
    assert (attempt.mode, attempt.again, attempt.seed) == (Mode.PRACTICE, False, sitting.sitting.current.seed)


def test_what_cannot_be_graded_is_asked_again_and_counts_nothing() -> None:
    study = sample_study()
    sitting = study.begin(only("year-formed"))
    assert isinstance(sitting.answer(Written(("",))), AskAgain)
    assert not study.record.entries
    assert sitting.verdict is None
    assert len(sitting.log) == 1


def test_a_missed_question_comes_back_in_another_order_of_options() -> None:
    for seed in range(40):
        sitting = sample_study().begin(Choice(only=(QuestionId("who-held"),), seed=str(seed)))
        first = sitting.ask
        sitting.answer(Skipped())
        assert sitting.go_on()
        assert isinstance(first, Pick)
        assert isinstance(sitting.ask, Pick)
        assert sitting.ask.options != first.options
        assert sorted(sitting.ask.options) == sorted(first.options)


def test_a_missed_question_comes_back_apart_from_others_on_its_key_point() -> None:
    for seed in range(20):
        study = sample_study()
        sitting = study.begin(Choice(seed=str(seed)))
        sitting.answer(wrong_answer_to(sitting.question))
        turns = sitting.sitting.turns
        place = next(place for place, turn in enumerate(turns) if turn.again)
        tests = [set(study.guide.questions[turn.question].tests) for turn in turns]
        assert place > 3
        assert all(tests[0].isdisjoint(beside) for beside in (tests[place - 1], *tests[place + 1 : place + 2]))


def test_a_practice_ends_when_everything_was_right_once() -> None:
    study = sample_study()
    sitting = study.begin(ALL)
    answer_all(sitting, right=False)
    assert sitting.sitting.ending is Ending.COMPLETED
    assert len(study.record.attempts) == 28
    result = sitting.result()
    assert (result.credit, result.asked, len(result.missed)) == (0, 14, 14)


def test_taking_back_keeps_the_attempt_but_does_not_count_it() -> None:
    study = sample_study()
    sitting = study.begin(only("who-held", "who-wanted"))
    first = sitting.question
    sitting.answer(Picked(("wrong",)))
    sitting.go_on()
    assert sitting.can_take_back
    sitting.take_back()
    assert sitting.question == first
    assert study.record.attempts == ()
    attempt, taken_back = study.record.entries
    assert isinstance(attempt, Attempt)
    assert taken_back == Amendment(attempt=attempt.id, change=Change.TAKEN_BACK, at=START)
    answer_all(sitting)
    assert sitting.result().credit == 2


def test_i_was_right_counts_as_right_and_is_marked() -> None:
    study = sample_study()
    sitting = study.begin(only("year-formed"))
    sitting.answer(Written(("my own spelling",)))
    assert sitting.can_overrule
    sitting.overrule()
    (attempt,) = study.record.attempts
    assert (attempt.grade, attempt.credit, attempt.overruled) == (Grade.CORRECT, Credit(1.0), True)
    recorded = study.record.entries[0]
    assert isinstance(recorded, Attempt)
    assert (recorded.grade, recorded.overruled) == (Grade.WRONG, False)
    assert not sitting.go_on()
    assert sitting.result().credit == 1


def test_i_was_right_is_recorded_for_the_fields_that_were_filled() -> None:
    study = sample_study()
    sitting = study.begin(only("year-formed"))
    sitting.answer(Written(("my own spelling",)))
    attempt = study.record.attempts[0]
    record = Record([structs.replace(attempt, response=Written(("mine", " ")))])
    record.add(Amendment(attempt=attempt.id, change=Change.OVERRULED, at=START))
    (counted,) = record.attempts
    assert (counted.grade, counted.credit, counted.overruled) == (Grade.PARTLY, Credit(0.5), True)


def test_an_overruled_answer_can_still_be_taken_back() -> None:
    study = sample_study()
    sitting = study.begin(only("year-formed"))
    sitting.answer(Written(("x",)))
    sitting.overrule()
    sitting.take_back()
    assert study.record.attempts == ()
    assert len(study.record.entries) == 3


def test_a_doubt_is_recorded_with_its_word() -> None:
    study = sample_study()
    study.begin(only("who-held")).doubt("two are right")
    assert study.record.entries == (Doubt(question=QuestionId("who-held"), word="two are right", at=START),)


def test_the_checklist_is_what_the_key_points_say() -> None:
    sitting = sample_study().begin(only("all-of-quarrel"))
    assert sitting.checklist == ("formed says so.", "wanted says so.", "blamed says so.")


def test_lesson_and_panel_teach_the_current_question() -> None:
    sitting = sample_study().begin(only("when-met"))
    assert (sitting.lesson.id, sitting.panel.id) == ("quarrel", "quarrel-panel-2")


def test_a_sitting_takes_a_later_reading_that_has_its_questions() -> None:
    sitting = sample_study().begin(only("who-held", "when-spoke"))
    guide = sample_guide()
    reworded = structs.replace(guide.questions[QuestionId("who-held")], question=Clean("Who held it, then?"))
    later = replace(guide, questions={**guide.questions, reworded.id: reworded})
    assert sitting.take_guide(later)
    asked = {sitting.question.question}
    sitting.answer(right_answer_to(sitting.question))
    sitting.go_on()
    assert "Who held it, then?" in asked | {sitting.question.question}


@pytest.mark.parametrize("left", [(), (pick("when-spoke", Kind.DATE, "spoke"),)], ids=["left out", "of another type"])
def test_a_sitting_goes_on_as_it_began_where_a_question_is_gone(left: tuple[Question, ...]) -> None:
    sitting = sample_study().begin(only("when-spoke"))
    before = sitting.ask
    kept = [each for each in sample_guide().questions.values() if each.id != "when-spoke"]
    assert not sitting.take_guide(guide_of(sample_guide().lessons, (*kept, *left)))
    assert sitting.ask == before
    assert isinstance(sitting.answer(right_answer_to(sitting.question)), Verdict)


def test_leaving_keeps_what_was_answered() -> None:
    study = sample_study()
    sitting = study.begin(ALL)
    sitting.answer(right_answer_to(sitting.question))
    sitting.leave()
    assert sitting.result().asked == 1
    assert len(study.record.attempts) == 1


def test_the_log_makes_the_same_sitting_again() -> None:
    sitting = sample_study().begin(ALL)
    answer_all(sitting, right=False)
    assert replay(sitting.log) == sitting.sitting


def test_a_practice_has_no_limit() -> None:
    assert sample_study().begin(ALL, minutes=5).time_left is None


def test_answering_twice_is_refused_and_not_recorded() -> None:
    study = sample_study()
    sitting = study.begin(only("who-held"))
    sitting.answer(Picked(("right",)))
    with pytest.raises(SittingError):
        sitting.answer(Picked(("wrong",)))
    assert len(study.record.entries) == 1


def test_an_answer_after_the_end_does_nothing() -> None:
    study = sample_study()
    sitting = study.begin(only("who-held"))
    answer_all(sitting)
    assert sitting.answer(Picked(("wrong",))) is None
    assert len(study.record.entries) == 1


def test_an_attempt_says_whether_its_question_had_come_back() -> None:
    study = sample_study()
    answer_all(study.begin(only("who-held")), right=False)
    assert [attempt.again for attempt in study.record.attempts] == [False, True]
