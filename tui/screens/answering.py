"""What the keys of every screen do on which one answers, be it for oneself, in a room or for somebody on paper."""

from abc import abstractmethod
from typing import Any

from msgspec.structs import replace
from textual.screen import Screen

from tui.commands import HELP_KEY, Command, key_as_read
from tui.quiz.ask import Ask, Skipped
from tui.screens.moments import HAND_IN, PUT_DOWN, asking, writing
from tui.widgets.asks.ask_view import AskView
from tui.widgets.asks.messages import Answered, Lifted


class AnsweringScreen(Screen[None]):
    """A screen with a question to answer; of several bases the last, as styles go by the first alone."""

    ask_view: AskView
    """Shows the question, and takes the answer."""

    def keys_to_answer(self, ask: Ask, leave: Command) -> tuple[Command, ...]:
        """What the keys do in a room while an answer is awaited.

        Args:
            ask: what is asked.
            leave: how one leaves; the last of its keys does so while one types, too.
        """
        if not self.ask_view.writing:
            done = PUT_DOWN if self.ask_view.lifting else HAND_IN
            return (*asking(ask, self.ask_view.ticking, done), HELP_KEY, leave)
        keys = (each for each in writing(ask, exam=False) if not each.right)
        return (*keys, replace(leave, shown=key_as_read(leave.keys[-1])))

    @abstractmethod
    def tell_keys(self, *_: Any) -> None:
        """Show in the footer what the keys do at this moment."""

    def on_lifted(self, event: Lifted) -> None:
        """Say what enter does now."""
        event.stop()
        self.tell_keys()

    def action_go_on(self) -> None:
        """Hand in what is there."""
        self.ask_view.hand_in()

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
