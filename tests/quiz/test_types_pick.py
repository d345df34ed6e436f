"""Choice, select, true or false."""

import msgspec
import pytest

from tests.quiz.test_types_all import sample
from tui.quiz.ask import Pick, Picked
from tui.quiz.question import Question
from tui.quiz.verdict import AskAgain, Grade, Verdict
from tui.text import Clean


def graded(question: Question, *options: str) -> Verdict:
    verdict = question.grade(Picked(options))
    assert isinstance(verdict, Verdict)
    return verdict


def said(verdict: Verdict) -> list[tuple[str, str]]:
    return [(note.about, note.says) for note in verdict.notes]


def codes(question: Question) -> list[tuple[str, str, int | None]]:
    return [(fault.field, fault.code, fault.item) for fault in question.faults()]


@pytest.mark.parametrize(
    ("options", "credit", "notes"),
    [
        (["The unions"], 1, []),
        (["The unions", "The unions"], 1, []),
        (["The party"], 0, [("The party", "Lenin's.")]),
        (["Both"], 0, []),
        (["the unions"], 0, []),
        (["The unions", "The party"], 0, [("The party", "Lenin's.")]),
        (["Nobody"], 0, []),
    ],
)
def test_choice_is_graded(options: list[str], credit: float, notes: list[tuple[str, str]]) -> None:
    verdict = graded(sample("choice"), *options)
    assert (float(verdict.credit), said(verdict)) == (credit, notes)


@pytest.mark.parametrize("tag", ["choice", "select", "true-false"])
def test_nothing_picked_is_asked_again(tag: str) -> None:
    assert isinstance(sample(tag).grade(Picked(())), AskAgain)


@pytest.mark.parametrize(
    ("options", "order"),
    [
        (["12", "4", "37"], ["4", "12", "37"]),
        (["thirty-seven", "four", "twelve"], ["four", "twelve", "thirty-seven"]),
        (["March 1921", "September 1920", "1919"], ["1919", "September 1920", "March 1921"]),
        (["1921-03", "1919~", "1920-21"], ["1919~", "1920-21", "1921-03"]),
        (["1922", "1919–1922", "1919"], ["1919", "1919–1922", "1922"]),
    ],
)
def test_dates_and_numbers_stand_in_their_own_order(options: list[str], order: list[str]) -> None:
    first, *others = options
    question = sample("choice", answer=first, distractors=[{"choice": other} for other in others])
    for seed in ("a", "b", "c"):
        asked = question.ask(seed)
        assert isinstance(asked, Pick)
        assert list(asked.options) == order


def test_choice_has_faults() -> None:
    question = sample(
        "choice",
        answer="The unions",
        distractors=[{"choice": "the  UNIONS."}, {"choice": "Both"}, {"choice": "both"}],
    )
    assert codes(question) == [("distractors", "key-among-distractors", 0), ("distractors", "given-twice", 2)]


@pytest.mark.parametrize(("one", "other"), [("-3", "3"), ("C++", "C"), ("1.5", "15"), ("50%", "50"), ("?", "!")])
def test_options_that_differ_by_a_sign_are_two(one: str, other: str) -> None:
    assert codes(sample("choice", answer=one, distractors=[{"choice": other}])) == []


@pytest.mark.parametrize(
    ("options", "credit", "parts"),
    [
        (["Kollontai", "Shliapnikov"], 1, "cc"),
        (["Shliapnikov", "Kollontai", "Shliapnikov"], 1, "ccc"),
        (["Kollontai"], 0.5, "c"),
        (["Lenin", "Shliapnikov", "Kollontai"], 0.5, "wcc"),
        (["Lenin", "Kollontai"], 0, "wc"),
        (["Lenin"], 0, "w"),
        (["Kollontai", "Shliapnikov", "Trotsky"], 0, ""),
    ],
)
def test_select_is_right_minus_wrong(options: list[str], credit: float, parts: str) -> None:
    verdict = graded(sample("select"), *options)
    assert float(verdict.credit) == credit
    assert list(verdict.parts) == [{"c": Grade.CORRECT, "w": Grade.WRONG}[part] for part in parts]


def test_select_says_what_was_wrong_and_what_was_missed() -> None:
    verdict = graded(sample("select"), "Lenin", "Kollontai")
    assert said(verdict) == [("Lenin", "He fought it."), ("Shliapnikov", "This is right, too.")]


def test_select_has_faults() -> None:
    question = sample("select", answers=["A1", "a1"], distractors=[{"choice": "A1"}])
    assert codes(question) == [("answers", "given-twice", 1), ("distractors", "key-among-distractors", 0)]


def test_select_needs_both_sides() -> None:
    bare = msgspec.structs.replace(sample("select"), answers=(), distractors=())
    assert codes(bare) == [("answers", "too-few", None), ("distractors", "too-few", None)]


def test_true_and_false_stand_in_their_usual_order() -> None:
    asked = sample("true-false", question="It rained.").ask("any")
    assert asked == Pick(prompt=Clean("True or false? It rained."), options=(Clean("True"), Clean("False")))


def test_true_false_is_graded_and_corrected() -> None:
    correction = [("False", "It was made up of workers.")]
    right, wrong = graded(sample("true-false"), "False"), graded(sample("true-false"), "True")
    assert (float(right.credit), said(right)) == (1, correction)
    assert (float(wrong.credit), said(wrong)) == (0, correction)
    assert float(graded(sample("true-false"), "True", "False").credit) == 0
    assert said(graded(sample("true-false", answer="true", correction=""), "False")) == []


def test_true_false_has_faults() -> None:
    assert codes(sample("true-false", correction=" ")) == [("correction", "correction-missing", None)]
    assert codes(sample("true-false", answer="true")) == [("correction", "correction-needless", None)]
