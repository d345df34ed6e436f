"""Whatever is asked, in one place: the page of its ask, and what is said underneath."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.widget import Widget

from tui.quiz.ask import Arrange, Ask, Pair, Pick, Response, Write
from tui.quiz.verdict import Verdict
from tui.widgets.asks.arrange import ArrangeAsk
from tui.widgets.asks.messages import Stuck
from tui.widgets.asks.pair import PairAsk
from tui.widgets.asks.pick import PickAsk
from tui.widgets.asks.recall import RecallAsk
from tui.widgets.asks.row_page import RowPage
from tui.widgets.asks.rows import DIM, NEARLY
from tui.widgets.asks.typed_page import TypedPage
from tui.widgets.asks.write import WriteAsk
from tui.widgets.verdict_view import Told, words_of

AskWidget = PickAsk | WriteAsk | ArrangeAsk | PairAsk | RecallAsk


class AskView(Widget):
    """Shows any ask in place: its widgets are mounted once, and one page of them is displayed.

    Pick, Arrange and Pair are pages that draw the question and the verdict themselves; Write and Recall, in which one
    types, share a page.
    """

    BLANK = True
    DEFAULT_CSS = """
    AskView {
        width: 1fr;
        height: 1fr;
        layout: vertical;
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
        self._typed = TypedPage(self._write, self._recall)
        self._shown: AskWidget = self._pick

    def compose(self) -> ComposeResult:
        """The four pages, of which one is displayed."""
        for page in (self._pick, self._arrange, self._pair, self._typed):
            page.display = page is self._pick
            yield page

    @property
    def page(self) -> RowPage | TypedPage:
        """What the ask stands on, and scrolls if it is long."""
        return self._shown if isinstance(self._shown, RowPage) else self._typed

    @property
    def writing(self) -> bool:
        """Whether letters are typed now, and are no commands."""
        return isinstance(self._shown, WriteAsk | RecallAsk) and self._shown.writing

    @property
    def ticking(self) -> bool:
        """Whether the points of a recall are to be ticked."""
        return isinstance(self._shown, RecallAsk) and self._shown.ticking

    @property
    def lifting(self) -> bool:
        """Whether an item of an order is lifted, which enter puts down."""
        return isinstance(self._shown, ArrangeAsk) and self._shown.lifting

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
        before, self._shown = self._shown, self._asked(ask, given)
        if before is not self._shown:
            for page in (self._pick, self._arrange, self._pair, self._typed):
                page.display = page is self.page
            self._typed.show_only(self._shown)
        self.take_focus()

    def _asked(self, ask: Ask, given: Response | None) -> AskWidget:
        """The widget of an ask, showing it."""
        match ask:
            case Pick():
                self._pick.show_ask(ask, given)
                return self._pick
            case Arrange():
                self._arrange.show_ask(ask, given)
                return self._arrange
            case Pair():
                self._pair.show_ask(ask, given)
                return self._pair
            case Write():
                self._typed.head(ask.prompt)
                self._write.show_ask(ask, given)
                return self._write
            case _:
                self._typed.head(ask.prompt)
                self._recall.show_ask(ask, given)
                return self._recall

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
        self._typed.tell(())
        self._recall.show_checklist(points)

    def reveal(self, verdict: Verdict, response: Response, points: Sequence[str] = ()) -> None:
        """Mark what was right and what was answered, in place.

        Args:
            verdict: what grading says.
            response: what was answered.
            points: what there was to remember, for a recall.
        """
        if isinstance(self._shown, RecallAsk):
            self._shown.reveal(points, response)
        else:
            self._shown.reveal(verdict, response)

    def tell(self, told: Told) -> None:
        """Show the words of the verdict underneath, as many as the terminal has room for."""
        self.page.tell(words_of(told))

    def ask_again(self, reason: str) -> None:
        """Say why the response cannot be graded as it stands; it stays as it is."""
        self.page.tell([(reason, NEARLY)])

    def say(self, text: str) -> None:
        """A calm word underneath: that the answer is kept, what can be done now."""
        self.page.tell([(text, DIM)])

    def on_stuck(self, event: Stuck) -> None:
        """Say what to do."""
        event.stop()
        if event.says:
            self.ask_again(event.says)
        else:
            self.page.tell(())

    def hand_in(self) -> None:
        """Answer with what is there."""
        self._shown.hand_in()
