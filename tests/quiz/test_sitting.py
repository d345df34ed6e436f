from datetime import datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import convert, to_builtins

from tests.samples import START
from tui.guide.words import QuestionId
from tui.quiz.ask import Picked, Recalled, Skipped, Written
from tui.quiz.events import (
    APART,
    Answered,
    Began,
    Doubted,
    Event,
    Flagged,
    HandedIn,
    Left,
    Mode,
    Moved,
    Overruled,
    TakenBack,
    TimeRanOut,
    WentOn,
)
from tui.quiz.sitting import Ending, Position, Sitting, SittingError, begin, replay
from tui.quiz.verdict import Credit, Grade, Verdict, grade_of

Log = list[tuple[Event, datetime]]


def answered(credit: float, typed: bool = True) -> Answered:
    key = Written(("right",)) if typed else Picked(("right",))
    verdict = Verdict(grade=grade_of(credit), credit=Credit(credit), key=key)
    return Answered(key if credit == 1 else Written(("wrong",)) if typed else Picked(("wrong",)), verdict)


RIGHT, WRONG, NEAR = answered(1), answered(0), answered(0.5)
SKIPPED = Answered(Skipped(), Verdict(grade=Grade.SKIPPED, credit=Credit(0.0), key=Written(("right",))))


def questions(count: int) -> tuple[QuestionId, ...]:
    return tuple(QuestionId(f"q{number}") for number in range(1, count + 1))


def practice(count: int = 6, returns: int | None = None) -> Sitting:
    return begin(Began(Mode.PRACTICE, "seed", questions(count), returns=returns), START)


def exam(count: int = 3, minutes: float | None = 10) -> Sitting:
    limit = None if minutes is None else timedelta(minutes=minutes)
    return begin(Began(Mode.EXAM, "seed", questions(count), limit), START)


def after(sitting: Sitting, *events: Event, seconds: int = 1) -> Sitting:
    for number, event in enumerate(events, 1):
        sitting = sitting.apply(event, START + timedelta(seconds=seconds * number))
    return sitting


def names(sitting: Sitting) -> str:
    return " ".join(turn.question for turn in sitting.turns)


# Practice


def test_a_recall_that_was_passed_over_comes_back_only_in_logs_of_an_early_kruzhok() -> None:
    over = Verdict(grade=Grade.SKIPPED, credit=Credit(0.0), key=Recalled("", (0, 1)))
    assert names(after(practice(), Answered(Skipped(), over, apart=None))) == "q1 q2 q3 q4 q5 q6"
    assert names(after(practice(), Answered(Skipped(), over))) == "q1 q2 q3 q4 q1 q5 q6"


def test_a_missed_question_comes_back_three_others_later_in_another_order() -> None:
    sitting = after(practice(), WRONG)
    assert names(sitting) == "q1 q2 q3 q4 q1 q5 q6"
    assert sitting.turns[4].again
    assert sitting.turns[4].seed != sitting.turns[0].seed


def test_a_missed_question_comes_back_at_the_end_if_fewer_are_left() -> None:
    assert names(after(practice(2), WRONG)) == "q1 q2 q1"
    assert names(after(practice(1), WRONG, WentOn(), WRONG)) == "q1 q1 q1"


@pytest.mark.parametrize("answer", [WRONG, NEAR, SKIPPED])
def test_what_was_not_fully_right_comes_back_until_it_was_right_once(answer: Answered) -> None:
    sitting = after(practice(1), answer, WentOn(), answer, WentOn(), RIGHT, WentOn())
    assert names(sitting) == "q1 q1 q1"
    assert sitting.ending is Ending.COMPLETED
    assert len({turn.seed for turn in sitting.turns}) == 3


def test_what_is_missed_again_and_again_is_left_for_a_review_where_that_is_agreed() -> None:
    sitting = after(practice(2, returns=2), WRONG, WentOn(), RIGHT, WentOn(), WRONG)
    assert (sitting.comes_back, sitting.returning, sitting.left_over, sitting.settled) == (True, 1, (), 1)
    sitting = after(sitting, WentOn(), SKIPPED)
    assert (names(sitting), sitting.comes_back, sitting.settled) == ("q1 q2 q1 q1", False, 2)
    assert sitting.left_over == ("q1",)
    assert after(sitting, WentOn()).ending is Ending.COMPLETED
    taken_back = after(sitting, TakenBack(), RIGHT)
    assert (taken_back.left_over, taken_back.settled) == ((), 2)


def test_a_sitting_of_before_that_was_agreed_goes_on_until_all_was_right() -> None:
    again: list[Event] = [WRONG, WentOn()]
    sitting = after(practice(1), *again * 9)
    assert (sitting.comes_back, sitting.current.again, sitting.finished) == (False, True, False)
    assert after(sitting, RIGHT, WentOn()).left_over == ()


