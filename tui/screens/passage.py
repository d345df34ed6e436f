"""The panel that teaches a question, beside its verdict: for terminals with room for both."""

from tui.guide.model import Panel
from tui.typeset import Line
from tui.widgets.column import Column
from tui.widgets.panel_view import Page


class Passage(Column):
    """A second column. It keeps its place while it is empty, so that the question stands still."""

    def __init__(self) -> None:
        """An empty column."""
        self._panel: Panel | None = None
        self._page = Page(self._lines)
        super().__init__(self._page)

    def _lines(self, width: int) -> list[Line]:
        if self._panel is None:
            return []
        from tui.drawing import panel_lines  # noqa: PLC0415  a question is asked without

        return panel_lines(self._panel, width)

    def show(self, panel: Panel | None) -> None:
        """Show a panel from its top, or none; where the column is not seen this takes no time."""
        if panel is not self._panel:
            self._panel = panel
            if self.size.width:
                self.scroll_home(animate=False)
                self._page.redraw()

    def on_resize(self) -> None:
        """Draw what was given while the column was not seen."""
        self._page.redraw()
