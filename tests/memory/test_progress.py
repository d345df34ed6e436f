"""What a learner knows, computed once for every front end."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from tests.samples import START, SetClock, right_answer_to, sample_guide, sample_study, wrong_answer_to
from tests.screens.toy import CHOICE, DATE, MATCH, TRUE_FALSE, Watch, asked, study_of
from tests.studying import answer_all, only
from tui.guide.words import KeyPointId, Kind, QuestionId
from tui.memory.afresh import start_afresh, take_back_afresh
from tui.memory.confusions import confusions_of
from tui.memory.curve import curve_of
from tui.memory.days import day_of
from tui.memory.made_up import DAYS, made_up
from tui.memory.progress import WEEKS, Progress, progress_of
from tui.memory.record import Record
from tui.memory.studied import studied_days
from tui.quiz.ask import Paired, Picked, Response, Written
from tui.quiz.question import Question
from tui.quiz.types.date import Date
from tui.study import Study
from tui.text import Clean

ELEVENTH = Date(
    **{
        **asked("eleventh", "When did the Eleventh Congress meet?", kind=Kind.DATE),
        "tests": (KeyPointId("point-2-1"),),
    },
    answer=Clean("1922-03"),
)


def give(study: Study, question: Question, *responses: Response) -> None:
    """Answer a question once in each of as many sittings."""
    for response in responses:
        sitting = study.begin(only(question.id))
        sitting.answer(response)
        sitting.leave()
        assert isinstance(study.clock, SetClock | Watch)
        study.clock.now += timedelta(minutes=1)


def progress(study: Study, at: datetime | None = None) -> Progress:
    return progress_of(study.guide, study.record, at or study.clock())


def test_of_nothing_it_says_what_to_do() -> None:
    none = progress(sample_study())
    assert not none.met
    assert none.says.endswith("what you know of it will stand here.")
    assert (none.due, none.days, none.sittings, none.confusions) == ((), (), (), ())
    assert [each.chances for each in none.lessons] == [(None,) * 4, (None,) * 3, (None,)]


def test_it_holds_each_key_point_what_is_due_and_how_sittings_went() -> None:
    clock = SetClock()
    study = sample_study(clock=clock)
    sitting = study.begin(only("who-wanted", "who-blamed"))
    answer_all(sitting, right=False)
    clock.move(days=2)
    now = progress(study)
    assert [chance is not None for chance in now.lessons[0].chances] == [False, False, True, True]
    assert (now.lessons[0].mastery.met, now.kinds[Kind.POSITION].met, now.kinds[Kind.DATE].met) == (2, 1, 0)
    assert (now.due[0], sum(now.due)) == (2, 2)
    assert [(each.day, each.sitting.asked, each.sitting.credit) for each in now.sittings] == [(START.date(), 2, 0.0)]
    assert now.says == "2 key points you did not know when last asked. Reviews bring them back."
    assert now.lessons[0].chances[2:] == (0, 0)


def test_every_key_point_that_falls_due_is_counted_however_late_it_does() -> None:
    clock = SetClock()
    study = sample_study(clock=clock)
    for days in (0, 3, 14, 60, 200):
        clock.move(days=days)
        answer_all(study.begin(only("when-spoke")))
    answer_all(study.begin(only("who-wanted", "who-blamed")))
    now = progress(study)
    assert len(now.falls_due) == sum(count for _, count in now.due_days) == sum(now.due) + now.due_later == 3
    assert (len(now.due), now.due_later) == (7 * WEEKS, 1)
    assert now.due_days[-1][0] == day_of(now.falls_due[KeyPointId("spoke")]) > now.today + timedelta(weeks=WEEKS)


def test_a_key_point_that_no_question_tests_any_more_does_not_fall_due() -> None:
    study = sample_study()
    answer_all(study.begin(only("when-spoke", "who-wanted")))
    left = {name: each for name, each in study.guide.questions.items() if name != "when-spoke"}
    now = progress_of(replace(study.guide, questions=left), study.record, study.clock())
    assert now.falls_due.keys() == {KeyPointId("wanted")}
    assert sum(now.due) == 1


def test_the_weakest_lesson_is_named() -> None:
    clock = SetClock()
    study = sample_study(clock=clock)
    answer_all(study.begin(only("who-wanted", "who-blamed", "when-met")), right=False)
    answer_all(study.begin(only("who-held", "who-objected", "when-spoke")))
    clock.move(days=3)
    assert progress(study).says == "Lesson 1, Quarrel, is the weakest of those you were asked about."


def test_an_hour_past_midnight_belongs_to_the_evening_before_by_the_learners_clock() -> None:
    late = SetClock(datetime(2026, 1, 15, 2, 30, tzinfo=UTC))
    study = sample_study(clock=late)
    answer_all(study.begin(only("who-held")))
    days = studied_days(study.guide, study.record.digest, late.now)
    assert [each.day for each in days] == [date(2026, 1, 14)]
    tokyo = late.now.astimezone(timezone(timedelta(hours=9)))
    assert [each.day for each in studied_days(study.guide, study.record.digest, tokyo)] == [date(2026, 1, 15)]


def test_a_day_of_reading_counts_for_as_long_as_it_takes() -> None:
    study = sample_study()
    study.mark_read(study.guide.lessons[0].panels[0].id)
    (day,) = studied_days(study.guide, study.record.digest, study.clock())
    assert day.day == START.date()
    assert day.minutes == pytest.approx(0.5)


def test_it_is_known_on_which_days_nothing_was_due() -> None:
    clock = SetClock()
    study = sample_study(clock=clock)
    give(study, study.guide.questions[QuestionId("month-met")], Written(("right",)))
    clock.move(days=5)
    days = studied_days(study.guide, study.record.digest, clock.now)
    # Typed right at first, it holds for two days and a bit.
    assert [(each.day.day, each.minutes > 0, each.due) for each in days] == [(14, True, False), (15, False, False)]


def test_a_curve_falls_between_attempts_and_rises_at_them() -> None:
    clock = SetClock()
    study = sample_study(clock=clock)
    question = study.guide.questions[QuestionId("month-met")]
    give(study, question, wrong_answer_to(question))
    clock.move(days=4)
    give(study, question, right_answer_to(question))
    clock.move(days=4)
    curve = curve_of(study.record.digest, study.guide.key_points[question.tests[0]], clock.now)
    assert [(round(each.days), each.outcome) for each in curve.attempts] == [(-8, "wrong"), (-4, "right")]
    assert [curve.recall(each.days) for each in curve.attempts] == [1, 1]
    assert curve.recall(-4.01) < curve.recall(-6) < 1
    assert curve.recall(20) < curve.recall(0) < 1
    assert curve.recall(0) == progress(study).lessons[0].chances[1]
    unmet = curve_of(study.record.digest, next(iter(study.guide.key_points.values())), clock.now)
    assert unmet.attempts == ()


@pytest.mark.usefixtures("in_berlin")
def test_a_curve_meets_its_attempts_across_a_change_of_the_clocks() -> None:
    clock = SetClock(datetime(2026, 3, 27, 12, tzinfo=UTC))
    study = sample_study(clock=clock)
    question = study.guide.questions[QuestionId("month-met")]
    give(study, question, right_answer_to(question))
    clock.move(days=1)
    give(study, question, right_answer_to(question))
    clock.move(days=4)
    curve = curve_of(study.record.digest, study.guide.key_points[question.tests[0]], study.now)
    assert [curve.recall(each.days) for each in curve.attempts] == [1, 1]
    for each in curve.attempts:
        assert curve.recall(each.days + 1 / 48) < 1


def test_a_date_typed_for_another_is_named_with_both_questions_even_for_half_a_point() -> None:
    study = study_of(DATE, ELEVENTH)
    give(study, DATE, Written(("1922-03",)), Written(("march 1922",)))
    give(study, ELEVENTH, Written(("September 1920",)))
    (found,) = confusions_of(study.guide, study.record.digest)
    assert found.says == "You mix up September 1920 and March 1922."
    assert found.times == 3
    assert set(found.drill) == {DATE.id, ELEVENTH.id}
    assert progress(study).says == found.says


def test_a_distractor_taken_twice_is_named_and_once_is_a_slip() -> None:
    study = study_of(CHOICE)
    wrong = Picked((CHOICE.distractors[0].choice,))
    give(study, CHOICE, wrong)
    assert confusions_of(study.guide, study.record.digest) == ()
    give(study, CHOICE, wrong)
    (found,) = confusions_of(study.guide, study.record.digest)
    assert found.says == (
        "You took “Party officials, teaching the workers as they go” for “The trade unions themselves”, twice."
    )
    assert found.drill == (CHOICE.id,)


def test_what_holds_since_is_settled() -> None:
    study = study_of(CHOICE)
    give(study, CHOICE, *[Picked((CHOICE.distractors[0].choice,))] * 2, *[CHOICE.key] * 4)
    assert len(confusions_of(study.guide, study.record.digest)) == 1
    give(study, CHOICE, CHOICE.key)
    assert confusions_of(study.guide, study.record.digest) == ()


def test_what_was_mixed_up_before_a_fresh_start_does_not_count_until_that_is_taken_back() -> None:
    study = study_of(CHOICE)
    give(study, CHOICE, *[Picked((CHOICE.distractors[0].choice,))] * 2)
    before = confusions_of(study.guide, study.record.digest)
    for lesson in (None, study.guide.lesson_of(CHOICE)):
        marker = start_afresh(study.guide, lesson, study.new_id(), study.clock())
        study.keep(marker)
        assert confusions_of(study.guide, study.record.digest) == ()
        assert progress(study).says.startswith("Nothing is answered yet.")
        study.keep(take_back_afresh(marker.id, study.clock()))
        assert confusions_of(study.guide, study.record.digest) == before != ()


def test_partners_exchanged_are_one_mistake_and_true_for_false_is_none() -> None:
    study = study_of(MATCH, TRUE_FALSE)
    crossed = Paired((("Lenin", "Masses build"), ("Kollontai", "Officials teach")))
    give(study, MATCH, crossed, crossed)
    give(study, TRUE_FALSE, *[Picked(("True",))] * 3)
    (found,) = confusions_of(study.guide, study.record.digest)
    assert found.says == "You exchanged the partners of “Lenin” and “Kollontai”, twice."
    give(study, MATCH, *[Paired((("Lenin", "Soviets decide"),))] * 4)
    first = confusions_of(study.guide, study.record.digest)[0]
    assert first.says == "You paired “Lenin” with “Soviets decide” instead of “Officials teach”, 4 times."


def test_a_removed_question_and_an_option_that_is_gone_are_left_out() -> None:
    study = study_of(CHOICE, MATCH)
    give(study, CHOICE, *[Picked((CHOICE.distractors[0].choice,))] * 2)
    without = study_of(MATCH)
    assert confusions_of(without.guide, study.record.digest) == ()


def test_a_made_up_learner_is_the_same_for_the_same_seed_and_has_forty_days() -> None:
    guide, until = sample_guide(), START + timedelta(days=60)
    entries = made_up(guide, until, "one")
    assert entries == made_up(guide, until, "one")
    assert entries != made_up(guide, until, "other")
    record = Record(entries)
    assert len({each.day for each in studied_days(guide, record.digest, until)}) >= 25
    assert record.last is not None
    assert until - timedelta(days=DAYS) < record.last < until
    assert progress_of(guide, record, until).met


def test_what_was_missed_last_is_told_though_the_verdict_is_still_in_mind() -> None:
    study = sample_study()
    sitting = study.begin(only("who-held", "who-wanted"))
    sitting.answer(wrong_answer_to(sitting.question))
    sitting.go_on()
    sitting.answer(right_answer_to(sitting.question))
    sitting.leave()
    now = progress(study)
    missed = [each.lesson.key_points[index].id for each in now.lessons for index in each.missed]
    assert missed == ["held" if sitting.sitting.turns[0].question == "who-held" else "wanted"]
    assert now.says == "1 key point you did not know when last asked. Reviews bring it back."


def test_sittings_begin_on_the_learners_day() -> None:
    clock = SetClock(datetime(2026, 1, 15, 1, tzinfo=UTC))
    study = sample_study(clock=clock)
    answer_all(study.begin(only("who-held")))
    assert [each.day for each in progress(study).sittings] == [date(2026, 1, 14)]
