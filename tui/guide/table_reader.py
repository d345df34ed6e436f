"""The shared tables: `dates`, `people`, `positions`, `terms`, `argument`."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from msgspec import Struct, field
from msgspec.structs import asdict

from tui.guide.argument import linked
from tui.guide.dating import is_date
from tui.guide.errors import Place
from tui.guide.files import Folder
from tui.guide.frames import tell_frame
from tui.guide.header_reader import Header, is_id, tell_bad_id
from tui.guide.limits import Limits
from tui.guide.nodes import UNSOUND, Event, Mapping, Node, Origin
from tui.guide.problems import shorten
from tui.guide.shapes import convert, sound_fields
from tui.guide.tables import Claim, DateEntry, Person, Position, Tables, Term
from tui.guide.yaml_lines import read_items

Row = TypeVar("Row", DateEntry, Person, Position, Term, Claim)
Parts = dict[str, Any]
"""The fields of an entry that make sense, by name."""


class SharedTables(Struct):
    """The tables, and which ids were written in them, sound or not."""

    tables: Tables = field(default_factory=Tables)
    """What is sound."""
    written: dict[str, set[str]] = field(default_factory=dict)
    """The ids of each table, those of unsound entries among them: these were told already."""
    whole: dict[str, bool] = field(default_factory=dict)
    """Whether each table could be read to its end; if not, any id in it may exist."""

    def is_told(self, table: str, written: str) -> bool:
        """Whether it was told already why an id is not among the sound ones."""
        return written in self.written.get(table, ()) or not self.whole.get(table, True)


def read_tables(folder: Folder, header: Header, limits: Limits) -> SharedTables:
    """Read all tables that the guide has; none of them must be there."""
    shared = SharedTables()
    table = _Reader(folder, header, limits, shared)
    dates = table.read("dates", DateEntry, table.date_is_sound)
    people = table.read("people", Person, _always)
    positions = table.read("positions", Position, table.views_are_sound)
    terms = table.read("terms", Term, _always)
    argument = table.read("argument", Claim, table.claim_is_sound)
    is_told = partial(shared.is_told, "argument")
    argument = linked(argument, is_told, table.links, folder.problems, limits)
    shared.tables = Tables(dates=dates, people=people, positions=positions, terms=terms, argument=argument)
    return shared


def _is_missing(path: Path) -> bool:
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:
        return False
    return False


def _always(_parts: Parts, _node: Mapping, _origin: Origin) -> bool:
    return True


class _Reader:
    def __init__(self, folder: Folder, header: Header, limits: Limits, shared: SharedTables) -> None:
        self._folder = folder
        self._problems = folder.problems
        self._header = header
        self._limits = limits
        self._shared = shared
        self.links: dict[str, Place] = {}

    def read(self, name: str, shape: type[Row], is_sound: Callable[[Parts, Mapping, Origin], bool]) -> dict[str, Row]:
        rows: dict[str, Row] = {}
        path = self._folder.path / "lessons" / f"{name}.yaml"
        text = self._folder.read(path, self._limits.file_bytes, missing=None)
        if text is None:
            self._shared.whole[name] = _is_missing(path)
            return rows
        firsts: dict[str, int] = {}
        self._shared.written[name] = set()

        def take(node: Node, event: Event, origin: Origin) -> None:
            if not isinstance(node, Mapping):
                if node is not UNSOUND:
                    message = f"an entry of `{name}` must have fields"
                    self._problems.error(origin.at(event), "wrong-shape", message, "start it with `- id: …`")
                return
            row = convert(node, shape, origin, self._problems)
            # Where the entry makes no row, its sound fields are looked at, so that all mistakes are told.
            parts = sound_fields(node, shape) if row is None else asdict(row)
            sound = self._is_new(node, origin, firsts, name)
            sound &= self._sources_sound(parts, node, origin) & is_sound(parts, node, origin)
            if row is not None and sound:
                rows[row.id] = row

        whole = read_items(text, name, take, self._problems, self._limits)
        self._shared.whole[name] = whole is not None
        tell_frame(self._problems, whole, name, text.origin)
        return rows

    def _is_new(self, node: Mapping, origin: Origin, firsts: dict[str, int], name: str) -> bool:
        written = node.get("id")
        if not isinstance(written, str):
            return False
        place = origin.of_value(node, "id")
        if written in firsts:
            message = f"the id `{shorten(written)}` stands twice, first in line {firsts[written]}"
            self._problems.error(place, "duplicate-id", message, "give one of them another id")
            return False
        firsts[written] = place.line
        self._shared.written[name].add(written)
        if not is_id(written):
            tell_bad_id(self._problems, place, written)
            return False
        return True

    def _sources_sound(self, parts: Parts, node: Mapping, origin: Origin) -> bool:
        return "source" not in parts or self._header.sources(parts["source"], node, origin, self._problems) is not None

    def date_is_sound(self, parts: Parts, node: Mapping, origin: Origin) -> bool:
        return "date" not in parts or is_date(parts["date"], origin.of_value(node, "date"), self._problems)

    def views_are_sound(self, parts: Parts, node: Mapping, origin: Origin) -> bool:
        if "views" not in parts:
            return False
        views = node["views"]
        if not parts["views"]:
            hint = "add a line `stance: view` for each that has one"
            self._problems.error(origin.of_key(node, "views"), "missing-field", "`views` has no view", hint)
            return False
        for blank in views.blanks:
            place = origin.of_key(views, blank)
            self._problems.error(place, "missing-field", f"`{shorten(blank)}` has no value", "write the view")
        stances = [self._header.stance(stance, origin.of_key(views, stance), self._problems) for stance in views]
        return all(stances) and not views.blanks and not views.partial

    def claim_is_sound(self, parts: Parts, node: Mapping, origin: Origin) -> bool:
        sound = True
        supports, objects_to = parts.get("supports"), parts.get("objects_to")
        self.links.setdefault(
            str(node.get("id")), origin.of_value(node, "objects_to" if supports is None else "supports")
        )
        for name in ("holder", "hits"):
            stance = parts.get(name)
            if stance is not None and self._header.stance(stance, origin.of_value(node, name), self._problems) is None:
                sound = False
        if supports is not None and objects_to is not None:
            message = "a claim cannot have both `supports` and `objects_to`"
            self._problems.error(origin.of_key(node, "objects_to"), "two-parents", message, "keep one of them")
            sound = False
        return sound
