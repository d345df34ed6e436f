"""YAML as people expect it, with line and column: every scalar is text as written, and nothing else is clever.

The parser is libyaml's; this builds texts, lists and mappings from its events, within limits, and refuses what a
study guide has no use for: aliases, anchors, tags, merge keys, a second document, a key given twice.
"""

import gc
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from tui.guide.files import SourceText
from tui.guide.limits import Limits
from tui.guide.nodes import UNSOUND, Event, Mapping, Node, Origin, Sequence
from tui.guide.problems import Problems
from tui.guide.yaml_errors import explain
from tui.guide.yaml_rules import Rules, Stop

FAST = bool(yaml.__with_libyaml__)
"""Whether libyaml is there; without it the same is read much more slowly."""

_CParser: Any = getattr(yaml.cyaml, "CParser", None) if FAST else None
_Scalar: Any = ScalarEvent
MERGE = "<<"
Take = Callable[[Node, Event, Origin], None]
"""What is done with an item, the event that began it, and where the item's piece of YAML stands."""


@contextmanager
def without_collector() -> Iterator[None]:
    """Keep the garbage collector off: it is what makes reading large files slow."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _events_of(text: str) -> Callable[[], Event]:
    """A function that gives the next event, and None after the last."""
    loader = _CParser(text) if FAST else yaml.SafeLoader(text)
    get: Callable[[], Event] = loader.get_event
    return get


def read_yaml(source: SourceText, problems: Problems, limits: Limits) -> Node | None:
    """Build what a piece of YAML holds.

    Args:
        source: the piece.
        problems: where to tell what is wrong.
        limits: what is refused for its size.

    Returns:
        A Mapping, a Sequence or a text; None if the piece cannot be read to its end.
    """
    builder = _Builder(source, problems, limits)
    try:
        return builder.document()
    except Stop:
        return None
    except yaml.YAMLError as error:
        explain(error, source, builder.last, problems)
        return None


def read_items(source: SourceText, key: str, take: Take, problems: Problems, limits: Limits) -> Node | None:
    """Hand over the items of one long list one by one, so that those before and after a mistake are not lost.

    Args:
        source: the file: a mapping in which the list is the value of `key`.
        key: the list's key.
        take: called with each item.
        problems: where to tell what is wrong.
        limits: what is refused for its size.

    Returns:
        The mapping around the list, with the list empty; None if the file could not be read to its end at once.
    """
    part: SourceText | None = source
    left = _READ_AGAIN
    while part is not None and (left := left - len(part.text)) > -len(source.text):
        builder = _Builder(part, problems, limits)
        builder.stream(key, take)
        try:
            whole = builder.document()
            builder.hand_over_last()
        except Stop:
            builder.hand_over_last()
            return None
        except yaml.YAMLError as error:
            builder.hand_over_last(whole=False)
            explain(error, part, builder.last, problems)
            part = _after_mistake(part, key, builder.item)
        else:
            return whole if part is source else None
    return None


def _after_mistake(part: SourceText, key: str, begun: Event | None) -> SourceText | None:
    """The rest of the file from the next item on, as a file of its own; None if there is no other item."""
    first = _ITEM.search(part.text)
    if first is None:
        return None
    start = first.start()
    line = part.text.count("\n", 0, start)
    if begun is not None:
        # The parser counts in signs and not in bytes, so its index is a place in the text.
        line = begun.start_mark.line
        start = part.text.rfind("\n", 0, begun.start_mark.index) + 1
    following = part.text.find("\n" + first.group(), start)
    if following < 0:
        return None
    line += part.text.count("\n", start, following) + 1
    # The rest stands under a line that holds the key, in place of the line before it.
    origin = part.origin._replace(line=part.origin.line + line - 1)
    return SourceText(origin, f"{key}:{part.text[following:]}", part.dirty)


_ITEM = re.compile(r"(?m)^ *- ")
_READ_AGAIN = 32 * 1024 * 1024


class _Builder:
    """Builds nodes from events. The loops are written for speed: a bank has some 30 events a question."""

    def __init__(self, source: SourceText, problems: Problems, limits: Limits) -> None:
        self._rules = Rules(source, problems, limits)
        self._problems = problems
        self._origin = source.origin
        self._limits = limits
        self._get = _events_of(source.text)
        self._events_left = limits.events
        self._stream_key: str | None = None
        self._take: Take | None = None
        self._waiting: tuple[Node, Event] | None = None
        self.last: Event = None
        """The last quoted text begun, where a missing quote may be."""
        self.item: Event = None
        """What began the last item handed over or begun."""

    def stream(self, key: str, take: Take) -> None:
        """Hand over the items of the list under this key instead of keeping them."""
        self._stream_key, self._take = key, take

    def document(self) -> Node:
        """Build the only document."""
        event = self._get()
        while event is not None and not isinstance(event, DocumentStartEvent):
            event = self._get()
        if event is None:
            return ""
        node = self._node(self._next(), 1, "")
        while (event := self._get()) is not None and not isinstance(event, StreamEndEvent):
            if isinstance(event, DocumentStartEvent):
                self._rules.second_document(event)
                break
        return node

    def _next(self) -> Event:
        event = self._get()
        if event is None:
            raise Stop
        return event

    def _node(self, event: Event, depth: int, key: str) -> Node:
        if isinstance(event, ScalarEvent):
            if event.style:
                self.last = event
            return self._rules.scalar(event)
        if isinstance(event, AliasEvent):
            return self._rules.alias(event)
        if depth > self._limits.nesting:
            self._rules.too_deep(event)
            raise Stop
        self._rules.collection(event)
        if isinstance(event, MappingStartEvent):
            return self._mapping(event, depth)
        if depth == 2 and self._take is not None and key == self._stream_key:
            return self._hand_over(event, self._take)
        return self._sequence(event, depth)

    def _mapping(self, start: Event, depth: int) -> Mapping:
        node = Mapping(start)
        entries = node.entries
        get, rules, longest, widest = self._get, self._rules, self._limits.scalar, self._limits.keys
        careful, odd_lines, marked, before = rules.careful, rules.odd_lines, rules.marked, rules.texts_of_lines
        while True:
            key_event = get()
            if type(key_event) is not ScalarEvent:
                if type(key_event) is MappingEndEvent:
                    break
                self._odd_key(node, key_event, depth)
                continue
            key: str = key_event.value
            if careful or marked or key_event.style or not key.isprintable():
                key = rules.key(key_event, node)
            value_event: Event = get()
            if type(value_event) is _Scalar:
                value: Node = value_event.value
                if (
                    careful
                    or marked
                    or not value
                    or value_event.style
                    or len(value) > longest
                    or not value.isprintable()
                    or (odd_lines and value_event.end_mark.line in odd_lines)
                ):
                    value = self._node(value_event, depth, key)
                    if value == "":
                        node.blanks[key] = key_event
                        continue
            else:
                value = self._node(value_event, depth + 1, key)
            if key in node or key == MERGE:
                if rules.lacks_dash(node, key, key_event):
                    self._pass_over(node, depth)
                    break
                rules.refused_key(node, key_event)
                value = UNSOUND
            node[key] = value
            entries[key] = (key_event, value_event)
            if len(node) > widest:
                rules.too_many_keys(node)
                raise Stop
        node.has_lines = rules.texts_of_lines > before
        self._count(2 * len(node) + 2)
        return node

    def _sequence(self, start: Event, depth: int) -> Sequence:
        node = Sequence(start)
        items = node.items
        get, rules, longest, most = self._get, self._rules, self._limits.scalar, self._limits.items
        careful, odd_lines, marked = rules.careful, rules.odd_lines, rules.marked
        while type(event := get()) is not SequenceEndEvent:
            if type(event) is _Scalar:
                value: Node = event.value
                if (
                    careful
                    or marked
                    or not value
                    or event.style
                    or len(value) > longest
                    or not value.isprintable()
                    or (odd_lines and event.end_mark.line in odd_lines)
                ):
                    value = self._node(event, depth, "")
                    if value == "":
                        value = rules.empty_item(event)
            elif event is None:
                raise Stop
            else:
                value = self._node(event, depth + 1, "")
            node.append(value)
            items.append(event)
            if len(items) > most:
                rules.too_many_items(node)
                raise Stop
        self._count(len(items) + 2)
        return node

    def _hand_over(self, start: Event, take: Take) -> Sequence:
        while type(event := self._get()) is not SequenceEndEvent:
            if event is None:
                raise Stop
            if self._waiting is not None:
                take(*self._waiting, self._origin)
                self._waiting = None
            self.item = event
            node = self._node(event, 3, "")
            self._waiting = (node if node != "" else self._rules.empty_item(event), event)
            self._count(1)
        return Sequence(start)

    def hand_over_last(self, whole: bool = True) -> None:
        """Hand over the item that waits to be seen to its end.

        Args:
            whole: whether it ended as an item does; if not, what it lacks is no wonder.
        """
        if self._waiting is None or self._take is None:
            return
        (node, event), self._waiting = self._waiting, None
        if not whole and isinstance(node, Mapping):
            node.partial = True
        self._take(node, event, self._origin)

    def _odd_key(self, node: Mapping, event: Event, depth: int) -> None:
        """Pass over a key that is no text, and its value."""
        if event is None:
            raise Stop
        self._rules.odd_key(event)
        self._node(event, depth + 1, "")
        self._node(self._next(), depth + 1, "")
        node.partial = True
        self._count(2)

    def _pass_over(self, node: Mapping, depth: int) -> None:
        """Pass over the rest of a mapping, which belongs to another one."""
        while not isinstance(event := self._next(), MappingEndEvent):
            self._node(event, depth + 1, "")
            self._node(self._next(), depth + 1, "")
        node.partial = True

    def _count(self, events: int) -> None:
        self._events_left -= events
        if self._events_left < 0:
            self._rules.too_many_events()
            raise Stop
        if self._problems.is_full(self._origin.file):
            raise Stop
