"""A lesson's text cut into panels, prose and fenced blocks, line by line: no Markdown parser is needed for it."""

import re
from collections.abc import Iterator

from msgspec import Struct, field

_HEADING = re.compile(r" {0,3}(#{1,2})(?!#)(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$")
_GLUED = re.compile(r" {0,3}(##)(?!#)(\w.*?)[ \t]*$")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})[ \t]*([^`]*)$")
_UNDERLINE = re.compile(r" {0,3}(=+|-+)[ \t]*$")
_NO_PARAGRAPH = re.compile(r"\s*$|\s*(?:[-*+>|#]|\d+[.)])")


class Piece(Struct, frozen=True):
    """A run of prose, or the inside of a fenced block."""

    line: int
    """The file's line of its first line: of a fenced block, the line below the fence."""
    lines: tuple[str, ...]
    """Its lines."""
    name: str | None = None
    """The fence's word; None for prose."""
    closed: bool = True
    """Whether the fence was closed."""


class PanelText(Struct):
    """A heading and what stands below it."""

    line: int
    """The heading's line."""
    level: int
    """1 or 2; 0 for what stands above the first heading."""
    title: str
    """The heading's text."""
    pieces: list[Piece] = field(default_factory=list)
    """What stands below it."""
    is_glued: bool = False
    """Whether the heading's words follow its # without a blank."""
    underlined: list[int] = field(default_factory=list)
    """The lines that make the line above them a heading, which no panel starts with."""

    @property
    def size(self) -> int:
        """Its bytes."""
        return sum(len(line.encode()) + 1 for piece in self.pieces for line in piece.lines)

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands below the heading."""
        return all(piece.name is None and not "".join(piece.lines).strip() for piece in self.pieces)


def panels(lines: list[str], first_line: int) -> Iterator[PanelText]:
    """Cut a lesson at its headings of the first and second level.

    Args:
        lines: the lesson's lines below the front matter.
        first_line: the file's line of the first of them.
    """
    panel = PanelText(first_line, 0, "")
    index, prose = 0, 0

    def end_prose(end: int) -> None:
        if end > prose:
            panel.pieces.append(Piece(first_line + prose, tuple(lines[prose:end])))

    while index < len(lines):
        line = lines[index]
        if heading := _HEADING.match(line) or _GLUED.match(line):
            end_prose(index)
            yield panel
            panel = PanelText(first_line + index, len(heading[1]), (heading[2] or "").strip())
            panel.is_glued = heading.re is _GLUED
            prose = index + 1
        elif (fence := _FENCE.match(line)) and fence[2].strip():
            end_prose(index)
            end = _closing(lines, index, fence[1])
            name = fence[2].split()[0]
            inside = tuple(lines[index + 1 : end])
            panel.pieces.append(Piece(first_line + index + 1, inside, name, closed=end < len(lines)))
            index, prose = end, end + 1
        elif fence:
            # Code without a name is prose, and no heading stands in it.
            index = _closing(lines, index, fence[1])
            if index == len(lines):
                end_prose(index)
                panel.pieces.append(Piece(first_line + index, (), "", closed=False))
                prose = index
        elif index > prose and _UNDERLINE.match(line) and not _NO_PARAGRAPH.match(lines[index - 1]):
            panel.underlined.append(first_line + index)
        index += 1
    end_prose(len(lines))
    yield panel


def _closing(lines: list[str], opening: int, fence: str) -> int:
    """The index of the line that closes a fence, or the number of lines if none does."""
    closing = re.compile(rf" {{0,3}}{re.escape(fence[0])}{{{len(fence)},}}[ \t]*$")
    return next((index for index in range(opening + 1, len(lines)) if closing.match(lines[index])), len(lines))
