"""The argument parser: wrong calls in kruzhok's tone, with "did you mean"."""

import sys
from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Iterable
from typing import NoReturn

from tui.cli.status import Status
from tui.text import clean


class WrongCall(Exception):
    """A call that names what is not there; the text says what is."""


class Parser(ArgumentParser):
    """Says what is wrong with a call in one line, harmlessly, and where to look it up."""

    def error(self, message: str) -> NoReturn:
        """Complain and leave."""
        complain(f"{message}. See: {self.prog} --help")
        sys.exit(Status.WRONG_CALL)


def complain(message: str) -> None:
    """One line on standard error, whatever the message holds."""
    print(f"kruzhok: {clean(message, one_line=True)}", file=sys.stderr)  # noqa: T201 - the command line speaks by printing


def unknown(what: str, given: str, known: Iterable[str]) -> str:
    """That there is no such thing, what may have been meant, and what there is.

    Args:
        what: what was looked for: "lesson".
        given: what was typed.
        known: the names there are.
    """
    from difflib import get_close_matches

    names = list(known)
    near = get_close_matches(given.casefold(), names, n=1)
    meant = f" Did you mean {near[0]}?" if near else ""
    return f'There is no {what} "{given}".{meant} There are: {", ".join(names)}'


def at_least_one(text: str) -> int:
    """A count as typed, for argparse."""
    if not (text.isascii() and text.isdecimal() and len(text) < 7 and int(text) > 0):
        raise ArgumentTypeError("a whole number from 1 on is needed")
    return int(text)
