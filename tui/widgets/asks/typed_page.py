"""A page on which one types: the question, the fields, words underneath."""

from collections.abc import Sequence

from textual.content import Content
from textual.widgets import Static

from tui.widgets.asks.recall import RecallAsk
from tui.widgets.asks.write import WriteAsk
from tui.widgets.column import Column
from tui.widgets.drawn import Piece


class TypedPage(Column):
    """Holds both asks in which one types, and displays one of them."""

    DEFAULT_CSS = """
    TypedPage {
        .prompt { width: 1fr; text-style: bold; margin-bottom: 2; }
        .words { width: 1fr; margin-top: 1; }
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

    def tell(self, words: Sequence[Piece]) -> None:
        """Put words underneath the fields, in paragraphs, and scroll to where as many as possible can be read."""
        self._words.display = bool(words)
        if words:
            self._words.update(Content("\n\n").join(Content.styled(*piece) for piece in words))
            self.call_after_refresh(self._bring_words_into_view)

    def _bring_words_into_view(self) -> None:
        if self._words.outer_size.height > self.size.height:
            self.scroll_to_widget(self._words, animate=False, top=True)
        else:
            self.scroll_end(animate=False)
