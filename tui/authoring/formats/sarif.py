"""SARIF 2.1.0, the form in which code hosts and editors take the findings of any checker."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

import msgspec

from tui.authoring.explain import codes, explanation, severity_of
from tui.authoring.formats.place import from_here
from tui.authoring.mistakes import MEANINGS
from tui.authoring.rules import RULES
from tui.guide.errors import Problem, Severity

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "note"}


def written(problems: Sequence[Problem]) -> str:
    """The problems as one log of one run."""
    rules = [_rule(code) for code in codes(RULES)]
    places = {rule["id"]: place for place, rule in enumerate(rules)}
    run = {
        "tool": {"driver": {"name": "kruzhok", "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem, places) for problem in problems],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return msgspec.json.format(msgspec.json.encode(log), indent=2).decode() + "\n"


def _rule(code: str) -> dict[str, Any]:
    rule = next((each for each in RULES if each.code == code), None)
    short = rule.looks_for if rule else MEANINGS[code]
    return {
        "id": code,
        "shortDescription": {"text": short},
        "fullDescription": {"text": f"{short} {rule.reason}" if rule else short},
        "help": {"text": explanation(code, RULES)},
        "defaultConfiguration": {"level": _LEVELS[severity_of(code, RULES)]},
    }


def _result(problem: Problem, places: dict[str, int]) -> dict[str, Any]:
    hint = f"; {problem.hint}" if problem.hint else ""
    index = {"ruleIndex": places[problem.code]} if problem.code in places else {}
    return {
        "ruleId": problem.code,
        **index,
        "level": _LEVELS[problem.severity],
        "message": {"text": f"{problem.message}{hint}"},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": _address(problem.place.file)},
                    "region": {"startLine": problem.place.line, "startColumn": problem.place.column},
                }
            }
        ],
    }


def _address(file: str) -> str:
    here = from_here(file)
    return Path(here).as_uri() if Path(here).is_absolute() else quote(here)
