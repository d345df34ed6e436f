"""A recall that is passed over says nothing of what is remembered."""

from tests.samples import right_answer_to, sample_study
from tests.studying import only
from tui.guide.words import KeyPointId, QuestionId
from tui.memory.coming import after_sitting
from tui.open_sitting import OpenSitting
from tui.quiz.ask import Recalled, Skipped
from tui.quiz.events import Mode
from tui.quiz.explain import IS_NOT_COUNTED, what_becomes_of
from tui.quiz.sitting import Ending
from tui.study import Study

RECALL = QuestionId("all-of-quarrel")
FORMED = KeyPointId("formed")


def begun(study: Study) -> OpenSitting:
    """A practice of the recall and two others, at the recall."""
    sitting = study.begin(only(RECALL, "who-held", "who-objected"))
    while sitting.question.id != RECALL:
        sitting.answer(right_answer_to(sitting.question))
        sitting.go_on()
    return sitting


def test_it_does_not_come_back_and_is_not_counted() -> None:
    sitting = begun(sample_study())
    sitting.answer(Skipped())
    assert not sitting.sitting.comes_back
    assert what_becomes_of(sitting.sitting) == IS_NOT_COUNTED
    while sitting.go_on():
        sitting.answer(right_answer_to(sitting.question))
    result = sitting.result()
    assert sitting.sitting.ending is Ending.COMPLETED
    assert (result.credit, result.asked, result.skipped, result.missed, result.left_over) == (2, 2, 0, (), "")


def test_it_can_be_looked_at_once_more() -> None:
    sitting = begun(sample_study())
    sitting.answer(Skipped())
    assert RECALL in {turn.question for turn in sitting.sitting.first_askings}


def test_it_leaves_memory_as_it_was_and_the_attempt_on_the_record() -> None:
    study = sample_study()
    sitting = study.begin(only(RECALL))
    sitting.answer(Skipped())
    sitting.go_on()
    assert [attempt.question for attempt in study.record.attempts] == [RECALL]
    assert not study.record.knowledge
    assert not study.record.missed()
    assert after_sitting(sitting.sitting, sitting.guide, study.record.knowledge, study.clock()) == ""


def test_what_was_known_stays_so_and_is_asked_by_another_question_next() -> None:
    study = sample_study()
    first = study.begin(only("year-formed"))
    first.answer(right_answer_to(first.question))
    first.leave()
    before = study.record.knowledge[FORMED]
    study.begin(only(RECALL)).answer(Skipped())
    after = study.record.knowledge[FORMED]
    assert (after.card, after.missed) == (before.card, before.missed)
    assert (before.question, after.question) == ("year-formed", RECALL)


def test_a_quiz_of_which_nothing_counts_is_not_among_the_sittings() -> None:
    study = sample_study()
    sitting = study.begin(only(RECALL))
    sitting.answer(Skipped())
    sitting.go_on()
    assert [each.asked for each in study.record.digest.sittings.values()] == [0]
    assert sitting.result().asked == 0


def test_what_was_written_without_a_tick_counts_and_comes_back() -> None:
    study = sample_study()
    sitting = begun(study)
    sitting.answer(Recalled("something", ticked=()))
    assert sitting.sitting.comes_back
    assert RECALL in sitting.sitting.missed
    assert study.record.knowledge[FORMED].missed


def test_in_an_exam_it_earns_nothing_and_says_nothing_of_what_is_remembered() -> None:
    study = sample_study()
    exam = study.begin(only(RECALL), Mode.EXAM)
    exam.answer(Skipped())
    exam.hand_in()
    result = exam.result()
    assert (result.credit, result.asked, result.skipped) == (0, 1, 1)
    assert not study.record.knowledge
    assert after_sitting(exam.sitting, exam.guide, study.record.knowledge, study.clock()) == ""
