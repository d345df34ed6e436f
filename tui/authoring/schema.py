"""The JSON Schemas (2020-12) of a guide's YAML files, made from the types that read them.

An editor's YAML makes numbers and truth values of texts that look like them (`answer: 1919`), where the guide's readers
take them as text; so a text may be any of these here.
"""

from collections.abc import Mapping
from typing import Any

import msgspec
from msgspec import inspect

from tui.authoring.fields import FieldOf, Kind, about, alternatives, bare, fields_of, item_of, words_of
from tui.guide.bank_reader import USUAL_TYPE
from tui.guide.header_reader import ID_LENGTH, HeaderShape, SourceShape
from tui.guide.lesson_reader import FrontMatter
from tui.guide.tables import Claim, DateEntry, Person, Position, Term
from tui.quiz.question import Question
from tui.quiz.types import TYPES

Schema = dict[str, Any]
"""A schema, or a part of one."""

WHOLE = {"guide": HeaderShape, "lesson": FrontMatter}
"""What a file, or a lesson's front matter, holds as a whole."""
TABLES = {"dates": DateEntry, "people": Person, "positions": Position, "terms": Term, "argument": Claim}
"""What the list of each shared table holds."""
NAMES = ("bank", *WHOLE, *TABLES)
"""The schemas there are."""

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_A_WORD = r"[^\s!-/:-@A-Z\[-`{-~]+"
_ID: Schema = {"type": ["string", "integer"], "pattern": f"^{_A_WORD}(-{_A_WORD})*$", "maxLength": ID_LENGTH}
_TEXT: Schema = {"type": ["string", "number", "boolean"], "pattern": r"\S"}
_LEAVES: Mapping[type, Schema] = {
    inspect.IntType: {"type": ["integer", "string"], "pattern": r"^[+-]?\d+$"},
    inspect.FloatType: {"type": ["number", "string"], "pattern": r"^[+-]?\d+(\.\d+)?([eE][+-]?\d+)?$"},
    inspect.BoolType: {"type": ["boolean", "string"], "pattern": "^([Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee])$"},
    inspect.DictType: {"type": "object", "propertyNames": {"pattern": _ID["pattern"]}, "additionalProperties": _TEXT},
}
# What the readers check beside the fields.
_BESIDE: Mapping[type, Schema] = {
    SourceShape: {"anyOf": [{"required": ["author"]}, {"required": ["publisher"]}]},
    Claim: {"not": {"required": ["supports", "objects_to"]}},
}


def schema(name: str, types: Mapping[str, type[Question]] = TYPES) -> Schema:
    """The schema of one of a guide's files.

    Args:
        name: one of `NAMES`.
        types: the types of question by the word that names them in the bank.
    """
    made = _Maker()
    if name in WHOLE:
        body = made.struct(WHOLE[name])
    else:
        shape = TABLES.get(name)
        items = made.questions(types) if shape is None else made.reference(shape)
        body = _frame("questions" if shape is None else name, items)
    head = {"$schema": _DIALECT, "$id": f"urn:kruzhok:{name}"}
    return {**head, **body, **({"$defs": made.definitions} if made.definitions else {})}


def written(name: str) -> str:
    """The schema of one of a guide's files, as the text of a file.

    Args:
        name: one of `NAMES`.
    """
    return msgspec.json.format(msgspec.json.encode(schema(name)), indent=2).decode() + "\n"


def _frame(key: str, items: Schema) -> Schema:
    listed = {"type": ["array", "null"], "items": items, "description": "One entry after the other"}
    return {"type": "object", "properties": {key: listed}, "required": [key], "additionalProperties": False}


class _Maker:
    """Makes the parts of one schema, and keeps those that others refer to."""

    def __init__(self) -> None:
        self.definitions: dict[str, Schema] = {}

    def questions(self, types: Mapping[str, type[Question]]) -> Schema:
        """A question of any type: its type decides what else it has; a type that is not there is the usual one."""
        for word, shape in types.items():
            self.definitions[word] = self.struct(shape, {"type": {"const": word, "description": about(shape)}})
        says = f"How it asks; `{USUAL_TYPE}`, if left out"
        listed = {"enum": [*types], "default": USUAL_TYPE, "description": says, "examples": [*types][:1]}
        named = [
            {
                "if": {"properties": {"type": {"const": word}}, **({} if word == USUAL_TYPE else _has("type"))},
                "then": {"$ref": f"#/$defs/{word}"},
            }
            for word in types
        ]
        required = [field.name for field in fields_of(Question) if field.required]
        return {"type": "object", "properties": {"type": listed}, "required": required, "allOf": named}

    def reference(self, shape: type) -> Schema:
        """A reference to the schema of a struct, which is made at its first mention."""
        name = shape.__name__
        if name not in self.definitions:
            self.definitions[name] = {}
            self.definitions[name] |= self.struct(shape)
        return {"$ref": f"#/$defs/{name}"}

    def struct(self, shape: type, first: Mapping[str, Schema] | None = None) -> Schema:
        """The schema of a struct, with some properties that its fields lack."""
        fields = fields_of(shape)
        return {
            "type": "object",
            "description": about(shape),
            "properties": {**(first or {}), **{field.name: self._field(field) for field in fields}},
            "required": [field.name for field in fields if field.required],
            "additionalProperties": False,
            **_BESIDE.get(shape, {}),
        }

    def _field(self, field: FieldOf) -> Schema:
        kinds = [_ID] if field.name == "id" else [self._kind(kind) for kind in alternatives(field.kind)]
        item = item_of(field.kind)
        if field.one_will_do and item is not None:
            kinds.insert(0, self._kind(item))
        if not field.required:
            kinds[-1] = _or_nothing(kinds[-1])
        value = kinds[0] if len(kinds) == 1 else {"anyOf": kinds}
        return {"description": field.says, "examples": [*field.examples], **value, **field.rules}

    def _kind(self, kind: Kind) -> Schema:
        kind, rules, _ = bare(kind)
        return {**self._plain(kind), **rules}

    def _plain(self, kind: Kind) -> Schema:
        item = item_of(kind)
        if item is not None:
            return {"type": "array", "items": self._kind(item), **_least("minItems", getattr(kind, "min_length", None))}
        match kind:
            case inspect.StructType():
                return self.reference(kind.cls)
            case inspect.EnumType():
                return {"enum": [*words_of(kind)]}
            case inspect.IntType() | inspect.FloatType():
                return {**_LEAVES[type(kind)], **_least("minimum", kind.ge)}
            case _:
                return dict(_LEAVES.get(type(kind), _TEXT))


def _or_nothing(value: Schema) -> Schema:
    """The same, but nothing may stand there, which counts as left out."""
    if value.get("pattern") == _TEXT["pattern"]:
        value = {name: rule for name, rule in value.items() if name != "pattern"}
    if "type" not in value:
        return {"anyOf": [value, {"type": "null"}]}
    types = value["type"]
    return {**value, "type": [*(types if isinstance(types, list) else [types]), "null"]}


def _least(name: str, least: float | None) -> Schema:
    return {} if least is None else {name: least}


def _has(name: str) -> Schema:
    return {"required": [name]}
