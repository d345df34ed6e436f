"""`kruzhok [GUIDE]`: the app. It also lists the other commands."""

import gc
from pathlib import Path
from typing import TYPE_CHECKING

from tui.cli.main import COMMANDS, command_named
from tui.cli.screen import GUIDE_HELP, Whose, whose_arguments
from tui.cli.status import Status
from tui.cli.telling import WrongCall, complain, unknown
from tui.cli.version import VERSION

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

HELP = "A study guide in the terminal: read a document's argument, then be quizzed on it."


def arguments(parser: "ArgumentParser") -> None:
    """Declare the arguments."""
    from argparse import RawDescriptionHelpFormatter

    parser.usage = "kruzhok [GUIDE]\n       kruzhok COMMAND …"
    parser.formatter_class = RawDescriptionHelpFormatter
    parser.epilog = "commands, each with a --help of its own:\n" + "\n".join(
        f"  {name:<{max(map(len, COMMANDS))}} {command_named(name).HELP}" for name in COMMANDS
    )
    parser.add_argument(
        "guide",
        metavar="GUIDE",
        nargs="?",
        type=_there,
        help=GUIDE_HELP,
    )
    whose_arguments(parser)
    parser.add_argument("-V", "--version", action="version", version=f"kruzhok {VERSION}")


def _there(guide: str) -> str:
    """A guide that exists: a mistyped command is told as such, whatever follows it."""
    if guide in COMMANDS and not Path(guide).exists():
        raise WrongCall(f"A command goes before its options: kruzhok {guide} …")
    if not Path(guide).exists():
        raise WrongCall(unknown("guide or command", guide, COMMANDS))
    return guide


def run(options: "Namespace") -> int:
    """Open the app."""
    return open_app(options.guide, Whose.of(options))


def open_app(guide: str | None, whose: Whose) -> int:
    """Open the app, if the terminal can be filled.

    Args:
        guide: the guide asked for, if any.
        whose: whose record is meant.
    """
    from tui.cli.screen import show, study_of
    from tui.cli.terminal import full_screen

    if not full_screen():
        complain(
            "The app needs a terminal it can fill. Without one, go line by line: "
            "kruzhok read --plain, kruzhok quiz --plain"
        )
        return Status.WRONG_CALL
    # What start-up makes stays: to look for garbage in it, again and again, takes time. Home turns it on once shown.
    gc.disable()
    try:
        with study_of(guide, whose, on_screen=True) as study:
            return show(study, whose)
    finally:
        gc.enable()
