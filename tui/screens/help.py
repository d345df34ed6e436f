"""Help: what the keys do, made from the commands; those of the screen one came from first."""

from collections.abc import Iterable

from textual.app import ComposeResult

from tui.commands import HELP, SCREENS, Command, key_as_read
from tui.screens.reading import ReadingScreen
from tui.typeset import Line, Span, cells, hang, indent, wrap
from tui.widgets.column import Column
from tui.widgets.footer import KeyLine, own_bindings
from tui.widgets.panel_view import Page
from tui.widgets.title_line import TitleLine

_KEYS = 18
"""Cells for the keys; more than that stands on a line of its own."""


def keys_of(command: Command) -> str:
    """All keys of a command as the learner reads them."""
    if command.each:
        return command.key
    return " ".join(dict.fromkeys((command.key, *map(key_as_read, command.keys[1:]))))


def help_lines(first: str, width: int) -> list[Line]:
    """All commands, screen by screen.

    Args:
        first: the screen whose commands stand first, by the word its commands have for it; an exam has a quiz's too.
        width: the cells there are.
    """
    lines: list[Line] = []
    foremost = [first, *(["quiz"] if first == "exam" else []), "anywhere"]

    def place(part: tuple[str, tuple[Command, ...]]) -> int:
        where = part[1][0].where
        return foremost.index(where) if where in foremost else len(foremost)

    ordered = sorted(SCREENS, key=place)
    for title, commands in ordered:
        own = [command for command in commands if title == "Anywhere" or not command.anywhere]
        lines += [*([()] if lines else []), *wrap([Span(title, "heading")], width), *_table(own, width)]
    return lines


def _table(commands: Iterable[Command], width: int) -> list[Line]:
    lines: list[Line] = []
    for command in commands:
        keys = keys_of(command)
        text = wrap([Span(command.help)], width - _KEYS)
        if cells(keys) >= _KEYS:
            lines += [(Span(keys, "accent"),), *hang(text, indent(_KEYS), indent(_KEYS))]
        else:
            lines += hang(text, (Span(keys + " " * (_KEYS - cells(keys)), "accent"),), indent(_KEYS))
    return lines


class HelpScreen(ReadingScreen):
    """What the keys do."""

    where = "help"
    passing = True
    BINDINGS = own_bindings(HELP)

    def __init__(self, first: str) -> None:
        """Help that starts with the commands of one screen."""
        super().__init__()
        self._first = first

    def compose(self) -> ComposeResult:
        """A title, the list, the keys."""
        yield TitleLine("What the keys do", "kruzhok")
        with Column():
            yield Page(lambda width: help_lines(self._first, width))
        yield KeyLine(HELP)
