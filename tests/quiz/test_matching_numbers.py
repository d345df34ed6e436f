"""Numbers as people type them."""

from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.quiz.matching.numbers import read_number, shown


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("4", "4"),
        ("four", "4"),
        ("Thirty-Seven", "37"),
        ("thirty seven delegates", "37"),
        ("37 delegates", "37"),
        ("about 37", "37"),
        ("37.", "37"),
        ("0", "0"),
        ("none", "0"),
        ("1,000", "1000"),
        ("1 000", "1000"),
        ("1\u00a0000\u202f000", "1000000"),
        ("1'000", "1000"),
        ("1.5", "1.5"),
        ("1,5", "1.5"),
        ("12.5%", "12.5"),
        ("$1,000.50", "1000.50"),
        ("-3", "-3"),
        ("−3", "-3"),
        ("minus three", "-3"),
        ("a hundred and five", "105"),
        ("hundred", "100"),
        ("two thousand and twelve", "2012"),
        ("three hundred thousand", "300000"),
        ("one million two hundred thousand and six", "1200006"),
        ("3 million", "3000000"),
        ("two dozen", "24"),
        ("fourty", "40"),
        ("٣٧", "37"),
        ("third", "3"),
        ("the third", "3"),
        ("3rd", "3"),
        ("37th", "37"),
        ("twenty-first", "21"),
        ("thirtieth", "30"),
        ("the hundred and twelfth", "112"),
        ("two thousandth", "2000"),
        ("the 10th congress", "10"),
        ("two and a half", "2.5"),
        ("two and one half delegates", "2.5"),
        ("2 and a half", "2.5"),
        ("2½", "2.5"),
        ("minus two and a half", "-2.5"),
    ],
)
def test_reads_what_people_type(typed: str, number: str) -> None:
    assert read_number(typed) == Decimal(number)


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", "no number"),
        ("many", "no number"),
        ("not 37", "no number"),
        ("more than 4", "no number"),
        ("four or five", "no number"),
        ("half a million", "no number"),
        ("4x", "no number"),
        ("a third", "no number"),
        ("two thirds", "no number"),
        ("three quarters", "no number"),
        ("half", "no number"),
        ("two and a half million", "no number"),
        ("2 and a half thousand", "no number"),
        ("one third", "several"),
        ("third fourth", "several"),
        ("twentieth four", "several"),
        ("1st and 2nd", "several"),
        ("12 34", "no number"),
        ("four 4", "no number"),
        ("one thousand two million", "no number"),
        ("five hundred hundred", "no number"),
        ("1.000", "two ways"),
        ("37 of 41", "several"),
        ("4-5", "several"),
        ("one two", "several"),
        ("nineteen nineteen", "several"),
        ("four of the thirty-seven", "several"),
        ("9" * 100_000, "no number"),
    ],
)
def test_asks_again_for_the_rest(typed: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        read_number(typed)


@given(st.integers(-(10**15), 10**15))
def test_reads_whole_numbers_as_shown(number: int) -> None:
    assert read_number(str(number)) == number
    assert read_number(f"{number:,}") == number
    assert read_number(shown(Decimal(number))) == number


@given(st.decimals(0, 10**9, places=2))
def test_reads_fractions_as_shown(number: Decimal) -> None:
    assert read_number(shown(number)) == number


_TO_TEN = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_TEENS = ("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
_ONES = (*_TO_TEN, "eleven", "twelve", *_TEENS)
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


def _spelt(number: int) -> str:
    for size, word in ((1_000_000, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= size:
            rest = f" and {_spelt(number % size)}" if number % size else ""
            return f"{_spelt(number // size)} {word}{rest}"
    if number >= 20:
        return _TENS[number // 10] + (f"-{_ONES[number % 10]}" if number % 10 else "")
    return _ONES[number]


@given(st.integers(0, 999_999_999))
def test_reads_number_words(number: int) -> None:
    assert read_number(_spelt(number)) == number


@given(st.text(max_size=120) | st.text(alphabet="0123456789 ,.'-onetwhudra", max_size=40))
def test_reads_or_refuses_any_text(text: str) -> None:
    with suppress(ValueError):
        assert read_number(text).is_finite()
