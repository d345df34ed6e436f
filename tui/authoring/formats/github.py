"""Workflow commands of GitHub Actions: each problem becomes a note at its line of a change."""

from collections.abc import Sequence

from tui.authoring.formats.place import from_here
from tui.guide.errors import Problem, Severity
from tui.text import clean

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "notice"}


def written(problems: Sequence[Problem]) -> str:
    """One command a problem."""
    return "".join(f"{_command(problem)}\n" for problem in problems)


def _command(problem: Problem) -> str:
    file, line, column = problem.place
    properties = {"file": from_here(file), "line": str(line), "col": str(column), "title": problem.code}
    given = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    hint = f"; {problem.hint}" if problem.hint else ""
    return f"::{_COMMANDS[problem.severity]} {given}::{_data(problem.message + hint)}"


def _data(text: str) -> str:
    """A text in which nothing ends the command, and no other begins."""
    return clean(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
