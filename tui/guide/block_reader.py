"""What prose shows badly: the fenced blocks of a lesson."""

from collections.abc import Callable, Collection
from typing import Annotated

from msgspec import Meta, Struct

from tui.guide.argument import trees_of
from tui.guide.blocks import Argument, Block, Comparison, Quotation, Timeline
from tui.guide.dating import is_date
from tui.guide.edtf import parse_edtf
from tui.guide.errors import Place
from tui.guide.files import SourceText
from tui.guide.header_reader import Header
from tui.guide.limits import Limits
from tui.guide.line_ends import SEVERAL_LINES
from tui.guide.markdown_lines import Piece
from tui.guide.nodes import Mapping, Origin
from tui.guide.problems import Problems, did_you_mean, one_of, shorten
from tui.guide.shapes import convert
from tui.guide.table_reader import SharedTables
from tui.guide.tables import Position, Sources
from tui.guide.words import StanceId
from tui.guide.yaml_lines import read_yaml
from tui.text import Clean


class _WrittenComparison(Struct, frozen=True, forbid_unknown_fields=True):
    columns: tuple[Clean, ...]
    rows: tuple[tuple[Clean, ...], ...]


class _TableComparison(Struct, frozen=True, forbid_unknown_fields=True):
    positions: tuple[str, ...]
    holders: tuple[str, ...]


class _QuotationShape(Struct, frozen=True, forbid_unknown_fields=True):
    text: Annotated[Clean, Meta(extra=SEVERAL_LINES)]
    speaker: Clean
    work: Clean
    source: Sources
    date: str | None = None


class _TimelineShape(Struct, frozen=True, forbid_unknown_fields=True):
    dates: tuple[str, ...]


class _ArgumentShape(Struct, frozen=True, forbid_unknown_fields=True):
    show: str


