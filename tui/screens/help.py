"""Help: what the keys do on the screen one came from, made from the commands."""

from collections.abc import Iterable

from textual.app import ComposeResult

from tui.commands import HELP, Command, key_as_read
from tui.keys import Keys, keys_at
from tui.screens.reading import ListScreen
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


def help_lines(keys: Keys, width: int) -> list[Line]:
    """What the keys do on a screen, then what they do there as anywhere."""
    lines = [*wrap([Span(keys.title, "heading")], width), (), *_table(keys.own, width)]
    return [*lines, (), *wrap([Span("Anywhere", "heading")], width), (), *_table(keys.general, width)]


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


class HelpScreen(ListScreen):
    """What the keys do."""

    where = "help"
    passing = True
    BINDINGS = own_bindings(HELP)
    MOVED_BY = HELP

    def __init__(self, where: str) -> None:
        """Help for a screen, by the word that commands have for it."""
        super().__init__()
        self._keys = keys_at(where)

    def compose(self) -> ComposeResult:
        """A title, the list, the keys."""
        yield TitleLine("What the keys do", "kruzhok")
        with Column():
            yield Page(lambda width: help_lines(self._keys, width))
        yield KeyLine(HELP)
