"""Screens that are one list of rows, of which one is marked: their keys move the mark."""

from tui.screens.reading import ReadingScreen
from tui.widgets.asks.row_list import RowList


class MarkingScreen(ReadingScreen):
    """A screen with a list in its column."""

    rows: RowList
    """The list."""

    def action_move_down(self) -> None:
        """Mark the next one; after the last, the first."""
        at = self.rows.cursor
        self.rows.go("home" if at == len(self.rows.rows) - 1 else "down")

    def action_move_up(self) -> None:
        """Mark the one before; before the first, the last."""
        self.rows.go("end" if self.rows.cursor == 0 else "up")

    def action_page_down(self) -> None:
        """Mark the one that is a screen further down."""
        self.rows.go("pagedown")

    def action_page_up(self) -> None:
        """Mark the one that is a screen further up."""
        self.rows.go("pageup")

    def action_mark_first(self) -> None:
        """Mark the first one."""
        self.rows.go("home")

    def action_mark_last(self) -> None:
        """Mark the last one."""
        self.rows.go("end")