def test_the_study_may_give_the_next_order_and_a_greater_distance() -> None:
    missed = Answered(WRONG.response, WRONG.verdict, next_seed="other", apart=4)
    sitting = after(practice(), missed)
    assert names(sitting) == "q1 q2 q3 q4 q5 q1 q6"
    assert sitting.turns[5].seed == "other"


def test_a_missed_question_never_comes_back_sooner_than_that() -> None:
    assert names(after(practice(), Answered(WRONG.response, WRONG.verdict, apart=0))) == "q1 q2 q3 q4 q1 q5 q6"


def test_what_came_back_does_not_raise_the_position() -> None:
    sitting = after(practice(2), WRONG)
    assert sitting.position == Position(1, 2)
    sitting = after(sitting, WentOn(), RIGHT)
    assert sitting.position == Position(2, 2)
    sitting = after(sitting, WentOn())
    assert (sitting.position, sitting.current.again) == (Position(2, 2), True)


def test_a_repeat_that_is_right_settles_the_question_but_it_was_missed() -> None:
    sitting = after(practice(2), WRONG, WentOn(), RIGHT, WentOn(), RIGHT)
    assert sitting.settled == 2
    assert sitting.missed == ("q1",)
    assert [turn.question for turn in sitting.counted] == ["q1", "q2"]


def test_the_last_answer_is_taken_back_while_its_verdict_is_shown() -> None:
    before = practice()
    sitting = after(before, WRONG, TakenBack())
    assert names(sitting) == names(before)
    assert sitting.current.response is None
    assert sitting.current.shown == START + timedelta(seconds=2)
    assert not sitting.can_take_back


def test_the_last_answer_is_taken_back_after_going_on_but_not_the_one_before() -> None:
    sitting = after(practice(), RIGHT, WentOn(), WRONG, WentOn(), TakenBack())
    assert (sitting.at, sitting.current.question) == (1, "q2")
    assert names(sitting) == names(practice())
    with pytest.raises(SittingError):
        after(sitting, TakenBack())


def test_an_answer_is_taken_back_though_its_question_came_back_at_once() -> None:
    sitting = after(practice(1), WRONG, WentOn(), TakenBack(), RIGHT, WentOn())
    assert (names(sitting), sitting.missed, sitting.finished) == ("q1", (), True)


@pytest.mark.parametrize("answer", [WRONG, NEAR])
def test_i_was_right_makes_a_typed_answer_correct_and_says_so(answer: Answered) -> None:
    sitting = after(practice(), answer, Overruled())
    verdict = sitting.current.verdict
    assert verdict is not None
    assert (verdict.grade, verdict.credit, verdict.overruled) == (Grade.CORRECT, Credit(1.0), True)
    assert names(sitting) == names(practice())
    assert not sitting.missed


def gaps(*typed: str, right: int = 0) -> Answered:
    """An answer to gaps, of which the first are right."""
    parts = tuple(
        Grade.CORRECT if at < right else Grade.WRONG if each else Grade.SKIPPED for at, each in enumerate(typed)
    )
    credit = Credit(right / len(typed))
    return Answered(Written(typed), Verdict(grade_of(credit), credit, Written(("a", "b", "c")), parts))


def test_i_was_right_counts_only_the_gaps_that_were_filled_and_the_question_still_comes_back() -> None:
    sitting = after(practice(), gaps("", " ", "my own word"), Overruled())
    verdict = sitting.current.verdict
    assert verdict is not None
    assert (verdict.grade, float(verdict.credit), verdict.overruled) == (Grade.PARTLY, 1 / 3, True)
    assert verdict.parts == (Grade.SKIPPED, Grade.SKIPPED, Grade.CORRECT)
    assert len(sitting.turns) == len(practice().turns) + 1
    assert not sitting.can_overrule


def test_gaps_left_empty_are_nothing_to_overrule() -> None:
    assert not after(practice(), gaps("a", "", "", right=1)).can_overrule


@pytest.mark.parametrize("answer", [RIGHT, SKIPPED, answered(0, typed=False)])
def test_only_typed_answers_that_were_missed_can_be_overruled(answer: Answered) -> None:
    sitting = after(practice(), answer)
    assert not sitting.can_overrule
    with pytest.raises(SittingError):
        after(sitting, Overruled())


def test_leaving_counts_only_what_was_answered() -> None:
    sitting = after(practice(), WRONG, WentOn(), RIGHT, WentOn(), Left())
    assert sitting.ending is Ending.LEFT
    assert [turn.question for turn in sitting.counted] == ["q1", "q2"]


