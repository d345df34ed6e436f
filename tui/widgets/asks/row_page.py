"""A page of rows that fills the screen: a head, the rows, words underneath."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import product, zip_longest
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from textual import events
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.widgets.asks.row_list import Rows
from tui.widgets.asks.rows import BLANK, Line, Setting, wrapped
from tui.widgets.column import margin_at
from tui.widgets.drawn import Drawn, Piece
from tui.widgets.verdict_view import CLOSE, apart

WHEEL = 3
"""Lines that one turn of the wheel moves the page."""


class Spacing(NamedTuple):
    """How much air stands on a page."""

    gap: int
    """Blank lines above and below the rows."""
    roomy: bool
    """Whether a blank line stands between rows."""
    brief: bool = False
    """Whether a word stands for what is underneath a row."""


SPACINGS = (Spacing(2, roomy=True), Spacing(1, roomy=True), Spacing(1, roomy=False), Spacing(1, False, brief=True))
"""From wide to tight: the first in which all fits is taken."""


class RowPage(Rows, Drawn, ScrollView):
    """Draws itself, its scrollbar too, and only the lines that changed: the next question takes one short frame."""

    DEFAULT_CSS = """
    RowPage {
        width: 1fr;
        height: 1fr;
        overflow: hidden hidden;
    }
    """

    RESERVES: ClassVar[Sequence[int]] = (10, 7, 4, 0)
    """Lines kept for the words to come, so that the rows need not move for them; fewer where there is no room."""

    def __init__(self, room: int = 0, id: str | None = None) -> None:  # noqa: A002  (Textual's own name for it)
        """An empty page."""
        super().__init__(room, id)
        self._head = ""
        self._words: tuple[Piece, ...] = ()
        self._words_from = 0
        self._spacing: Spacing | None = None
        self._close = 0
        self._lines: list[Line] = []
        self._bar = range(0)
        self._dragging = False

    def head(self, text: str) -> None:
        """Put another question on the page, from its top; nothing underneath."""
        self._head, self._words = text, ()
        self._spacing = None
        self._scroll(0)

    def tell(self, words: Sequence[Piece]) -> None:
        """Put words underneath the rows, in paragraphs; the question scrolls out of sight only if not all fits."""
        self._words = tuple(words)
        self._space(SPACINGS[SPACINGS.index(self._spacing) :] if self._spacing else SPACINGS)
        self.redraw()
        self._show_lines(self._words_from, len(self._lines))

    def redraw(self) -> None:
        """Draw the lines that changed, and scroll no further than they reach."""
        width, height = self.size
        if not width:
            return
        if self._spacing is None:
            self._space(SPACINGS)
        before = self._lines
        self._lines = self._set()
        self.virtual_size = Size(width, len(self._lines))
        if self.scroll_y > self.max_scroll_y:
            self._scroll(self.max_scroll_y)
        top = self.scroll_offset.y
        pairs = enumerate(zip_longest(before[top:], self._lines[top:]))
        changed = [Region(0, y, width, 1) for y, (old, new) in pairs if old != new and y < height]
        if self._measure_bar():
            changed.append(Region(width - 1, 0, 1, height))
        if changed:
            self.refresh(*changed)

    def _space(self, spacings: Sequence[Spacing]) -> None:
        """Take the widest spacing in which all fits; where none does, the tightest."""
        tries: Iterable[tuple[int, Spacing, int]] = product(self.RESERVES, spacings, (0,))
        if self._words:
            # The rows keep still, if possible; then a line stays blank at the foot, if possible.
            tries = ((reserve, spacing, close) for spacing, reserve, close in product(spacings, (1, 0), range(CLOSE)))
        for reserve, self._spacing, self._close in tries:
            if len(self._set()) + reserve <= self.size.height:
                return

    def _set(self) -> list[Line]:
        width = max(self.size.width - 2 * margin_at(self.size.width), 8)
        gap, roomy, brief = self._spacing or SPACINGS[0]
        head = [Line(((piece, "bold"),)) for piece in wrapped(self._head, width)]
        rows = Setting(width, self.room, roomy, brief).lines(self.rows, self.cursor)
        lines = [BLANK, *head, *[BLANK] * gap, *rows]
        if self._words:
            lines += [BLANK] * gap
        self._words_from = len(lines)
        for number, (text, style) in enumerate(self._words):
            lines += [BLANK] if apart(number, self._close) else []
            lines += [Line(((piece, style),)) for piece in wrapped(text, width)]
        return lines

    def _measure_bar(self) -> bool:
        """Find where the scrollbar's thumb is, if one is needed; whether that has changed."""
        height, all_lines = self.size.height, self.virtual_size.height
        before, self._bar = self._bar, range(0)
        if all_lines > height:
            length = max(1, height * height // all_lines)
            start = round((height - length) * self.scroll_y / max(self.max_scroll_y, 1))
            self._bar = range(start, start + length)
        return before != self._bar

    def on_resize(self) -> None:
        """Set everything for the new width."""
        self._space(SPACINGS)
        self.redraw()
        self.refresh()

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of the screen. There is no border or padding that the usual way would add."""
        self._measure_bar()
        return self.drawn(map(self._pieces, crop.line_range), self.size.width, crop)

    def _pieces(self, y: int) -> Iterator[Piece]:
        width = self.size.width
        margin = margin_at(width)
        yield " " * margin, ""
        number = y + self.scroll_offset.y
        pieces = self._lines[number].pieces if number < len(self._lines) else ()
        yield from pieces
        if y in self._bar:
            yield " " * (width - margin - 1 - sum(cell_len(text) for text, _ in pieces)), ""
            yield "█", "$scrollbar"

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
        self._scroll(min(max(self.scroll_offset.y, bottom - self.size.height), top))

    def _scroll(self, y: float) -> None:
        if y != self.scroll_y:
            self.scroll_to(y=y, animate=False, force=True)

    # --- the mouse: the wheel, and the scrollbar, on which one can press and drag

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Move the page down."""
        event.stop()
        self._scroll(min(self.scroll_y + WHEEL, self.max_scroll_y))

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Move the page up."""
        event.stop()
        self._scroll(max(self.scroll_y - WHEEL, 0))

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """On the scrollbar, go there; on a row, tell it."""
        if self._bar and event.x == self.size.width - 1:
            self._dragging = True
            self.capture_mouse()
            self._scroll_to_thumb(event.y)
            event.prevent_default()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Drag the scrollbar."""
        if self._dragging:
            self._scroll_to_thumb(event.y)

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Let the scrollbar go."""
        if self._dragging:
            self._dragging = False
            self.release_mouse()
            event.prevent_default()

    def _scroll_to_thumb(self, y: int) -> None:
        way = max(self.size.height - len(self._bar), 1)
        share = (y - len(self._bar) // 2) / way
        self._scroll(round(min(max(share, 0.0), 1.0) * self.max_scroll_y))
