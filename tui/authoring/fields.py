"""What the author writes in each field: read from the types themselves, for the schema and for asking."""

import inspect as python_inspect
from collections.abc import Mapping
from typing import Any

from msgspec import Struct, inspect

from tui.authoring.field_words import field_words

Kind = inspect.Type
"""What msgspec says a value must be."""


_EXAMPLES: Mapping[type, Any] = {inspect.BoolType: True, inspect.IntType: 1, inspect.FloatType: 1}


class FieldOf(Struct, frozen=True):
    """One field of a struct, as its author sees it."""

    name: str
    """What stands before the colon."""
    kind: Kind
    """What its value must be, without what is said about it."""
    required: bool
    """Whether it must be there."""
    says: str
    """What it is for, in a sentence or two."""
    examples: tuple[Any, ...]
    """How it may look; at least one."""
    rules: Mapping[str, Any]
    """What else holds of the value, in the words of JSON Schema."""
    one_will_do: bool
    """Whether a single item may stand without a list."""


def fields_of(shape: type) -> tuple[FieldOf, ...]:
    """The fields of a struct, in its order.

    Args:
        shape: a msgspec struct's type.
    """
    kind = inspect.type_info(shape)
    assert isinstance(kind, inspect.StructType)
    words = field_words(shape)
    return tuple(_field(field, words.get(field.name, "")) for field in kind.fields)


def _field(field: inspect.Field, words: str) -> FieldOf:
    kind, rules, extra = bare(field.type)
    says = rules.pop("description", None) or words
    examples = tuple(rules.pop("examples", ())) or (example_of(kind),)
    if "holds" in extra:
        inner = inspect.type_info(extra["holds"])
        kind = inspect.VarTupleType(inner) if isinstance(kind, inspect.VarTupleType) else inner
        examples = (example_of(kind),)
    return FieldOf(field.encode_name, kind, field.required, says, examples, rules, bool(extra.get("one")))


def bare(kind: Kind) -> tuple[Kind, dict[str, Any], Mapping[str, Any]]:
    """A type without what is said about it, what is said in the words of JSON Schema, and what in our own.

    Args:
        kind: any type.
    """
    if not isinstance(kind, inspect.Metadata):
        return kind, {}, {}
    inner, rules, extra = bare(kind.type)
    return inner, {**rules, **(kind.extra_json_schema or {})}, {**extra, **(kind.extra or {})}


def alternatives(kind: Kind) -> tuple[Kind, ...]:
    """The types a value may have, "nothing" left out: a field is left out for that."""
    kinds = kind.types if isinstance(kind, inspect.UnionType) else (kind,)
    return tuple(each for each in kinds if not isinstance(each, inspect.NoneType))


def item_of(kind: Kind) -> Kind | None:
    """The type of a list's items; None, if no list is meant."""
    known = inspect.VarTupleType | inspect.ListType | inspect.SetType | inspect.FrozenSetType
    return kind.item_type if isinstance(kind, known) else None


def words_of(kind: inspect.EnumType) -> tuple[str, ...]:
    """The words of an enumeration, in its order."""
    return tuple(str(member.value) for member in kind.cls)


def about(shape: type) -> str:
    """What a class's docstring says."""
    return python_inspect.cleandoc(shape.__doc__ or "")


def example_of(kind: Kind) -> Any:
    """A value of a type, as its author may write it."""
    kind, rules, _ = bare(alternatives(bare(kind)[0])[0])
    if examples := rules.get("examples"):
        return examples[0]
    item = item_of(kind)
    if item is not None:
        return [example_of(item)]
    if isinstance(kind, inspect.EnumType):
        return words_of(kind)[0]
    if isinstance(kind, inspect.StructType):
        return {field.name: field.examples[0] for field in fields_of(kind.cls)}
    return _EXAMPLES.get(type(kind), "text")
