"""The argument parser: wrong calls are told in kruzhok's way."""

import sys
from argparse import ArgumentParser, ArgumentTypeError
from typing import TYPE_CHECKING, NoReturn

from tui.cli.status import Status
from tui.cli.telling import complain

if TYPE_CHECKING:
    from _typeshed import SupportsWrite


class Parser(ArgumentParser):
    """Says what is wrong with a call in one line, harmlessly, and where to look it up."""

    def error(self, message: str) -> NoReturn:
        """Complain and leave."""
        complain(f"{message}. See: {self.prog} --help")
        sys.exit(Status.WRONG_CALL)

    def print_help(self, file: "SupportsWrite[str] | None" = None) -> None:
        """Print it, and tell if that fails, which argparse would keep to itself."""
        (file or sys.stdout).write(self.format_help())

    def exit(self, status: int = 0, message: str | None = None) -> NoReturn:
        """Leave, once what was printed has been written."""
        sys.stdout.flush()
        super().exit(status, message)


def at_least_one(text: str) -> int:
    """A count as typed, for argparse."""
    if not (text.isascii() and text.isdecimal() and len(text) < 7 and int(text) > 0):
        raise ArgumentTypeError("a whole number from 1 on is needed")
    return int(text)
