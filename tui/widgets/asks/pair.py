"""Pair: left to right."""

from textual import events

from tui.quiz.ask import Pair, Paired, Response
from tui.quiz.signs import LETTERS
from tui.quiz.verdict import Grade, Verdict
from tui.widgets.asks.messages import Answered, Stuck
from tui.widgets.asks.row_list import Rows
from tui.widgets.asks.row_page import RowPage
from tui.widgets.asks.rows import ACCENT, DIGITS, DIM, RIGHT, WRONG, Row, Under


class PairAsk(RowPage):
    """Two lists, one above the other: a digit or a click takes one of the first, a letter or a click its partner."""

    RESERVES = (0,)
    """None: the second list gives way to the verdict."""

    def __init__(self, id: str | None = None) -> None:  # noqa: A002  (Textual's own name for it)
        """Show no lists yet."""
        super().__init__(room=6, id=id)
        self._left: tuple[str, ...] = ()
        self._right: tuple[str, ...] = ()
        self._partners: dict[str, str] = {}
        self._active = 0
        self._warned = False
        self._revealed = False

    def show_ask(self, ask: Pair, given: Response | None = None) -> None:
        """Show both lists, paired as given before if they were."""
        self.head(ask.prompt)
        self._left, self._right = ask.left, ask.right
        self._partners = dict(given.pairs) if isinstance(given, Paired) else {}
        self._active, self._warned, self._revealed = 0, False, False
        self._draw_pairs(0)

    def reveal(self, verdict: Verdict, response: Response) -> None:
        """Say of each pair made whether it is right, and of all what is; the partners have done their part."""
        self._revealed = True
        key = dict(verdict.key.pairs) if isinstance(verdict.key, Paired) else {}
        yours = dict(response.pairs) if isinstance(response, Paired) else {}
        graded = dict(zip(yours, verdict.parts, strict=False))
        rows = [
            self._told(index, graded.get(left) == Grade.CORRECT or yours.get(left) == key.get(left), yours, key)
            for index, left in enumerate(self._left)
        ]
        self._spacing = None
        self.show(rows)

    def _told(self, index: int, right: bool, yours: dict[str, str], key: dict[str, str]) -> Row:
        left = self._left[index]
        under = [] if right or left not in yours else [Under(self._lettered(yours[left]), "yours", WRONG)]
        if left in key:
            under.append(Under(self._lettered(key[left]), "right" if right else "key", RIGHT))
        sign, style = ("✓", RIGHT) if right else ("✗", WRONG) if left in yours else (" ", "")
        last = index == len(self._left) - 1
        return Row(left, str(index + 1), sign, style=style, under=tuple(under), ends_group=last)

    @property
    def draft(self) -> Paired | None:
        """The pairs so far."""
        return Paired(tuple(self._partners.items())) if self._partners else None

    def hand_in(self) -> None:
        """Answer with the pairs made; where some are missing, say so once before."""
        missing = len(self._left) - len(self._partners)
        if missing == len(self._left):
            self.post_message(Stuck("Take one with its digit, then its partner with a letter."))
        elif missing and not self._warned:
            self._warned = True
            self.post_message(Stuck(f"{missing} without a partner. Enter once more hands in as it is."))
        else:
            self.post_message(Answered(Paired(tuple(self._partners.items()))))

    def on_key(self, event: events.Key) -> None:
        """A digit takes one of the left, a letter its partner; arrows and space do the same."""
        if not self._revealed and self._took(event.key):
            event.stop()

    def _took(self, key: str) -> bool:
        one = key if len(key) == 1 else "-"
        if key in {"up", "down"}:
            self._go(1 if key == "down" else -1)
        elif key == "space" and self.cursor is not None:
            self._take(self.cursor)
        elif 0 <= DIGITS.find(one) < len(self._left):
            self._press(DIGITS.find(one))
        elif 0 <= LETTERS.find(one) < len(self._right):
            if self.cursor is not None and self.cursor < len(self._left):
                self._active = self.cursor
            self._press(len(self._left) + LETTERS.find(one))
        else:
            return False
        return True

    def _go(self, by: int) -> None:
        self.move(by)
        self._draw_pairs(self.cursor)

    def _take(self, index: int) -> None:
        """Take one of the left and go to the partners, or give it the partner at the cursor."""
        self._press(index)
        if index < len(self._left):
            self._draw_pairs(len(self._left))

    def on_rows_pressed(self, event: Rows.Pressed) -> None:
        """A click takes one of the left, or gives it its partner."""
        event.stop()
        if not self._revealed:
            self._press(event.index)

    def on_rows_dropped(self, event: Rows.Dropped) -> None:
        """One of the left was dragged to its partner."""
        event.stop()
        if not self._revealed and event.pressed < len(self._left) <= event.index:
            self._press(event.index)

    def _press(self, index: int) -> None:
        if index < len(self._left):
            self._active = index
        else:
            self._pair(self._left[self._active], self._right[index - len(self._left)])
        self._draw_pairs(self._active)

    def _pair(self, left: str, right: str) -> None:
        """Make a pair, or undo it if it is made already; then go to the next without a partner."""
        self._warned = False
        if self._partners.pop(left, None) == right:
            return
        self._partners[left] = right
        without = [index for index, one in enumerate(self._left) if one not in self._partners]
        self._active = next((index for index in without if index > self._active), (without or [self._active])[0])

    def _draw_pairs(self, cursor: int | None) -> None:
        self.show([*(self._open(index, cursor) for index in range(len(self._left))), *self._right_rows()], cursor)
        if cursor is not None:
            self.point(cursor)

    def _open(self, index: int, cursor: int | None) -> Row:
        left = self._left[index]
        partner = self._partners.get(left)
        under = Under(self._lettered(partner), style=ACCENT) if partner else Under("…")
        sign = "●" if partner else "○"
        return Row(
            left,
            str(index + 1),
            sign,
            word="next" if index == self._active != cursor else "",
            under=(under,),
            ends_group=index == len(self._left) - 1,
            brief=self._letter(partner) if partner else "…",
        )

    def _right_rows(self) -> list[Row]:
        taken = set(self._partners.values())
        return [Row(right, self._letter(right), style=DIM if right in taken else "") for right in self._right]

    def _letter(self, right: str) -> str:
        index = self._right.index(right)
        return LETTERS[index] if index < len(LETTERS) else " "

    def _lettered(self, right: str) -> str:
        return f"{self._letter(right)}  {right}"
