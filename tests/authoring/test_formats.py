"""The forms in which a check is printed: what other programs read in them."""

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tui.authoring.formats import github, sarif, text
from tui.authoring.formats import json as json_form
from tui.guide.errors import Place, Problem, Severity

MISTAKE = Problem(
    Place("guide/quiz_bank.yaml", 4, 11), "unknown-kind", "there is no kind `dat`", "did you mean `date`?"
)
WARNING = Problem(Place("guide/quiz_bank.yaml", 5, 1), "ignore-unused", "m", "", Severity.WARNING)
ADVICE = Problem(Place("guide/quiz_bank.yaml", 6, 1), "tested-once", "m", "h", Severity.ADVICE)
ALL = [MISTAKE, WARNING, ADVICE]
NASTY = Problem(Place("a:b,c%\n::error::x.yaml", 1, 1), "toy", "100 %\r\n::set-env name=x::y\x1b[31m", "a: b, c")


def test_a_line_a_problem_and_their_number() -> None:
    assert text.written(ALL) == (
        "guide/quiz_bank.yaml:4:11: there is no kind `dat`; did you mean `date`? [unknown-kind]\n"
        "guide/quiz_bank.yaml:5:1: warning: m [ignore-unused]\n"
        "guide/quiz_bank.yaml:6:1: advice: m; h [tested-once]\n"
        "1 mistake. 1 warning, 1 piece of advice.\n"
    )


@pytest.mark.parametrize(
    ("problems", "summary"),
    [
        ([], "No mistakes."),
        ([WARNING, WARNING], "No mistakes. 2 warnings."),
        ([MISTAKE, MISTAKE], "2 mistakes."),
        ([ADVICE, ADVICE], "No mistakes. 2 pieces of advice."),
    ],
)
def test_the_last_line_counts(problems: list[Problem], summary: str) -> None:
    assert text.written(problems).splitlines()[-1] == summary


def test_the_note_that_there_are_more_is_not_counted() -> None:
    more = Problem(Place("guide/quiz_bank.yaml", 1, 1), "more-problems", "m")
    assert text.written([more, MISTAKE, MISTAKE]).splitlines()[-1] == "More than 2 mistakes."


def test_json_names_the_severity() -> None:
    problems = json.loads(json_form.written(ALL))["problems"]
    assert [problem["severity"] for problem in problems] == ["error", "warning", "advice"]


def test_github_gets_a_command_a_problem() -> None:
    assert github.written(ALL) == (
        "::error file=guide/quiz_bank.yaml,line=4,col=11,title=unknown-kind::"
        "there is no kind `dat`; did you mean `date`?\n"
        "::warning file=guide/quiz_bank.yaml,line=5,col=1,title=ignore-unused::m\n"
        "::notice file=guide/quiz_bank.yaml,line=6,col=1,title=tested-once::m; h\n"
    )


def test_nothing_in_a_guide_is_a_command_to_github() -> None:
    written = github.written([NASTY])
    assert written.count("\n") == 1
    assert "\r" not in written
    assert "\x1b" not in written
    command, _, message = written.removeprefix("::error ").partition("::")
    assert command == "file=a%3Ab%2Cc%25%0A%3A%3Aerror%3A%3Ax.yaml,line=1,col=1,title=toy"
    assert message == "100 %25%0A::set-env name=x::y[31m; a: b, c\n"


def test_github_gets_files_as_seen_from_the_folder_it_works_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    place = Place(str(tmp_path / "guide" / "quiz_bank.yaml"), 1, 1)
    assert "file=guide/quiz_bank.yaml," in github.written([Problem(place, "toy", "m")])


def log_of(problems: list[Problem]) -> Any:
    return json.loads(sarif.written(problems))


def test_sarif_is_one_log_of_one_run_in_version_2_1_0() -> None:
    log = log_of(ALL)
    assert set(log) == {"$schema", "version", "runs"}
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    assert set(run) == {"tool", "columnKind", "results"}
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["tool"]["driver"]["name"] == "kruzhok"


