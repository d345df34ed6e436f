"""The exact test: against every outcome counted, and against known values."""

from fractions import Fraction
from itertools import product
from math import comb, prod
from statistics import NormalDist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.authoring.chance import at_least

CHANCES = st.lists(st.sampled_from([Fraction(1, n) for n in range(1, 7)] + [Fraction(2, 3), Fraction(0)]), max_size=7)


@given(CHANCES, st.integers(0, 8))
def test_it_is_the_sum_over_all_outcomes(chances: list[Fraction], hits: int) -> None:
    counted = sum(
        prod(chance if hit else 1 - chance for chance, hit in zip(chances, outcome, strict=True))
        for outcome in product((0, 1), repeat=len(chances))
        if sum(outcome) >= hits
    )
    assert at_least(hits, map(float, chances)) == pytest.approx(float(counted), abs=1e-12)


@pytest.mark.parametrize(
    ("hits", "trials", "chance", "probability"),
    [
        (6, 20, 0.5, Fraction(sum(comb(20, n) for n in range(6, 21)), 2**20)),
        (15, 20, 0.5, Fraction(sum(comb(20, n) for n in range(15, 21)), 2**20)),
        (40, 100, 0.25, sum(comb(100, n) * Fraction(1, 4) ** n * Fraction(3, 4) ** (100 - n) for n in range(40, 101))),
        (0, 0, 0.5, Fraction(1)),
        (1, 0, 0.5, Fraction(0)),
    ],
)
def test_known_values(hits: int, trials: int, chance: float, probability: Fraction) -> None:
    assert at_least(hits, [chance] * trials) == pytest.approx(float(probability), rel=1e-9, abs=1e-300)


def test_a_certain_trial_proves_nothing() -> None:
    assert at_least(10, [1.0] * 10) == 1
    assert at_least(11, [1.0] * 10 + [0.5]) == pytest.approx(0.5)


def test_many_trials_are_as_many_trials_are() -> None:
    probability = at_least(3350, [1 / 4] * 5000 + [1 / 3] * 4000 + [1 / 2] * 1000 + [1 / 5] * 1000)
    mean, deviation = 3283.33, 47.29
    assert probability == pytest.approx(1 - NormalDist(mean, deviation).cdf(3349.5), abs=1e-3)
