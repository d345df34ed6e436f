"""A page on which one types: the question, the fields, words underneath."""

from collections.abc import Sequence

from textual.content import Content
from textual.widgets import Static

from tui.widgets.asks.recall import RecallAsk
from tui.widgets.asks.row_list import ROOMY
from tui.widgets.asks.write import WriteAsk
from tui.widgets.column import Column
from tui.widgets.drawn import Piece
from tui.widgets.verdict_view import CLOSE, apart


class TypedPage(Column):
    """Holds both asks in which one types, and displays one of them."""

    DEFAULT_CSS = """
    TypedPage {
        .prompt { width: 1fr; text-style: bold; margin-bottom: 2; }
        .words { width: 1fr; margin-top: 1; }
        &.-low .prompt { margin-bottom: 1; }
        &.-low FieldView { margin-bottom: 0; }
    }
    """

    def __init__(self, *asks: WriteAsk | RecallAsk) -> None:
        """An empty page.

        Args:
            asks: those that take turns on it.
        """
        self._prompt = Static(markup=False, classes="prompt")
        self._asks = asks
        self._words = Static(markup=False, classes="words")
        self._said: Sequence[Piece] = ()
        super().__init__(self._prompt, *asks, self._words)

    def head(self, text: str) -> None:
        """Put another question on the page, from its top; nothing underneath."""
        self._prompt.update(Content(text))
        self.tell(())
        self.scroll_home(animate=False)

    def show_only(self, wanted: object) -> None:
        """Display this ask."""
        for ask in self._asks:
            ask.display = ask is wanted

    def on_resize(self) -> None:
        """Spare a line where there are few."""
        self.set_class(self.screen.size.height < ROOMY, "-low")

    def tell(self, words: Sequence[Piece]) -> None:
        """Put words underneath the fields, in paragraphs; the question scrolls out of sight only if not all fits."""
        self._said = words
        self._words.display = bool(words)
        if words:
            self._set_words(0)
            self.call_after_refresh(self._bring_words_into_view)

    def _set_words(self, close: int) -> None:
        pieces: list[Piece] = []
        for at, said in enumerate(self._said):
            pieces += [("\n\n" if apart(at, close) else "\n" if at else "", ""), said]
        self._words.update(Content.assemble(*pieces))

    def _bring_words_into_view(self) -> None:
        missing = self.max_scroll_y
        if missing > 0:
            self._set_words(1 if missing == 1 else CLOSE - 1)
            self.call_after_refresh(self._scroll_to_words)

    def _scroll_to_words(self) -> None:
        if self._words.outer_size.height > self.size.height:
            self.scroll_to_widget(self._words, animate=False, top=True)
        else:
            self.scroll_end(animate=False)
