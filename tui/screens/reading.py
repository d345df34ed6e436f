"""Screens that are one column to read: their keys move it."""

from typing import ClassVar

from textual.screen import Screen

from tui.screens.routes import routes
from tui.widgets.column import Column


class ReadingScreen(Screen[None]):
    """A screen of one column."""

    AUTO_FOCUS: ClassVar[str | None] = ""

    @property
    def column(self) -> Column:
        """What is read."""
        return self.query_one(Column)

    def action_scroll_down(self) -> None:
        """Move down by a line."""
        self.column.scroll_down(animate=False)

    def action_scroll_up(self) -> None:
        """Move up by a line."""
        self.column.scroll_up(animate=False)

    def action_page_down(self) -> None:
        """Move down by a screen."""
        self.column.scroll_page_down(animate=False)

    def action_page_up(self) -> None:
        """Move up by a screen."""
        self.column.scroll_page_up(animate=False)

    def action_leave(self) -> None:
        """Go back."""
        routes(self).leave()
