"""The line on which one types an answer."""

from textual import events
from textual.widgets import Input

from tui.widgets.asks.messages import Stuck

LONGEST = 2_000
"""No answer needs more characters."""


class LineField(Input):
    """One line of text; of what is pasted, nothing is dropped without a word."""

    def __init__(self) -> None:
        """An empty line."""
        super().__init__(max_length=LONGEST, select_on_focus=False)

    def on_paste(self, event: events.Paste) -> None:
        """Take all lines as one; cut what is too long, and say so."""
        event.prevent_default()
        event.stop()
        room = LONGEST - len(self.value) + len(self.selected_text)
        text = " ".join(filter(None, map(str.strip, event.text.splitlines())))
        if text:
            self.replace(text[:room], *self.selection)
        if len(text) > room:
            self.post_message(Stuck(f"That was too long: the field takes {LONGEST:,} characters, the rest is cut off."))
