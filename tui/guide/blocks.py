"""What a panel is made of: prose, and what prose shows badly."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from tui.guide.tables import Claim, DateEntry
from tui.guide.words import Paragraph
from tui.text import Clean


class Prose(Struct, frozen=True):
    """Plain Markdown between the headings and the fenced blocks."""

    markdown: Clean
    """The Markdown as written, cleaned."""


class Comparison(Struct, frozen=True):
    """What stands side by side: a small table with a heading over each column."""

    columns: tuple[Clean, ...]
    """The headings, two or three."""
    rows: tuple[tuple[Clean, ...], ...]
    """One cell a column."""
    about: tuple[Clean, ...] = ()
    """What each row is about, if it comes from the positions; as many as rows, or none."""


class Quotation(Struct, frozen=True):
    """Somebody's own words, with speaker and work."""

    text: Clean
    """The words, without quotation marks."""
    speaker: Clean
    """Who said them."""
    work: Clean
    """Where."""
    source: tuple[Paragraph, ...]
    """The ¶ that quote it."""
    date: str | None = None
    """When, in EDTF, if known."""


class Timeline(Struct, frozen=True):
    """A strip of the timeline."""

    dates: tuple[DateEntry, ...]
    """What stands on it, in the order of time."""


class Argument(Struct, frozen=True):
    """A claim with what supports it and what objects to it: a tree."""

    claim: Claim
    """What is claimed."""
    holder: Clean
    """Who claims it, in the learner's words."""
    because: tuple["Argument", ...] = ()
    """What supports it."""
    but: tuple["Argument", ...] = ()
    """What objects to it."""
    hits: Clean | None = None
    """Whom it is aimed at, in the learner's words."""


Block = Prose | Comparison | Quotation | Timeline | Argument
"""Anything that stands in a panel."""


def words_in(blocks: Iterable[Block]) -> int:
    """How many words a learner reads in some blocks: who holds a claim is read once for all that stands below it.

    Args:
        blocks: what stands in one panel, or in several.
    """
    return sum(len(text.split()) for block in blocks for text in _texts(block))


def _texts(block: Block, above: str = "") -> Iterator[str]:
    match block:
        case Prose():
            yield block.markdown
        case Comparison():
            yield from (*block.columns, *block.about, *(cell for row in block.rows for cell in row))
        case Quotation():
            yield from (block.text, block.speaker, block.work)
        case Timeline():
            yield from (f"{entry.date} {entry.event}" for entry in block.dates)
        case Argument():
            yield from (block.claim.claim, "" if block.holder == above else block.holder, block.hits or "")
            for part in (*block.because, *block.but):
                yield from _texts(part, block.holder)
