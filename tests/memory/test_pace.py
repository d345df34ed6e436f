from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.memory.writing import attempt
from tui.guide.words import KeyPointId
from tui.memory.attempt import Attempt
from tui.memory.pace import AT_MOST, TYPED_AT_MOST, VERDICT, Pace
from tui.quiz.ask import Arranged, Paired, Picked, Recalled, Response, Skipped, Written

PICKED, TYPED, RECALLED = Picked(("a",)), Written(("a",)), Recalled("a", (0, 1, 2))
POINTS = tuple(map(KeyPointId, ("a", "b", "c")))


def took(seconds: float, response: Response) -> Attempt:
    made = attempt()
    return replace(made, response=response, key_points=POINTS, answered=made.began + timedelta(seconds=seconds))


def test_the_pace_comes_to_be_the_learners_own() -> None:
    pace = Pace()
    for _ in range(100):
        for seconds, response in ((5.0, PICKED), (40.0, TYPED), (90.0, RECALLED)):
            pace = pace.after(took(seconds, response))
    assert (round(pace.picked), round(pace.typed), round(pace.recalled)) == (5, 40, 30)
    assert [round(pace.of(response)) for response in (PICKED, TYPED, RECALLED)] == [15, 50, 100]
    assert pace.of(Paired((("a", "b"),))) == pace.of(Arranged(("a",))) == pace.of(PICKED)


def test_one_answer_moves_it_by_a_tenth() -> None:
    assert Pace(picked=20).after(took(40, PICKED)) == Pace(picked=22)


@given(st.lists(st.tuples(st.floats(-1e4, 1e6), st.sampled_from([PICKED, TYPED, RECALLED]))))
def test_whoever_went_away_did_not_answer_slowly(answers: list[tuple[float, Response]]) -> None:
    pace = Pace()
    for seconds, response in answers:
        pace = pace.after(took(seconds, response))
    assert 0 <= pace.picked <= AT_MOST
    assert 0 <= pace.typed <= TYPED_AT_MOST
    assert 0 <= pace.recalled <= TYPED_AT_MOST
    assert pace.of(PICKED) >= VERDICT


def test_i_do_not_know_shows_no_pace() -> None:
    assert Pace().after(took(1, Skipped())) == Pace()
