"""Order, match, recall."""

from itertools import permutations
from typing import Any

import msgspec
import pytest

from tests.quiz.test_types_all import SAMPLES, SHARED, sample
from tests.quiz.test_types_pick import codes, said
from tui.quiz.ask import Arrange, Arranged, Paired, Recalled, Response
from tui.quiz.explain import headline
from tui.quiz.question import Question
from tui.quiz.types.match import Match
from tui.quiz.types.order import Order
from tui.quiz.verdict import AskAgain, Grade, Verdict

ITEMS: list[str] = SAMPLES["order"]["items"]


def graded(question: Question, response: Response) -> Verdict:
    verdict = question.grade(response)
    assert isinstance(verdict, Verdict)
    return verdict


@pytest.mark.parametrize(
    ("order", "credit"),
    [
        ("0123", 1),
        ("1023", 5 / 6),
        ("3210", 0),
        ("1032", 4 / 6),
        ("3012", 3 / 6),
        ("012", 0),
        ("00123", 0),
        ("0012", 0),
    ],
)
def test_order_is_the_share_of_pairs(order: str, credit: float) -> None:
    assert graded(sample("order"), Arranged(tuple(ITEMS[int(at)] for at in order))).credit == pytest.approx(credit)


def test_order_says_which_neighbours_are_the_wrong_way_round() -> None:
    verdict = graded(sample("order"), Arranged((ITEMS[1], ITEMS[0], ITEMS[2], ITEMS[3])))
    assert said(verdict) == [(ITEMS[0], f"It comes before “{ITEMS[1]}”.")]
    assert verdict.parts == (Grade.WRONG, Grade.WRONG, Grade.CORRECT, Grade.CORRECT)


def test_order_is_never_shown_in_its_right_order() -> None:
    for items in permutations(["a", "b", "c"]):
        question = sample("order", items=list(items))
        asks = [question.ask(str(seed)) for seed in range(60)]
        shown = {ask.items for ask in asks if isinstance(ask, Arrange)}
        assert shown == set(permutations(["a", "b", "c"])) - {items}


def test_order_has_faults() -> None:
    assert codes(sample("order", items=["a1", "b1", "A1"])) == [("items", "given-twice", 2)]
    with pytest.raises(msgspec.ValidationError, match="length >= 3"):
        sample("order", items=["a1", "b1"])
    short = msgspec.structs.replace(sample("order"), items=("a1", "b1"))
    assert isinstance(short, Order)
    assert codes(short) == [("items", "too-few", None)]
    assert short.ask("seed").items == ("b1", "a1")
    assert sample("order", items=["a", "a", "a"]).ask("seed") == sample("order", items=["a", "a", "a"]).ask("other")


@pytest.mark.parametrize(
    ("pairs", "credit", "parts"),
    [
        ([("They", "Run it"), ("Lenin", "Teach")], 1, [Grade.CORRECT, Grade.CORRECT]),
        ([("Lenin", "Teach")], 0.5, [Grade.CORRECT]),
        ([("Lenin", "Teach"), ("They", "Wait")], 0.5, [Grade.CORRECT, Grade.WRONG]),
        ([("Lenin", "Teach"), ("They", "Teach")], 0.5, [Grade.CORRECT, Grade.WRONG]),
        ([("Lenin", "Run it"), ("They", "Teach")], 0, [Grade.WRONG, Grade.WRONG]),
        ([("Lenin", "Teach"), ("Lenin", "Wait")], 0, []),
        ([("Trotsky", "Teach")], 0, []),
        ([("Lenin", "Shout")], 0, []),
    ],
)
def test_match_is_the_share_of_right_pairs(pairs: list[tuple[str, str]], credit: float, parts: list[Grade]) -> None:
    verdict = graded(sample("match"), Paired(tuple(pairs)))
    assert (float(verdict.credit), list(verdict.parts)) == (credit, parts)


def test_two_partners_swapped_cost_those_two_pairs_only() -> None:
    pairs = [{"left": f"l{at}", "right": f"r{at}"} for at in range(4)]
    given = Paired((("l0", "r0"), ("l1", "r1"), ("l2", "r3"), ("l3", "r2")))
    question = sample("match", pairs=pairs)
    verdict = graded(question, given)
    assert (verdict.grade, float(verdict.credit)) == (Grade.PARTLY, 0.5)
    assert headline(verdict, question.ask("seed")) == "2 of 4 pairs right. Half a point."


def test_match_says_what_belongs_where() -> None:
    verdict = graded(sample("match"), Paired((("Lenin", "Wait"),)))
    assert said(verdict) == [("Lenin", "It goes with “Teach”."), ("They", "It goes with “Run it”.")]


def test_match_without_a_pair_is_asked_again() -> None:
    assert isinstance(sample("match").grade(Paired(())), AskAgain)


def test_match_has_faults() -> None:
    pairs: list[dict[str, Any]] = [{"left": "a1", "right": "x1"}, {"left": "A1", "right": "X1"}]
    assert codes(sample("match", pairs=pairs, extra=["x1", "y1", "y1"])) == [
        ("pairs", "given-twice", 1),
        ("pairs", "given-twice", 1),
        ("extra", "given-twice", 0),
        ("extra", "given-twice", 2),
    ]
    single = msgspec.structs.replace(sample("match"), pairs=())
    assert isinstance(single, Match)
    assert codes(single) == [("pairs", "too-few", None)]


@pytest.mark.parametrize(
    ("ticked", "credit", "grade"),
    [
        ((0, 1, 2), 1, Grade.CORRECT),
        ((2, 0), 2 / 3, Grade.PARTLY),
        ((0, 0, 0), 1 / 3, Grade.PARTLY),
        ((), 0, Grade.WRONG),
        ((0, 3), 0, Grade.WRONG),
        ((-1,), 0, Grade.WRONG),
    ],
)
def test_recall_is_the_share_of_points(ticked: tuple[int, ...], credit: float, grade: Grade) -> None:
    verdict = graded(sample("recall"), Recalled("What I know.", ticked))
    assert float(verdict.credit) == pytest.approx(credit)
    assert verdict.grade is grade


def test_recall_grades_each_point() -> None:
    verdict = graded(sample("recall"), Recalled("What I know.", (2,)))
    assert verdict.parts == (Grade.WRONG, Grade.WRONG, Grade.CORRECT)
    assert len(SHARED["tests"]) == len(verdict.parts)


def test_recall_of_nothing_is_asked_again() -> None:
    assert isinstance(sample("recall").grade(Recalled("  ", ())), AskAgain)
