"""A check that is made again whenever its author saves."""

import os
import sys
from collections.abc import Callable, Iterable

from tui.cli.telling import complain
from tui.guide.errors import GuideError

_AFRESH = "\x1b[2J\x1b[H"


def keep_checking(signs: Iterable[object], check: Callable[[], str]) -> None:
    """Print what a check finds, at every sign.

    Args:
        signs: gives a sign for each time; it may never end.
        check: makes the check and gives what to print.
    """
    clears = sys.stdout.isatty() and os.environ.get("TERM", "") != "dumb"
    for number, _ in enumerate(signs):
        sys.stdout.write(_AFRESH if clears else "\n" if number else "")
        try:
            sys.stdout.write(check())
        except GuideError as error:
            complain(str(error))
        sys.stdout.flush()
        if not number or clears:
            sys.stderr.write("Checked again at every save; ctrl+c ends.\n")
            sys.stderr.flush()
