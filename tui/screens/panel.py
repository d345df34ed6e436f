"""The panel that teaches a question, by itself."""

from typing import TYPE_CHECKING

from textual.app import ComposeResult

from tui.commands import PANEL
from tui.drawing import panel_lines
from tui.screens.reading import ListScreen
from tui.widgets.column import Column
from tui.widgets.footer import KeyLine, own_bindings
from tui.widgets.panel_view import Page
from tui.widgets.title_line import TitleLine

if TYPE_CHECKING:
    from tui.guide.model import Guide
    from tui.quiz.question import Question


class PanelScreen(ListScreen):
    """One panel, to be read and left."""

    where = "panel"
    BINDINGS = own_bindings(PANEL)
    MOVED_BY = PANEL

    def __init__(self, guide: "Guide[Question]", question: "Question") -> None:
        """The panel that teaches this question.

        Args:
            guide: where it is taught.
            question: which question.
        """
        super().__init__()
        self._lesson = guide.lesson_of(question)
        self._number = guide.number_of(self._lesson)
        self._panel = guide.panel_of(question)

    def compose(self) -> ComposeResult:
        """The lesson, the panel, the keys."""
        of = f"{self._lesson.number_of(self._panel)} of {len(self._lesson.panels)}"
        yield TitleLine(f"{self._number}  {self._lesson.title}", of)
        with Column():
            yield Page(lambda width: panel_lines(self._panel, width))
        yield KeyLine(PANEL)
