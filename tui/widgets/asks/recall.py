"""Recall: write all you remember, then tick."""

from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static, TextArea

from tui.quiz.ask import Recall, Recalled, Response
from tui.quiz.signs import LETTERS
from tui.widgets.asks.messages import Answered, Stuck, WrittenDown
from tui.widgets.asks.row_list import RowList, Rows
from tui.widgets.asks.rows import DIGITS, DIM, NEARLY, RIGHT, Row

TICKS = DIGITS + LETTERS
"""The keys that tick, in the order of the points."""
LONGEST = 20_000
"""Nobody remembers more characters of a lesson."""


class RecallAsk(Widget, can_focus=True):
    """A page to write on, then the points to tick. With the focus on itself, keys are commands; no click does that."""

    FOCUS_ON_CLICK = False
    DEFAULT_CSS = """
    RecallAsk {
        width: 1fr;
        height: auto;
        layout: vertical;
        TextArea, TextArea:focus {
            height: auto;
            min-height: 5;
            max-height: 12;
            border: none;
            border-left: outer $foreground-disabled;
            padding: 0 1;
            margin: 0 0 1 2;
            background: transparent;
            background-tint: transparent;
        }
        TextArea:focus { border-left: outer $primary; }
        .wrote { border-left: outer $foreground-disabled; padding: 0 1; margin: 0 0 1 2; width: 1fr; }
    }
    """

    def __init__(self, id: str | None = None) -> None:  # noqa: A002  (Textual's own name for it)
        """Show an empty page."""
        super().__init__(id=id)
        self._page = TextArea(highlight_cursor_line=False)
        self._wrote = Static(markup=False, classes="wrote")
        self._points = RowList(room=9)
        self._ticked: set[int] = set()
        self._open = True

    def compose(self) -> ComposeResult:
        """The page to write on; what was written; the points."""
        yield self._page
        yield self._wrote
        yield self._points

    @property
    def writing(self) -> bool:
        """Whether letters are typed now, and are no commands."""
        return self.screen.focused is self._page

    @property
    def ticking(self) -> bool:
        """Whether the points are to be ticked now."""
        return self._open and self._points.display

    def show_ask(self, ask: Recall, given: Response | None = None) -> None:
        """Show the page, empty or as written before."""
        del ask
        self._open, self._ticked = True, set(given.ticked) if isinstance(given, Recalled) else set()
        self._page.text = given.text if isinstance(given, Recalled) else ""
        self._page.display = True
        self._wrote.display = self._points.display = False

    def take_focus(self) -> None:
        """Begin to write, or to tick."""
        (self._page if self._page.display else self._points).focus()

    def show_checklist(self, points: Sequence[str]) -> None:
        """Show the points there are, to tick those that were written."""
        self._wrote.update(self._page.text.strip() or Content.styled("nothing", DIM))
        self._page.display, self._wrote.display, self._points.display = False, True, True
        self._draw_points(points, 0)
        self._points.focus(scroll_visible=False)

    def reveal(self, points: Sequence[str], response: Response) -> None:
        """Say which points were there and which were not; to one who did not know, what there was.

        Args:
            points: what there was to remember.
            response: what was written and ticked, or that it was not known.
        """
        self._open = False
        written = response if isinstance(response, Recalled) else None
        self._page.display, self._points.display = False, True
        self._wrote.display = written is not None
        self._wrote.update(written.text.strip() if written else "")
        self._points.show([self._told(at, point, written) for at, point in enumerate(points)])
        self._points.focus(scroll_visible=False)

    @staticmethod
    def _told(at: int, point: str, written: Recalled | None) -> Row:
        if written is None:
            return Row(point, _key_at(at), word="key", style=RIGHT)
        if at in written.ticked:
            return Row(point, _key_at(at), "✓", "yours", RIGHT)
        return Row(point, _key_at(at), "✗", "missing", NEARLY)

    @property
    def draft(self) -> Recalled | None:
        """What is written and ticked so far."""
        if not self._page.text.strip():
            return None
        return Recalled(self._page.text, tuple(sorted(self._ticked)))

    def hand_in(self) -> None:
        """Give what is written, then what is ticked."""
        if self._points.display:
            self.post_message(Answered(Recalled(self._page.text, tuple(sorted(self._ticked)))))
        elif self._page.text.strip():
            self.post_message(WrittenDown(self._page.text))
        else:
            self.post_message(Stuck("Write what comes to mind, a few words a point. 0 says “I don't know”."))

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Keep the text within bounds."""
        event.stop()
        if len(self._page.text) > LONGEST:
            self._page.text = self._page.text[:LONGEST]

    def on_key(self, event: events.Key) -> None:
        """While writing, ctrl+s hands in, tab and esc leave the page; while ticking, digits and space tick."""
        if self._open and (self._took_ticking(event.key) if self._points.display else self._took_writing(event.key)):
            event.stop()
            event.prevent_default()

    def _took_writing(self, key: str) -> bool:
        if key in {"ctrl+s", "ctrl+enter"}:
            self.hand_in()
        elif self.writing and key in {"tab", "escape"}:
            self.focus(scroll_visible=False)
        elif self.has_focus and key in {"tab", "enter"}:
            self.take_focus()
        else:
            return False
        return True

    def _took_ticking(self, key: str) -> bool:
        index = TICKS.find(key) if len(key) == 1 else -1
        if key in {"up", "down"}:
            self._points.move(1 if key == "down" else -1)
        elif key == "space" and self._points.cursor is not None:
            self._tick(self._points.cursor)
        elif 0 <= index < len(self._points.rows):
            self._tick(index)
        else:
            return False
        return True

    def on_rows_pressed(self, event: Rows.Pressed) -> None:
        """A click ticks."""
        event.stop()
        if self._open:
            self._tick(event.index)

    def _tick(self, index: int) -> None:
        self._ticked ^= {index}
        self._draw_points([row.text for row in self._points.rows], index)
        self._points.point(index)

    def _draw_points(self, points: Sequence[str], cursor: int) -> None:
        rows = [
            Row(
                point,
                _key_at(at),
                "●" if at in self._ticked else "○",
                "had it" if at in self._ticked else "",
            )
            for at, point in enumerate(points)
        ]
        self._points.show(rows, cursor)


def _key_at(at: int) -> str:
    """The key that ticks the point at a place; far down there are none left."""
    return TICKS[at] if at < len(TICKS) else ""
