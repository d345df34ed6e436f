"""Rows on the screen: a list as high as its rows, and a page that fills the screen and scrolls."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import zip_longest

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.containers import ScrollableContainer
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import Reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual
from textual.widget import Widget

from tui.widgets.asks.rows import BLANK, Line, Piece, Row, Setting, wrapped
from tui.widgets.column import margin_at

ROOMY = 22
"""From this many lines of terminal on, a blank line stands between rows."""


class Rows(Widget, can_focus=True):
    """Rows with a cursor. Which keys do what is for the ask that shows them; the mouse is told in messages."""

    ALLOW_SELECT = False
    # Without this, each change of height lays the whole screen out a second time. What scrolls does it itself.
    virtual_size = Reactive(Size(0, 0))

    @dataclass
    class Pressed(Message):
        """The mouse went down on a row."""

        index: int
        """The row."""

    @dataclass
    class Dropped(Message):
        """The mouse was let go on another row than it was pressed on."""

        pressed: int
        """The row pressed."""
        index: int
        """The row let go on."""

    def __init__(self, room: int = 0, id: str | None = None) -> None:  # noqa: A002  (Textual's own name for it)
        """Show no rows yet.

        Args:
            room: cells kept free at the right edge for a row's word, so that text never moves when it appears.
            id: the widget's id.
        """
        super().__init__(id=id)
        self._room = room
        self._rows: tuple[Row, ...] = ()
        self._cursor: int | None = None
        self._pressed: int | None = None

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows shown."""
        return self._rows

    @property
    def cursor(self) -> int | None:
        """The row that the cursor is on, if any."""
        return self._cursor

    def show(self, rows: Sequence[Row], cursor: int | None = None) -> None:
        """Show these rows in place of the ones before."""
        self._rows = tuple(rows)
        self._cursor = cursor if cursor is None or cursor < len(rows) else None
        self.redraw()

    def move(self, by: int) -> None:
        """Move the cursor; from nowhere it starts at the first row, or at the last."""
        if not self._rows:
            return
        if self._cursor is None:
            self.point(0 if by > 0 else len(self._rows) - 1)
        else:
            self.point(min(max(self._cursor + by, 0), len(self._rows) - 1))

    def point(self, index: int) -> None:
        """Put the cursor on a row, and bring that row into view."""
        self._cursor = index
        self.redraw()
        self.call_after_refresh(self.bring_into_view, index)

    def redraw(self) -> None:
        """Draw what has changed."""
        raise NotImplementedError

    def bring_into_view(self, index: int) -> None:
        """Scroll as little as shows this row."""
        raise NotImplementedError

    def line_at(self, y: int) -> Line:
        """The line at a height of the widget's own."""
        raise NotImplementedError

    def setting(self, width: int) -> Setting:
        """How rows are set at this width."""
        return Setting(width, self._room, self.screen.size.height >= ROOMY)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Tell which row was pressed."""
        self._pressed = self._row_under(event)
        if self._pressed is not None:
            self.post_message(self.Pressed(self._pressed))

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Tell where a dragged row was let go."""
        index, pressed = self._row_under(event), self._pressed
        self._pressed = None
        if index is not None and pressed is not None and index != pressed:
            self.post_message(self.Dropped(pressed, index))

    def _row_under(self, event: events.MouseEvent) -> int | None:
        offset = event.get_content_offset(self)
        row = -1 if offset is None else self.line_at(offset.y).row
        return row if row >= 0 else None