@pytest.mark.parametrize(
    "event",
    [WentOn(), TakenBack(), Overruled(), Moved(1), Flagged(), HandedIn(), TimeRanOut(), Began(Mode.EXAM, "", ())],
)
def test_what_cannot_happen_before_a_first_answer_in_practice_raises(event: Event) -> None:
    with pytest.raises(SittingError):
        after(practice(), event)


def test_an_asking_is_answered_once_in_practice() -> None:
    with pytest.raises(SittingError):
        after(practice(), RIGHT, WRONG)


# Exam


def test_an_exam_shows_nothing_of_what_was_missed_before_its_end() -> None:
    sitting = after(exam(), WRONG, WentOn(), RIGHT)
    assert sitting.missed == ()
    assert after(sitting, HandedIn()).missed == ("q1", "q3")


def test_nothing_comes_back_in_an_exam_and_its_last_question_is_not_left() -> None:
    sitting = after(exam(2), WRONG, WentOn(), WRONG, WentOn())
    assert (names(sitting), sitting.at, sitting.finished) == ("q1 q2", 1, False)


def test_answers_are_changed_and_the_last_one_counts() -> None:
    sitting = after(exam(), WRONG, Moved(2), Moved(0), RIGHT, HandedIn())
    assert sitting.turns[0].verdict == RIGHT.verdict
    assert sitting.turns[0].answered == START + timedelta(seconds=4)
    assert sitting.turns[0].shown == START


def test_what_is_left_open_is_told_and_counts_however_the_exam_ends() -> None:
    sitting = after(exam(), Moved(1), RIGHT)
    assert sitting.left_open == (0, 2)
    assert len(after(sitting, HandedIn()).counted) == 3
    assert len(after(sitting, Left()).counted) == 3
    assert len(sitting.counted) == 1


def test_a_flag_goes_on_and_off_and_stays_with_its_question() -> None:
    sitting = after(exam(), Flagged(), WentOn())
    assert [turn.flagged for turn in sitting.turns] == [True, False, False]
    assert not after(sitting, Moved(0), Flagged()).current.flagged


def test_time_runs_out_at_the_deadline_whenever_that_is_noticed() -> None:
    sitting = exam(minutes=10)
    assert sitting.time_left(START + timedelta(minutes=4)) == timedelta(minutes=6)
    late = START + timedelta(hours=3)
    assert sitting.time_left(late) == timedelta(0)
    with pytest.raises(SittingError):
        sitting.apply(RIGHT, late)
    ended = sitting.apply(TimeRanOut(), late)
    assert (ended.ended, ended.ending) == (START + timedelta(minutes=10), Ending.TIME_RAN_OUT)
    assert len(ended.counted) == 3


def test_time_does_not_run_out_early_nor_without_a_limit() -> None:
    with pytest.raises(SittingError):
        exam(minutes=10).apply(RIGHT, START + timedelta(minutes=10))
    for sitting in (exam(minutes=10), exam(minutes=None)):
        with pytest.raises(SittingError):
            sitting.apply(TimeRanOut(), START + timedelta(minutes=9, seconds=59))
    assert exam(minutes=None).time_left(START) is None


@pytest.mark.parametrize("event", [Overruled(), TakenBack(), Moved(3), Moved(-1)])
def test_what_cannot_happen_in_an_exam_raises(event: Event) -> None:
    with pytest.raises(SittingError):
        after(exam(), WRONG, event)


# Both


def test_a_doubt_keeps_its_word() -> None:
    assert after(practice(), Doubted("two are right")).current.doubt == "two are right"
    assert after(exam(), Doubted("")).current.doubt == ""


def test_a_doubt_is_remembered_when_its_question_comes_back_and_only_then() -> None:
    sitting = after(practice(2), Doubted("two are right"), WRONG)
    assert sitting.doubt == "two are right"
    sitting = after(sitting, WentOn())
    assert (sitting.current.question, sitting.doubt) == ("q2", None)
    sitting = after(sitting, RIGHT, WentOn())
    assert (sitting.current.question, sitting.doubt) == ("q1", "two are right")
    assert after(sitting, Doubted("or three")).doubt == "or three"


@pytest.mark.parametrize(
    "began",
    [
        Began(Mode.PRACTICE, "seed", ()),
        Began(Mode.PRACTICE, "seed", questions(2) + questions(1)),
        Began(Mode.PRACTICE, "seed", questions(2), timedelta(minutes=1)),
        Began(Mode.EXAM, "seed", questions(2), timedelta(0)),
    ],
)
def test_a_sitting_that_makes_no_sense_does_not_begin(began: Began) -> None:
    with pytest.raises(SittingError):
        begin(began, START)


def test_a_time_needs_its_zone() -> None:
    with pytest.raises(SittingError):
        practice().apply(RIGHT, START.replace(tzinfo=None))


@pytest.mark.parametrize("log", [[], [(RIGHT, START)]])
def test_a_log_starts_with_the_beginning(log: Log) -> None:
    with pytest.raises(SittingError):
        replay(log)


