"""A page with marks on it that can be pressed, and the line that names the pages."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.message import Message

from tui.drawing.progress_pages import Mark, Sheet
from tui.widgets.column import margin_at
from tui.widgets.drawn import OneLine
from tui.widgets.panel_view import Page

_GAP = 2


class SheetView(Page):
    """Shows a sheet; a click on one of its marks chooses it."""

    @dataclass
    class Pressed(Message):
        """A mark was clicked."""

        point: int
        """The key point for which it stands."""

    def __init__(self) -> None:
        """Nothing yet."""
        super().__init__()
        self.marks: tuple[Mark, ...] = ()
        """The marks that are drawn."""

    def take(self, sheet: Sheet) -> None:
        """Know the marks of what is drawn now."""
        self.marks = sheet.marks

    def on_click(self, event: events.Click) -> None:
        """A click on a mark chooses it."""
        at = event.get_content_offset(self)
        mark = next((each for each in self.marks if at is not None and (each.column, each.row) == (at.x, at.y)), None)
        if mark is not None:
            event.stop()
            self.post_message(self.Pressed(mark.point))


class PageNames(OneLine):
    """The pages' names with their numbers, the open one marked; a click opens another."""

    DEFAULT_CSS = """
    PageNames {
        margin-top: 1;
        text-wrap: nowrap;
    }
    """

    @dataclass
    class Chosen(Message):
        """A name was clicked."""

        page: int
        """Which one, from 0 on."""

    def __init__(self, names: Sequence[str]) -> None:
        """Names of pages of which the first is open."""
        super().__init__()
        self._names = tuple(names)
        self._open = 0
        self._spots: list[range] = []

    def open(self, page: int) -> None:
        """Mark another page as open."""
        self._open = page
        self.refresh()

    def render(self) -> Content:
        """The line, as far in as the text below it."""
        margin = min(margin_at(self.outer_size.width), margin_at(80)) - 1
        column, parts, self._spots = margin, [(" " * margin, "")], []
        for index, name in enumerate(self._names):
            here = index == self._open
            sign = "▸" if here else str(index + 1)
            self._spots.append(range(column, column + len(name) + 2))
            parts += [(f"{sign} ", "$primary"), (name, "bold" if here else "$foreground-muted"), (" " * _GAP, "")]
            column += len(name) + 2 + _GAP
        return Content.assemble(*parts)

    def on_click(self, event: events.Click) -> None:
        """Open the page whose name is under the pointer."""
        at = event.get_content_offset(self)
        for index, spot in enumerate(self._spots):
            if at is not None and at.x in spot:
                event.stop()
                self.post_message(self.Chosen(index))
