from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tests.drawing.charts.held import COUNTS, NAMES, SHARES, WIDTHS, fits, lines_of
from tui.drawing.charts.sittings import EMPTY, Taken, sittings_lines, sittings_sentence, sittings_told

OLD = Taken(date(2026, 11, 9), "practice", 2, 8)
EXAM = Taken(date(2026, 11, 25), "exam", 7.5, 10)
REVIEW = Taken(date(2026, 11, 25), "review", 9, 12)
ANY = st.lists(
    st.builds(lambda day, mode, share, of: Taken(day, mode, share * of, of), st.dates(), NAMES, SHARES, COUNTS),
    max_size=9,
)


def test_the_newest_stands_first() -> None:
    assert lines_of(sittings_lines([OLD, EXAM, REVIEW], 50)) == [
        "25 Nov   review     █████████████▌░░░░   9 of 12",
        "25 Nov   exam       █████████████▌░░░░   7.5 of 10",
        " 9 Nov   practice   ████▌░░░░░░░░░░░░░   2 of 8",
    ]


def test_the_years_are_named_where_there_are_two() -> None:
    before = Taken(date(2025, 12, 31), "exam", 1, 2)
    assert [line[:11] for line in lines_of(sittings_lines([before, OLD], 70))] == [" 9 Nov 2026", "31 Dec 2025"]


def test_no_sitting_says_what_to_do() -> None:
    assert lines_of(sittings_lines([], 80)) == sittings_told([]) == [sittings_sentence([])] == [EMPTY]


def test_the_sentences_say_it_in_words() -> None:
    assert sittings_sentence([OLD]) == "In the last one, on 9 November, 2 of 8 were right."
    assert sittings_sentence([OLD, EXAM, REVIEW]) == (
        "In the last one, on 25 November, 9 of 12 were right; in those before it, 5.3 in 10."
    )
    assert sittings_told([OLD, EXAM]) == ["25 November 2026, exam: 7.5 of 10.", "9 November 2026, practice: 2 of 8."]


@given(ANY, WIDTHS)
def test_any_sittings_fit_any_width(sittings: list[Taken], width: int) -> None:
    fits(lambda room: sittings_lines(sittings, room), width)
    assert sittings_sentence(sittings)
    assert sittings_told(sittings)
