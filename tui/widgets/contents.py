"""A lesson's contents beside its text, where the terminal is wide enough for both."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.message import Message

from tui.typeset import Line, Span, hang, wrap
from tui.widgets.panel_view import Page

WIDE = 110
"""From this many columns on there is room for it."""


class Contents(Page):
    """The headings of a lesson, the one that is open marked; a click opens another."""

    DEFAULT_CSS = """
    Contents {
        width: 30;
        padding: 1 0 0 4;
    }
    """

    @dataclass
    class Chosen(Message):
        """A heading was clicked."""

        index: int
        """Which one."""

    def __init__(self) -> None:
        """No contents yet."""
        super().__init__(self._contents)
        self._headings: tuple[str, ...] = ()
        self._open = 0
        self._owners: list[int] = []

    def tell(self, headings: Sequence[str], index: int) -> None:
        """Show the headings of a lesson's panels, with the one marked that is open."""
        self._headings, self._open = tuple(headings), index
        self.redraw()

    def _contents(self, width: int) -> list[Line]:
        lines: list[Line] = []
        self._owners = []
        for index, heading in enumerate(self._headings):
            here = index == self._open
            first = (Span("▸ ", "accent"),) if here else (Span("  "),)
            own = hang(wrap([Span(heading, "plain" if here else "dim")], width - 2), first, (Span("  "),))
            self._owners += [index] * (len(own) + 1)
            lines += [*own, ()]
        return lines

    def on_click(self, event: events.Click) -> None:
        """A click on a heading opens its panel."""
        at = event.get_content_offset(self)
        if at is not None and at.y < len(self._owners):
            event.stop()
            self.post_message(self.Chosen(self._owners[at.y]))
