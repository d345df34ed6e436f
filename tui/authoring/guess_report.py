"""How blind guessers fare, as a table and for other programs."""

from collections.abc import Sequence

import msgspec

from tui.authoring.guessers import SURE, Score

SCHEMA_VERSION = 1
"""Raised when a field changes its meaning or goes away."""
_FOOT = """
Of the questions in which the clue favours some options, so many have the key among these. An exclamation mark: chance
would do so well in less than {sure:.0%} of banks.
"""
_HEADS = ("who picks", "right", "of", "by chance", "p")


def table(found: Sequence[Score]) -> str:
    """A line a guesser; one who does better than chance explains has an exclamation mark."""
    if not found:
        return "There is no question in which a blind guesser finds anything to go by.\n"
    rows = [_HEADS, *(_row(score) for score in found)]
    wide = [max(len(row[column]) for row in rows) for column in range(len(_HEADS))]
    lines = [
        "  ".join([row[0].ljust(wide[0]), *(cell.rjust(width) for cell, width in zip(row[1:], wide[1:], strict=True))])
        for row in rows
    ]
    marks = [" ", *("!" if score.is_clue else " " for score in found)]
    return "".join(f"{line} {mark}".rstrip() + "\n" for line, mark in zip(lines, marks, strict=True)) + _FOOT.format(
        sure=SURE
    )


def document(found: Sequence[Score]) -> str:
    """The scores as one JSON document."""
    entries = [
        {
            "guesser": score.guesser.name,
            "right": score.right,
            "questions": score.questions,
            "chance": score.chance,
            "p": score.probability,
            "clue": score.is_clue,
        }
        for score in found
    ]
    written = msgspec.json.encode({"schema_version": SCHEMA_VERSION, "guessers": entries})
    return msgspec.json.format(written, indent=2).decode() + "\n"


def _row(score: Score) -> tuple[str, ...]:
    probability = f"{score.probability:.3f}" if score.probability >= 0.0005 else "< 0.001"
    return score.guesser.name, str(score.right), str(score.questions), f"{score.chance:.1f}", probability
