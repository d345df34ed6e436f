"""Every rule finds fault with the question of its example, and none with the same question mended."""

import re
from pathlib import Path

import pytest

from tests.authoring.writing import found, guide_with
from tui.authoring.parts import key_field
from tui.authoring.rules import RULES
from tui.authoring.rules.rule import Rule
from tui.guide.errors import Severity

ROOT = Path(__file__).parent.parent.parent
# What is said of a bank as a whole is not said of the one or two questions of an example.
OF_QUESTIONS = [rule for rule in RULES if rule.example.count("  # Mended:\n") == 1]
ENGLISH = {
    *("clue-word", "absolutes-in-distractors", "fits-only-the-key", "all-or-none", "idea-in-options", "unstressed-not"),
    *("gives-away-another", "view-without-holder", "date-unlike-table", "number-unlike-key-point"),
}


def each(rule: Rule) -> str:
    return rule.code


@pytest.mark.parametrize("rule", OF_QUESTIONS, ids=each)
def test_a_rule_finds_fault_with_its_example(rule: Rule, tmp_path: Path) -> None:
    bad = rule.example.partition("  # Mended:\n")[0]
    findings = found(rule, tmp_path, bad)
    assert len(findings) == 1
    (finding,) = findings
    assert finding.question is not None
    assert f"- id: {finding.question}\n" in bad
    assert not finding.field or f"    {finding.field}:" in bad


@pytest.mark.parametrize("rule", OF_QUESTIONS, ids=each)
def test_no_rule_finds_fault_with_a_mended_example(rule: Rule, tmp_path: Path) -> None:
    guide = guide_with(tmp_path, rule.example.partition("  # Mended:\n")[2])
    assert [(other.code, finding) for other in OF_QUESTIONS for finding in other.find(guide)] == []


@pytest.mark.parametrize("rule", OF_QUESTIONS, ids=each)
def test_a_rule_that_knows_english_words_says_nothing_of_another_language(rule: Rule, tmp_path: Path) -> None:
    bad = rule.example.partition("  # Mended:\n")[0]
    assert bool(found(rule, tmp_path, bad, language="de")) == (
        rule.code not in ENGLISH | {"odd-option", "near-duplicate"}
    )
    assert rule.code not in ENGLISH or found(rule, tmp_path / "en", bad, language="en-GB")


@pytest.mark.parametrize("rule", RULES, ids=each)
def test_a_rule_is_told_in_whole_sentences(rule: Rule) -> None:
    assert re.fullmatch("[a-z]+(-[a-z]+)*", rule.code)
    assert all(text.endswith(".") for text in (rule.looks_for, rule.reason, rule.basis))


def test_no_two_rules_have_one_code() -> None:
    assert len({rule.code for rule in RULES}) == len(RULES)


def test_the_field_of_the_key_is_the_types_own(tmp_path: Path) -> None:
    guide = guide_with(
        tmp_path,
        "".join(rule.example.partition("  # Mended:\n")[0] for rule in OF_QUESTIONS if rule.code == "near-duplicate"),
    )
    assert {key_field(question) for question in guide.questions.values()} == {"answer"}


@pytest.mark.parametrize("rule", RULES, ids=each)
def test_the_docs_list_a_rule_under_its_severity(rule: Rule) -> None:
    warnings, _, advice = (ROOT / "docs" / "lints.md").read_text(encoding="utf-8").partition("\n## Advice\n")
    assert (f"\n| `{rule.code}` |" in warnings) is (rule.severity is Severity.WARNING)
    assert (f"\n| `{rule.code}` |" in advice) is (rule.severity is Severity.ADVICE)


def test_the_docs_list_no_rule_that_is_not_there() -> None:
    listed = re.findall(r"\n\| `([^`]+)` \|", (ROOT / "docs" / "lints.md").read_text(encoding="utf-8"))
    assert sorted(listed) == sorted(rule.code for rule in RULES)
