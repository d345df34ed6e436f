"""Comments that silence a rule: where they may stand, and what is said of those that go wrong."""

from pathlib import Path

import pytest

from tests.authoring.rules import about, rule
from tests.guides import BANK, small_guide
from tui.authoring.lint import lint
from tui.guide.errors import Severity
from tui.study import open_guide

IGNORE = "# kruzhok: ignore[toy] it is a name\n"
TOY = rule(about("when"), about("what"))
BOTH = [("toy", 2), ("toy", 9)]


def told(folder: Path, bank: str) -> list[tuple[str, int]]:
    problems = lint(open_guide(small_guide(folder, bank)), [TOY, rule(code="other"), rule(about(None), code="whole")])
    return [(problem.code, problem.place.line) for problem in problems]


def before(mark: str, comment: str) -> str:
    assert BANK.count(mark) == 1
    return BANK.replace(mark, comment + mark)


def test_nothing_is_silent_by_itself(tmp_path: Path) -> None:
    assert told(tmp_path, BANK) == [("whole", 1), *BOTH]


@pytest.mark.parametrize(
    ("bank", "left"),
    [
        (before("    question: What", "    " + IGNORE), ("toy", 2)),
        (before("    question: When", "    " + IGNORE), ("toy", 10)),
        (before("  - id: what", IGNORE), ("toy", 2)),
        (before("  - id: what", "  " + IGNORE + "  # and more\n"), ("toy", 2)),
        (before("  - id: when", "  " + IGNORE), ("toy", 10)),
        (before("  - id: what", "    " + IGNORE + "\n"), ("toy", 11)),
        (BANK + "  " + IGNORE, ("toy", 2)),
        (BANK.replace("answer: Union control", "answer: Union control  " + IGNORE.strip()), ("toy", 2)),
        (before("    question: What", "    #kruzhok: ignore[ other , toy ]: a name\n"), ("toy", 2)),
    ],
    ids=["in it", "in the first", "above", "above a comment", "above the first", "below", "last", "in a line", "two"],
)
def test_a_comment_silences_a_rule_at_one_question(bank: str, left: tuple[str, int], tmp_path: Path) -> None:
    found = [each for each in told(tmp_path, bank) if each[0] == "toy"]
    assert found == [left]


def test_a_comment_above_the_list_silences_a_rule_in_the_whole_bank(tmp_path: Path) -> None:
    assert told(tmp_path, IGNORE + BANK) == [("whole", 1)]


def test_a_rule_about_the_whole_bank_is_silenced_above_the_list(tmp_path: Path) -> None:
    assert told(tmp_path, "# kruzhok: ignore[whole] so be it\n" + BANK) == [("toy", 3), ("toy", 10)]


@pytest.mark.parametrize(
    ("comment", "code"),
    [
        ("# kruzhok: ignore[toy]", "ignore-without-reason"),
        ("# kruzhok: ignore[toy] -", "ignore-without-reason"),
        ("# kruzhok: ignore[tooy] a name", "ignore-unknown-code"),
        ("# kruzhok: ignore[other] a name", "ignore-unused"),
        ("# kruzhok: ignore[] a name", "ignore-unreadable"),
        ("# kruzhok: ignore toy", "ignore-unreadable"),
        ("# kruzhok: silence[toy] a name", "ignore-unreadable"),
        ("# kruzhok:", "ignore-unreadable"),
    ],
)
def test_a_comment_that_goes_wrong_is_told(comment: str, code: str, tmp_path: Path) -> None:
    assert (code, 12) in told(tmp_path, before("    question: What", f"    {comment}\n"))


def test_a_comment_at_no_question_is_told(tmp_path: Path) -> None:
    assert told(tmp_path, before("  - id: when", f"  {IGNORE}\n")) == [
        ("whole", 1),
        ("ignore-unused", 2),
        ("toy", 4),
        ("toy", 11),
    ]


def test_what_is_wrong_with_a_comment_is_a_warning_with_a_hint(tmp_path: Path) -> None:
    bank = before("    question: What", "    # kruzhok: ignore[tooy] a name\n")
    guide = open_guide(small_guide(tmp_path, bank))
    (problem,) = lint(guide, [rule()])
    assert problem.severity is Severity.WARNING
    assert problem.hint == "did you mean `toy`?"


def test_other_comments_are_no_concern_of_kruzhok(tmp_path: Path) -> None:
    assert told(tmp_path, before("    question: What", "    # kruzhok is told: ignore[toy]\n")) == [
        ("whole", 1),
        ("toy", 2),
        ("toy", 9),
    ]


def test_a_comment_is_not_called_useless_while_there_are_mistakes(tmp_path: Path) -> None:
    bank = before("    question: What", "    " + IGNORE).replace("kind: position", "kind: positions")
    guide = open_guide(small_guide(tmp_path, bank))
    assert guide.problems
    assert lint(guide, [rule()]) == ()
    other = bank.replace("kind: positions", "kind: position").replace("kind: date", "kind: dat")
    assert lint(open_guide(small_guide(tmp_path / "other", other)), [rule()]) == ()


@pytest.mark.parametrize("comment", ["# kruzhok ignore[toy] a name\n", "# Kruzhok: Ignore[toy] a name\n"])
def test_a_comment_is_understood_without_its_colon_and_in_any_case(comment: str, tmp_path: Path) -> None:
    assert told(tmp_path, comment + BANK) == [("whole", 1)]


def test_a_comment_that_only_names_kruzhok_silences_nothing_and_is_left_alone(tmp_path: Path) -> None:
    assert told(tmp_path, "# kruzhok add asks for one\n" + BANK) == [("whole", 1), ("toy", 3), ("toy", 10)]


def test_it_is_said_that_a_mistake_cannot_be_silenced(tmp_path: Path) -> None:
    folder = small_guide(tmp_path / "guide", "# kruzhok: ignore[unknown-field] so\n" + BANK)
    (problem,) = lint(open_guide(folder), [])
    assert (problem.code, problem.message) == (
        "ignore-unknown-code",
        "`unknown-field` is no rule, so it cannot be silenced",
    )
