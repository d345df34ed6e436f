"""Screens that are one column to read: their keys move it."""

from typing import ClassVar

from textual.screen import Screen

from tui.commands import Command
from tui.screens.routes import routes
from tui.widgets.column import Column
from tui.widgets.footer import KeyLine


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


class ListScreen(ReadingScreen):
    """A screen of one column whose keys move it; where all of it is in sight, the footer leaves those out."""

    MOVED_BY: ClassVar[tuple[Command, ...]]
    """What the keys do."""

    def on_mount(self) -> None:
        """Heed how long the text is."""
        self.watch(self.column, "virtual_size", self._tell_keys)

    def on_resize(self) -> None:
        """Heed how much of it there is room for."""
        self.call_after_refresh(self._tell_keys)

    def _tell_keys(self) -> None:
        for line in self.query(KeyLine):
            moves = self.column.max_scroll_y > 0
            line.show([each for each in self.MOVED_BY if moves or each.name not in {"page_down", "page_up"}])
