"""Values as YAML text, with quotes only where they are needed."""

import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

Value = str | Sequence["Value"] | Mapping[str, "Value"]
"""What a field may hold: a clean text of one line, a list, or fields of its own."""

_SIGNS = frozenset("-?:,[]{}#&*!|>'\"%@`=<~")
_NEGATIVE = re.compile(r"-\d")
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_NOTHING = frozenset(("null", "Null", "NULL"))


class Layout(Struct, frozen=True):
    """How a bank is laid out."""

    dash: int = 2
    """The column of the dash that begins a question, counted from 0."""
    fields: int = 2
    """How far a question's fields stand to the right of the dash."""
    items: int = 2
    """How far the items of a field's list stand to the right of the field."""


def scalar(text: str) -> str:
    """A text as YAML, in quotes if it would be read as something else without.

    Args:
        text: a clean text of one line, without blanks around it.
    """
    if not _needs_quotes(text):
        return text
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def _needs_quotes(text: str) -> bool:
    if not text or text in _NOTHING or text.endswith(":") or ": " in text or " #" in text:
        return True
    return text[0] in _SIGNS and _NEGATIVE.match(text) is None


def entry(values: Mapping[str, Value], layout: Layout = Layout()) -> dict[str, list[str]]:  # noqa: B008 - frozen
    """The lines of one question, field by field; the first one begins with the dash.

    Args:
        values: what its fields hold, in order.
        layout: how the bank is laid out.
    """
    column = layout.dash + layout.fields
    lines = {name: list(_field(name, value, column, layout)) for name, value in values.items()}
    first = next(iter(lines.values()))
    first[0] = " " * layout.dash + "-".ljust(layout.fields) + first[0].lstrip(" ")
    return lines


def _field(name: str, value: Value, column: int, layout: Layout) -> Iterator[str]:
    key = f"{' ' * column}{scalar(name)}:"
    if isinstance(value, str):
        yield f"{key} {scalar(value)}"
    elif isinstance(value, Mapping):
        yield key
        for inner, part in value.items():
            yield from _field(inner, part, column + 2, layout)
    elif all(isinstance(item, str) and _WORD.fullmatch(item) for item in value):
        yield f"{key} [{', '.join(scalar(item) for item in value if isinstance(item, str))}]"
    else:
        yield key
        for item in value:
            yield from _item(item, column + layout.items, layout)


def _item(item: Value, column: int, layout: Layout) -> Iterator[str]:
    dash = f"{' ' * column}- "
    if isinstance(item, str):
        yield dash + scalar(item)
    elif isinstance(item, Mapping):
        lines = [line for name, value in item.items() for line in _field(name, value, column + 2, layout)]
        yield dash + lines[0].lstrip(" ")
        yield from lines[1:]
    else:
        raise TypeError("a list in a list has no place in a bank")
