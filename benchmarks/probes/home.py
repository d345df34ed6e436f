"""The command `kruzhok` up to its home screen: all it does, in its own order."""

import sys
from typing import Any

from tui.cli import screen
from tui.cli.main import main
from tui.cli.screen import Whose
from tui.study import Study


def show(study: Study, whose: Whose, start: Any = None) -> int:
    """Show the app as `tui.cli.screen.show` does, but end when it is shown."""
    from benchmarks.probes.shown import ExitsWhenShown
    from tui.app import KruzhokApp

    class Home(ExitsWhenShown, KruzhokApp):
        """The app, ending when it is shown."""

    Home(study, start, learners=whose.learners).run()
    return 0


if __name__ == "__main__":
    screen.show = show
    sys.exit(main([]))
