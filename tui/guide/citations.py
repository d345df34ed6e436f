"""The ¶ of the source that texts cite, as authors write them: ¶4, ¶4–¶6, ¶¶4–6."""

import re
from collections.abc import Iterator

from msgspec import Struct

from tui.guide.words import Paragraph

_CITED = re.compile("¶[ \u00a0]?([0-9]{1,9})(?:[-–]¶?([0-9]{1,9}))?")
_MOST_IN_A_ROW = 1_000


def cited_in(text: str) -> set[Paragraph]:
    """The ¶ that a text cites; those in a row, such as ¶4–¶6, each."""
    found: set[Paragraph] = set()
    for match in _CITED.finditer(text):
        first, last = int(match[1]), int(match[2] or match[1])
        found.update(map(Paragraph, range(first, min(last, first + _MOST_IN_A_ROW) + 1)))
    return found


class Stray(Struct, frozen=True):
    """A ¶ cited that the source does not have."""

    line: int
    """The text's line on which it stands, counted from 0."""
    column: int
    """Its column, counted from 1."""
    number: int
    """Its number."""
    paragraphs: int
    """How many ¶ the source has."""

    @property
    def problem(self) -> tuple[str, str, str]:
        """Its code, what is wrong, and what to do."""
        return (
            "paragraph-out-of-range",
            f"there is no ¶{self.number}",
            f"the source is counted from ¶1 to ¶{self.paragraphs}",
        )


def strays(text: str, paragraphs: int | None) -> Iterator[Stray]:
    """The ¶ cited in a text that the source does not have.

    Args:
        text: the text.
        paragraphs: how many ¶ the source has; if that is not known, any passes.
    """
    if not paragraphs:
        return
    for match in _CITED.finditer(text):
        numbers = [int(number) for number in match.groups() if number]
        beyond = next((number for number in numbers if not 1 <= number <= paragraphs), None)
        if beyond is not None:
            start = match.start()
            line = text.count("\n", 0, start)
            yield Stray(line, start - text.rfind("\n", 0, start), beyond, paragraphs)
