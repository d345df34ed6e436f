"""A lesson: front matter, headings that start panels, prose and fenced blocks."""

import os
import re
from collections import Counter
from pathlib import Path
from typing import Annotated

from msgspec import Meta, Struct

from tui.guide.block_reader import BlockReader
from tui.guide.blocks import Block, Prose
from tui.guide.citations import strays
from tui.guide.errors import Place
from tui.guide.files import Folder, SourceText
from tui.guide.header_reader import Header
from tui.guide.headings import panel_id
from tui.guide.key_point_reader import Headings, KeyPointReader, PointShape, Written
from tui.guide.limits import Limits
from tui.guide.markdown_limits import too_much
from tui.guide.markdown_lines import PanelText, Piece, panels
from tui.guide.markdown_references import spelt_out
from tui.guide.model import Lesson, Panel
from tui.guide.nodes import Mapping, Origin
from tui.guide.problems import shorten, where
from tui.guide.shapes import convert
from tui.guide.table_reader import SharedTables
from tui.guide.words import LessonId, PanelId
from tui.guide.yaml_lines import read_yaml
from tui.text import Clean, clean

_NUMBER = re.compile(r"\d+[-_. ]*(?=.)")
_POINT_ID = re.compile(r"(?m)(?:^[ \t]*(?:-[ \t]+)?|[{,][ \t]*)(?:\{[ \t]*)?id:[ \t]*[\"']?([^\s,\"'}]+)")


class FrontMatter(Struct, frozen=True, forbid_unknown_fields=True):
    """What stands above a lesson's panels, between two lines of three hyphens."""

    title: Annotated[Clean, Meta(examples=["A quarrel inside the party"])]
    """The lesson's title."""
    key_points: Annotated[tuple[object, ...], Meta(extra={"holds": PointShape})] = ()
    """What the lesson teaches, point by point."""


def lesson_id(path: Path) -> LessonId:
    """A lesson's id: the file's name, without number and ending."""
    return LessonId(clean(_NUMBER.sub("", path.stem, count=1), one_line=True))