class RowList(Rows):
    """A list as high as its rows, inside something else that scrolls."""

    DEFAULT_CSS = """
    RowList {
        width: 1fr;
        height: auto;
        margin-bottom: 1;
    }
    """
    _drawn: tuple[Setting, tuple[Line, ...]] | None = None

    def redraw(self) -> None:
        """Draw what has changed."""
        before = len(self._drawn[1]) if self._drawn else -1
        self._drawn = None
        after = len(self._lines(self.content_size.width)) if self.content_size.width else -2
        self.refresh(layout=before != after)

    def _lines(self, width: int) -> tuple[Line, ...]:
        setting = self.setting(width)
        if self._drawn is None or self._drawn[0] != setting:
            self._drawn = setting, tuple(setting.lines(self._rows, self._cursor))
        return self._drawn[1]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the rows take at this width."""
        del container, viewport
        return len(self._lines(width))

    def render(self) -> Content:
        """All lines."""
        lines = self._lines(self.content_size.width)
        return Content("\n").join(Content.assemble(*line.pieces) for line in lines)

    def line_at(self, y: int) -> Line:
        """The line at a height of the list."""
        lines = self._lines(self.content_size.width)
        return lines[y] if 0 <= y < len(lines) else BLANK

    def bring_into_view(self, index: int) -> None:
        """Scroll what the list stands in as little as shows this row."""
        own = [y for y, line in enumerate(self._lines(self.content_size.width)) if line.row == index]
        column = next((one for one in self.ancestors if isinstance(one, ScrollableContainer)), None)
        if own and column is not None:
            top = self.region.y - column.content_region.y + int(column.scroll_y) + own[0]
            column.scroll_to_region(Region(0, top, 1, len(own)), animate=False)


class RowPage(Rows, ScrollView):
    """A whole page: a head, rows, words underneath. It draws itself, so that the next question takes one frame."""

    DEFAULT_CSS = """
    RowPage {
        width: 1fr;
        height: 1fr;
        overflow: hidden scroll;
        scrollbar-size-vertical: 1;
    }
    """

    def __init__(self, room: int = 0, id: str | None = None) -> None:  # noqa: A002  (Textual's own name for it)
        """An empty page."""
        super().__init__(room, id)
        self._head = ""
        self._words: tuple[Piece, ...] = ()
        self._words_from = 0
        self._lines: list[Line] = []
        self._margin = 0
        self._looks: dict[str, Style] = {}

    def head(self, text: str) -> None:
        """Put another question on the page, from its top; nothing underneath."""
        self._head, self._words = text, ()
        self.scroll_to(y=0, animate=False)

    def tell(self, words: Sequence[Piece]) -> None:
        """Put words underneath the rows, in paragraphs, and scroll to where as many as possible can be read."""
        self._words = tuple(words)
        self.redraw()
        self._show_lines(self._words_from, len(self._lines) + 1)

    def redraw(self) -> None:
        """Draw the lines that changed, and scroll no further than they reach."""
        if not self.size.width:
            return
        before = self._lines
        self._margin = margin_at(self.outer_size.width)
        self._lines = self._set(max(self.outer_size.width - 2 * self._margin, 8))
        size = Size(self.scrollable_content_region.width, len(self._lines) + 1)
        if size != self.virtual_size:
            self.virtual_size = size
            self.vertical_scrollbar.window_virtual_size = max(size.height, self.size.height)
            self.vertical_scrollbar.window_size = self.size.height
            if self.scroll_y > self.max_scroll_y:
                self.scroll_to(y=self.max_scroll_y, animate=False)
        top = self.scroll_offset.y
        pairs = enumerate(zip_longest(before[top:], self._lines[top:]))
        changed = [Region(0, y, size.width, 1) for y, (old, new) in pairs if old != new and y < self.size.height]
        if changed:
            self.refresh(*changed)

    def _set(self, width: int) -> list[Line]:
        setting = self.setting(width)
        gap = [BLANK, BLANK] if setting.roomy else [BLANK]
        head = [Line(((piece, "bold"),)) for piece in wrapped(self._head, width)]
        lines = [BLANK, *head, *gap, *setting.lines(self._rows, self._cursor)]
        if self._words:
            lines += gap
        self._words_from = len(lines)
        for number, (text, style) in enumerate(self._words):
            lines += [*([BLANK] if number else []), *(Line(((piece, style),)) for piece in wrapped(text, width))]
        return lines

    def on_resize(self) -> None:
        """Set everything for the new width."""
        self.redraw()
        self.refresh()

    def notify_style_update(self) -> None:
        """Look anew how things look in another theme."""
        super().notify_style_update()
        self._looks.clear()

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of the screen. There is no border or padding that the usual way would add."""
        filters, background = self.get_line_filters(), self.background_colors[1]
        top, width = self.scroll_offset.y, self.virtual_size.width
        strips = (self._strip(y + top, width).crop(crop.x, crop.right) for y in crop.line_range)
        return [reduce(lambda strip, each: strip.apply_filter(each, background), filters, strip) for strip in strips]

    def _strip(self, number: int, width: int) -> Strip:
        pieces = self._lines[number].pieces if 0 <= number < len(self._lines) else ()
        shown = [Segment(text, self._look(style)) for text, style in ((" " * self._margin, ""), *pieces) if text]
        return Strip(shown).adjust_cell_length(width, self._look(""))

    def _look(self, style: str) -> Style:
        """How a style looks in this theme."""
        if style not in self._looks:
            strip = Visual.to_strips(self, Content.styled("x", style), 1, 1, self.visual_style)[0]
            self._looks[style] = next(iter(strip)).style or Style.null()
        return self._looks[style]

    def line_at(self, y: int) -> Line:
        """The line at a height of the screen."""
        number = y + self.scroll_offset.y
        return self._lines[number] if 0 <= number < len(self._lines) else BLANK

    def bring_into_view(self, index: int) -> None:
        """Scroll as little as shows this row; the first one together with the question."""
        own = [y for y, line in enumerate(self._lines) if line.row == index]
        if own:
            self._show_lines(0 if index == 0 and own[-1] < self.size.height else own[0], own[-1] + 1)

    def _show_lines(self, top: int, bottom: int) -> None:
        y = max(self.scroll_offset.y, bottom - self.size.height)
        self.scroll_to(y=min(y, top), animate=False)
