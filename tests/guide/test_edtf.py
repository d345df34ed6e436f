"""EDTF: read, refused, shown; held against the package `edtf`."""

import warnings
from contextlib import suppress
from datetime import date

import edtf as oracle
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.guide.edtf import PartialDate, Precision, parse_edtf


@pytest.mark.parametrize(
    ("text", "shown", "earliest", "latest", "precision"),
    [
        ("1920", "1920", "1920-01-01", "1920-12-31", Precision.YEAR),
        ("1920-09", "September 1920", "1920-09-01", "1920-09-30", Precision.MONTH),
        ("1921-03-08", "8 March 1921", "1921-03-08", "1921-03-08", Precision.DAY),
        ("1921-21", "spring 1921", "1921-03-01", "1921-05-31", Precision.SEASON),
        ("1921-24", "winter 1921", "1921-12-01", "1922-02-28", Precision.SEASON),
        ("9999-24", "winter 9999", "9999-12-01", "9999-12-31", Precision.SEASON),
        ("1919~", "about 1919", "1919-01-01", "1919-12-31", Precision.YEAR),
        ("1919?", "perhaps 1919", "1919-01-01", "1919-12-31", Precision.YEAR),
        ("1919-05%", "perhaps about May 1919", "1919-05-01", "1919-05-31", Precision.MONTH),
        ("1919/1922", "1919–1922", "1919-01-01", "1922-12-31", Precision.YEAR),
        ("1921-03-08/1921-03-16", "8–16 March 1921", "1921-03-08", "1921-03-16", Precision.DAY),
        ("1921-03-08/1921-04-16", "8 March – 16 April 1921", "1921-03-08", "1921-04-16", Precision.DAY),
        ("1921-03/1921-05", "March–May 1921", "1921-03-01", "1921-05-31", Precision.MONTH),
        ("1919~/1922-03", "about 1919 – March 1922", "1919-01-01", "1922-03-31", Precision.YEAR),
    ],
)
def test_reads_and_shows(text: str, shown: str, earliest: str, latest: str, precision: Precision) -> None:
    read = parse_edtf(text)
    assert (read.shown(), str(read.earliest), str(read.latest), read.precision) == (shown, earliest, latest, precision)
    assert read.edtf() == text


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("1921-02-30", "1921-02-30 does not exist: February 1921 has 28 days"),
        ("1921-13", "months are 01 to 12, seasons 21"),
        ("1921-00", "months are 01 to 12"),
        ("1921-21-03", "a season has no days"),
        ("0000", "years count from 0001"),
        ("1921-3", "write 1921-03"),
        ("1921/03", "write 1921-03"),
        ("1921.3.8", "write 1921-03-08"),
        ("1919/22", "as 1919/1922"),
        ("March 1921", "is not EDTF"),
        ("1922/1919", "ends before it starts"),
        ("1919/", "a date is missing"),
        ("../1922", "is not EDTF"),
        ("1921-1X", "is not EDTF"),
        ("", "a date is missing"),
        ("１９２０", "is not EDTF"),
        ("9" * 100_000, "too long"),
    ],
)
def test_refuses_with_a_word_for_teachers(text: str, message: str) -> None:
    with pytest.raises(ValueError, match=message.replace("(", "\\(")) as refused:
        parse_edtf(text)
    assert len(str(refused.value)) < 200


def test_knows_the_start_of_an_interval() -> None:
    assert parse_edtf("1919~/1922").start == PartialDate(1919, approximate=True)


days = st.dates(min_value=date(1000, 1, 1))
points = st.builds(
    lambda day, form, qualifier: day.isoformat()[:form] + qualifier,
    days,
    st.sampled_from([4, 7, 10]),
    st.sampled_from(["", "~", "?", "%"]),
) | st.builds(
    # The package lets winter end with its year; ours goes on to February.
    lambda day, season: f"{day.year}-{season}",
    days,
    st.sampled_from([21, 22, 23]),
)


def _oracle_bounds(text: str) -> tuple[date, date]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        read = oracle.parse_edtf(text)
        return date(*read.lower_strict()[:3]), date(*read.upper_strict()[:3])


@settings(max_examples=60, deadline=None)
@given(points)
def test_agrees_with_the_package_on_points(text: str) -> None:
    ours = parse_edtf(text)
    assert (ours.earliest, ours.latest) == _oracle_bounds(text)
    assert ours.edtf() == text


@settings(max_examples=40, deadline=None)
@given(points, points)
def test_agrees_with_the_package_on_intervals(one: str, other: str) -> None:
    first, last = sorted((one, other), key=lambda text: parse_edtf(text).earliest)
    text = f"{first}/{last}"
    ours = parse_edtf(text)
    assert (ours.earliest, ours.latest) == _oracle_bounds(text)


@settings(max_examples=200)
@given(st.text(alphabet="0123456789-/~?%.X ", max_size=24) | st.text(max_size=60))
def test_reads_or_refuses_any_text(text: str) -> None:
    with suppress(ValueError):
        read = parse_edtf(text)
        assert read.earliest <= read.latest
        assert parse_edtf(read.edtf()) == read
