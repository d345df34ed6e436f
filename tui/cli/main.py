"""The command `kruzhok`: which command is meant, and what exit status comes of it."""

import sys
from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from tui.cli import terminal
from tui.cli.version import VERSION

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

COMMANDS = (
    "read",
    "quiz",
    "review",
    "progress",
    "status",
    "demo",
    "check",
    "coverage",
    "new",
    "add",
    "schema",
    "host",
    "join",
    "report",
    "data",
)
"""The commands' names; each is a module beside this one, loaded when called. `open` is the command without a name."""
_MODULES = {"status": "status_line"}
"""The modules that are not named for their command."""


class Command(Protocol):
    """What the module of a command has."""

    HELP: str

    def arguments(self, parser: "ArgumentParser") -> None:
        """Declare its arguments."""

    def run(self, options: "Namespace") -> int:
        """Do it, and give the exit status."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        argv: the arguments; those of the process, if None.

    Returns:
        The exit status, as `Status` lists them.
    """
    terminal.stand_in_for_closed_streams()
    terminal.never_fail_on_a_letter()
    try:
        status = _run(list(sys.argv[1:] if argv is None else argv))
        sys.stdout.flush()
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - the one place where all that went wrong ends
        from tui.cli.failure import status_of

        return status_of(error)
    return status


def _run(arguments: list[str]) -> int:
    if arguments in (["--version"], ["-V"]):
        sys.stdout.write(f"kruzhok {VERSION}\n")
        return 0
    if not arguments:  # the parser would take as long to load as a lesson to read
        from tui.cli.open import open_app
        from tui.cli.screen import Whose

        return open_app(None, Whose())
    if arguments == ["status"]:  # nor has a prompt time for it
        from tui.cli.screen import Whose
        from tui.cli.status_line import tell

        return tell(None, Whose())
    from tui.cli.parser import Parser

    named = arguments[0] if arguments[0] in COMMANDS else None
    command = command_named(named or "open")
    parser = Parser(prog=f"kruzhok {named}" if named else "kruzhok", description=command.HELP)
    command.arguments(parser)
    return command.run(parser.parse_args(arguments[1:] if named else arguments))


def command_named(name: str) -> Command:
    """The module of a command."""
    return cast("Command", import_module(f"tui.cli.{_MODULES.get(name, name)}"))
