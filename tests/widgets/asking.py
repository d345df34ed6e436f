"""A mini-app around the view of an ask: notes what is answered, shows the verdict it is given."""

from textual.app import App, ComposeResult

from tui.quiz.ask import Ask, Response
from tui.quiz.verdict import Credit, Grade, Verdict
from tui.text import Clean
from tui.widgets.asks.ask_view import AskView
from tui.widgets.asks.messages import Answered, WrittenDown
from tui.widgets.verdict_view import Told

HOSTILE = Clean("[/] [@click=app.quit]x[/] [sic]")
"""Text that a markup-reading API would stumble over, run, or swallow."""
POINTS = ("The masses build it", f"The party is afraid {HOSTILE}", "Freedom of thought comes first")


class AskApp(App[None]):
    """Shows one ask after another."""

    def __init__(self, ask: Ask, reserved: str = "") -> None:
        super().__init__()
        self._ask = ask
        self._reserved = reserved
        self.answers: list[Response] = []

    def compose(self) -> ComposeResult:
        yield AskView(self._reserved)

    def on_mount(self) -> None:
        self.view.show(self._ask)

    @property
    def view(self) -> AskView:
        return self.query_one(AskView)

    def on_answered(self, event: Answered) -> None:
        self.answers.append(event.response)

    def on_written_down(self, event: WrittenDown) -> None:
        self.view.show_checklist(POINTS)

    def tell(self, verdict: Verdict, response: Response) -> None:
        self.view.reveal(verdict, response, POINTS)
        self.view.tell(Told(verdict.grade, f"Not this one. {HOSTILE}", (f"Why {HOSTILE}",), "Here."))

    @property
    def lines(self) -> list[str]:
        """What is on the screen, line by line."""
        return [strip.text.rstrip() for strip in self.screen._compositor.render_strips()]

    @property
    def shown(self) -> str:
        """What is on the screen, on one line, without the blanks between words or bars beside them."""
        return " ".join(" ".join(self.lines).replace("▌", " ").split())

    def spot(self, text: str) -> tuple[int, int]:
        """Where a text stands on the screen."""
        for y, line in enumerate(self.lines):
            if text in line:
                return line.index(text), y
        raise AssertionError(f"{text!r} is not on the screen")

    def line(self, text: str) -> str:
        """The line on which a text stands."""
        return self.lines[self.spot(text)[1]]


def verdict(grade: Grade, key: Response, parts: tuple[Grade, ...] = ()) -> Verdict:
    """A verdict with what tests need."""
    credit = {Grade.CORRECT: 1.0, Grade.PARTLY: 0.5}.get(grade, 0.0)
    return Verdict(grade=grade, credit=Credit(credit), key=key, parts=parts)