# Generated histories

STEPS: st.SearchStrategy[Event] = st.one_of(
    st.sampled_from([RIGHT, WRONG, NEAR, SKIPPED, answered(0, typed=False)]),
    st.sampled_from([WentOn(), WentOn(), TakenBack(), Overruled(), Flagged(), Doubted("hm")]),
    st.integers(-1, 8).map(Moved),
)
ENDS: st.SearchStrategy[Event] = st.sampled_from([HandedIn(), Left(), TimeRanOut()])


@st.composite
def histories(draw: st.DrawFn) -> tuple[Log, list[Sitting]]:
    """A log of what can happen, and the sitting after each event."""
    mode = draw(st.sampled_from(Mode))
    limit = draw(st.sampled_from([None, timedelta(seconds=40)])) if mode is Mode.EXAM else None
    began, at = Began(mode, draw(st.text(max_size=3)), questions(draw(st.integers(1, 7))), limit), START
    log: Log = [(began, at)]
    states = [begin(began, at)]
    for event in [*draw(st.lists(STEPS, max_size=40)), *draw(st.lists(ENDS, max_size=2))]:
        at += timedelta(seconds=draw(st.integers(0, 5)))
        try:
            states.append(states[-1].apply(event, at))
        except SittingError:
            continue
        log.append((event, at))
    return log, states


@given(histories())
def test_replaying_the_log_gives_the_same_state(history: tuple[Log, list[Sitting]]) -> None:
    log, states = history
    assert replay(log) == states[-1]


@given(histories())
def test_a_log_survives_being_written_down(history: tuple[Log, list[Sitting]]) -> None:
    log, states = history
    written = [(to_builtins(event), at) for event, at in log]
    assert replay((convert(event, Event), at) for event, at in written) == states[-1]


@given(histories())
def test_no_answer_is_lost(history: tuple[Log, list[Sitting]]) -> None:
    log, states = history
    expected: list[tuple[int, Answered]] = []
    for (event, _), before in zip(log[1:], states, strict=False):
        if isinstance(event, Answered):
            if before.mode is Mode.EXAM:
                expected = [entry for entry in expected if entry[0] != before.at]
            expected.append((before.at, event))
        elif isinstance(event, TakenBack):
            expected.pop()
    kept = [(place, turn.response) for place, turn in enumerate(states[-1].turns) if turn.response is not None]
    assert kept == sorted(((place, answer.response) for place, answer in expected), key=lambda entry: entry[0])


@given(histories())
def test_a_missed_question_waits_for_its_return_until_it_was_right(history: tuple[Log, list[Sitting]]) -> None:
    for sitting in history[1]:
        for question in {turn.question for turn in sitting.turns}:
            turns = [turn for turn in sitting.turns if turn.question == question]
            if sitting.mode is Mode.EXAM:
                assert len(turns) == 1
                continue
            assert not any(turn.right for turn in turns[:-1])
            assert all(turn.response is not None for turn in turns[:-1])
            assert turns[-1].right or turns[-1].response is None
            assert len({turn.seed for turn in turns}) == len(turns)
            assert [turn.again for turn in turns] == [False] + [True] * (len(turns) - 1)
        assert sitting.ending is not Ending.COMPLETED or all(turn.response for turn in sitting.turns)


@given(histories())
def test_three_others_come_between_where_so_many_were_left(history: tuple[Log, list[Sitting]]) -> None:
    for before, sitting in pairwise(history[1]):
        if len(sitting.turns) > len(before.turns):
            question = before.current.question
            places = [place for place, turn in enumerate(sitting.turns) if turn.question == question]
            between = places[-1] - places[-2] - 1
            assert between == min(APART, len(before.turns) - before.at - 1)


@given(histories())
def test_positions_make_sense(history: tuple[Log, list[Sitting]]) -> None:
    asked = history[1][0].position.of
    for sitting in history[1]:
        n, of = sitting.position
        assert 1 <= n <= of == asked
        assert 0 <= sitting.at < len(sitting.turns)
        assert 0 <= sitting.settled <= of
        assert sitting.current.shown is not None
        assert len(sitting.missed) == len(set(sitting.missed)) <= len(sitting.counted) <= of


@given(histories(), STEPS | ENDS)
def test_after_the_end_nothing_happens(history: tuple[Log, list[Sitting]], event: Event) -> None:
    log, states = history
    sitting, at = states[-1], log[-1][1]
    over = sitting.deadline is not None and at >= sitting.deadline
    ended = sitting if sitting.finished else sitting.apply(TimeRanOut() if over else Left(), at)
    with pytest.raises(SittingError):
        ended.apply(event, at + timedelta(days=1))
    assert not ended.can_take_back
    assert not ended.can_overrule
