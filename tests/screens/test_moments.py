import pytest

from tests.screens.toy import ALL, CHOICE, CLOZE, MATCH, ORDER, RECALL, SELECT, TEXT
from tui.commands import Command
from tui.quiz.ask import Field, Pair, Recall, Write
from tui.quiz.question import Question
from tui.screens.moments import asking, in_exam, writing
from tui.text import Clean
from tui.widgets.footer import fitting

NARROWEST, USUAL = 58, 78
"""What a line has of 60 columns, and of 80."""
ANSWER, SKIP, HAND_IN = "answer", "skip", "hand_in"
MIDDLE = pytest.mark.parametrize(("first", "last"), [(True, False), (False, False), (False, True)])


def names(commands: tuple[Command, ...], width: int) -> list[str]:
    return [command.name for command in fitting(commands, width)]


@MIDDLE
@pytest.mark.parametrize(
    ("question", "needed"),
    [
        (CHOICE, (ANSWER, SKIP, HAND_IN)),
        (SELECT, (ANSWER, "go_on", HAND_IN)),
        (ORDER, (ANSWER, "go_on", HAND_IN)),
        (MATCH, (ANSWER, "go_on", HAND_IN)),
        (TEXT, ("step_out", SKIP, HAND_IN)),
    ],
)
def test_the_narrowest_footer_of_an_exam_has_what_is_needed_most(
    question: Question, needed: tuple[str, ...], first: bool, last: bool
) -> None:
    shown = names(in_exam(question.ask("seed"), ticking=False, first=first, last=last), NARROWEST)
    assert shown == [*needed, "help", "leave"]


@MIDDLE
@pytest.mark.parametrize("question", ALL, ids=lambda question: question.id)
def test_an_exams_footer_has_what_answers_and_what_hands_in(question: Question, first: bool, last: bool) -> None:
    shown = names(in_exam(question.ask("seed"), ticking=False, first=first, last=last), USUAL)
    assert {SKIP, HAND_IN, "help", "leave"} <= set(shown)
    assert shown[0] in {ANSWER, "step_out"}


@pytest.mark.parametrize("question", [TEXT, CLOZE, RECALL], ids=lambda question: question.id)
@pytest.mark.parametrize(("exam", "way_out"), [(False, "leave"), (True, HAND_IN)])
def test_while_one_types_the_footer_says_how_to_pass_and_how_to_end(
    question: Question, exam: bool, way_out: str
) -> None:
    shown = fitting(writing(question.ask("seed"), exam), NARROWEST)
    keys = {command.name: command.key for command in shown}
    assert keys[SKIP] == "tab 0"
    assert keys[way_out] == ("tab h" if exam else "tab q")
    assert keys["help"] == "f1"


def test_from_several_fields_one_key_leaves_at_once() -> None:
    two = Write(prompt=TEXT.question, fields=(Field(label=Clean("one")), Field(label=Clean("other"))))
    assert {command.key for command in writing(two, exam=False)} >= {"esc 0", "esc q"}


def test_what_one_remembers_can_be_passed_while_ticking() -> None:
    assert SKIP in names(asking(RECALL.ask("seed"), ticking=True), NARROWEST)


@pytest.mark.parametrize("question", ALL, ids=lambda question: question.id)
def test_every_footer_has_the_way_out_and_what_answers(question: Question) -> None:
    commands = asking(question.ask("seed"), ticking=False)
    assert fitting(commands, NARROWEST) == list(commands)


def test_the_keys_of_many_points_are_digits_and_then_letters() -> None:
    for points, keys in ((3, "1-3"), (9, "1-9"), (10, "1-9 a"), (11, "1-9 a-b"), (15, "1-9 a-f")):
        (tick, *_) = asking(_recall(points), ticking=True)
        assert (tick.key, tick.label) == (keys, "tick")


def _recall(points: int) -> Recall:
    return Recall(prompt=RECALL.question, points=points)


def test_the_letters_that_pair_run_through() -> None:
    left, right = (Clean("Lenin"),), tuple(Clean(f"View {number}") for number in range(6))
    assert asking(Pair(prompt=Clean("Who?"), left=left, right=right), ticking=False)[0].key == "1-1 a-f"


@pytest.mark.parametrize(("partners", "flag", "all_in"), [(5, "f", "h"), (6, "F", "h"), (8, "F", "H")])
def test_a_command_whose_letter_answers_is_named_by_its_capital(partners: int, flag: str, all_in: str) -> None:
    right = tuple(Clean(f"View {number}") for number in range(partners))
    ask = Pair(prompt=Clean("Who?"), left=right[:1], right=right)
    keys = {command.name: command.key for command in in_exam(ask, ticking=False, first=False, last=False)}
    assert (keys["flag"], keys["hand_in"]) == (flag, all_in)
