"""How far one is, as one thin line."""

from textual.content import Content
from textual.reactive import reactive

from tui.widgets.drawn import OneLine


class ProgressLine(OneLine):
    """A thin line, drawn bold as far as one has come. The number stands beside it, in the header."""

    DEFAULT_CSS = """
    ProgressLine {
        width: 1fr;
        height: 1;
        padding: 0 1;
    }
    """

    share: reactive[float] = reactive(0.0)
    """How far one is, 0 to 1."""

    def render(self) -> Content:
        """The line."""
        width = self.content_size.width
        done = round(min(max(self.share, 0.0), 1.0) * width)
        return Content.assemble(("━" * done, "$primary"), ("─" * (width - done), "$foreground-disabled"))
