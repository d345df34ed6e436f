"""A panel as plain paragraphs, for a page or a terminal that draws nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.classroom.protocol import Taught
from tui.guide.blocks import Argument, Block, Comparison, Prose, Quotation, Timeline
from tui.guide.edtf import parse_edtf
from tui.guide.markdown_reader import markdown_reader
from tui.guide.model import Guide, Panel
from tui.guide.words import cited
from tui.quiz.question import Question
from tui.text import Clean, clean

if TYPE_CHECKING:
    from markdown_it.token import Token


def taught(guide: Guide[Question], question: Question) -> Taught | None:
    """Where a question is taught: the panel of the first key point that it tests.

    Args:
        guide: the guide; it may have been edited since the question was asked.
        question: a question.

    Returns:
        The panel; None where the guide has it no more.
    """
    if question.tests[0] not in guide.key_points:
        return None
    lesson, panel = guide.lesson_of(question), guide.panel_of(question)
    return Taught(id=panel.id, lesson=lesson.title, panel=panel.title, paragraphs=paragraphs_of(panel))


def paragraphs_of(panel: Panel) -> tuple[Clean, ...]:
    """What a panel says, a text for each paragraph, item or row."""
    told = (clean(text, one_line=True) for block in panel.blocks for text in _told(block))
    return tuple(text for text in told if text)


def _told(block: Block) -> Iterator[str]:
    match block:
        case Prose():
            yield from _prose(markdown_reader().parse(block.markdown))
        case Comparison():
            yield from _rows(block)
        case Quotation():
            whence = (block.speaker, block.work, _date(block.date) if block.date else "", cited(block.source))
            yield f"“{block.text}” {', '.join(filter(None, whence))}"
        case Timeline():
            yield from (f"{_date(entry.date)}: {entry.event}" for entry in block.dates)
        case Argument():
            yield from _argument(block, "")


def _prose(tokens: list[Token]) -> Iterator[str]:
    row: list[str] | None = None
    mark = ""
    for token in tokens:
        match token.type:
            case "list_item_open":
                mark = f"{token.info}. " if token.info else "• "
            case "tr_open":
                row = []
            case "tr_close":
                yield " · ".join(filter(None, row or ()))
                row = None
            case "inline" if row is not None:
                row.append(_inline(token))
            case "inline":
                yield mark + _inline(token)
                mark = ""
            case "fence" | "code_block":
                yield from token.content.splitlines()


def _inline(token: Token) -> str:
    """A paragraph without its marks; a link is its words, with its address behind them."""
    said, links = "", []
    for child in token.children or ():
        match child.type:
            case "softbreak" | "hardbreak":
                said += " "
            case "link_open":
                links.append((str(child.attrs.get("href", "")), len(said)))
            case "link_close":
                address, start = links.pop()
                said += "" if said[start:] == address else f" ({address})"
            case _:
                said += child.content
    return said


def _rows(comparison: Comparison) -> Iterator[str]:
    for place, row in enumerate(comparison.rows):
        about = f"{comparison.about[place]} – " if comparison.about else ""
        yield about + " · ".join(f"{heading}: {cell}" for heading, cell in zip(comparison.columns, row, strict=True))


def _argument(argument: Argument, before: str, above: str = "") -> Iterator[str]:
    """The claim, and below it what speaks for it and against it, each with its holder unless that is the same."""
    named: list[str] = [] if argument.holder == above else [argument.holder]
    if argument.hits:
        named.append(f"against: {argument.hits}")
    yield before + argument.claim.claim + (f" [{', '.join(named)}]" if named else "")
    for word, parts in (("because", argument.because), ("but", argument.but)):
        for part in parts:
            yield from _argument(part, f"{word}: ", argument.holder)


def _date(date: str) -> str:
    try:
        return parse_edtf(date).shown()
    except ValueError:
        return date
