"""From YAML's texts, lists and mappings to the types the guide is made of, with every mistake at its place."""

import re
from contextlib import suppress
from enum import Enum
from typing import Any, TypeVar, get_origin

import msgspec
from msgspec import Struct, ValidationError
from msgspec.structs import fields

from tui.guide.field_types import item_type, least_items, struct_type, types_of, value_type
from tui.guide.line_ends import join_lines
from tui.guide.nodes import UNSOUND, Event, Mapping, Node, Origin, Sequence
from tui.guide.problems import Problems, did_you_mean, in_words, one_of, shorten, with_article

Shape = TypeVar("Shape", bound=Struct)

_LEADING_ZEROS = re.compile(r"([+-]?)0+(\d+(?:\.\d+)?)")


def convert(
    node: Mapping, shape: type[Shape], origin: Origin, problems: Problems, also: tuple[str, ...] = ()
) -> Shape | None:
    """Make a mapping into a struct.

    Args:
        node: the mapping.
        shape: the struct's type.
        origin: where the mapping's piece of YAML stands.
        problems: where to tell what is wrong, all of it.
        also: fields the mapping may have beside those of the type, for "did you mean".

    Returns:
        The struct, or None if the mapping does not make one.
    """
    if node.has_lines:
        join_lines(node, shape)
    try:
        return msgspec.convert(node, shape, strict=False)
    except ValidationError:
        return _Explainer(origin, problems).struct(node, shape, also)


def sound_fields(node: Mapping, shape: type[Struct]) -> dict[str, Any]:
    """The fields that make sense by themselves, of a mapping that `convert` refused: they may be wrong in other ways.

    Args:
        node: the mapping.
        shape: the struct's type.
    """
    found = {}
    for field in fields(shape):
        if field.encode_name in node:
            with suppress(ValidationError):
                found[field.encode_name] = msgspec.convert(node[field.encode_name], field.type, strict=False)
    return found