class BlockReader:
    """Reads fenced blocks, and checks them against the shared tables."""

    def __init__(self, header: Header, shared: SharedTables, problems: Problems, limits: Limits) -> None:
        """A reader for one guide, with what its blocks are checked against."""
        self._header = header
        self._shared = shared
        self._problems = problems
        self._limits = limits
        self._tree = trees_of(shared.tables.argument, header.stances)
        self._readers: dict[str, Callable[[Mapping, Origin], Block | None]] = {
            "comparison": self._comparison,
            "quotation": self._quotation,
            "timeline": self._timeline,
            "argument": self._argument,
        }

    def read(self, piece: Piece, source: SourceText) -> Block | None:
        """The block, or None after having told what is wrong with it.

        Args:
            piece: the inside of the fence.
            source: the lesson.
        """
        origin = Origin(source.origin.file, piece.line)
        fence = Place(origin.file, piece.line - 1, 1)
        if not piece.closed:
            self._problems.error(fence, "unclosed-fence", "this block is not closed", "write ``` in a line below it")
            return None
        reader = self._readers.get(piece.name or "")
        if reader is None:
            hint = did_you_mean(piece.name or "", self._readers, one_of(self._readers))
            message = f"there is no block `{shorten(piece.name or '')}`"
            self._problems.error(fence, "unknown-block", message, hint)
            return None
        text = "\n".join(piece.lines)
        if not text.strip():
            self._problems.error(fence, "empty-block", "this block is empty", "write its fields, or delete it")
            return None
        node = read_yaml(SourceText(origin, text, source.dirty), self._problems, self._limits)
        if node is not None and not isinstance(node, Mapping):
            place = Place(origin.file, origin.line, 1)
            self._problems.error(place, "wrong-shape", "a block must hold fields", "write `field: value`")
        return reader(node, origin) if isinstance(node, Mapping) else None

    def _comparison(self, node: Mapping, origin: Origin) -> Comparison | None:
        if "positions" in node or "holders" in node:
            return self._from_positions(node, origin)
        shape = convert(node, _WrittenComparison, origin, self._problems)
        if shape is None or not self._columns(node, origin, "columns", len(shape.columns)):
            return None
        sound = bool(shape.rows)
        if not sound:
            place = origin.of_value(node, "rows")
            self._problems.error(place, "empty-block", "this comparison has no rows", "write `- [one cell, another]`")
        for index, row in enumerate(shape.rows):
            if len(row) != len(shape.columns):
                sound = False
                message = f"this row has {len(row)} cell{'' if len(row) == 1 else 's'} for {len(shape.columns)} columns"
                hint = "write one cell a column; put quotes round a cell with a comma"
                self._problems.error(origin.of_value(node, "rows", index), "wrong-row", message, hint)
        return Comparison(shape.columns, shape.rows) if sound else None

    def _columns(self, node: Mapping, origin: Origin, key: str, count: int) -> bool:
        if 2 <= count <= 3:
            return True
        message = f"a comparison has two or three columns, not {count}"
        self._problems.error(origin.of_value(node, key), "wrong-columns", message, "split it, or write it as prose")
        return False

    def _from_positions(self, node: Mapping, origin: Origin) -> Comparison | None:
        shape = convert(node, _TableComparison, origin, self._problems)
        if shape is None or not self._columns(node, origin, "holders", len(shape.holders)):
            return None
        holders = [
            self._header.stance(holder, origin.of_value(node, "holders", index), self._problems)
            for index, holder in enumerate(shape.holders)
        ]
        table = self._shared.tables.positions
        if not self._known("positions", shape.positions, table, node, origin):
            return None
        chosen = [table[name] for name in shape.positions]
        sound_holders = [holder for holder in holders if holder is not None]
        if len(sound_holders) < len(holders) or not self._all_held(chosen, sound_holders, node, origin):
            return None
        columns = tuple(self._header.stances[holder] for holder in sound_holders)
        rows = tuple(tuple(position.views[holder] for holder in sound_holders) for position in chosen)
        return Comparison(columns, rows, tuple(position.question for position in chosen))

    def _all_held(self, chosen: list[Position], holders: list[StanceId], node: Mapping, origin: Origin) -> bool:
        sound = True
        for index, position in enumerate(chosen):
            for holder in holders:
                if holder not in position.views:
                    sound = False
                    message = f"`{position.id}` has no view of `{holder}`"
                    hint = "add it to lessons/positions.yaml, or leave the holder out"
                    self._problems.error(origin.of_value(node, "positions", index), "no-such-view", message, hint)
        return sound

    def _known(
        self,
        key: str,
        written: tuple[str, ...],
        table: Collection[str],
        node: Mapping,
        origin: Origin,
    ) -> bool:
        """Whether all ids of a field are in the table of its name; what is not was told here or before."""
        word = key.removesuffix("s")
        sound = bool(written)
        if not written:
            message = f"`{key}` is empty"
            self._problems.error(
                origin.of_value(node, key), "empty-block", message, f"name the ids of lessons/{key}.yaml"
            )
        for index, name in enumerate(written):
            if name in table:
                continue
            sound = False
            if not self._shared.is_told(key, name):
                hint = did_you_mean(name, table, f"add it to lessons/{key}.yaml")
                message = f"there is no {word} `{shorten(name)}`"
                self._problems.error(origin.of_value(node, key, index), f"unknown-{word}", message, hint)
        return sound

    def _quotation(self, node: Mapping, origin: Origin) -> Quotation | None:
        shape = convert(node, _QuotationShape, origin, self._problems)
        if shape is None:
            return None
        cited = self._header.sources(shape.source, node, origin, self._problems)
        dated = shape.date is None or is_date(shape.date, origin.of_value(node, "date"), self._problems)
        if cited is None or not dated:
            return None
        return Quotation(shape.text, shape.speaker, shape.work, cited, shape.date)

    def _timeline(self, node: Mapping, origin: Origin) -> Timeline | None:
        shape = convert(node, _TimelineShape, origin, self._problems)
        table = self._shared.tables.dates
        if shape is None or not self._known("dates", shape.dates, table, node, origin):
            return None
        entries = (table[name] for name in dict.fromkeys(shape.dates))
        return Timeline(tuple(sorted(entries, key=lambda entry: parse_edtf(entry.date).earliest)))

    def _argument(self, node: Mapping, origin: Origin) -> Argument | None:
        shape = convert(node, _ArgumentShape, origin, self._problems)
        if shape is None:
            return None
        claims = self._shared.tables.argument
        if shape.show in claims:
            return self._tree(shape.show)
        if not self._shared.is_told("argument", shape.show):
            hint = did_you_mean(shape.show, claims, "add it to lessons/argument.yaml")
            message = f"there is no claim `{shorten(shape.show)}`"
            self._problems.error(origin.of_value(node, "show"), "unknown-claim", message, hint)
        return None
