from dataclasses import replace
from datetime import timedelta

import pytest
from msgspec import structs

from tests.samples import (
    PLACE,
    START,
    SetClock,
    guide_of,
    pick,
    right_answer_to,
    sample_guide,
    sample_study,
    wrong_answer_to,
)
from tui.guide.blocks import Argument, Block, Comparison, Quotation, Timeline
from tui.guide.model import Panel
from tui.guide.tables import Claim, DateEntry
from tui.guide.words import Kind, LessonId, PanelId, Paragraph, QuestionId, StanceId
from tui.memory.attempt import Amendment, Attempt, Change, Doubt, PanelRead
from tui.memory.next_step import reading_time
from tui.open_sitting import OpenSitting
from tui.quiz.ask import Pick, Picked, Recalled, Skipped, Written
from tui.quiz.choosing import Choice
from tui.quiz.events import Mode
from tui.quiz.question import Question
from tui.quiz.sitting import Ending, SittingError, replay
from tui.quiz.verdict import AskAgain, Credit, Grade, Verdict
from tui.study import NothingToAsk, Study, system_clock
from tui.text import Clean

QUARREL = LessonId("quarrel")
ALL = Choice(seed="seed")


def only(*names: str) -> Choice:
    return Choice(only=tuple(map(QuestionId, names)), seed="seed")


def answer_all(sitting: OpenSitting, right: bool = True) -> None:
    while not sitting.sitting.finished:
        question = sitting.question
        sitting.answer(
            right_answer_to(question) if right or sitting.sitting.current.again else wrong_answer_to(question)
        )
        sitting.go_on()


def verdict_seen(sitting: OpenSitting) -> Verdict | None:
    return sitting.verdict


def read_everything(study: Study) -> None:
    for lesson in study.guide.lessons:
        for panel in lesson.panels:
            study.mark_read(panel.id)


# Practice


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


# Exam


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


# Beginning


def test_without_a_seed_each_sitting_differs() -> None:
    study = sample_study()
    orders = {tuple(turn.question for turn in study.begin(Choice()).sitting.turns) for _ in range(5)}
    assert len(orders) == 5


def test_the_same_seed_begins_the_same_sitting() -> None:
    assert sample_study().begin(ALL).sitting == sample_study().begin(ALL).sitting


def test_nothing_to_ask_tells_the_learner_why() -> None:
    with pytest.raises(NothingToAsk, match=r"Lesson 3, Afterwards, has no questions\."):
        sample_study().begin(Choice(lesson=LessonId("afterwards")))


def test_the_system_clock_knows_its_zone() -> None:
    assert system_clock().utcoffset() == timedelta(0)


# What is remembered


def test_a_panel_is_read_once() -> None:
    study = sample_study()
    lesson = study.guide.lessons[0]
    first = lesson.panels[0].id
    assert not study.has_read(first)
    study.mark_read(first)
    study.mark_read(first)
    assert study.has_read(first)
    assert study.read_in(lesson) == 1
    assert study.record.entries == (PanelRead(panel=first, at=START),)


def marks(study: Study, lesson: int = 0) -> list[str]:
    return [f"{each.point.id} {each.mark}" for each in study.standing(study.guide.lessons[lesson])]


def test_key_points_stand_by_the_last_answer_on_them() -> None:
    study = sample_study()
    assert marks(study) == ["formed unmet", "met unmet", "wanted unmet", "blamed unmet"]
    for name, response in (("when-formed", Picked(("right",))), ("month-met", Written(("near",)))):
        study.begin(only(name)).answer(response)
    study.begin(only("who-wanted")).answer(Skipped())
    assert marks(study) == ["formed right", "met partly", "wanted wrong", "blamed unmet"]
    study.begin(only("year-formed")).answer(Written(("no",)))
    assert marks(study)[0] == "formed wrong"


def test_a_recall_marks_each_of_its_points() -> None:
    study = sample_study()
    study.begin(only("all-of-quarrel")).answer(Recalled("it formed", (0, 2)))
    assert marks(study) == ["formed right", "met unmet", "wanted wrong", "blamed right"]


def test_an_answer_taken_back_leaves_the_standing_as_it_was() -> None:
    study = sample_study()
    sitting = study.begin(only("when-formed"))
    sitting.answer(Picked(("wrong",)))
    sitting.take_back()
    assert marks(study)[0] == "formed unmet"


def test_only_what_counts_can_be_amended() -> None:
    study = sample_study()
    sitting = study.begin(only("when-formed"))
    sitting.answer(Picked(("wrong",)))
    sitting.take_back()
    entries = study.record.entries
    amendment = entries[-1]
    with pytest.raises(KeyError):
        study.record.add(amendment)
    assert study.record.entries == entries


# The next step