class _Explainer:
    """Goes field by field, as the converter stops at the first mistake."""

    def __init__(self, origin: Origin, problems: Problems) -> None:
        self._origin = origin
        self._problems = problems
        self._told = False
        self._whole = "it"

    def struct(self, node: Mapping, shape: type[Shape], also: tuple[str, ...]) -> Shape | None:
        """Tell all that keeps a mapping from being this struct; mend numbers with leading zeros."""
        self._whole = with_article(str(shape.__struct_config__.tag or "entry"))
        self._fields(node, shape, also)
        if self._told:
            return None
        try:
            return msgspec.convert(node, shape, strict=False)
        except ValidationError as error:
            message = re.sub(r" - at `\$.*", "", str(error))
            self._tell(
                node.start, "wrong-shape", f"this cannot be used: {shorten(message, 200)}", "compare it with the others"
            )
            return None

    def _tell(self, event: Event, code: str, message: str, hint: str) -> None:
        self._told = True
        self._problems.error(self._origin.at(event), code, message, hint)

    def _fields(self, node: Mapping, shape: type[Struct], also: tuple[str, ...] = ()) -> None:
        known = {field.encode_name: field for field in fields(shape)}
        for name in node:
            if name not in known:
                if node[name] is UNSOUND:
                    self._told = True
                else:
                    self._unknown_field(node, name, (*known, *also))
        for name, field in known.items():
            if name in node:
                self._value(node, name, field.type, node.entries[name][1], name)
            elif field.required and not node.partial:
                self._missing(node, name)
        self._told = self._told or node.partial

    def _unknown_field(self, node: Mapping, name: str, known: tuple[str, ...]) -> None:
        free = [field for field in known if field not in node]
        hint = did_you_mean(name, free, "the fields here are " + ", ".join(f"`{field}`" for field in known))
        self._tell(node.entries[name][0], "unknown-field", f"there is no field `{shorten(name)}` here", hint)

    def _missing(self, node: Mapping, name: str) -> None:
        if name in node.blanks:
            self._tell(node.blanks[name], "missing-field", f"`{name}` has no value", f"write it after `{name}: `")
        else:
            self._tell(node.start, "missing-field", f"`{name}` is missing", f"add a line `{name}: …`")

    def _value(self, holder: Node, key: Any, kind: Any, event: Event, name: str) -> None:
        """Tell what is wrong with one value of a mapping or list, or with the parts of it."""
        value = holder[key]
        if value is UNSOUND:
            self._told = True
            return
        try:
            msgspec.convert(value, kind, strict=False)
        except ValidationError as error:
            shape, item, inner = struct_type(kind), item_type(kind), value_type(kind)
            if shape is not None and isinstance(value, Mapping):
                self._fields(value, shape)
            elif item is not None and isinstance(value, Sequence):
                told, self._told = self._told, False
                for index, part_event in enumerate(value.items):
                    self._value(value, index, item, part_event, name)
                if not self._told and len(value) < (least := least_items(kind)):
                    self._too_few(name, len(value), least, event)
                self._told = self._told or told
            elif inner is not None and isinstance(value, Mapping):
                for part in value:
                    self._value(value, part, inner, value.entries[part][1], part)
            elif not self._mend(holder, key, kind):
                self._leaf(name, value, kind, event, error)

    def _too_few(self, name: str, there: int, least: int, event: Event) -> None:
        what = name if least > 1 else name.removesuffix("s")
        message = f"{self._whole} needs {in_words(least)} {what} or more, and this has {in_words(there)}"
        self._tell(event, "too-few", message, f"add {in_words(least - there)}")

    @staticmethod
    def _mend(holder: Node, key: Any, kind: Any) -> bool:
        """Make `08` a number: it is one for everybody but computers."""
        value = holder[key]
        found = _LEADING_ZEROS.fullmatch(value) if isinstance(value, str) else None
        if not found or not {int, float}.intersection(types_of(kind)):
            return False
        holder[key] = found[1].replace("+", "") + found[2]
        return True

    def _leaf(self, name: str, value: Node, kind: Any, event: Event, error: ValidationError) -> None:
        parts = types_of(kind)
        enum = next((part for part in parts if isinstance(part, type) and issubclass(part, Enum)), None)
        written = _written(value)
        if enum is not None and isinstance(value, str):
            words = [str(member.value) for member in enum]
            hint = did_you_mean(value, words, one_of(words, 20))
            self._tell(event, f"unknown-{name}", f"there is no {name} {written}", hint)
        elif (shape := struct_type(kind)) is not None:
            names = ", ".join(f"`{field.encode_name}`" for field in fields(shape))
            self._tell(
                event, "wrong-shape", f"`{name}` holds {written} where fields are meant", f"its fields are {names}"
            )
        elif int in parts or float in parts:
            self._number(name, value, parts, event, error)
        elif bool in parts:
            self._tell(
                event, "not-true-or-false", f"`{name}` must be true or false, not {written}", "write `true` or `false`"
            )
        elif item_type(kind) is not None:
            hint = (
                f"write [{shorten(value, 20)}], or each item in a line of its own after `- `"
                if isinstance(value, str)
                else "write each item after `- `"
            )
            self._tell(event, "wrong-shape", f"`{name}` must be a list, not {written}", hint)
        elif value_type(kind) is not None:
            self._tell(
                event, "wrong-shape", f"`{name}` must have lines `name: text`, not {written}", "indent them below it"
            )
        else:
            self._tell(event, "wrong-shape", f"`{name}` must be one text, not {written}", "put quotes round the text")

    def _number(self, name: str, value: Node, parts: tuple[Any, ...], event: Event, error: ValidationError) -> None:
        written = _written(value)
        if "out of range" in str(error) or ">=" in str(error) or "<=" in str(error):
            self._tell(
                event, "number-out-of-range", f"`{name}` cannot be {written}", "write a smaller number, or a larger one"
            )
        else:
            what = "number" if float in parts else "whole number"
            many = ", or a list of them" if any(get_origin(part) is tuple for part in parts) else ""
            self._tell(
                event, "not-a-number", f"`{name}` must be a {what}{many}, not {written}", _in_digits(value, bool(many))
            )


def _written(value: Node) -> str:
    if isinstance(value, str):
        return f"`{shorten(value)}`"
    return "a list" if isinstance(value, Sequence) else "a mapping"


def _in_digits(value: Node, many: bool) -> str:
    """How numbers are to be written: the very ones where it is a matter of signs, such as ¶1 and 1-2."""
    if not many or not isinstance(value, str) or not _NUMBERS.fullmatch(value):
        return "write it in digits"
    found = [int(number) for number in re.findall("[0-9]+", value)]
    if len(found) == 2 and found[0] < found[1] <= found[0] + 20 and re.search("[-–]", value):
        found = list(range(found[0], found[1] + 1))
    return f"write `{found[0]}`" if len(found) == 1 else f"write `{found}`"


_NUMBERS = re.compile("¶*[ ]*[0-9]{1,9}(?:[ ]*(?:[-–,;&]|and)[ ]*¶*[ ]*[0-9]{1,9}){0,20}")