_TEXT = {"type": "object", "required": ["text"], "properties": {"text": {"type": "string", "minLength": 1}}}
_LEVEL = {"enum": ["none", "note", "warning", "error"]}
_REGION = {
    "type": "object",
    "required": ["startLine"],
    "properties": {
        "startLine": {"type": "integer", "minimum": 1},
        "startColumn": {"type": "integer", "minimum": 1},
    },
}
_FILE = {"type": "object", "required": ["uri"], "properties": {"uri": {"type": "string", "format": "uri-reference"}}}
_PHYSICAL = {
    "type": "object",
    "required": ["artifactLocation", "region"],
    "properties": {"artifactLocation": _FILE, "region": _REGION},
}
_LOCATION = {"type": "object", "required": ["physicalLocation"], "properties": {"physicalLocation": _PHYSICAL}}
_RESULT = {
    "type": "object",
    "required": ["ruleId", "message", "locations"],
    "properties": {
        "ruleId": {"type": "string"},
        "ruleIndex": {"type": "integer", "minimum": 0},
        "level": _LEVEL,
        "message": _TEXT,
        "locations": {"type": "array", "minItems": 1, "items": _LOCATION},
    },
}
_RULE = {
    "type": "object",
    "required": ["id", "shortDescription", "fullDescription", "help"],
    "properties": {
        "id": {"type": "string"},
        "shortDescription": _TEXT,
        "fullDescription": _TEXT,
        "help": _TEXT,
        "defaultConfiguration": {"type": "object", "properties": {"level": _LEVEL}},
    },
}
_DRIVER = {
    "type": "object",
    "required": ["name", "rules"],
    "properties": {"name": {"type": "string"}, "rules": {"type": "array", "items": _RULE}},
}
_RUN = {
    "type": "object",
    "required": ["tool", "results"],
    "properties": {
        "tool": {"type": "object", "required": ["driver"], "properties": {"driver": _DRIVER}},
        "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
        "results": {"type": "array", "maxItems": 25_000, "items": _RESULT},
    },
}
NEEDED = {
    "type": "object",
    "required": ["$schema", "version", "runs"],
    "properties": {"version": {"const": "2.1.0"}, "runs": {"type": "array", "minItems": 1, "items": _RUN}},
}
"""What of SARIF 2.1.0 a code host reads and cannot do without."""


@pytest.mark.parametrize("problems", [[], ALL, [NASTY]], ids=["none", "all", "nasty"])
def test_sarif_has_what_code_hosts_need(problems: list[Problem]) -> None:
    jsonschema.validate(log_of(problems), NEEDED)


def test_sarif_has_every_rule_with_its_help() -> None:
    rules = log_of([])["runs"][0]["tool"]["driver"]["rules"]
    assert len({rule["id"] for rule in rules}) == len(rules)
    for rule in rules:
        assert set(rule) == {"id", "shortDescription", "fullDescription", "help", "defaultConfiguration"}
        assert rule["shortDescription"]["text"].strip()
        assert rule["fullDescription"]["text"].startswith(rule["shortDescription"]["text"])
        assert rule["help"]["text"].startswith(rule["id"])
        assert rule["defaultConfiguration"]["level"] in {"note", "warning", "error"}


def test_sarif_has_a_result_a_problem_with_its_level_and_place() -> None:
    (run,) = log_of(ALL)["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [result["level"] for result in run["results"]] == ["error", "warning", "note"]
    for problem, result in zip(ALL, run["results"], strict=True):
        assert set(result) == {"ruleId", "ruleIndex", "level", "message", "locations"}
        assert result["ruleId"] == problem.code == rules[result["ruleIndex"]]["id"]
        assert rules[result["ruleIndex"]]["defaultConfiguration"]["level"] == result["level"]
        assert result["message"]["text"].startswith(problem.message)
        (location,) = result["locations"]
        physical = location["physicalLocation"]
        assert physical["artifactLocation"] == {"uri": "guide/quiz_bank.yaml"}
        assert physical["region"] == {"startLine": problem.place.line, "startColumn": problem.place.column}


@pytest.mark.parametrize(
    ("file", "address"),
    [
        ("my guide/lessons/01-№.md", "my%20guide/lessons/01-%E2%84%96.md"),
        ("a:b%41#c?.md", "a%3Ab%2541%23c%3F.md"),
        ("../quiz_bank.yaml", "../quiz_bank.yaml"),
    ],
)
def test_sarif_addresses_are_relative_and_escaped(file: str, address: str) -> None:
    result = log_of([Problem(Place(file, 1, 1), "toy", "m")])["runs"][0]["results"][0]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == address
    assert "ruleIndex" not in result


def test_sarif_has_no_control_character() -> None:
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f]", sarif.written([NASTY]))
