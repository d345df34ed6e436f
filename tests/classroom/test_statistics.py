from itertools import repeat

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.classroom.statistics import correlation, correlation_interval, normalised_gain, share_interval

NEWCOMBE = {(81, 263): (0.2553, 0.3662), (15, 148): (0.0624, 0.1605), (0, 20): (0.0, 0.1611), (1, 29): (0.0061, 0.1718)}
"""Newcombe (1998), Statistics in Medicine 17, 857-872, table I, method 3: the score interval's worked examples."""

LSAT = dict(
    zip(
        (f"{number:05b}" for number in range(32)),
        [
            3,
            6,
            2,
            11,
            1,
            1,
            3,
            4,
            1,
            8,
            0,
            16,
            0,
            3,
            2,
            15,
            10,
            29,
            14,
            81,
            3,
            28,
            15,
            80,
            16,
            56,
            21,
            173,
            11,
            61,
            28,
            298,
        ],
        strict=True,
    )
)
"""Bock and Lieberman (1970), Psychometrika 35, 179-197: section 6 of the Law School Admission Test, answered by 1,000.

How many had each pattern of right (1) and wrong (0) answers to its five questions.
"""
PUBLISHED_SHARES = (0.924, 0.709, 0.553, 0.763, 0.870)
PUBLISHED_DISCRIMINATIONS = (0.1128, 0.1532, 0.1728, 0.1444, 0.1216)
"""Of each question with the rest, as `descript` of the R package ltm (Rizopoulos 2006) gives them."""


@pytest.mark.parametrize(("counts", "published"), NEWCOMBE.items())
def test_the_interval_of_a_share_is_the_published_one(counts: tuple[int, int], published: tuple[float, float]) -> None:
    assert share_interval(*counts) == pytest.approx(published, abs=5e-5)


def test_of_nobody_any_share_may_be_true() -> None:
    assert share_interval(0, 0) == (0, 1)


@given(st.integers(1, 1000).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_the_interval_holds_the_share_and_stays_a_share(counts: tuple[int, int]) -> None:
    right, of = counts
    low, high = share_interval(right, of)
    assert 0 <= low <= right / of <= high <= 1


def test_shares_and_discriminations_of_the_law_school_test_are_the_published_ones() -> None:
    people = [pattern for pattern, count in LSAT.items() for pattern in repeat(pattern, count)]
    for place in range(5):
        right = [float(person[place] == "1") for person in people]
        rest = [float(person.count("1") - (person[place] == "1")) for person in people]
        assert sum(right) / 1000 == pytest.approx(PUBLISHED_SHARES[place], abs=5e-4)
        assert correlation(right, rest) == pytest.approx(PUBLISHED_DISCRIMINATIONS[place], abs=5e-5)


def test_a_correlation_by_hand() -> None:
    # Off the means 2.5 and 2: -1.5 -0.5 0.5 1.5 and -1 1 -1 1, so 2 / sqrt(5 * 4).
    assert correlation([1, 2, 3, 4], [1, 3, 1, 3]) == pytest.approx(0.4472136)


@pytest.mark.parametrize("row", [[], [1.0], [1.0, 1.0, 1.0]])
def test_nothing_goes_along_with_what_does_not_vary(row: list[float]) -> None:
    assert correlation(row, list(range(len(row)))) is None


def test_the_interval_of_a_correlation_by_hand() -> None:
    # atanh(0.5) = 0.549306, and 1.959964 / sqrt(28 - 3) = 0.391993.
    assert correlation_interval(0.5, 28) == pytest.approx((0.156028, 0.735819), abs=1e-5)
    assert correlation_interval(1.0, 28) == (1, 1)


def test_gain_is_the_share_of_what_could_be_gained() -> None:
    assert normalised_gain(0.4, 0.7) == pytest.approx(0.5)
    assert normalised_gain(0.5, 0.25) == pytest.approx(-0.5)
    assert normalised_gain(1.0, 1.0) is None
