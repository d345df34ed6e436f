"""What a field's type says of its value: of which types it, its items or its parts may be."""

from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from msgspec import Struct


def plain(kind: Any) -> Any:
    """A type without its name of our own and its annotations."""
    while True:
        if get_origin(kind) is Annotated:
            kind = get_args(kind)[0]
        elif hasattr(kind, "__supertype__"):
            kind = kind.__supertype__
        else:
            return kind


def types_of(kind: Any) -> tuple[Any, ...]:
    """The types a value may have."""
    kind = plain(kind)
    return tuple(map(plain, get_args(kind))) if get_origin(kind) in {Union, UnionType} else (kind,)


def item_type(kind: Any) -> Any:
    """The type of a list's items; None if no list is meant."""
    for part in types_of(kind):
        if get_origin(part) in {tuple, list}:
            return get_args(part)[0]
    return None


def least_items(kind: Any) -> int:
    """How many items a list has at least."""
    if get_origin(kind) is not Annotated:
        return 0
    return max((getattr(each, "min_length", None) or 0 for each in get_args(kind)[1:]), default=0)


def value_type(kind: Any) -> Any:
    """The type of a free mapping's values; None if no such is meant."""
    for part in types_of(kind):
        if get_origin(part) is dict:
            return get_args(part)[1]
    return None


def struct_type(kind: Any) -> type[Struct] | None:
    """The struct that a value may be; None if no such is meant."""
    for part in types_of(kind):
        if isinstance(part, type) and issubclass(part, Struct):
            return part
    return None
