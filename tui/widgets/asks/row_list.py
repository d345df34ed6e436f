"""Rows on the screen, in a list as high as they are."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import Reactive
from textual.widget import Widget

from tui.widgets.asks.rows import BLANK, Line, Row, Setting

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
        self.room = room
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

    def go(self, key: str) -> bool:
        """Move the cursor as the arrows, home, end, page up and page down do.

        Args:
            key: a key.

        Returns:
            Whether it is one of these.
        """
        match key:
            case "up" | "down":
                self.move(1 if key == "down" else -1)
            case "pageup" | "pagedown":
                self.move(self.rows_in_view if key == "pagedown" else -self.rows_in_view)
            case "home" | "end":
                self.move(len(self._rows) if key == "end" else -len(self._rows))
            case _:
                return False
        return True

    def point(self, index: int) -> None:
        """Put the cursor on a row, and bring that row into view."""
        self._cursor = index
        self.redraw()
        self.call_after_refresh(self.bring_into_view, index)

    @property
    def rows_in_view(self) -> int:
        """About how many rows there is room for at one time."""
        raise NotImplementedError

    def redraw(self) -> None:
        """Draw what has changed."""
        raise NotImplementedError

    def bring_into_view(self, index: int) -> None:
        """Scroll as little as shows this row."""
        raise NotImplementedError

    def line_at(self, y: int) -> Line:
        """The line at a height of the widget's own."""
        raise NotImplementedError

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
        setting = Setting(width, self.room, self._is_roomy())
        if self._drawn is None or self._drawn[0] != setting:
            self._drawn = setting, tuple(setting.lines(self._rows, self._cursor))
        return self._drawn[1]

    def _is_roomy(self) -> bool:
        """Whether there is room for blank lines between the rows, as many as there are."""
        height = self.screen.size.height
        return height >= ROOMY and 3 * len(self._rows) <= height

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

    @property
    def rows_in_view(self) -> int:
        """About how many rows there is room for at one time."""
        lines = len(self._lines(self.content_size.width))
        return max((self._column.size.height - 2) * len(self._rows) // max(lines, 1), 1)

    @property
    def _column(self) -> Widget:
        """What the list stands in, and is scrolled by."""
        return next(one for one in self.ancestors if isinstance(one, Widget) and one.styles.overflow_y != "hidden")

    def bring_into_view(self, index: int) -> None:
        """Scroll what the list stands in as little as shows this row; the first together with what stands above it."""
        own = [y for y, line in enumerate(self._lines(self.content_size.width)) if line.row == index]
        column = self._column
        if own:
            top = self.region.y - column.content_region.y + int(column.scroll_y) + own[0]
            above = top if index == 0 and top + len(own) <= column.content_region.height else 0
            column.scroll_to_region(Region(0, top - above, 1, above + len(own)), animate=False)
