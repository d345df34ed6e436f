"""The attempts of a record as a table for people and their spreadsheets: one row an attempt."""

import csv
import io
from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import BinaryIO

from tui.guide.words import GuideId
from tui.memory.attempt import Amendment, Attempt, Change, Entry
from tui.memory.record import Record
from tui.memory.store import Row
from tui.quiz.ask import Arranged, Paired, Picked, Recalled, Response, Skipped, Written
from tui.text import clean

COLUMNS = (
    "when (UTC)",
    "seconds",
    "guide",
    "lesson",
    "question",
    "type",
    "mode",
    "asked again",
    "response",
    "grade",
    "credit",
    "said “I was right”",
    "taken back",
)
"""What stands above the columns."""
_ACTIVE = ("=", "+", "-", "@")
"""With these a spreadsheet takes a cell for a formula."""


def write_table(
    everything: Callable[[], Iterable[tuple[Row, Entry]]], type_of: Callable[[GuideId, str], str], file: BinaryIO
) -> int:
    """Write the table, for spreadsheets of any language.

    Args:
        everything: gives all entries, in order; it is called twice.
        type_of: gives the type of a guide's question, or an empty text if it is not known.
        file: where to.

    Returns:
        How many attempts there are.
    """
    amendments: dict[int, list[Amendment]] = defaultdict(list)
    for _, entry in everything():
        if isinstance(entry, Amendment):
            amendments[entry.attempt.int].append(entry)
    text = io.TextIOWrapper(file, encoding="utf-8-sig", errors="replace", newline="", write_through=True)
    table = csv.writer(text)
    table.writerow(COLUMNS)
    count = 0
    for row, entry in everything():
        if isinstance(entry, Attempt):
            count += 1
            cells = _cells(entry, amendments.get(entry.id.int, []))
            table.writerow(
                map(harmless, (*cells[:2], row.guide, *cells[2:4], type_of(row.guide, entry.question), *cells[4:]))
            )
    text.detach()
    return count


def harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula, and no terminal for a command.

    Args:
        cell: what anybody wrote.
    """
    shown = clean(cell, one_line=True)
    return f"'{shown}" if shown.startswith(_ACTIVE) else shown


def in_words(response: Response) -> str:
    """What a learner did, in words.

    Args:
        response: the response.
    """
    match response:
        case Picked():
            return "; ".join(response.options)
        case Written():
            return "; ".join(response.fields)
        case Arranged():
            return ", then ".join(response.items)
        case Paired():
            return "; ".join(f"{left}: {right}" for left, right in response.pairs)
        case Recalled():
            ticked = ", ".join(str(point + 1) for point in response.ticked) or "none"
            return f"{response.text} (ticked: {ticked})"
        case Skipped():
            return "I don't know"


def _cells(attempt: Attempt, amendments: list[Amendment]) -> tuple[str, ...]:
    overrulings = [each for each in amendments if each.change is Change.OVERRULED]
    (counted,) = Record([attempt, *overrulings]).attempts
    taken_back = len(overrulings) < len(amendments)
    return (
        f"{attempt.answered:%Y-%m-%d %H:%M:%S}",
        str(max(0, round((attempt.answered - attempt.began).total_seconds()))),
        attempt.lesson,
        attempt.question,
        attempt.mode,
        _yes(attempt.again),
        in_words(attempt.response),
        counted.grade,
        f"{counted.credit:g}",
        _yes(counted.overruled),
        _yes(taken_back),
    )


def _yes(holds: bool) -> str:
    return "yes" if holds else ""
