"""The mistakes for other programs."""

from collections.abc import Sequence

import msgspec

from tui.guide.errors import Problem

SCHEMA_VERSION = 1
"""Raised when a field changes its meaning or goes away."""


def written(problems: Sequence[Problem]) -> str:
    """The mistakes as one JSON document."""
    document = {"schema_version": SCHEMA_VERSION, "problems": [_entry(problem) for problem in problems]}
    return msgspec.json.format(msgspec.json.encode(document), indent=2).decode() + "\n"


def _entry(problem: Problem) -> dict[str, str | int]:
    return {
        **problem.place._asdict(),
        "severity": problem.severity,
        "code": problem.code,
        "message": problem.message,
        "hint": problem.hint,
    }
