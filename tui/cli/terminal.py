"""What the terminal can do, and standard streams that never fail: on a letter, or because they are closed."""

import os
import sys
from io import TextIOWrapper
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.plain.talk import Talk


def full_screen() -> bool:
    """Whether the app can have the whole screen. Textual reads standard input and draws on standard error."""
    return os.environ.get("TERM", "") != "dumb" and sys.stdin.isatty() and sys.stderr.isatty()


def stand_in_for_closed_streams() -> None:
    """Put an empty stream in the place of each that is closed, which Python leaves out."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            descriptor = os.open(os.devnull, os.O_RDWR)
            setattr(sys, name, os.fdopen(descriptor, mode, encoding="utf-8"))


def never_fail_on_a_letter() -> None:
    """Show what the terminal's encoding lacks as `?`, and read what is none of its text as a mark for it."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def let_go_of_output() -> None:
    """Point standard output nowhere, so that nothing more is written to what no longer takes it."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def talk() -> "Talk":
    """A talk over standard input and output, as wide as the terminal."""
    from shutil import get_terminal_size

    from tui.plain.talk import WIDEST, Talk

    return Talk(sys.stdin, sys.stdout, get_terminal_size().columns if sys.stdout.isatty() else WIDEST)
