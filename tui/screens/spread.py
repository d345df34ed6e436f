"""A lesson lying open: its headings, the page, whose views that holds and from which ¶ it comes."""

from collections.abc import Callable
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message

from tui.guide.words import PanelId
from tui.screens.bookmark import Bookmark
from tui.typeset import Line
from tui.widgets.column import Column
from tui.widgets.contents import Contents
from tui.widgets.foot import Foot
from tui.widgets.panel_view import Page


class Spread(Horizontal):
    """Shows a panel, and tells how much of it is in sight."""

    DEFAULT_CSS = """
    Spread {
        max-width: 120;
    }
    """

    @dataclass
    class Looked(Message):
        """More or less of the page is in sight than before."""

        panel: PanelId
        """The panel on it."""
        more: bool
        """Whether there is more of it below."""

    def __init__(self, mark: Bookmark, page: Callable[[int], list[Line]]) -> None:
        """The lesson as it lies open.

        Args:
            mark: where.
            page: makes the lines of the page for a width.
        """
        super().__init__()
        self._mark = mark
        self._page = Page(page)

    def compose(self) -> ComposeResult:
        """The headings, then the page with its foot."""
        yield Contents()
        with Vertical():
            with Column(below=0):
                yield self._page
            yield Foot()

    def on_mount(self) -> None:
        """Heed the end of the page."""
        self.watch(self.query_one(Column), "scroll_y", self._look, init=False)

    def on_resize(self) -> None:
        """Set the foot for the new width."""
        self._tell_foot()
        self.call_after_refresh(self._look)

    def show(self, mark: Bookmark) -> None:
        """Show a panel in place.

        Args:
            mark: where the lesson lies open now.
        """
        self._mark = mark
        self.query_one(Contents).tell([panel.title for panel in mark.lesson.panels], mark.at)
        self._page.redraw()
        self._tell_foot()
        self.call_after_refresh(self._look)

    def _tell_foot(self) -> None:
        """Tell whose views and which ¶: before one looks, since the foot's height is the page's loss."""
        if not self.query(Foot):
            return  # The lesson was closed before it was set anew.
        self.query_one(Foot).tell(self._mark.views, self._mark.whence)

    def _look(self) -> None:
        """Tell that there is more below, as long as there is."""
        if not self.query(Column):
            return  # The lesson was closed before it was drawn anew.
        column = self.query_one(Column)
        if column.fit():
            self.call_after_refresh(self._look)
            return
        more = column.scroll_y < column.max_scroll_y
        self.query_one(Foot).tell_more(more)
        self.post_message(self.Looked(self._mark.panel.id, more))
