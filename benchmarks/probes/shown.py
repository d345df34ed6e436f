"""What both apps do alike when they are timed: note the moment of the first full picture, and end."""

import os
import time
from pathlib import Path
from typing import Any

from textual.app import App


class ExitsWhenShown(App[Any]):
    """Mixed into an app, ends it once everything was drawn."""

    def on_ready(self) -> None:
        """The first frame was displayed; after the next refresh nothing is left to draw."""
        self.call_after_refresh(self.note_and_exit)

    def note_and_exit(self) -> None:
        """Tell the moment on the clock that all processes share."""
        Path(os.environ["SHOWN_AT"]).write_text(str(time.monotonic_ns()), encoding="ascii")
        self.exit()
