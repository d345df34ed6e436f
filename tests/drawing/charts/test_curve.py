from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tests.drawing.charts.held import SHARES, WIDTHS, fits, lines_of
from tui.drawing.charts.curve import EMPTY, Asked, Outcome, curve_lines, curve_sentence

TODAY = date(2026, 11, 25)
OUTCOMES: tuple[Outcome, ...] = ("right", "partly", "wrong")
ATTEMPTS = st.lists(st.builds(Asked, st.floats(-40_000, 0), st.sampled_from(OUTCOMES)), max_size=30)


def falling(days: float) -> float:
    """From 1 twenty days ago to 0 in twenty days."""
    return min(max(0.5 - days / 40, 0), 1)


def test_the_curve_has_its_attempts_over_it_and_todays_line_through_it() -> None:
    asked = [Asked(-20, "wrong"), Asked(-10, "partly"), Asked(-5, "right")]
    lines = lines_of(curve_lines(falling, asked, TODAY, 47, ahead=20))
    assert lines[0] == "       !         ◐    ●"
    assert lines[1].startswith("100 % ┤⠉")
    assert lines[5].startswith(" 50 % ┤")
    assert [line[27] for line in lines[1:4]] == ["┊", "┊", "┊"]
    assert lines[10] == "  0 % └" + 20 * "─" + "┴" + 19 * "─"
    assert lines[11] == "       5 Nov               today         15 Dec"
    assert lines[-2:] == ["Chance of recall, by the day.   Asked:", "● right   ◐ partly   ! wrong"]


def test_what_is_to_come_is_dotted() -> None:
    def steady(days: float) -> float:
        return 1.0

    line = lines_of(curve_lines(steady, [Asked(-20, "right")], TODAY, 47, ahead=20))[1]
    assert line[7:27] == 20 * "⠉"
    assert line[28:] == 9 * " ⠉"


def test_attempts_close_together_stand_beside_each_other() -> None:
    asked = [Asked(-20, "wrong"), Asked(-19.99, "partly"), Asked(-19.98, "right")]
    assert lines_of(curve_lines(falling, asked, TODAY, 60))[0].strip() == "!◐●"


def test_a_key_point_never_asked_says_what_to_do() -> None:
    assert lines_of(curve_lines(falling, [], TODAY, 100)) == [EMPTY]
    assert curve_sentence(falling, []) == EMPTY


def test_the_sentence_says_what_was_and_what_will_be() -> None:
    assert curve_sentence(falling, [Asked(-0.1, "partly")], ahead=10) == (
        "Asked once, today, and you were partly right. The chance that you recall it is 50 % today"
        " and 25 % in 10 days, if it is not asked again."
    )
    assert curve_sentence(falling, [Asked(-6, "right"), Asked(-9, "wrong")]).startswith(
        "Asked twice, last 6 days ago, and you were right."
    )
    assert curve_sentence(falling, [Asked(-1, "wrong")] * 3).startswith("Asked 3 times, last yesterday")


@given(ATTEMPTS, SHARES, st.integers(1, 400), WIDTHS)
def test_any_curve_fits_any_width(attempts: list[Asked], share: float, ahead: int, width: int) -> None:
    def wavy(days: float) -> float:
        return share if int(days) % 2 else 1 - share

    fits(lambda room: curve_lines(wavy, attempts, TODAY, room, ahead), width)
    assert curve_sentence(wavy, attempts, ahead)