class LessonReader:
    """Reads one lesson after the other, and sees that panels and key points are unique among them."""

    def __init__(self, folder: Folder, header: Header, shared: SharedTables, limits: Limits) -> None:
        """A reader for one guide, of which no lesson has been read yet."""
        self.written = Written()
        """The key points written so far."""
        self._folder = folder
        self._header = header
        self._problems = folder.problems
        self._limits = limits
        self._blocks = BlockReader(header, shared, folder.problems, limits)
        self._points = KeyPointReader(header, folder.problems, self.written)
        self._files: dict[LessonId, str] = {}
        self._panels: dict[PanelId, Place] = {}
        self._copies: Counter[PanelId] = Counter()

    def read(self, path: Path) -> Lesson | None:
        """The sound parts of a lesson, or None if it has none."""
        if not lesson_id(path):
            self.written.whole = False
            written = os.fsencode(path.name).decode("ascii", "backslashreplace")
            message = f"nothing in this file's name can be shown: it is `{shorten(written)}`"
            self._folder.refuse(path, "unreadable-name", message, "give it a name like 03-what-it-teaches.md")
            return None
        source = self._folder.read(path, self._limits.lesson_bytes, missing="write it")
        if source is None:
            self.written.whole = False
            return None
        place = Place(source.origin.file, 1, 1)
        if not self._is_new(lesson_id(path), place):
            self.written.whole = False
            return None
        lines = source.text.split("\n")
        matter, below = self._front_matter(source, lines)
        headings = Headings({}, {})
        found = [self._panel(text, source, headings) for text in panels(lines[below:], below + 1)]
        taught = tuple(panel for panel in found if panel is not None)
        if not headings.titles:
            hint = "start each panel with a line `## Its heading`"
            self._problems.error(place, "no-panels", "this lesson has no panels", hint)
        origin = Origin(source.origin.file, 2)
        points = () if matter is None else self._points.read(matter, origin, headings)
        if not taught:
            return None
        title = matter.get("title") if matter is not None else None
        shown = Clean(title) if isinstance(title, str) else taught[0].title
        return Lesson(lesson_id(path), shown, taught, points, place)

    def _is_new(self, lesson: LessonId, place: Place) -> bool:
        first = self._files.setdefault(lesson, place.file)
        if first == place.file:
            return True
        message = f"{Path(first).name} is the lesson `{shorten(lesson)}` already"
        self._problems.error(place, "duplicate-lesson", message, "give the file another name")
        return False

    def _front_matter(self, source: SourceText, lines: list[str]) -> tuple[Mapping | None, int]:
        """The front matter, and the index of the first line below it."""
        place = Place(source.origin.file, 1, 1)
        if lines[0].rstrip() != "---":
            message, hint = (
                "the lesson has no front matter",
                "start the file with a line ---, then `title: …`, then a line ---",
            )
            if next((line for line in lines if line.strip()), "").rstrip() == "---":
                message, hint = "a blank line stands above the lesson's first ---", "delete it: nothing may stand above"
            self._problems.error(place, "no-front-matter", message, hint)
            start = next((index for index, line in enumerate(lines) if line.startswith("## ")), len(lines))
            self._scavenge(lines[:start])
            return None, start
        end = next((index for index, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), None)
        if end is None:
            hint = "write a line --- between the last key point and the first heading"
            self._problems.error(place, "unclosed-front-matter", "the front matter is not closed", hint)
            start = next((index for index, line in enumerate(lines) if line.startswith("## ")), len(lines))
            self._scavenge(lines[1:start])
            return None, start
        text = "\n".join(lines[1:end])
        node = read_yaml(SourceText(Origin(source.origin.file, 2), text, source.dirty), self._problems, self._limits)
        if isinstance(node, Mapping):
            convert(node, FrontMatter, Origin(source.origin.file, 2), self._problems)
            return node, end + 1
        if node is not None:
            hint = "write `title: …` and `key_points:`"
            self._problems.error(place, "front-matter-no-mapping", "the front matter must hold fields", hint)
        self._scavenge(lines[1:end])
        return None, end + 1

    def _scavenge(self, lines: list[str]) -> None:
        """Remember the ids in front matter that cannot be read, so that questions about them are not told too."""
        for written in _POINT_ID.findall("\n".join(lines)):
            self.written.places.setdefault(written, None)

    def _panel(self, text: PanelText, source: SourceText, headings: Headings) -> Panel | None:
        place = Place(source.origin.file, text.line, 1)
        if text.level != 2:
            self._tell_misplaced(text, place)
            return None
        title = clean(text.title, one_line=True)
        if text.is_glued:
            message = "a blank is missing after the # of this heading"
            self._problems.error(place, "heading-without-blank", message, f"write `## {shorten(title)}`")
        folded = panel_id(title)
        if not folded:
            self._problems.error(place, "empty-heading", "this heading has no words", "write `## Its heading`")
            return None
        panel = self._unique(folded, place)
        headings.titles.setdefault(folded, title)
        if not self._within_limits(text, place):
            return None
        if text.is_blank:
            hint = "write what it teaches, or delete the heading"
            self._problems.error(place, "empty-panel", "this panel is empty", hint)
            return None
        for line in text.underlined:
            message = "this line makes the line above it a heading, but starts no panel"
            hint = "write `## Its heading` for a panel, or put an empty line between"
            self._problems.warning(place._replace(line=line), "underlined-heading", message, hint)
        headings.panels.setdefault(folded, panel)
        return Panel(panel, title, self._content(text, source), place)

    def _tell_misplaced(self, text: PanelText, place: Place) -> None:
        if text.level == 1:
            hint = "write `##`; the lesson's title stands in the front matter"
            self._problems.error(place, "heading-level", "a panel's heading starts with two #", hint)
        elif not text.is_blank:
            starts = (
                piece.line + index - (piece.name is not None)
                for piece in text.pieces
                for index, line in enumerate(piece.lines or ("",))
                if line.strip() or piece.name is not None
            )
            first = next(starts)
            hint = "write a heading `## …` above it"
            self._problems.error(
                place._replace(line=first), "text-before-heading", "this text stands in no panel", hint
            )

    def _unique(self, folded: PanelId, place: Place) -> PanelId:
        first = self._panels.setdefault(folded, place)
        if first is place:
            return folded
        message = f"there is a panel with this heading already, in {where(first, place)}"
        self._problems.error(place, "duplicate-panel", message, "give one of them another heading")
        panel = folded
        while panel in self._panels:
            self._copies[folded] += 1
            panel = PanelId(f"{folded}-{self._copies[folded]}")
        self._panels[panel] = place
        return panel

    def _within_limits(self, text: PanelText, place: Place) -> bool:
        if text.size > self._limits.panel_bytes:
            hint = f"keep it under {self._limits.panel_bytes // 1024} KiB: split it"
            self._problems.error(place, "panel-too-large", "this panel is too large", hint)
            return False
        found = [much for piece in text.pieces if piece.name is None for much in too_much(piece, self._limits)]
        for line, code, message, hint in found:
            self._problems.error(place._replace(line=line), code, message, hint)
        return not found

    def _content(self, text: PanelText, source: SourceText) -> tuple[Block, ...]:
        blocks: list[Block] = []
        for piece in text.pieces:
            if piece.name is not None:
                block = self._blocks.read(piece, source)
                if block is not None:
                    blocks.append(block)
            elif prose := "\n".join(piece.lines).strip("\n"):
                self._tell_references(piece, source.origin.file)
                self._tell_strays(piece, source.origin.file)
                blocks.append(Prose(clean(prose) if source.dirty else Clean(prose)))
        return tuple(blocks)

    def _tell_references(self, piece: Piece, file: str) -> None:
        for line, column, written, found in spelt_out(piece):
            message = f"`{written}` spells out a character that must not be shown: {found.name}"
            hint = f"delete it; to show it as it is written, write `&amp;{written[1:]}`"
            self._problems.error(Place(file, line, column), found.code, message, hint)

    def _tell_strays(self, piece: Piece, file: str) -> None:
        for stray in strays("\n".join(piece.lines), self._header.paragraphs):
            self._problems.error(Place(file, piece.line + stray.line, stray.column), *stray.problem)
