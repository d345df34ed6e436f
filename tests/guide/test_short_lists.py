"""Lists that are too short, in the shapes of the real types of question: what is told, and where."""

from pathlib import Path

import pytest

from tests.guide.toys import BANK, write
from tui.guide.reader import read_guide
from tui.quiz.types import TYPES

BEGINNING = """questions:
  - id: it
    kind: event
    tests: began
    question: What was it?
    explanation: It was so (¶1).
"""


@pytest.mark.parametrize(
    ("fields", "column", "message", "hint"),
    [
        ("type: order\n    items: [a, b]", 12, "an order needs three items or more, and this has two", "add one"),
        ("type: order\n    items: []", 12, "an order needs three items or more, and this has none", "add three"),
        ("type: select\n    answers: [a]\n    distractors: []", 18, "a select needs one distractor or more", "add one"),
        ("type: match\n    pairs: []", 12, "a match needs two pairs or more, and this has none", "add two"),
        ("type: match\n    pairs:\n      - {left: a, right: b}", 7, "a match needs two pairs or more", "add one"),
        ("answer: a\n    distractors: []", 18, "a choice needs one distractor or more", "add one"),
    ],
)
def test_a_list_too_short_is_told_at_the_list(
    fields: str, column: int, message: str, hint: str, tmp_path: Path
) -> None:
    bank = f"{BEGINNING}    {fields}\n"
    (problem,) = read_guide(write(tmp_path, {BANK: bank}), TYPES).problems
    assert (problem.place.line, problem.place.column) == (bank.count("\n"), column)
    assert problem.code == "too-few"
    assert problem.message.startswith(message)
    assert problem.hint == hint


def test_both_lists_of_a_question_are_told(tmp_path: Path) -> None:
    bank = f"{BEGINNING}    type: select\n    answers: []\n    distractors: []\n"
    problems = read_guide(write(tmp_path, {BANK: bank}), TYPES).problems
    assert [(problem.place.line, problem.code) for problem in problems] == [(8, "too-few"), (9, "too-few")]
