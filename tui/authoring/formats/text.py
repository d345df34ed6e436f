"""One line a mistake, as compilers write it: editors jump to the place."""

from collections.abc import Sequence

from tui.guide.errors import Problem, Severity
from tui.text import clean


def written(problems: Sequence[Problem]) -> str:
    """The mistakes as lines, or a line that says there are none."""
    if not problems:
        return "No mistakes found.\n"
    return "".join(f"{line_of(problem)}\n" for problem in problems)


def line_of(problem: Problem) -> str:
    """A mistake in one line: `path:line:column: what is wrong; what to do`."""
    file, line, column = problem.place
    warning = "warning: " if problem.severity is Severity.WARNING else ""
    hint = f"; {problem.hint}" if problem.hint else ""
    return clean(f"{file}:{line}:{column}: {warning}{problem.message}{hint}", one_line=True)
