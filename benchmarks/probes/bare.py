"""The bare Textual app: one Static."""

from textual.app import App, ComposeResult
from textual.widgets import Static

from benchmarks.probes.shown import ExitsWhenShown


class Bare(ExitsWhenShown, App[None]):
    """One Static."""

    def compose(self) -> ComposeResult:
        """The Static."""
        yield Static("Hello")


if __name__ == "__main__":
    Bare().run()
