from msgspec import convert

from tests.classroom.rooms import SKIP, Class, choice, picked, text, typed
from tui.classroom.counting import UNKNOWN, counts_of
from tui.quiz.ask import Arranged, Paired, Response
from tui.quiz.question import Question
from tui.quiz.types import TYPES


def counted(question: Question, *responses: Response) -> list[tuple[str, int, bool]]:
    names = [f"p{number}" for number in range(len(responses))]
    room = Class(question, names=" ".join(names)).asks(0, dict(zip(names, responses, strict=True))).room
    asked = room.rounds[0]
    return [(each.text, each.count, each.right) for each in counts_of(room.ask_of(asked), asked, responses)]


def made(tag: str, **fields: object) -> Question:
    common = {"id": "q", "type": tag, "kind": "event", "tests": ("point",), "question": "In what order?"}
    return convert({**common, **fields}, TYPES[tag])


def test_options_are_counted_in_the_order_shown_with_who_did_not_know_last() -> None:
    counts = counted(choice(), picked("near"), picked("right"), picked("near"), SKIP)
    assert sorted(counts[:-1]) == [("far", 0, False), ("near", 2, False), ("right", 1, True)]
    assert counts[-1] == (UNKNOWN, 1, False)


def test_shares_are_of_those_who_answered() -> None:
    room = Class(choice(), names="a b c d e").asks(0, {"a": picked("right"), "b": SKIP}).room
    asked = room.rounds[0]
    shares = {each.text: each.share for each in counts_of(room.ask_of(asked), asked, [picked("right"), SKIP])}
    assert shares == {"right": 0.5, "near": 0.0, "far": 0.0, UNKNOWN: 0.5}


def test_what_was_typed_is_grouped_whatever_its_case_and_the_largest_group_comes_first() -> None:
    counts = counted(text(), typed("lenin"), typed("Lenin"), typed("Lenin"), typed("KOLLONTAI"))
    assert counts == [("Lenin", 3, False), ("KOLLONTAI", 1, True)]


def test_of_a_sequence_each_item_is_counted_at_its_right_place() -> None:
    question = made("order", items=("one", "two", "three"))
    counts = counted(question, Arranged(("one", "two", "three")), Arranged(("one", "three", "two")))
    assert counts == [("1. one", 2, True), ("2. two", 1, True), ("3. three", 1, True)]


def test_of_pairs_each_right_one_is_counted() -> None:
    question = made("match", pairs=({"left": "a", "right": "1"}, {"left": "b", "right": "2"}))
    counts = counted(question, Paired((("a", "1"), ("b", "2"))), Paired((("a", "2"), ("b", "2"))))
    assert counts == [("a: 1", 1, True), ("b: 2", 2, True)]
