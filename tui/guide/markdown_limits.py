"""How much a panel's prose may hold: a few kilobytes of list items can freeze a screen."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from tui.guide.limits import Limits
from tui.guide.markdown_lines import Piece

_MARKER = re.compile(r"[ \t]*(?:>|[-*+](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$))")
_ITEM = re.compile(r"[ \t>]*(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)")
_DELIMITER = re.compile(r" {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")


class TooMuch(NamedTuple):
    """A limit passed: on which line, and what to say of it."""

    line: int
    code: str
    message: str
    hint: str


def too_much(piece: Piece, limits: Limits) -> Iterator[TooMuch]:
    """What in a run of prose passes a limit."""
    yield from _lists(piece, limits)
    yield from _tables(piece, limits)


def _lists(piece: Piece, limits: Limits) -> Iterator[TooMuch]:
    items = 0
    indents: list[int] = []
    below_blank = True
    for line, text in enumerate(piece.lines, piece.line):
        markers = _markers(text)
        if not markers:
            # A line right below an item's text goes on with it, wherever it starts.
            if below_blank and text.strip() and not text[0].isspace():
                items, indents = 0, []
            below_blank = not text.strip()
            continue
        below_blank = False
        indent = len(text) - len(text.lstrip())
        indents = [outer for outer in indents if outer < indent]
        depth = len(indents) + markers
        indents.append(indent)
        items += markers if _ITEM.match(text) else 0
        if depth > limits.depth:
            message = f"lists and quotations stand more than {limits.depth} deep in each other here"
            yield TooMuch(line, "markdown-too-deep", message, "indent less")
            return
        if items > limits.list_items:
            message = f"this list has more than {limits.list_items} items"
            yield TooMuch(line, "list-too-long", message, "split it over several panels")
            return


def _markers(text: str) -> int:
    """How many marks of lists and quotations a line starts with: `> - - text` has three."""
    count = end = 0
    while found := _MARKER.match(text, end):
        count, end = count + 1, found.end()
    return count


def _tables(piece: Piece, limits: Limits) -> Iterator[TooMuch]:
    rows = 0
    # A table may stand in a list or a quotation.
    lines = [text.lstrip(" \t>") for text in piece.lines]
    for line, (above, text) in enumerate(zip(("", *lines), lines, strict=False), piece.line):
        if rows:
            rows = rows + 1 if text.strip() else 0
            if rows > limits.table_rows + 1:
                message = f"this table has more than {limits.table_rows} rows"
                yield TooMuch(line, "table-too-long", message, "split it over several panels")
                return
        elif "|" in above and "-" in text and _DELIMITER.match(text):
            rows = 1
            if _columns(text) > limits.table_columns:
                message = f"this table has more than {limits.table_columns} columns"
                yield TooMuch(line, "table-too-wide", message, "leave columns out")
                return


def _columns(delimiter: str) -> int:
    return delimiter.strip().strip("|").count("|") + 1
