"""References in prose that spell out what must not be shown: `&#8238;` turns the line round as U+202E does."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from tui.guide.markdown_lines import Piece
from tui.guide.markdown_reader import markdown_reader
from tui.text import BadCharacter, is_bad

_PIECES = re.compile(r"(?s)\\.|&(?:#([0-9]{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]*));")
_LAST_CHARACTER = 0x10FFFF


class SpeltOut(NamedTuple):
    """A reference to a character that must not be shown."""

    line: int
    """The line on which it stands."""
    column: int
    """Its column, counted from 1."""
    written: str
    """The reference as it stands there."""
    found: BadCharacter
    """What it spells out."""


def spelt_out(piece: Piece) -> list[SpeltOut]:
    """The references in a run of prose to what must not be shown.

    Args:
        piece: the prose.

    Returns:
        All of them, in order; none where all stand in code, which shows them as written.
    """
    if not any("&" in line for line in piece.lines):
        return []
    text = "\n".join(piece.lines)
    found = list(_references(text, piece.line))
    return found if found and _shows_bad(text) else []


def _references(text: str, line: int) -> Iterator[SpeltOut]:
    for match in _PIECES.finditer(text):
        decimal, hexadecimal, name = match.groups()
        if decimal or hexadecimal:
            spelt = _numbered(int(decimal) if decimal else int(hexadecimal, 16))
        else:
            spelt = _named(name) if name else ""
        start = match.start()
        for character in filter(_must_not_be_shown, spelt):
            place = line + text.count("\n", 0, start), start - text.rfind("\n", 0, start)
            yield SpeltOut(*place, match.group(), BadCharacter(start, character))


def _must_not_be_shown(character: str) -> bool:
    return is_bad(character) or character in "\r\x85"


def _named(name: str) -> str:
    from html.entities import html5  # noqa: PLC0415  few lessons have any

    return html5.get(f"{name};", "")


def _numbered(number: int) -> str:
    return chr(number) if number <= _LAST_CHARACTER else ""


def _shows_bad(markdown: str) -> bool:
    """Whether a reference is one where it stands: in code it is not. What names no character shows U+FFFD."""
    shown = (child.content for token in markdown_reader().parse(markdown) for child in token.children or ())
    return any(
        character == "\N{REPLACEMENT CHARACTER}" or _must_not_be_shown(character) for character in "".join(shown)
    )
