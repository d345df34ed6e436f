"""One line a problem, as compilers write it: editors jump to the place."""

from collections import Counter
from collections.abc import Sequence

from tui.guide.errors import Problem, Severity
from tui.guide.problems import MORE
from tui.text import clean, counted


def written(problems: Sequence[Problem]) -> str:
    """The problems as lines, and how many there are of each sort."""
    return "".join(f"{line_of(problem)}\n" for problem in problems) + _summary(problems)


def _summary(problems: Sequence[Problem]) -> str:
    count = Counter(problem.severity for problem in problems if problem.code != MORE)
    more = "More than " if any(problem.code == MORE for problem in problems) else ""
    lesser = [
        counted(count[severity], one, many)
        for severity, one, many in (
            (Severity.WARNING, "warning", "warnings"),
            (Severity.ADVICE, "piece of advice", "pieces of advice"),
        )
        if count[severity]
    ]
    mistakes = more + counted(count[Severity.ERROR], "mistake") if count[Severity.ERROR] else "No mistakes"
    return f"{mistakes}. {', '.join(lesser)}".rstrip(". ") + ".\n"


def line_of(problem: Problem) -> str:
    """A problem in one line: `path:line:column: what is wrong; what to do [code]`."""
    file, line, column = problem.place
    severity = "" if problem.severity is Severity.ERROR else f"{problem.severity}: "
    hint = f"; {problem.hint}" if problem.hint else ""
    return clean(f"{file}:{line}:{column}: {severity}{problem.message}{hint} [{problem.code}]", one_line=True)
