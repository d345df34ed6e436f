"""How long a learner holds things against what the cards say."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.samples import START
from tui.memory.holding import MOST, holding
from tui.memory.rating import Rating
from tui.memory.schedule import chance_of_recall


@dataclass(frozen=True)
class Seen:
    at: datetime
    rating: Rating
    stability: float = 10.0


def history(*went: Rating, every: float = 10.0) -> list[Seen]:
    """A key point reviewed at a steady stability."""
    return [Seen(START + timedelta(days=every * place), rating) for place, rating in enumerate(went)]


def many(right: int, wrong: int) -> list[list[Seen]]:
    return [history(Rating.GOOD, Rating.GOOD)] * right + [history(Rating.GOOD, Rating.AGAIN)] * wrong


def test_whoever_holds_things_as_the_cards_say_has_the_factor_1() -> None:
    assert round(holding([]), 3) == 1
    assert round(holding([history(Rating.GOOD)]), 3) == 1
    assert round(holding(many(900, 100)), 3) == 1


def test_whoever_forgets_more_holds_them_less_long_and_the_other_way_round() -> None:
    weak, strong = holding(many(70, 30)), holding(many(100, 0))
    assert 1 / MOST < weak < 0.7
    assert 1.3 < strong < MOST


def test_with_many_reviews_it_is_the_factor_that_explains_them() -> None:
    right = round(100_000 * chance_of_recall(10, 10 * 0.5))
    factor = holding(many(right // 20, (100_000 - right) // 20))
    assert round(factor, 1) == 0.5


def test_a_few_surprises_do_not_move_it_far() -> None:
    assert 0.8 < holding(many(0, 1)) < 1
    assert 0.4 < holding(many(0, 4)) < holding(many(0, 1))


def test_what_is_right_by_chance_is_not_taken_for_a_better_memory() -> None:
    assert holding(many(95, 5), by_chance=0.5) < holding(many(95, 5))
    assert round(holding(many(925, 75), by_chance=0.25), 3) == 1


def test_repeats_of_the_same_day_say_nothing() -> None:
    assert round(holding([history(*[Rating.AGAIN] * 50, every=0.01)]), 3) == 1


@given(st.lists(st.lists(st.tuples(st.floats(0, 400), st.sampled_from(Rating), st.floats(0.001, 36_500)))))
def test_whatever_happened_the_factor_stays_within_its_bounds(
    histories: list[list[tuple[float, Rating, float]]],
) -> None:
    seen = [
        [Seen(START + timedelta(days=day), rating, stability) for day, rating, stability in each] for each in histories
    ]
    assert 1 / MOST - 1e-6 <= holding(seen) <= MOST + 1e-6
