"""Whatever is asked, in one place: the prompt, the widget of its ask, and what is said underneath."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import ScrollableContainer
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from tui.quiz.ask import Arrange, Ask, Pair, Pick, Response, Write
from tui.quiz.verdict import Verdict
from tui.widgets.asks.arrange import ArrangeAsk
from tui.widgets.asks.messages import Stuck
from tui.widgets.asks.pair import PairAsk
from tui.widgets.asks.pick import PickAsk
from tui.widgets.asks.recall import RecallAsk
from tui.widgets.asks.row_page import RowPage
from tui.widgets.asks.rows import DIM, NEARLY
from tui.widgets.asks.write import WriteAsk
from tui.widgets.column import Column
from tui.widgets.drawn import Piece
from tui.widgets.verdict_view import Told, words_of

AskWidget = PickAsk | WriteAsk | ArrangeAsk | PairAsk | RecallAsk


class AskView(Widget):
    """Shows any ask in place: the five widgets are mounted once, and one of them is displayed.

    Pick, Arrange and Pair are pages that draw the prompt and the verdict themselves; Write and Recall, in which one
    types, stand in a column between a prompt and a verdict.
    """

    BLANK = True
    DEFAULT_CSS = """
    AskView {
        width: 1fr;
        height: 1fr;
        layout: vertical;
        .prompt { width: 1fr; text-style: bold; margin-bottom: 2; }
        .words { width: 1fr; margin-top: 1; }
    }
    """

    def __init__(self, reserved: str = "", id: str | None = None) -> None:  # noqa: A002  (Textual's own name for it)
        """Show nothing yet.

        Args:
            reserved: letters that mean something else on this screen, and so answer nothing.
            id: the widget's id.
        """
        super().__init__(id=id)
        self._pick, self._arrange, self._pair = PickAsk(reserved), ArrangeAsk(), PairAsk()
        self._write, self._recall = WriteAsk(), RecallAsk()
        self._column = Column()
        self._prompt = Static(markup=False, classes="prompt")
        self._words = Static(markup=False, classes="words")
        self._shown: AskWidget = self._pick

    def compose(self) -> ComposeResult:
        """The three pages, and the column for what is typed; one of the four is displayed."""
        self._arrange.display = self._pair.display = self._column.display = False
        yield self._pick
        yield self._arrange
        yield self._pair
        with self._column:
            yield self._prompt
            yield self._write
            yield self._recall
            yield self._words

    @property
    def shown(self) -> AskWidget:
        """The widget of the ask shown."""
        return self._shown

    @property
    def scroller(self) -> ScrollableContainer:
        """What scrolls if the question is long."""
        return self._shown if isinstance(self._shown, RowPage) else self._column

    @property
    def writing(self) -> bool:
        """Whether letters are typed now, and are no commands."""
        return isinstance(self._shown, WriteAsk | RecallAsk) and self._shown.writing

    @property
    def ticking(self) -> bool:
        """Whether the points of a recall are to be ticked."""
        return isinstance(self._shown, RecallAsk) and self._shown.ticking

    @property
    def draft(self) -> Response | None:
        """What is there so far, handed in or not; None for nothing."""
        return self._shown.draft

    def show(self, ask: Ask, given: Response | None = None) -> None:
        """Ask.

        Args:
            ask: what to show.
            given: what was answered before, where an answer may still be changed.
        """
        wanted = self._widget_for(ask)
        if isinstance(wanted, RowPage):
            wanted.head(ask.prompt)
        else:
            self._prompt.update(Content(ask.prompt))
            self._words.display = False
            self._column.scroll_home(animate=False)
        match ask:
            case Pick():
                self._pick.show_ask(ask, given)
            case Arrange():
                self._arrange.show_ask(ask, given)
            case Pair():
                self._pair.show_ask(ask, given)
            case Write():
                self._write.show_ask(ask, given)
            case _:
                self._recall.show_ask(ask, given)
        self._switch(wanted)

    def _widget_for(self, ask: Ask) -> AskWidget:
        match ask:
            case Pick():
                return self._pick
            case Arrange():
                return self._arrange
            case Pair():
                return self._pair
            case Write():
                return self._write
            case _:
                return self._recall

    def _switch(self, wanted: AskWidget) -> None:
        if wanted is not self._shown:
            self._shown = wanted
            for page in (self._pick, self._arrange, self._pair):
                page.display = page is wanted
            self._column.display = not isinstance(wanted, RowPage)
            self._write.display = wanted is self._write
            self._recall.display = wanted is self._recall
        self.take_focus()

    def take_focus(self) -> None:
        """Be ready for the keyboard."""
        if isinstance(self._shown, WriteAsk | RecallAsk):
            self._shown.take_focus()
        elif not self._shown.has_focus:
            self._shown.focus(scroll_visible=False)

    def step_out(self) -> None:
        """Stop writing, so that keys are commands."""
        self._shown.focus(scroll_visible=False)

    def show_checklist(self, points: Sequence[str]) -> None:
        """Recall's second half: the points to tick."""
        self._words.display = False
        self._recall.show_checklist(points)

    def reveal(self, verdict: Verdict, response: Response) -> None:
        """Mark what was right and what was answered, in place."""
        self._shown.reveal(verdict, response)

    def tell(self, told: Told) -> None:
        """Show the words of the verdict underneath, as many as the terminal has room for."""
        self._say(words_of(told))

    def ask_again(self, reason: str) -> None:
        """Say why the response cannot be graded as it stands; it stays as it is."""
        self._say([(reason, NEARLY)])

    def say(self, text: str) -> None:
        """A calm word underneath: that the answer is kept, what can be done now."""
        self._say([(text, DIM)])

    def _say(self, words: Sequence[Piece]) -> None:
        if isinstance(self._shown, RowPage):
            self._shown.tell(words)
        else:
            self._words.update(Content("\n\n").join(Content.styled(*piece) for piece in words))
            self._words.display = True
            self.call_after_refresh(self._bring_words_into_view)

    def _bring_words_into_view(self) -> None:
        if self._words.outer_size.height > self._column.size.height:
            self._column.scroll_to_widget(self._words, animate=False, top=True)
        else:
            self._column.scroll_end(animate=False)

    def on_stuck(self, event: Stuck) -> None:
        """Say what to do."""
        event.stop()
        self.ask_again(event.says)

    def hand_in(self) -> None:
        """Answer with what is there."""
        self._shown.hand_in()