def test_the_first_step_is_the_first_panel() -> None:
    study = sample_study()
    step = study.next_step()
    assert (step.what, step.lesson and step.lesson.id, step.panel and step.panel.id) == (
        "read",
        "quarrel",
        "quarrel-panel-1",
    )
    assert (step.headline, step.reason) == ("Read lesson 1, Quarrel", "It is the first.")
    assert (step.amount, step.minutes) == ("4 panels, 2 minutes", 2)


def test_a_lesson_begun_is_gone_on_with() -> None:
    study = sample_study()
    study.mark_read(study.guide.lessons[0].panels[0].id)
    step = study.next_step()
    assert (step.headline, step.reason) == ("Go on with lesson 1, Quarrel", "You stopped at panel 2.")
    assert step.panel == study.guide.lessons[0].panels[1]


def test_after_a_lesson_comes_the_next() -> None:
    study = sample_study()
    for panel in study.guide.lessons[0].panels:
        study.mark_read(panel.id)
    step = study.next_step()
    assert (step.headline, step.amount) == ("Read lesson 2, Unions", "2 panels, 1 minute")


def test_when_all_is_read_the_first_quiz_that_was_not_taken_comes_next() -> None:
    study = sample_study()
    read_everything(study)
    step = study.next_step()
    assert (step.what, step.choice, step.headline) == (
        "quiz",
        Choice(lesson=QUARREL),
        "Take the quiz on lesson 1, Quarrel",
    )
    assert step.amount == "8 questions, 4 minutes"
    answer_all(study.begin(Choice(lesson=QUARREL)))
    step = study.next_step()
    assert step.lesson == study.guide.lessons[1]


def test_a_quiz_counts_as_taken_once_half_of_its_key_points_were_met() -> None:
    study = sample_study()
    read_everything(study)
    for name, lesson in (("when-formed", 0), ("year-formed", 0), ("when-met", 1)):
        answer_all(study.begin(only(name)))
        assert study.next_step().lesson == study.guide.lessons[lesson]


def test_questions_are_missed_by_their_last_answer_in_the_order_of_those() -> None:
    study = sample_study()
    for name in ("who-held", "who-wanted", "when-met", "who-held"):
        study.begin(only(name)).answer(Skipped())
    answer_all(study.begin(only("when-met")))
    assert study.record.missed() == ("who-wanted", "who-held")


def test_then_what_was_missed_then_a_mixed_quiz() -> None:
    study = sample_study()
    read_everything(study)
    answer_all(study.begin(ALL))
    sitting = study.begin(only("who-held", "who-wanted"), Mode.EXAM)
    sitting.answer(Skipped())
    missed = sitting.question.id
    sitting.hand_in()
    step = study.next_step()
    assert (step.what, step.lesson, step.choice) == ("quiz", None, Choice(only=(missed,)))
    assert step.choice is not None
    answer_all(study.begin(step.choice))
    assert (study.next_step().what, study.next_step().choice) == ("quiz", Choice(count=12))


def test_a_guide_without_questions_is_done_when_read() -> None:
    study = sample_study(guide_of(sample_guide().lessons, ()))
    assert study.next_step().what == "read"
    read_everything(study)
    assert (study.next_step().what, study.next_step().headline) == ("done", "You have read it all")


def test_an_empty_guide_says_so() -> None:
    step = sample_study(guide_of((), ())).next_step()
    assert (step.what, step.lesson, step.reason) == ("done", None, "This guide has no lesson that can be used.")


def test_reading_takes_a_minute_for_two_hundred_words() -> None:
    assert reading_time(sample_guide().lessons[0].panels) == timedelta(minutes=2)


def test_every_block_takes_its_time_to_read() -> None:
    def claim(words: str) -> Claim:
        return Claim(id=words, claim=Clean(words), holder=StanceId("document"), source=Paragraph(1))

    ten = Clean("one two three four five six seven eight nine ten")
    two = Clean("one two")
    entry = DateEntry(id="a", date="1919", event=ten, source=Paragraph(1))
    blocks: list[tuple[Block, int]] = [
        (Comparison((two, two), ((ten, ten),), (two,)), 26),
        (Quotation(ten, two, two, (Paragraph(1),)), 14),
        (Timeline((entry, entry)), 22),
        (Argument(claim(ten), two, (Argument(claim(ten), two),), (Argument(claim(ten), two, hits=two),)), 38),
    ]
    for block, words in blocks:
        panel = Panel(PanelId("a"), Clean("A"), (block,), PLACE)
        assert reading_time([panel]) == timedelta(minutes=words / 200)


def test_only_kinds_in_the_bank_are_asked() -> None:
    sitting = sample_study().begin(Choice(kind=Kind.CRITICISM, seed="seed"))
    assert {sitting.study.guide.questions[turn.question].kind for turn in sitting.sitting.turns} == {Kind.CRITICISM}
