"""What the command line says when a call goes wrong: one harmless line, with what was perhaps meant."""

import sys
from collections.abc import Iterable

from tui.text import clean


class WrongCall(Exception):
    """A call that names what is not there; the text says what is."""


def say(message: str) -> None:
    """One line on standard output, whatever the message holds."""
    sys.stdout.write(f"{clean(message, one_line=True)}\n")


def complain(message: str) -> None:
    """One line on standard error, whatever the message holds."""
    sys.stderr.write(f"kruzhok: {clean(message, one_line=True)}\n")


def unknown(what: str, given: str, known: Iterable[str]) -> str:
    """That there is no such thing, what may have been meant, and what there is.

    Args:
        what: what was looked for: "lesson".
        given: what was typed.
        known: the names there are.
    """
    from difflib import get_close_matches

    from tui.guide.problems import shorten

    names = list(known)
    near = get_close_matches(given[:100].casefold(), names, n=1)
    meant = f" Did you mean {near[0]}?" if near else ""
    return f'There is no {what} "{shorten(given)}".{meant} There are: {", ".join(names)}'
