"""Pick: one or several of these."""

from textual import events

from tui.quiz.ask import Pick, Picked, Response
from tui.quiz.verdict import Verdict
from tui.text import Clean
from tui.widgets.asks.messages import Answered, Stuck
from tui.widgets.asks.row_list import Rows
from tui.widgets.asks.row_page import RowPage
from tui.widgets.asks.rows import ACCENT, DIGITS, RIGHT, WRONG, Row

LETTERS = "abcdefghi"


class PickAsk(RowPage):
    """Options: a digit or letter answers at once, or ticks where several are right."""

    def __init__(self, reserved: str = "", id: str | None = None) -> None:  # noqa: A002  (Textual's own name for it)
        """Show no options yet.

        Args:
            reserved: letters that mean something else on this screen.
            id: the widget's id.
        """
        super().__init__(room=6, id=id)
        self._reserved = reserved
        self._ask = Pick(prompt=Clean(""), options=())
        self._chosen: tuple[str, ...] = ()
        self._given: tuple[str, ...] = ()
        self._revealed = False

    def show_ask(self, ask: Pick, given: Response | None = None) -> None:
        """Show the options, with what was answered before marked as such."""
        self.head(ask.prompt)
        self._ask, self._revealed = ask, False
        self._given = given.options if isinstance(given, Picked) else ()
        self._chosen = self._given
        self._draw_options(None)

    def reveal(self, verdict: Verdict, response: Response) -> None:
        """Mark the key and what was picked; every option keeps its line."""
        self._revealed = True
        key = verdict.key.options if isinstance(verdict.key, Picked) else ()
        yours = response.options if isinstance(response, Picked) else ()
        self.show([self._told(row, row.text in key, row.text in yours) for row in self._plain_rows()])

    @staticmethod
    def _told(row: Row, is_key: bool, is_yours: bool) -> Row:
        if is_key:
            return Row(row.text, row.label, "✓", "yours" if is_yours else "key", RIGHT)
        if is_yours:
            return Row(row.text, row.label, "✗", "yours", WRONG)
        return row

    @property
    def draft(self) -> Picked | None:
        """What is chosen so far."""
        return Picked(self._chosen) if self._chosen else None

    def hand_in(self) -> None:
        """Answer with what is chosen: the option at the cursor, or all that are ticked."""
        pointed = None if self.cursor is None else self._ask.options[self.cursor]
        if self._ask.several:
            self._answer() if self._chosen else self._say("Tick all that are right first, then enter.")
        elif pointed and pointed not in self._given:
            self._choose(self.cursor or 0)
        elif self._given:
            self._answer()
        else:
            self._say(f"Answer with 1–{len(self._ask.options)}, or with the arrows and enter.")

    def _say(self, text: str) -> None:
        self.post_message(Stuck(text))

    def on_key(self, event: events.Key) -> None:
        """Arrows move, digits and letters answer, space ticks."""
        if not self._revealed and self._took(event.key):
            event.stop()

    def _took(self, key: str) -> bool:
        if key in {"down", "up"}:
            self.move(1 if key == "down" else -1)
        elif key == "space" and self.cursor is not None:
            self._choose(self.cursor)
        elif (index := self._index_of(key)) is not None:
            self._choose(index)
        else:
            return False
        return True

    def on_rows_pressed(self, event: Rows.Pressed) -> None:
        """A click answers as the digit does."""
        event.stop()
        if not self._revealed:
            self._choose(event.index)

    def _index_of(self, key: str) -> int | None:
        index = max(DIGITS.find(key), LETTERS.find(key)) if len(key) == 1 and key not in self._reserved else -1
        return index if 0 <= index < len(self._ask.options) else None

    def _choose(self, index: int) -> None:
        option = self._ask.options[index]
        if not self._ask.several:
            if option not in self._given:
                self._chosen = (option,)
                self._answer()
            return
        ticked = set(self._chosen) ^ {option}
        self._chosen = tuple(one for one in self._ask.options if one in ticked)
        self._draw_options(index)

    def _answer(self) -> None:
        self._given = self._chosen
        self._draw_options(self.cursor)
        self.post_message(Answered(Picked(self._chosen)))

    def _draw_options(self, cursor: int | None) -> None:
        self.show([self._open(row) for row in self._plain_rows()], cursor)
        if cursor is not None:
            self.point(cursor)

    def _open(self, row: Row) -> Row:
        chosen = row.text in self._chosen
        if self._ask.several:
            return Row(row.text, row.label, "●" if chosen else "○", "ticked" if chosen else "")
        return Row(row.text, row.label, "●", "yours", ACCENT) if chosen else row

    def _plain_rows(self) -> list[Row]:
        return [Row(option, str(number)) for number, option in enumerate(self._ask.options, 1)]
