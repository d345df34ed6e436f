"""Arrange: put in sequence."""

from textual import events

from tui.quiz.ask import Arrange, Arranged, Response
from tui.quiz.verdict import Verdict
from tui.widgets.asks.messages import Answered, Lifted
from tui.widgets.asks.row_list import Rows
from tui.widgets.asks.row_page import RowPage
from tui.widgets.asks.rows import ACCENT, DIGITS, RIGHT, WRONG, Row


class ArrangeAsk(RowPage):
    """Items to be put in order. One is lifted, then put where it belongs; dragging does both."""

    def __init__(self, id: str | None = None) -> None:  # noqa: A002  (Textual's own name for it)
        """Show no items yet."""
        super().__init__(room=12, id=id)
        self._items: list[str] = []
        self._lifted: int | None = None
        self._revealed = False
        self._moved = False

    def show_ask(self, ask: Arrange, given: Response | None = None) -> None:
        """Show the items, in the order given before if there was one."""
        self.head(ask.prompt)
        self._items = list(given.items if isinstance(given, Arranged) else ask.items)
        self._lifted, self._revealed, self._moved = None, False, isinstance(given, Arranged)
        self._draw_items(None)

    def reveal(self, verdict: Verdict, response: Response) -> None:
        """Say of each item where it belongs; every item keeps its line."""
        self._revealed = True
        key = verdict.key.items if isinstance(verdict.key, Arranged) else ()
        if not isinstance(response, Arranged):
            self.show([Row(item, str(place), word="key", style=RIGHT) for place, item in enumerate(key, 1)])
            return
        self.show([self._told(place, item, key.index(item)) for place, item in enumerate(self._items)])

    @staticmethod
    def _told(place: int, item: str, right_place: int) -> Row:
        if place == right_place:
            return Row(item, str(place + 1), "✓", "in place", RIGHT)
        return Row(item, str(place + 1), "✗", f"belongs {_ordinal(right_place + 1)}", WRONG)

    @property
    def draft(self) -> Arranged | None:
        """The order so far; none if nothing was moved."""
        return Arranged(tuple(self._items)) if self._moved else None

    @property
    def lifting(self) -> bool:
        """Whether an item is lifted, which enter puts down."""
        return self._lifted is not None and not self._revealed

    def hand_in(self) -> None:
        """Put down what is lifted, if anything; otherwise answer with the order shown."""
        if self._lifted is not None:
            self._put_down()
        else:
            self.post_message(Answered(Arranged(tuple(self._items))))

    def on_key(self, event: events.Key) -> None:
        """Arrows move, space lifts and puts down, digits do both, with shift or ctrl the item goes along."""
        if not self._revealed and self._took(event.key):
            event.stop()

    def _took(self, key: str) -> bool:
        step = {"up": -1, "down": 1}.get(key.removeprefix("shift+").removeprefix("ctrl+"))
        if step is not None:
            self._step(step, carry=key not in {"up", "down"})
        elif key == "space" and self.cursor is not None:
            self._press(self.cursor)
        elif len(key) == 1 and 0 <= DIGITS.find(key) < len(self._items):
            self._press(DIGITS.find(key))
        else:
            return False
        return True

    def _step(self, step: int, carry: bool) -> None:
        if self.cursor is None or not (carry or self._lifted is not None):
            self.move(step)
            return
        goal = min(max(self.cursor + step, 0), len(self._items) - 1)
        if self._lifted is not None:
            self._lifted = goal
        self._place(self.cursor, goal)

    def _press(self, index: int) -> None:
        """Lift this item; if one is lifted already, put that one here."""
        if self._lifted is None:
            self._lifted = index
            self._draw_items(index)
        else:
            lifted, self._lifted = self._lifted, None
            self._place(lifted, index)
        self.post_message(Lifted())

    def _put_down(self) -> None:
        self._lifted = None
        self._draw_items(self.cursor)
        self.post_message(Lifted())

    def _place(self, index: int, goal: int) -> None:
        self._moved = True
        self._items.insert(goal, self._items.pop(index))
        self._draw_items(goal)

    def on_rows_pressed(self, event: Rows.Pressed) -> None:
        """A press lifts an item, or puts the lifted one here."""
        event.stop()
        if not self._revealed:
            self._press(event.index)

    def on_rows_dropped(self, event: Rows.Dropped) -> None:
        """A lifted item was dragged here."""
        event.stop()
        if not self._revealed and self._lifted is not None:
            self._press(event.index)

    def _draw_items(self, cursor: int | None) -> None:
        self.show([self._open(place, item) for place, item in enumerate(self._items)], cursor)
        if cursor is not None:
            self.point(cursor)

    def _open(self, place: int, item: str) -> Row:
        if place == self._lifted:
            return Row(item, str(place + 1), "↕", "lifted", ACCENT)
        return Row(item, str(place + 1))


def _ordinal(number: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th") if number not in {11, 12, 13} else "th"
    return f"{number}{ending}"
