"""The report of a class: what to teach again, then questions and pupils."""

from typing import TYPE_CHECKING

from textual.app import ComposeResult

from tui.classroom.report.words import summary
from tui.commands import REPORT
from tui.drawing.report import report_lines
from tui.screens.reading import ListScreen
from tui.typeset import plain
from tui.widgets.column import Column
from tui.widgets.footer import KeyLine, own_bindings
from tui.widgets.panel_view import Page
from tui.widgets.title_line import TitleLine

if TYPE_CHECKING:
    from tui.classroom.report.model import Report

COPIED = 76
"""How many cells a line of what is copied has at most."""


class ReportScreen(ListScreen):
    """What a class's answers say."""

    where = "report"
    BINDINGS = own_bindings(REPORT)
    MOVED_BY = REPORT

    def __init__(self, report: "Report", *, alone: bool) -> None:
        """This report.

        Args:
            report: what a class's answers say.
            alone: whether nothing else is open, so that leaving it leaves kruzhok.
        """
        super().__init__()
        self._report = report
        self._alone = alone

    def compose(self) -> ComposeResult:
        """The room, the report, the keys."""
        yield TitleLine(f"Report of room {self._report.code}", summary(self._report).rstrip("."))
        with Column():
            yield Page(lambda width: report_lines(self._report, width))
        yield KeyLine(REPORT)

    def copied_text(self) -> str:
        """The whole report."""
        return "\n".join(plain(line) for line in report_lines(self._report, COPIED))

    def action_leave(self) -> None:
        """Go back; where nothing else is open, leave kruzhok."""
        if self._alone:
            self.app.exit()
        else:
            super().action_leave()
