"""Dates as people type them, and how near they come."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.guide.edtf import PartialDate, Precision, parse_edtf
from tui.quiz.matching.dates import read_date
from tui.quiz.matching.nearness import nearness


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("1920", "1920"),
        ("１９２０", "1920"),
        ("1920 AD", "1920"),
        ("987", "0987"),
        ("0050", "0050"),
        ("September 1920", "1920-09"),
        ("sept 1920", "1920-09"),
        ("Sept. 1920", "1920-09"),
        ("Setpember 1920", "1920-09"),
        ("febuary 1920", "1920-02"),
        ("1920 September", "1920-09"),
        ("9/1920", "1920-09"),
        ("9.1920", "1920-09"),
        ("1920-09", "1920-09"),
        ("1898-03", "1898-03"),
        ("March 1921", "1921-03"),
        ("March of 1921", "1921-03"),
        ("spring 1921", "1921-21"),
        ("Fall 1920", "1920-23"),
        ("winter 1920/21", "1920-24"),
        ("winter 1920–21", "1920-24"),
        ("8 March 1921", "1921-03-08"),
        ("the 8th of March, 1921", "1921-03-08"),
        ("March 8, 1921", "1921-03-08"),
        ("8-March-1921", "1921-03-08"),
        ("8.3.1921", "1921-03-08"),
        ("13/3/1921", "1921-03-13"),
        ("3/13/1921", "1921-03-13"),
        ("3/3/1921", "1921-03-03"),
        ("1921-03-08", "1921-03-08"),
        ("29 February 1920", "1920-02-29"),
        ("c. 1919", "1919~"),
        ("c1919", "1919~"),
        ("about 1919", "1919~"),
        ("1919?", "1919?"),
        ("1919-1922", "1919/1922"),
        ("1919–22", "1919/1922"),
        ("1919/1922", "1919/1922"),
        ("from 1919 to 1922", "1919/1922"),
        ("between 1919 and 1922", "1919/1922"),
        ("1919 and 1922", "1919/1922"),
        ("by 1922", "1922"),
        ("by September 1920", "1920-09"),
        ("1920-21", "1920/1921"),
        ("1905–07", "1905/1907"),
        ("March–May 1921", "1921-03/1921-05"),
        ("March 8-16, 1921", "1921-03-08/1921-03-16"),
        ("8 March to 16 April 1921", "1921-03-08/1921-04-16"),
        ("8 March 1921 - 16 March 1921", "1921-03-08/1921-03-16"),
        ("nineteen twenty-one", "1921"),
        ("nineteen twenty", "1920"),
        ("March nineteen twenty one", "1921-03"),
        ("8 March nineteen-twenty-one", "1921-03-08"),
        ("nineteen hundred and five", "1905"),
        ("nineteen oh five", "1905"),
        ("nineteen hundred", "1900"),
        ("eighteen nineteen", "1819"),
        ("twenty twenty-one", "2021"),
        ("nineteen nineteen to nineteen twenty-two", "1919/1922"),
        ("I think March 1921", "1921-03"),
        ("it was in 1921", "1921"),
        ("early September 1920", "1920-09"),
        ("early in September 1920", "1920-09"),
        ("late 1920", "1920"),
        ("mid-1920", "1920"),
        ("mid-September 1920", "1920-09"),
        ("mid–September 1920", "1920-09"),
        ("at the end of 1920", "1920"),
        ("the beginning of March 1921", "1921-03"),
        ("late spring 1921", "1921-21"),
        ("from late 1919 to early 1922", "1919/1922"),
    ],
)
def test_reads_what_people_type(typed: str, meant: str) -> None:
    assert read_date(typed) == parse_edtf(meant)
    assert read_date(f"  {typed.upper()} ") == parse_edtf(meant)


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("'21", "four digits"),
        ("21", "four digits"),
        ("9/20", "four digits"),
        ("8/3/21", "four digits"),
        ("March", "The year is missing. Type it too, with four digits, like May 1605."),
        ("spring", "year is missing"),
        ("8 March", "four digits"),
        ("30 February 1921", "February 1921 has 28 days"),
        ("31.4.1921", "April 1921 has 30 days"),
        ("13/1920", "no month 13"),
        ("1920-00", "no month 0"),
        ("0000", "no year 0"),
        ("0/3/1921", "cannot read"),
        ("8/3/1921", "8 March 1921, or 3 August 1921"),
        ("1905-07", "July 1905, or 1905 to 1907"),
        ("1922-1919", "ends before it starts"),
        ("1920s", "too wide"),
        ("early March", "four digits"),
        ("early", "cannot read"),
        ("not 1921", "cannot read"),
        ("1920 or 1921", "Those are two dates. Type only the one you think right, like 1605."),
        ("March or April 1921", "two dates"),
        ("nineteen twenty or nineteen twenty-one", "two dates"),
        ("before 1922", "leaves the date open. Type the date itself, like 1605."),
        ("after March 1921", "leaves the date open"),
        ("not in nineteen twenty-one", "cannot read"),
        ("twenty-one", "cannot read"),
        ("or", "cannot read"),
        ("before the rising", "cannot read"),
        ("1920 1921", "cannot read"),
        ("12345", "cannot read"),
        ("the Kronstadt rising", "cannot read"),
        ("1919 to 1920 to 1921", "cannot read"),
        ("spring March 1921", "cannot read"),
        ("8 spring 1921", "cannot read"),
        ("", "cannot read"),
        ("1" * 100_000, "cannot read"),
    ],
)
def test_asks_again_for_what_leaves_doubt(typed: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        read_date(typed)


def _partial(day: PartialDate, precision: Precision) -> PartialDate:
    month = day.month if precision >= Precision.MONTH else None
    season = 21 + (day.month or 1) % 4 if precision is Precision.SEASON else None
    return PartialDate(day.year, month, season, day.day if precision is Precision.DAY else None)


points = st.builds(
    lambda day, precision, about, perhaps: parse_edtf(
        _partial(PartialDate(day.year, day.month, None, day.day), precision).edtf()
        + {(False, False): "", (True, False): "~", (False, True): "?", (True, True): "%"}[about, perhaps]
    ),
    st.dates(),
    st.sampled_from(Precision),
    st.booleans(),
    st.booleans(),
)
intervals = st.builds(
    lambda one, other: parse_edtf(
        "/".join(when.edtf() for when in sorted((one, other), key=lambda when: when.earliest))
    ),
    points,
    points,
)
dates = points | intervals


@given(dates)
def test_reads_a_date_as_it_is_shown(when: PartialDate) -> None:
    assert read_date(when.shown()) == when


@given(st.text(alphabet="0123456789-/.,~?' –abcMarch tospring", max_size=30) | st.text(max_size=120))
def test_reads_or_refuses_any_text(text: str) -> None:
    with suppress(ValueError):
        read = read_date(text)
        assert parse_edtf(read.edtf()) == read


@pytest.mark.parametrize(
    ("typed", "key", "credit", "says"),
    [
        ("September 1920", "1920-09", 1, ""),
        ("8 September 1920", "1920-09", 1, "It lies in September 1920."),
        ("1920", "1920-09", 0.5, "Right year, but the month is wanted too."),
        ("autumn 1920", "1920-09", 0.5, "Right season, but the month is wanted too."),
        ("October 1920", "1920-09", 0.5, "Right year, one month late."),
        ("July 1920", "1920-09", 0.25, "Right year, two months early."),
        ("September 1921", "1920-09", 0.5, "Right month, one year late."),
        ("September 1919", "1920-09", 0.5, "Right month, one year early."),
        ("September 1922", "1920-09", 0, "Right month, two years late."),
        ("spring 1922", "1921-21", 0.5, "Right season, one year late."),
        ("8 March 1922", "1921-03", 0.5, "Right month, one year late."),
        ("March 1922", "1921-03-08", 0.25, "Right month, one year late."),
        ("May 1918", "1920-09", 0, "Two years and four months early."),
        ("1921", "1920-09", 0.25, "One year late."),
        ("1920", "1921-03-08", 0.125, "One year early."),
        ("1921", "1921-03-08", 0.25, "Right year, but the day is wanted too."),
        ("March 1921", "1921-03-08", 0.5, "Right month, but the day is wanted too."),
        ("9 March 1921", "1921-03-08", 0.5, "Right month and year, one day late."),
        ("8 March 1920", "1921-03-08", 0.5, "Right day and month, one year early."),
        ("1921", "1920", 0.5, "One year late."),
        ("March 1921", "1920", 0.5, "One year late."),
        ("1900", "1920", 0, "20 years early."),
        ("summer 1921", "1921-21", 0.5, "Right year, one season late."),
        ("May 1921", "1921-21", 1, "It lies in spring 1921."),
        ("winter 1921", "1921-01", 0.5, "Right season, but the month is wanted too."),
        ("1920", "1919~", 1, "One year late: near enough, as the date is approximate."),
        ("1921", "1919~", 0.5, "Two years late."),
        ("c. 1919", "1919", 1, ""),
        ("1919-1922", "1919/1922", 1, ""),
        ("1918-1922", "1919/1922", 0.75, "Start: one year early."),
        ("1920", "1919/1922", 0.5, "It lasted longer: 1919–1922."),
        ("1923", "1919/1922", 0.25, "One year late. It lasted longer than that, too."),
        ("1920-1921", "1921", 0.5, "It lies in there, but one date is wanted."),
        ("1000-2000", "1921", 0, "It lies in there, but one date is wanted."),
        ("8-16 March 1921", "1921-03", 1, "It lies in March 1921."),
    ],
)
def test_says_how_near(typed: str, key: str, credit: float, says: str) -> None:
    near = nearness(read_date(typed), parse_edtf(key))
    assert (near.credit, near.says) == (credit, says)


@given(dates, dates)
def test_credit_is_a_share_and_the_key_earns_all(given_date: PartialDate, key: PartialDate) -> None:
    assert 0 <= nearness(given_date, key).credit <= 1
    assert nearness(key, key).credit == 1


@given(st.integers(1000, 3000), st.integers(-20, 20), st.integers(-20, 20))
def test_credit_falls_with_distance(year: int, one: int, other: int) -> None:
    nearer, farther = sorted((one, other), key=abs)
    key = PartialDate(year)
    assert nearness(PartialDate(year + nearer), key).credit >= nearness(PartialDate(year + farther), key).credit
