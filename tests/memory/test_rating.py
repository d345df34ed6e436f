"""What an attempt says of the memory of a key point."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.memory.writing import attempt
from tui.guide.words import KeyPointId
from tui.memory.attempt import Attempt
from tui.memory.rating import Rating, rating_of
from tui.quiz.ask import Arranged, Paired, Picked, Recalled, Response, Skipped, Written
from tui.quiz.confidence import Confidence
from tui.quiz.verdict import Credit, Grade, grade_of

ONE, TWO = KeyPointId("one"), KeyPointId("two")
RECOGNITION: list[Response] = [Picked(("a",)), Arranged(("a", "b")), Paired((("a", "b"),))]
TYPED = Written(("September 1920",))
RECALL = Recalled("all of it", ticked=(0,))
SURE, THINK_SO, GUESS = Confidence
Cases = list[tuple[Attempt, Confidence | None]]


def answered(
    response: Response,
    credit: float,
    seconds: float = 9,
    points: tuple[KeyPointId, ...] = (ONE,),
    again: bool = False,
    key: Response | None = None,
) -> Attempt:
    made = attempt()
    return replace(
        made,
        response=response,
        key=key,
        grade=Grade.SKIPPED if isinstance(response, Skipped) else grade_of(credit),
        credit=Credit(credit),
        key_points=points,
        again=again,
        answered=made.began + timedelta(seconds=seconds),
    )


def cases(credit: float, confidence: Confidence | None = None, seconds: float = 9, **more: Any) -> Cases:
    """The same done in each column of the table: picked, typed, recalled."""
    typed, points = more.pop("typed", seconds), more.pop("points", (ONE,))
    recalled = Recalled("", ticked=(0,) if credit >= 0.5 else ())
    return [
        (answered(response, credit, took, points=points, **more), confidence)
        for response, took in ((Picked(("a",)), seconds), (TYPED, typed), (recalled, typed))
    ]


CASES: dict[str, Cases] = {
    '"I don\'t know"': [(answered(Skipped(), 0, key=key), None) for key in (Picked(("a",)), TYPED, RECALL)],
    "wrong": cases(0.4, again=True),
    "a missed question": cases(1, again=True),
    "in part right, and": cases(0.6, points=(ONE, TWO)),
    "the learner says": cases(1, GUESS),
    "in part right, or slow": cases(1, SURE, seconds=46, typed=121),
    "right, sure": cases(1, SURE, seconds=15),
    "right": cases(1),
}


def table() -> list[tuple[str, list[str]]]:
    text = (Path(__file__).parent.parent.parent / "docs" / "schedule.md").read_text(encoding="utf-8")
    lines = text.partition("| Pick, Pair, Arrange |")[2].partition("\n\n")[0].splitlines()[2:]
    rows = ([cell.strip() for cell in line.strip("|").split("|")] for line in lines)
    return [(row[0], row[1:]) for row in rows]


@pytest.mark.parametrize(("line", "ratings"), table(), ids=[line for line, _ in table()])
def test_the_table_in_the_docs_is_what_attempts_are_rated_by(line: str, ratings: list[str]) -> None:
    case = next(cases for name, cases in CASES.items() if line.startswith(name))
    found = [rating_of(attempt, ONE, confidence) for attempt, confidence in case]
    assert ["nothing" if rating is None else rating.name.lower() for rating in found] == ratings


@pytest.mark.parametrize("response", RECOGNITION)
def test_what_was_picked_rightly_was_recognised_and_no_more(response: Response) -> None:
    for confidence in (None, SURE, THINK_SO):
        assert rating_of(answered(response, 1), ONE, confidence) is Rating.RECOGNISED
    assert rating_of(answered(response, 1, seconds=50), ONE) is Rating.BARELY
    assert rating_of(answered(response, 0.8), ONE) is Rating.BARELY


@pytest.mark.parametrize("response", RECOGNITION)
def test_a_right_guess_among_options_says_nothing(response: Response) -> None:
    assert rating_of(answered(response, 1), ONE, GUESS) is None
    assert rating_of(answered(response, 0), ONE, GUESS) is Rating.AGAIN


def test_what_was_typed_rightly_was_recalled() -> None:
    assert rating_of(answered(TYPED, 1), ONE) is Rating.GOOD
    assert rating_of(answered(TYPED, 1), ONE, THINK_SO) is Rating.GOOD
    assert rating_of(answered(TYPED, 1), ONE, GUESS) is Rating.HARD
    assert rating_of(answered(TYPED, 1, seconds=130), ONE) is Rating.HARD
    assert rating_of(answered(TYPED, 0.5), ONE) is Rating.HARD


def test_only_what_came_surely_and_at_once_was_easy() -> None:
    assert rating_of(answered(TYPED, 1), ONE, SURE) is Rating.EASY
    assert rating_of(answered(TYPED, 1, seconds=20), ONE, SURE) is Rating.GOOD
    assert rating_of(replace(answered(TYPED, 1), overruled=True), ONE, SURE) is Rating.GOOD


def test_whoever_was_away_was_not_slow() -> None:
    assert rating_of(answered(TYPED, 1, seconds=3600), ONE) is Rating.GOOD
    assert rating_of(answered(RECOGNITION[0], 1, seconds=3600), ONE) is Rating.RECOGNISED


def test_what_was_ticked_in_a_recall_was_recalled_and_the_rest_was_not() -> None:
    recalled = answered(RECALL, 0.5, points=(ONE, TWO), seconds=300)
    assert rating_of(recalled, ONE) is Rating.GOOD
    assert rating_of(recalled, TWO) is Rating.AGAIN


def test_of_several_key_points_half_an_answer_does_not_say_which() -> None:
    for response in (*RECOGNITION, TYPED):
        half = answered(response, 0.8, points=(ONE, TWO))
        assert [rating_of(half, point) for point in (ONE, TWO)] == [None, None]
        little = answered(response, 0.3, points=(ONE, TWO))
        assert [rating_of(little, point) for point in (ONE, TWO)] == [Rating.AGAIN, Rating.AGAIN]
        full = answered(response, 1, points=(ONE, TWO))
        assert rating_of(full, ONE) is rating_of(full, TWO) is not None


@pytest.mark.parametrize("response", [*RECOGNITION, TYPED, RECALL])
def test_a_missed_question_that_comes_back_right_has_only_just_been_read(response: Response) -> None:
    assert rating_of(answered(response, 1, again=True), ONE) is None
    assert rating_of(answered(response, 0.8, again=True), ONE) is None


def test_an_order_is_half_right_where_it_beats_chance() -> None:
    assert rating_of(answered(Arranged(("a", "b")), 0.7), ONE) is Rating.AGAIN
    assert rating_of(answered(Picked(("a",)), 0.5), ONE) is Rating.BARELY


@pytest.mark.parametrize("key", [*RECOGNITION, TYPED, None])
def test_i_do_not_know_is_not_remembered(key: Response | None) -> None:
    assert rating_of(answered(Skipped(), 0, key=key), ONE) is Rating.AGAIN
    assert rating_of(answered(Skipped(), 0, again=True, key=key), ONE) is Rating.AGAIN


def test_a_recall_that_was_passed_over_says_nothing_and_one_without_a_tick_says_that_all_was_missed() -> None:
    assert rating_of(answered(Skipped(), 0, key=RECALL), ONE) is None
    assert rating_of(answered(Recalled("something", ticked=()), 0, key=RECALL), ONE) is Rating.AGAIN


@given(
    st.sampled_from([*RECOGNITION, TYPED]),
    st.floats(0, 1),
    st.floats(-100, 10_000),
    st.booleans(),
    st.sampled_from([None, *Confidence]),
)
def test_nothing_wrong_is_remembered_and_nothing_right_forgotten(
    response: Response, credit: float, seconds: float, again: bool, confidence: Confidence | None
) -> None:
    rating = rating_of(answered(response, credit, seconds, again=again), ONE, confidence)
    assert (rating is Rating.AGAIN) == (credit < (0.75 if isinstance(response, Arranged) else 0.5))
    if not isinstance(response, Written):
        assert rating in {None, Rating.AGAIN, Rating.BARELY, Rating.RECOGNISED}
