"""Setting words in lines: spans of text with a role, wrapped by the cells they fill in a terminal."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

Role = Literal["plain", "strong", "emphasis", "heading", "dim", "accent", "code", "chosen", "ink"]
"""What a span is, for whoever gives it a colour."""


class Span(NamedTuple):
    """A run of text of one role."""

    text: str
    """The text."""
    role: Role = "plain"
    """What it is."""


Line = tuple[Span, ...]
"""One line, left to right."""

BREAK = Span("\n")
"""A line break inside a paragraph."""

_BLANKS = re.compile(r"[ \t\n]+")


@lru_cache(maxsize=4096)
def _cell(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in {"Mn", "Me", "Cf", "Cc"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def cells(text: str) -> int:
    """How many cells of a terminal the text fills."""
    return len(text) if text.isascii() else sum(map(_cell, text))


def line_cells(line: Iterable[Span]) -> int:
    """How many cells the spans fill together."""
    return sum(cells(span.text) for span in line)


def plain(line: Iterable[Span]) -> str:
    """The text of a line, without blanks at its end."""
    return "".join(span.text for span in line).rstrip()


def cut(text: str, width: int) -> tuple[str, str]:
    """The text that fits `width` cells, and the rest."""
    used = 0
    for index, character in enumerate(text):
        used += _cell(character)
        if used > width:
            return text[: max(index, 1)], text[max(index, 1) :]
    return text, ""


def short(text: str, width: int) -> str:
    """The text in at most `width` cells; what is left out is marked by an ellipsis."""
    if cells(text) <= width:
        return text
    return cut(text, width - 1)[0].rstrip() + "…"


def pad(line: Line, width: int) -> Line:
    """The line with blanks at its end, so that it fills `width` cells."""
    missing = width - line_cells(line)
    return (*line, Span(" " * missing)) if missing > 0 else line


def merged(spans: Iterable[Span]) -> Line:
    """The spans, with neighbours of one role put together."""
    line: list[Span] = []
    for span in spans:
        if line and line[-1].role == span.role:
            line[-1] = Span(line[-1].text + span.text, span.role)
        elif span.text:
            line.append(span)
    return tuple(line)


def words(spans: Iterable[Span]) -> Iterator[Line]:
    """The words, each of one or several spans; `(BREAK,)` where a line ends."""
    word: list[Span] = []
    for span in spans:
        if span is BREAK:
            yield from ((tuple(word), (BREAK,)) if word else ((BREAK,),))
            word = []
            continue
        for index, piece in enumerate(_BLANKS.split(span.text)):
            if index and word:
                yield tuple(word)
                word = []
            if piece:
                word.append(Span(piece, span.role))
    if word:
        yield tuple(word)


def _broken(word: Line, width: int) -> Iterator[Line]:
    """A word that is wider than a line, in pieces that fit."""
    piece: list[Span] = []
    for text, role in word:
        rest = text
        while rest:
            room = width - line_cells(piece)
            if room < _cell(rest[0]) and piece:
                yield tuple(piece)
                piece, room = [], width
            fits, rest = cut(rest, room)
            piece.append(Span(fits, role))
    yield tuple(piece)


def wrap(spans: Iterable[Span], width: int) -> list[Line]:
    """The spans in lines of at most `width` cells, broken between words where that is possible."""
    lines: list[Line] = []
    line: list[Span] = []
    for word in words(spans):
        if word == (BREAK,):
            lines.append(merged(line))
            line = []
            continue
        for piece in _broken(word, max(width, 2)):
            if line and line_cells(line) + 1 + line_cells(piece) > width:
                lines.append(merged(line))
                line = []
            if line:
                line.append(Span(" ", line[-1].role if line[-1].role == piece[0].role else "plain"))
            line.extend(piece)
    if line:
        lines.append(merged(line))
    return lines


def hang(lines: Iterable[Line], first: Line, rest: Line) -> list[Line]:
    """The lines, the first with one thing before it, the others with another."""
    return [merged((*(rest if index else first), *line)) for index, line in enumerate(lines)]


def indent(width: int) -> Line:
    """Blanks to stand before a line."""
    return (Span(" " * width),)


def chosen(line: Line, at: int, wide: int = 1) -> Line:
    """The line with some of its cells shown as chosen.

    Args:
        line: the line.
        at: the first of these cells, from 0.
        wide: how many they are.
    """
    spans: list[Span] = []
    column = 0
    for text, role in line:
        for character in text:
            inside = at <= column < at + wide
            spans.append(Span(character, "chosen" if inside else role))
            column += _cell(character)
    return merged(spans)
