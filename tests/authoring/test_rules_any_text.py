"""Whatever an author writes, a rule finds something or nothing, and comes to an end."""

from dataclasses import replace
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.quiz.test_types_all import SAMPLES, SHARED
from tests.samples import guide_of, lesson
from tui.authoring.rules import RULES, near_duplicate
from tui.guide.model import Guide
from tui.guide.tables import DateEntry, Person, Tables
from tui.guide.words import Kind
from tui.quiz.question import Question
from tui.quiz.types import TYPES
from tui.text import Clean, clean

TEXTS = st.text(max_size=30).map(lambda text: clean(text, one_line=True)) | st.sampled_from(
    [
        "1919–1921",
        "an …",
        "Which of these did not?",
        "“”",
        "to",
        "A",
        "All of the above",
        "Kolontai in 1919.",
        "4",
        "²",
        "['’",
    ]
)
TABLES = Tables(
    dates={"one": DateEntry(id="one", date="1920", event=Clean("A Great War begins"), source=())},
    people={"one": Person(id="one", name=Clean("Kollontai"), role=Clean(""), source=())},
)


def guide_with(questions: list[Question]) -> Guide[Question]:
    taught = lesson("quarrel", 1, {"first": Kind.FIGURE, "second": Kind.DATE, "third": Kind.POSITION})
    return replace(guide_of((taught,), tuple(questions)), tables=TABLES)


def with_texts(value: Any, draw: st.DrawFn) -> Any:
    """The same fields with any texts in them."""
    if isinstance(value, str):
        return draw(TEXTS)
    if isinstance(value, dict):
        return {name: with_texts(each, draw) for name, each in value.items()}
    return [with_texts(each, draw) for each in value] if isinstance(value, list) else value


@st.composite
def question(draw: st.DrawFn) -> Question | None:
    tag = draw(st.sampled_from(sorted(SAMPLES)))
    fields = SAMPLES[tag] if tag in {"date", "number", "true-false"} else with_texts(SAMPLES[tag], draw)
    shared = SHARED | {"id": f"q{draw(st.integers(0, 99))}", "question": draw(TEXTS), "explanation": draw(TEXTS)}
    try:
        made = msgspec.convert(shared | fields, TYPES[tag], strict=False)
    except msgspec.ValidationError:
        return None
    return None if list(made.faults()) else made


@given(st.lists(question(), max_size=6))
def test_no_text_breaks_a_rule(questions: list[Question | None]) -> None:
    guide = guide_with([each for each in questions if each])
    for rule in RULES:
        for finding in rule.find(guide):
            assert finding.question in guide.questions
            assert finding.message


LONG = 60_000


@pytest.mark.parametrize(
    "text",
    [
        *("which is " * 7000, "a " + "_" * LONG + "x", "[" * LONG, "“" * LONG, "1 " * 30_000, "september " * 6000),
        *("A and " * 9000, ". " * 30_000, "Kollonta" * 7000, "does not " * 6000, "1-2" + " a" * 30_000, "‚" * LONG),
    ],
    ids=lambda text: text[:10],
)
def test_a_long_text_is_read_to_its_end(text: str) -> None:
    fields = {"answer": text, "distractors": [{"choice": f"{text}{end}"} for end in ("!", "?")]}
    shared = SHARED | {"question": text, "explanation": text}
    guide = guide_with([msgspec.convert(shared | fields, TYPES["choice"])])
    assert all(finding.question in guide.questions for rule in RULES for finding in rule.find(guide))


def test_not_every_question_is_held_against_every_other(monkeypatch: pytest.MonkeyPatch) -> None:
    """Many questions of few words: each is like many others, and none is the same."""
    compared = 0
    alike = near_duplicate._alike

    def counted(*sides: Any) -> bool:
        nonlocal compared
        compared += 1
        return alike(*sides)

    monkeypatch.setattr(near_duplicate, "_alike", counted)
    names = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
    questions = []
    for number in range(1, 2**11):
        asked = " ".join(name for bit, name in enumerate(names) if number >> bit & 1)
        shared = SHARED | {"id": f"q{number}", "question": f"Which are {asked}?"}
        questions.append(msgspec.convert(shared | {"answer": asked}, TYPES["text"]))
    assert list(near_duplicate.RULE.find(guide_with(questions)))
    assert 0 < compared < len(questions) ** 2 / 10
