import pytest

from tests.samples import pick, sample_guide
from tui.guide.words import Kind
from tui.quiz.ask import (
    Arrange,
    Arranged,
    Ask,
    Field,
    Pair,
    Paired,
    Pick,
    Picked,
    Recall,
    Recalled,
    Response,
    Skipped,
    Write,
    Written,
)
from tui.quiz.explain import headline, right_answer, share_of_a_point, whereabouts, why
from tui.quiz.verdict import Credit, Grade, Note, Verdict, grade_of
from tui.text import Clean

PROMPT = Clean("?")
PICK = Pick(PROMPT, (Clean("a"), Clean("b")))
SELECT = Pick(PROMPT, (Clean("a"), Clean("b")), several=True)
ONE_FIELD = Write(PROMPT, (Field(Clean("date")),))
GAPS = Write(PROMPT, (Field(Clean("gap 1")), Field(Clean("gap 2")), Field(Clean("gap 3"))))
ARRANGE = Arrange(PROMPT, (Clean("a"), Clean("b")))
PAIR = Pair(PROMPT, (Clean("a"), Clean("b")), (Clean("1"), Clean("2")))
RECALL = Recall(PROMPT, 5)
KEYS: dict[str, Response] = {
    "pick": Picked(("a",)),
    "write": Written(("March 1921",)),
    "gaps": Written(("x", "y", "z")),
    "arrange": Arranged(("a", "b")),
    "pair": Paired((("a", "1"), ("b", "2"))),
    "recall": Recalled("", (0, 1, 2, 3, 4)),
}


def verdict(credit: float, key: str, *notes: tuple[str, str], parts: str = "") -> Verdict:
    grades = tuple(Grade.CORRECT if part == "r" else Grade.WRONG for part in parts)
    words = tuple(Note(Clean(about), Clean(says)) for about, says in notes)
    return Verdict(grade_of(credit), Credit(credit), KEYS[key], grades, words)


@pytest.mark.parametrize(
    ("ask", "given", "words"),
    [
        (PICK, verdict(1, "pick"), "Right."),
        (PICK, verdict(0, "pick"), "Not this one."),
        (SELECT, verdict(0, "pick"), "Not these."),
        (SELECT, verdict(0.5, "pick", parts="rw"), "Not quite these. Half a point."),
        (
            ONE_FIELD,
            verdict(0.5, "write", ("March 1922", "Right month, one year late.")),
            "Right month, one year late. Half a point.",
        ),
        (ONE_FIELD, verdict(0.5, "write"), "Partly right. Half a point."),
        (ONE_FIELD, verdict(0, "write", ("x", "Ten years late.")), "Not right."),
        (GAPS, verdict(0, "gaps", parts="www"), "None of them is right."),
        (GAPS, verdict(2 / 3, "gaps", ("gap 3", "“z”."), parts="rrw"), "2 of 3 right. Two thirds of a point."),
        (ARRANGE, verdict(0, "arrange", parts="ww"), "Not in this order."),
        (ARRANGE, verdict(0.8, "arrange", parts="rw"), "Partly in order. 0.8 of a point."),
        (PAIR, verdict(0, "pair", parts="ww"), "None of these pairs is right."),
        (PAIR, verdict(0.5, "pair", parts="rw"), "1 of 2 pairs right. Half a point."),
        (RECALL, verdict(1, "recall", parts="rrrrr"), "Right. You had all 5."),
        (RECALL, verdict(0.6, "recall", parts="rrrww"), "You had 3 of 5. 0.6 of a point."),
        (RECALL, verdict(0, "recall", parts="wwwww"), "None of the 5 yet."),
        (PICK, Verdict(Grade.SKIPPED, Credit(0.0), KEYS["pick"]), "You don't know this one yet."),
        (RECALL, Verdict(Grade.SKIPPED, Credit(0.0), KEYS["recall"]), "You passed this one over."),
        (
            ONE_FIELD,
            Verdict(Grade.CORRECT, Credit(1.0), KEYS["write"], overruled=True),
            "Counted as right, because you say so.",
        ),
        (
            GAPS,
            Verdict(Grade.PARTLY, Credit(1 / 3), KEYS["gaps"], (*[Grade.SKIPPED] * 2, Grade.CORRECT), overruled=True),
            "1 of 3 counted as right, because you say so.",
        ),
    ],
)
def test_the_headline_says_how_it_was(ask: Ask, given: Verdict, words: str) -> None:
    assert headline(given, ask) == words


@pytest.mark.parametrize(
    ("given", "lines"),
    [
        (verdict(0, "pick", ("b", "That was Lenin's view.")), ("That was Lenin's view.",)),
        (
            verdict(0, "pick", ("b", "Lenin's."), ("c", "This is right, too."), parts="rw"),
            ("b: Lenin's.", "c: This is right, too."),
        ),
        (verdict(0, "pick", ("b", "Lenin's."), parts="w"), ("b: Lenin's.",)),
        (verdict(0.5, "write", ("March 1922", "Right month, one year late.")), ()),
        (verdict(0, "write", ("1931", "Ten years late.")), ("Ten years late.",)),
        (verdict(1, "write", ("Kollontai", "Spelt like this.")), ("Kollontai. Spelt like this.",)),
        (verdict(2 / 3, "gaps", ("gap 3", "“z”."), parts="rrw"), ("gap 3: “z”.",)),
        (verdict(1, "pick"), ()),
    ],
)
def test_why_says_what_the_headline_did_not(given: Verdict, lines: tuple[str, ...]) -> None:
    assert why(given) == lines


@pytest.mark.parametrize(
    ("key", "lines"),
    [
        (KEYS["pick"], ("a",)),
        (KEYS["gaps"], ("x", "y", "z")),
        (KEYS["arrange"], ("1. a", "2. b")),
        (KEYS["pair"], ("a: 1", "b: 2")),
        (KEYS["recall"], ()),
        (Skipped(), ()),
    ],
)
def test_the_right_answer_is_said_line_by_line(key: Response, lines: tuple[str, ...]) -> None:
    assert right_answer(key) == lines


@pytest.mark.parametrize(
    ("tests", "words"),
    [
        (["held"], "Lesson 2, panel 2 says it (¶2)."),
        (["objected", "spoke"], "Lesson 2, panel 1 says it (¶1, ¶3)."),
        (["blamed", "formed"], "Lesson 1, panel 4 says it (¶4)."),
    ],
)
def test_whereabouts_name_lesson_panel_and_what_that_panel_tells_of_it(tests: list[str], words: str) -> None:
    assert whereabouts(pick("any", Kind.DATE, *tests), sample_guide()) == words


@pytest.mark.parametrize(
    ("credit", "words"),
    [
        (0.25, "A quarter of a point."),
        (1 / 3, "A third of a point."),
        (0.75, "Three quarters of a point."),
        (0.01, "0.1 of a point."),
        (0.99, "0.9 of a point."),
    ],
)
def test_a_share_of_a_point_is_never_all_or_nothing(credit: float, words: str) -> None:
    assert share_of_a_point(credit) == words
