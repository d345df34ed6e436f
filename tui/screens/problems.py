"""The mistakes in the guide's files: each with its place, what is wrong, what to do."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.app import ComposeResult

from tui.authoring.formats.text import line_of
from tui.commands import PROBLEMS
from tui.guide.errors import Place, Problem
from tui.screens.reading import ListScreen
from tui.text import sentence
from tui.typeset import Line, Span, wrap
from tui.widgets.column import Column
from tui.widgets.footer import KeyLine, own_bindings
from tui.widgets.panel_view import Page
from tui.widgets.title_line import TitleLine

if TYPE_CHECKING:
    from tui.study import Study


def problem_lines(problem: Problem, width: int) -> list[Line]:
    """One mistake: where, what is wrong, what to do."""
    place = problem.place
    where = Span(f"{place.file}, line {place.line}, column {place.column}", "dim")
    lines = [*wrap([where], width), *wrap([Span(sentence(problem.message), "strong")], width)]
    return lines + (wrap([Span(sentence(problem.hint))], width) if problem.hint else [])


class ProblemsScreen(ListScreen):
    """The list of all mistakes."""

    where = "problems"
    passing = True
    BINDINGS = own_bindings(PROBLEMS)
    MOVED_BY = PROBLEMS

    def __init__(self, study: "Study") -> None:
        """The mistakes of this guide."""
        super().__init__()
        self._study = study

    def compose(self) -> ComposeResult:
        """How many there are, the list, the keys."""
        yield TitleLine("Mistakes in the guide", self._count)
        with Column():
            yield Page(self._lines)
        yield KeyLine(PROBLEMS)

    @property
    def place(self) -> Place | None:
        """Where the first mistake is."""
        return next((problem.place for problem in self._problems), None)

    def guide_read(self) -> None:
        """List what is wrong now."""
        self.query_one(TitleLine).right = self._count
        self.query_one(Page).redraw()

    @property
    def _problems(self) -> Sequence[Problem]:
        return self._study.guide.problems

    @property
    def _count(self) -> str:
        return str(len(self._problems)) if self._problems else "none"

    def copied_text(self) -> str:
        """The list, as `kruzhok check` prints it."""
        return "\n".join(line_of(problem) for problem in self._problems)

    def _lines(self, width: int) -> list[Line]:
        if not self._problems:
            return wrap([Span("No mistakes were found in this guide's files.")], width)
        intro = "What these concern is left out; all else can be read and asked. The files are read again once saved."
        lines = wrap([Span(intro, "dim")], width)
        for problem in self._problems:
            lines += [(), *problem_lines(problem, width)]
        return lines
