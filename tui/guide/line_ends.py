"""Texts of several lines: a field keeps them if its type says so, and any other is one line."""

from typing import Annotated, Any, get_args, get_origin

from msgspec import Struct
from msgspec.structs import fields

from tui.guide.field_types import item_type, plain, struct_type, value_type
from tui.guide.nodes import Mapping, Node, Sequence
from tui.text import clean

SEVERAL_LINES = {"lines": True}
"""Marks a field whose text may have several lines: the `extra` of its `Meta`."""


def join_lines(node: Mapping, shape: type[Struct]) -> None:
    """Make one line of each text in a mapping that is not to have several.

    Args:
        node: the mapping; it is changed.
        shape: the struct that it is to become.
    """
    for field in fields(shape):
        if field.encode_name in node:
            node[field.encode_name] = _joined(node[field.encode_name], field.type)


def _joined(value: Node, kind: Any) -> Node:
    if kind is None or plain(kind) is object:
        return value
    if isinstance(value, str):
        return value if _may_have_lines(kind) else clean(value, one_line=True)
    if isinstance(value, Sequence):
        value[:] = [_joined(each, item_type(kind)) for each in value]
    elif isinstance(value, Mapping):
        shape = struct_type(kind)
        if shape is not None:
            join_lines(value, shape)
        else:
            value.update({key: _joined(each, value_type(kind)) for key, each in value.items()})
    return value


def _may_have_lines(kind: Any) -> bool:
    if get_origin(kind) is not Annotated:
        return False
    return any((getattr(each, "extra", None) or {}).get("lines") for each in get_args(kind)[1:])
