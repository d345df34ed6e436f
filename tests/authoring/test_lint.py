"""Rules run on a guide: what they find is told with its place."""

from pathlib import Path

from tests.authoring.rules import about, rule
from tests.guides import BANK, small_guide
from tui.authoring.lint import lint
from tui.authoring.rules.rule import Finding
from tui.guide.errors import Place, Severity
from tui.study import open_guide


def places(folder: Path, *findings: Finding) -> list[Place]:
    return [problem.place for problem in lint(open_guide(folder), [rule(*findings)])]


def test_a_finding_stands_where_its_field_stands(tmp_path: Path) -> None:
    folder = small_guide(tmp_path)
    bank = f"{folder}/quiz_bank.yaml"
    found = places(
        folder,
        about("what", "the id", "id"),
        about("what", "the key", "answer"),
        about("what", "the distractors", "distractors"),
        about("what", "the question"),
        about("what", "no such field", "answers"),
        about(None, "the bank"),
    )
    assert found == [
        Place(bank, 1, 1),
        Place(bank, 9, 5),
        Place(bank, 9, 5),
        Place(bank, 9, 9),
        Place(bank, 13, 13),
        Place(bank, 14, 5),
    ]


def test_a_finding_on_a_question_in_one_line_stands_where_the_question_starts(tmp_path: Path) -> None:
    bank = (
        "questions:\n"
        "  - {id: when, type: date, kind: date, tests: began, question: When?, answer: 1919}\n" + BANK.split("\n", 8)[8]
    )
    folder = small_guide(tmp_path, bank)
    assert places(folder, about("when", field="answer"))[0][1:] == (2, 5)


def test_a_finding_has_the_code_and_the_severity_of_its_rule(tmp_path: Path) -> None:
    guide = open_guide(small_guide(tmp_path))
    (problem,) = lint(guide, [rule(about(None), code="toy", severity=Severity.WARNING)])
    assert (problem.code, problem.severity, problem.message, problem.hint) == ("toy", Severity.WARNING, "m", "h")


def test_what_a_rule_quotes_is_harmless(tmp_path: Path) -> None:
    guide = open_guide(small_guide(tmp_path))
    (problem,) = lint(guide, [rule(Finding(None, "\x1b[31mred\nand more", "\u202eh"))])
    assert problem.message.isprintable()
    assert problem.hint == "h"


def test_a_flood_of_findings_is_summed_up_and_is_no_mistake(tmp_path: Path) -> None:
    guide = open_guide(small_guide(tmp_path))
    problems = lint(guide, [rule(*(about(None, f"m{number}") for number in range(600)))])
    assert len(problems) == 501
    assert all(problem.severity is not Severity.ERROR for problem in problems)
