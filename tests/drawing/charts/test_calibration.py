import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.drawing.charts.held import COUNTS, SHARES, WIDTHS, fits, lines_of
from tui.drawing.charts.calibration import EMPTY, Judged, calibration_lines, calibration_sentence
from tui.quiz.confidence import Confidence

SURE, THINK_SO, GUESS = Confidence
ANY = st.lists(
    st.builds(lambda how, share, of: Judged(how, share * of, of), st.sampled_from(Confidence), SHARES, COUNTS),
    max_size=3,
)


def test_each_confidence_has_a_bar_and_its_numbers() -> None:
    assert lines_of(calibration_lines([Judged(SURE, 8, 10), Judged(THINK_SO, 2.5, 5), Judged(GUESS, 0, 0)], 60)) == [
        "sure       ██████████████████████▍░░░░░   8 of 10 right",
        "think so   ██████████████░░░░░░░░░░░░░░   2.5 of 5 right",
        "guess      ····························   not said yet",
    ]


@pytest.mark.parametrize(
    ("judged", "said"),
    [
        ([Judged(SURE, 8, 10)], "When you were sure, you were right 8 times in 10."),
        (
            [Judged(THINK_SO, 1, 4), Judged(GUESS, 2, 7)],
            "When you thought so, you were right 1 time in 4; when you guessed, 2 in 7.",
        ),
        (
            [Judged(SURE, 5, 10)],
            (
                "When you were sure, you were right 5 times in 10."
                " You are surer than you can be: look twice where you feel sure."
            ),
        ),
        ([Judged(GUESS, 7, 8)], "When you guessed, you were right 7 times in 8. You know more than you think."),
        (
            [Judged(SURE, 10, 10)],
            "When you were sure, you were right 10 times in 10. When you feel sure, you can trust it.",
        ),
        ([Judged(SURE, 0, 4)], "When you were sure, you were right 0 times in 4."),
    ],
)
def test_the_sentence_says_what_it_means_once_there_are_enough_answers(judged: list[Judged], said: str) -> None:
    assert calibration_sentence(judged) == said


def test_no_confidence_said_says_what_to_do() -> None:
    assert " ".join(lines_of(calibration_lines([Judged(SURE, 0, 0)], 60))) == EMPTY
    assert calibration_sentence([]) == EMPTY


@given(ANY, WIDTHS)
def test_any_answers_fit_any_width(judged: list[Judged], width: int) -> None:
    fits(lambda room: calibration_lines(judged, room), width)
    assert calibration_sentence(judged)
