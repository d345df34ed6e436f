"""What the codes stand for, told by the command."""

import ast
import re
from pathlib import Path

import pytest

from tests.authoring.rules import rule
from tui.authoring.explain import codes, explanation, listing
from tui.authoring.mistakes import MEANINGS
from tui.authoring.rules import RULES
from tui.authoring.rules.rule import Rule

ROOT = Path(__file__).parent.parent.parent
READERS = [*sorted((ROOT / "tui/guide").glob("*.py")), *sorted((ROOT / "tui/quiz/types").glob("*.py"))]
CODE = re.compile(r"[a-z]+(-[a-z0-9]+)+")
NO_CODES = {"true-false"}
OF_ONE_WORD = {"alias", "anchor", "brace", "date", "indentation", "number", "tab", "tag", "yaml"}
COMPOSED = {"unknown-date", "unknown-kind", "unknown-position"}
ELSEWHERE = {
    "doubtful",
    "key-changed",
    "long-answer",
    "long-panel",
    "nul-character",
    "bidi-character",
    "control-character",
    "invisible-character",
}


def texts(path: Path) -> set[str]:
    """The texts in a module, but for those that describe a field."""
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    calls = [node for node in nodes if isinstance(node, ast.Call) and ast.unparse(node.func) == "Meta"]
    described = {id(inner) for call in calls for inner in ast.walk(call)}
    constants = [node for node in nodes if isinstance(node, ast.Constant) and id(node) not in described]
    return {node.value for node in constants if isinstance(node.value, str)}


def test_every_mistake_that_is_told_can_be_explained_and_no_other() -> None:
    written = set().union(*(texts(path) for path in READERS))
    told = {text for text in written if CODE.fullmatch(text)} - NO_CODES
    assert written >= OF_ONE_WORD
    ours = {code for code in MEANINGS if code.startswith("ignore-")}
    assert told | OF_ONE_WORD | COMPOSED | ELSEWHERE | ours == set(MEANINGS)


def test_every_comment_that_goes_wrong_can_be_explained() -> None:
    told = {text for text in texts(ROOT / "tui/authoring/silence.py") if CODE.fullmatch(text)}
    assert told == {code for code in MEANINGS if code.startswith("ignore-")}


def test_no_code_stands_for_two_things() -> None:
    assert len(set(codes(RULES))) == len(codes(RULES))


@pytest.mark.parametrize("code", codes(RULES))
def test_every_explanation_fits_a_terminal(code: str) -> None:
    told = explanation(code, RULES)
    assert told
    assert told.startswith(code)
    assert told.endswith("\n")
    prose = told.partition("For example:")[0]
    assert max(map(len, prose.splitlines())) < 80


@pytest.mark.parametrize("each", RULES, ids=lambda each: each.code)
def test_every_rule_says_what_why_on_what_evidence_and_by_an_example(each: Rule) -> None:
    for said in (each.looks_for, each.reason, each.basis, each.example):
        assert said.strip()
    assert CODE.fullmatch(each.code)
    assert each.looks_for.endswith(".")
    assert each.reason.endswith(".")


def test_a_rule_is_explained_with_how_to_silence_it() -> None:
    told = explanation("toy", [rule()])
    assert told
    assert "# kruzhok: ignore[toy] reason" in told
    assert "Looks for: Toys." in told


def test_what_is_unknown_has_no_explanation() -> None:
    assert explanation("toy", ()) is None


def test_the_listing_has_every_code() -> None:
    told = listing([rule()])
    assert all(re.search(rf"(?m)^  {code} ", told) for code in codes([rule()]))
    assert max(map(len, told.splitlines())) < 80


@pytest.mark.parametrize(("code", "severity"), [("doubtful", "advice"), ("misnamed-file", "warning"), ("tab", "error")])
def test_a_code_is_explained_with_how_much_it_matters(code: str, severity: str) -> None:
    assert (explanation(code, RULES) or "").startswith(f"{code} ({severity})")
