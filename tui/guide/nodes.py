"""YAML as it was written: texts, lists and mappings, each of which knows where it stands."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from tui.guide.errors import Place


class Unsound:
    """Stands where something is wrong that was told already: it converts to nothing and is not told again."""


UNSOUND = Unsound()
"""The only one of its kind."""

Event = Any
"""One of `yaml.events`: what the parser found, with its marks and, of a text, its value and style."""

Node = Any
"""A text, a Mapping, a Sequence or UNSOUND."""


class Mapping(dict[str, Any]):
    """A mapping of YAML."""

    __slots__ = ("blanks", "entries", "has_lines", "partial", "start")

    def __init__(self, start: Event) -> None:
        """An empty one, begun by this event."""
        self.start = start
        """The event that began it."""
        self.entries: dict[str, tuple[Event, Event]] = {}
        """The events that began each key and its value."""
        self.blanks: dict[str, Event] = {}
        """The keys that have no value."""
        self.partial = False
        """Whether a part of it was refused, so that missing fields are no wonder."""
        self.has_lines = False
        """Whether a text in it, however deep, has several lines."""


class Sequence(list[Any]):
    """A list of YAML."""

    __slots__ = ("items", "start")

    def __init__(self, start: Event) -> None:
        """An empty one, begun by this event."""
        self.start = start
        """The event that began it."""
        self.items: list[Event] = []
        """The events that began its items."""


def texts_of(node: Mapping | Sequence) -> Iterator[Event]:
    """The events of all texts in a mapping or list, however deep, keys excepted."""
    if isinstance(node, Mapping):
        parts = [(value, node.entries[key][1]) for key, value in node.items() if key in node.entries]
    else:
        parts = list(zip(node, node.items, strict=True))
    for value, event in parts:
        if isinstance(value, Mapping | Sequence):
            yield from texts_of(value)
        elif isinstance(value, str):
            yield event


class Origin(NamedTuple):
    """Where a piece of YAML stands: in which file, from which line."""

    file: str
    """The file, as in `Place`."""
    line: int = 1
    """The line of the file on which the piece begins."""

    def at(self, event: Event) -> Place:
        """Where an event begins."""
        return Place(self.file, self.line + event.start_mark.line, event.start_mark.column + 1)

    def of(self, node: Mapping | Sequence) -> Place:
        """Where a mapping or list begins."""
        return self.at(node.start)

    def of_key(self, node: Mapping, key: str) -> Place:
        """Where a key stands; where the mapping begins, if it has no such key."""
        return self.at(node.entries[key][0] if key in node.entries else node.blanks.get(key, node.start))

    def of_value(self, node: Mapping, key: str, item: int | None = None) -> Place:
        """Where a key's value stands, or one of its items; where the mapping begins, if it has no such key.

        Args:
            node: the mapping.
            key: the key.
            item: which item of the value, counted from 0, where it is a list.
        """
        value = node.get(key)
        if item is not None and isinstance(value, Sequence) and 0 <= item < len(value.items):
            return self.at(value.items[item])
        return self.at(node.entries[key][1]) if key in node.entries else self.of_key(node, key)
