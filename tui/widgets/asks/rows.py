"""Rows as plain data, and how they are set into lines: options, items, pairs, points to tick."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from rich.cells import cell_len
from textual.content import Content

from tui.widgets.drawn import Piece

ACCENT = "$primary"
DIM = "$foreground-muted"
RIGHT = "$success"
WRONG = "$error"
NEARLY = "$warning"

DIGITS = "123456789"


class Under(NamedTuple):
    """A line of its own underneath a row's text."""

    text: str
    """What it says."""
    word: str = ""
    """A word at the right edge."""
    style: str = DIM
    """A theme variable."""


@dataclass(frozen=True)
class Row:
    """One row."""

    text: str
    """What it says."""
    label: str = ""
    """The key that answers with it."""
    sign: str = " "
    """A sign before the label: ✓ ✗ ●."""
    word: str = ""
    """A word at the right edge: the sign's meaning."""
    style: str = ""
    """A theme variable for sign, text and word."""
    under: tuple[Under, ...] = ()
    """Lines underneath."""
    ends_group: bool = False
    """Whether a gap follows in any case."""
    tinted: bool = True
    """Whether its style is its text's too, and not its sign's alone."""
    brief: str = ""
    """The word that stands for the lines underneath where there is no room for them."""


class Line(NamedTuple):
    """A line as it is drawn, no wider than the column."""

    pieces: tuple[Piece, ...]
    """What stands on it."""
    row: int = -1
    """The row it belongs to, -1 if none."""


BLANK = Line(())


@dataclass(frozen=True)
class Setting:
    """How rows are set."""

    width: int
    """The cells there are."""
    room: int = 0
    """Cells kept free at the right edge for a row's word, so that text never moves when one appears."""
    roomy: bool = True
    """Whether a blank line stands between rows."""
    brief: bool = False
    """Whether a word stands for the lines underneath a row that has one."""

    def lines(self, rows: Sequence[Row], cursor: int | None = None) -> Iterator[Line]:
        """The rows, line by line.

        Args:
            rows: what to set.
            cursor: the row that is pointed at, if any.
        """
        labels = max((len(row.label) for row in rows), default=0)
        for index, row in enumerate(rows):
            if index and (self.roomy or rows[index - 1].ends_group):
                yield BLANK
            for pieces in self._row(row, index == cursor, labels):
                yield Line(pieces, index)

    def _row(self, row: Row, at_cursor: bool, labels: int) -> Iterator[tuple[Piece, ...]]:
        indent = (" " * (4 + (labels + 2 if labels else 0)), "")
        lead = (
            ("▸ " if at_cursor else "  ", ACCENT),
            (f"{row.sign} ", row.style or ACCENT),
            (f"{row.label:>{labels}}  " if labels else "", row.style or (ACCENT if at_cursor else DIM)),
        )
        tint = row.style if row.tinted else ""
        style = f"bold {tint}".strip() if at_cursor else tint
        brief = self.brief and row.brief
        yield from self._said(lead, indent, Under(row.text, brief or row.word, style), "" if row.tinted else DIM)
        for under in () if brief else row.under:
            yield from self._said((indent,), indent, under)

    def _said(
        self, first: tuple[Piece, ...], rest: Piece, said: Under, of_word: str = ""
    ) -> Iterator[tuple[Piece, ...]]:
        indent = len(rest[0])
        room = self.room + 2 if self.room else 0
        for number, piece in enumerate(wrapped(said.text, self.width - indent - room)):
            lead, word = ((rest,), "") if number else (first, said.word)
            gap = max(self.width - indent - cell_len(piece) - cell_len(word), 0) if word else 0
            look = of_word or said.style.removeprefix("bold").strip()
            yield (*lead, (piece, said.style), (" " * gap, ""), (word, look))


@lru_cache(maxsize=256)
def wrapped(text: str, width: int) -> tuple[str, ...]:
    """A text in lines, broken between words where that is possible."""
    width = max(width, 8)
    lines, line = [""], 0
    for word in text.split(" "):
        cells = cell_len(word)
        if cells > width or not word.isprintable():
            return tuple(wide.plain.rstrip() for wide in Content(text).wrap(width))
        if line and line + 1 + cells > width:
            lines.append(word)
            line = cells
        else:
            lines[-1] += f" {word}" if line else word
            line += cells + bool(line)
    return tuple(lines)
