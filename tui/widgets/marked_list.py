"""A list in which the marked row has a sign, not its shade alone."""

from typing import ClassVar

from rich.segment import Segment
from textual.strip import Strip
from textual.widgets import OptionList

SIGN = "▸"


class MarkedList(OptionList):
    """Options of which the marked one has the sign; what stands in that column of a row must be blank."""

    SIGN_AT: ClassVar[int] = 0
    """The column of the sign."""

    def render_line(self, y: int) -> Strip:
        """The row's line; on the first of the marked one, with the sign."""
        strip = super().render_line(y)
        line = self.scroll_offset.y + y
        if self.highlighted is None or line >= len(self._lines) or self._lines[line] != (self.highlighted, 0):
            return strip
        sign = strip.crop(self.SIGN_AT, self.SIGN_AT + 1)
        style = next((segment.style for segment in sign), None)
        return Strip.join([strip.crop(0, self.SIGN_AT), Strip([Segment(SIGN, style)]), strip.crop(self.SIGN_AT + 1)])
