import pytest

from tests.screens.toy import ALL, CHOICE, MATCH, ORDER, RECALL, SELECT, TEXT
from tui.quiz.ask import Recall
from tui.quiz.question import Question
from tui.screens.moments import asking, in_exam
from tui.widgets.footer import fitting

NARROWEST = 58
"""What a line has of 60 columns."""
NEXT, FLAG, HAND_IN = "next_question", "flag", "hand_in"


@pytest.mark.parametrize(
    ("question", "last", "names"),
    [
        (CHOICE, False, ("skip", NEXT, FLAG)),
        (CHOICE, True, ("skip", FLAG, HAND_IN)),
        (SELECT, False, ("go_on", "skip", FLAG)),
        (ORDER, False, ("go_on", "skip", FLAG)),
        (MATCH, True, ("go_on", "skip", HAND_IN)),
        (TEXT, False, ("step_out", "skip", FLAG)),
        (TEXT, True, ("step_out", "skip", HAND_IN)),
    ],
)
def test_the_narrowest_footer_of_an_exam_has_what_is_needed_most(
    question: Question, last: bool, names: tuple[str, ...]
) -> None:
    shown = fitting(in_exam(question.ask("seed"), ticking=False, first=False, last=last), NARROWEST)
    assert [command.name for command in shown] == [*names, "help", "leave"]


@pytest.mark.parametrize("question", ALL, ids=lambda question: question.id)
def test_every_footer_has_the_way_out_and_what_answers(question: Question) -> None:
    commands = asking(question.ask("seed"), ticking=False)
    assert fitting(commands, NARROWEST) == list(commands)


def test_the_keys_of_many_points_are_digits_and_then_letters() -> None:
    for points, keys in ((3, "1-3"), (9, "1-9"), (10, "1-9 a"), (11, "1-9 a-b"), (15, "1-9 a-i")):
        (tick, _) = asking(_recall(points), ticking=True)
        assert (tick.key, tick.label) == (keys, "tick")


def _recall(points: int) -> Recall:
    return Recall(prompt=RECALL.question, points=points)
