"""Whatever a bank holds, a check ends: what it finds stands somewhere in a file, and every form can write it."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.guides import BANK, small_guide
from tui.authoring.check import check, guessed
from tui.authoring.formats import github, sarif
from tui.authoring.formats.text import line_of
from tui.guide.errors import Place
from tui.guide.problems import PROBLEMS_PER_FILE

LINES = BANK.splitlines()
OTHERS = [
    "",
    "# kruzhok: ignore[tested-once] a small guide",
    "    # kruzhok: ignore[tested-once, nonsense]",
    "  # kruzhok: ignore[",
    "# kruzhok: \u202e\x1b[31m%0A::error::",
    "questions:",
    "  -",
    "  - ",
    "    id: third",
    "- id: fourth",
    "  - {id: fifth, kind: date, tests: began, question: '%0A?', answer: a, distractors: [{choice: b}]}",
    "    answer: |",
    "      # kruzhok: ignore[tested-once] within a text",
    "    type: select",
    "    type: true-false",
    "    answers: [a, b]",
]


@st.composite
def bank(draw: st.DrawFn) -> str:
    """The bank with lines taken out and others put in."""
    lines = list(LINES)
    for _ in range(draw(st.integers(0, 6))):
        place = draw(st.integers(0, len(lines)))
        cut = draw(st.integers(0, 3))
        lines[place : place + cut] = draw(st.lists(st.sampled_from(OTHERS + LINES), max_size=3))
    return draw(st.sampled_from(["\n", "\r\n"])).join(lines)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_guide(tmp_path_factory.mktemp("any") / "guide", "")


@given(text=bank())
def test_whatever_the_bank_holds_a_check_ends(folder: Path, text: str) -> None:
    (folder / "quiz_bank.yaml").write_bytes(text.encode())
    problems = check(folder)
    guessed(folder)
    lines = text.replace("\r\n", "\n").split("\n")
    for problem in problems:
        file, line, column = problem.place
        assert file.startswith(str(folder))
        if file.endswith("quiz_bank.yaml"):
            assert 1 <= line <= len(lines)
            assert 1 <= column <= len(lines[line - 1]) + 1
        assert line_of(problem).isprintable()
    assert github.written(problems).count("\n") == len(problems)
    assert len(json.loads(sarif.written(problems))["runs"][0]["results"]) == len(problems)


def test_a_flood_is_summed_up(tmp_path: Path) -> None:
    bank = "# kruzhok: nonsense\n" * 2000 + BANK
    problems = check(small_guide(tmp_path, bank))
    assert len(problems) == PROBLEMS_PER_FILE + 1
    assert Place(f"{tmp_path}/quiz_bank.yaml", 1, 1) in {problem.place for problem in problems}
