"""What holds for every type: the key is right, credit is a share, shuffling changes nothing, no ask shows its key."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.quiz.ask import (
    Arrange,
    Arranged,
    Ask,
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
    fits,
)
from tui.quiz.question import Fault, Question
from tui.quiz.types import TYPES
from tui.quiz.types.offering import verdict_of
from tui.quiz.verdict import AskAgain, Grade, Verdict, grade_of
from tui.text import Clean

SHARED: dict[str, Any] = {"id": "sample", "kind": "event", "tests": ["first", "second", "third"], "question": "What?"}
SAMPLES: dict[str, dict[str, Any]] = {
    "choice": {"answer": "The unions", "distractors": [{"choice": "The party", "why": "Lenin's."}, {"choice": "Both"}]},
    "select": {"answers": ["Kollontai", "Shliapnikov"], "distractors": [{"choice": "Lenin", "why": "He fought it."}]},
    "true-false": {"answer": "false", "correction": "It was made up of workers."},
    "date": {"answer": "1920-09"},
    "text": {"answer": "Alexandra Kollontai", "also": ["Kollontai"], "distractors": [{"choice": "Shliapnikov"}]},
    "number": {"answer": "4", "unit": "delegates", "tolerance": "1"},
    "order": {"items": ["The conference", "The rising", "The congress", "The purge"]},
    "match": {"pairs": [{"left": "Lenin", "right": "Teach"}, {"left": "They", "right": "Run it"}], "extra": ["Wait"]},
    "cloze": {"text": "No {self-activity} without {thought|thinking}.", "speaker": "Kollontai", "work": "Pamphlet"},
    "recall": {},
}


def sample(tag: str, /, **changed: object) -> Question:
    """A question of a type, read from text as the bank has it."""
    return msgspec.convert({**SHARED, **SAMPLES[tag], **changed, "type": tag}, TYPES[tag], strict=False)


QUESTIONS = [sample(tag) for tag in TYPES]
questions = st.sampled_from(QUESTIONS)


def shown(ask: Ask) -> Counter[str]:
    """All that an ask offers, in no order."""
    match ask:
        case Pick(options=options):
            return Counter(options)
        case Arrange(items=items):
            return Counter(items)
        case Pair(left=left, right=right):
            return Counter([f"left {text}" for text in left] + [f"right {text}" for text in right])
        case Write(fields=fields, passage=passage):
            return Counter([field.label for field in fields] + list(passage))
        case Recall(points=points):
            return Counter({"points": points})


texts = st.text(max_size=60) | st.sampled_from(
    ["The unions", "Kollontai", "Lenin", "True", "1921", "Sept 1921", "five", "The rising", "Teach", "thinking", ""]
)
responses: st.SearchStrategy[Response] = st.one_of(
    st.builds(Picked, st.lists(texts, max_size=5).map(tuple)),
    st.builds(Written, st.lists(texts, max_size=3).map(tuple)),
    st.builds(Arranged, st.permutations(SAMPLES["order"]["items"]).map(tuple) | st.lists(texts).map(tuple)),
    st.builds(Paired, st.lists(st.tuples(texts, texts), max_size=4).map(tuple)),
    st.builds(Recalled, texts, st.lists(st.integers(-1, 3), max_size=5).map(tuple)),
    st.just(Skipped()),
)


def test_every_type_is_listed_by_its_tag() -> None:
    assert list(TYPES) == list(SAMPLES)
    for tag, kind in TYPES.items():
        assert kind.__struct_config__.tag == tag
        assert kind.__struct_config__.tag_field == "type"
        assert kind.__struct_config__.forbid_unknown_fields


@pytest.mark.parametrize("tag", TYPES)
def test_is_read_with_its_type_and_without(tag: str) -> None:
    without = msgspec.convert({**SHARED, **SAMPLES[tag]}, TYPES[tag], strict=False)
    assert without == sample(tag)
    assert not list(without.faults())
    with pytest.raises(msgspec.ValidationError, match="unknown field"):
        sample(tag, colour="red")


@pytest.mark.parametrize("tag", TYPES)
def test_has_a_schema_and_a_word_on_every_field(tag: str) -> None:
    schema = msgspec.json.schema(TYPES[tag])["$defs"][TYPES[tag].__name__]
    shared = {"type", *Question.__struct_fields__}
    assert all("description" in field for name, field in schema["properties"].items() if name not in shared)


@given(questions, st.text(max_size=20))
def test_key_is_correct_whatever_the_seed(question: Question, seed: str) -> None:
    question.ask(seed)
    verdict = question.grade(question.key)
    assert isinstance(verdict, Verdict)
    assert (verdict.grade, float(verdict.credit)) == (Grade.CORRECT, 1)
    assert verdict.key == question.key


@given(questions, questions, st.text(max_size=20))
def test_only_what_can_be_answered_fits(question: Question, other: Question, seed: str) -> None:
    assert fits(question.ask(seed), question.key)
    assert fits(question.ask(seed), Skipped())
    assert fits(question.ask(seed), other.key) == (other is question or fits(question.ask("another"), other.key))
    if type(other.key) is not type(question.key):
        assert not fits(question.ask(seed), other.key)


@given(questions, responses, st.text(max_size=20))
def test_any_response_is_graded_within_bounds_and_whatever_was_shown(
    question: Question, response: Response, seed: str
) -> None:
    before = question.grade(response)
    question.ask(seed)
    verdict = question.grade(response)
    assert verdict == before
    if isinstance(verdict, AskAgain):
        assert verdict.reason.endswith(".")
        return
    assert 0 <= float(verdict.credit) <= 1
    if isinstance(response, Skipped):
        assert verdict.grade is Grade.SKIPPED
    else:
        assert verdict.grade is grade_of(float(verdict.credit))
    msgspec.json.encode(verdict)


@given(questions, st.text(max_size=20), st.text(max_size=20))
def test_seeds_change_the_order_and_nothing_else(question: Question, one: str, other: str) -> None:
    assert question.ask(one) == question.ask(one)
    assert shown(question.ask(one)) == shown(question.ask(other))


@pytest.mark.parametrize("tag", TYPES)
def test_is_shuffled_where_there_is_an_order(tag: str) -> None:
    orders = {msgspec.json.encode(sample(tag).ask(str(seed))) for seed in range(40)}
    assert (len(orders) > 1) == (tag in {"choice", "select", "order", "match"})


@pytest.mark.parametrize(
    ("tag", "other"),
    [
        ("choice", {"answer": "The party", "distractors": [{"choice": "Both"}, {"choice": "The unions"}]}),
        ("select", {"answers": ["Lenin"], "distractors": [{"choice": "Shliapnikov"}, {"choice": "Kollontai"}]}),
        ("true-false", {"answer": "true", "correction": ""}),
        ("date", {"answer": "1605-05"}),
        ("text", {"answer": "Shliapnikov", "also": [], "distractors": []}),
        ("number", {"answer": "37", "tolerance": "0"}),
        (
            "match",
            {"pairs": [{"left": "They", "right": "Wait"}, {"left": "Lenin", "right": "Run it"}], "extra": ["Teach"]},
        ),
        ("cloze", {"text": "No {struggle} without {theory}."}),
    ],
)
def test_asks_alike_whatever_the_key(tag: str, other: dict[str, Any]) -> None:
    for seed in ("", "a", "b", "c"):
        assert msgspec.json.encode(sample(tag).ask(seed)) == msgspec.json.encode(sample(tag, **other).ask(seed))


@pytest.mark.parametrize("tag", ["date", "text", "number", "cloze", "recall"])
def test_what_is_typed_stands_nowhere_in_the_ask(tag: str) -> None:
    question = sample(tag)
    asked = msgspec.json.encode(question.ask("seed")).decode()
    if isinstance(question.key, Written):
        assert not any(word in asked for word in question.key.fields)


@pytest.mark.parametrize("question", QUESTIONS, ids=list(TYPES))
@pytest.mark.parametrize(
    "text", ["a" * 100_000, "\u0316\u0301" * 50_000, "﷽" * 300, "9 " * 50_000, "\ud800", "\x00\x1b[31m"]
)
def test_long_and_odd_texts_are_graded(question: Question, text: str) -> None:
    fields = len(question.key.fields) if isinstance(question.key, Written) else 1
    for response in (
        Written((text,) * fields),
        Picked((text,)),
        Arranged((text,)),
        Paired(((text, text),)),
        Recalled(text, ()),
    ):
        verdict = question.grade(response)
        assert isinstance(verdict, AskAgain) or float(verdict.credit) == 0


@pytest.mark.parametrize("question", QUESTIONS, ids=list(TYPES))
def test_a_response_to_another_ask_earns_nothing(question: Question) -> None:
    for other in QUESTIONS:
        if type(other.key) is not type(question.key):
            verdict = question.grade(other.key)
            assert isinstance(verdict, Verdict)
            assert (verdict.grade, float(verdict.credit)) == (Grade.WRONG, 0)


class Rating(Question, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="type", tag="rating"):
    """A type of the test's own: how many stars."""

    stars: int
    """The right number of stars."""

    @property
    def key(self) -> Picked:
        return Picked((str(self.stars),))

    def ask(self, seed: str) -> Pick:
        return Pick(prompt=self.question, options=tuple(Clean(str(star)) for star in range(1, 6)))

    def mark(self, response: Response) -> Verdict:
        given = response.options[0] if isinstance(response, Picked) and len(response.options) == 1 else ""
        return verdict_of(1 - abs(int(given) - self.stars) / 4 if given in set("12345") else 0, self.key)

    def faults(self) -> Iterator[Fault]:
        if not 1 <= self.stars <= 5:
            yield Fault(field="stars", code="range", message="stars go from 1 to 5", hint="give 1 to 5")


def test_a_new_type_is_one_class_and_one_line() -> None:
    types = {**TYPES, "rating": Rating}
    entry = {**SHARED, "type": "rating", "stars": "4"}
    question = msgspec.convert(entry, types[entry["type"]], strict=False)
    assert not list(question.faults())
    assert shown(question.ask("seed")) == Counter("12345")
    graded = [question.grade(response) for response in (question.key, Picked(("3",)), Picked(("x",)), Skipped())]
    assert [float(verdict.credit) for verdict in graded if isinstance(verdict, Verdict)] == [1, 0.75, 0, 0]
