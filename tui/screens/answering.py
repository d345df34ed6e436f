"""What the keys of every screen do on which one answers, be it for oneself, in a room or for somebody on paper."""

from textual.screen import Screen

from tui.commands import Command
from tui.quiz.ask import Ask, Skipped
from tui.screens.moments import asking, writing
from tui.widgets.asks.ask_view import AskView
from tui.widgets.asks.messages import Answered


class AnsweringScreen(Screen[None]):
    """A screen with a question to answer; of several bases the last, as styles go by the first alone."""

    ask_view: AskView
    """Shows the question, and takes the answer."""

    def keys_to_answer(self, ask: Ask) -> tuple[Command, ...]:
        """What the keys do while an answer is awaited, but for how one leaves.

        Args:
            ask: what is asked.
        """
        view = self.ask_view
        keys = writing(ask, exam=False) if view.writing else asking(ask, view.ticking)
        return tuple(each for each in keys if not each.right)

    def action_skip(self) -> None:
        """I don't know."""
        self.post_message(Answered(Skipped()))

    def action_step_out(self) -> None:
        """Leave the field, or go back to it."""
        if self.ask_view.writing:
            self.ask_view.step_out()
        else:
            self.ask_view.take_focus()

    def action_hand_in_writing(self) -> None:
        """Hand in what is written."""
        self.ask_view.hand_in()
