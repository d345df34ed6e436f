"""How sure the learner is of an answer: one key, at the foot of the question, which stays as it is."""

from textual.app import ComposeResult
from textual.containers import VerticalGroup
from textual.widgets import Static

from tui.commands import HOW_SURE
from tui.quiz.confidence import Confidence
from tui.screens.dialogs import Asking
from tui.widgets.footer import KeyLine, own_bindings


class HowSureScreen(Asking[Confidence | None]):
    """Asks how sure one is; None to go back to the answer."""

    BINDINGS = own_bindings(HOW_SURE)
    DEFAULT_CSS = """
    HowSureScreen {
        align: center bottom;
        background: transparent;
        VerticalGroup { background: $background; }
        Static { padding: 0 1; text-style: bold; }
        KeyLine { dock: none; }
    }
    """

    def compose(self) -> ComposeResult:
        """The question and the keys, where the footer is."""
        with VerticalGroup():
            yield Static("How sure are you?", markup=False)
            yield KeyLine(HOW_SURE)

    def action_sure(self) -> None:
        """Sure."""
        self.dismiss(Confidence.SURE)

    def action_think_so(self) -> None:
        """I think so."""
        self.dismiss(Confidence.THINK_SO)

    def action_guess(self) -> None:
        """A guess."""
        self.dismiss(Confidence.GUESS)

    def action_leave(self) -> None:
        """Go back to the answer."""
        self.dismiss(None)
