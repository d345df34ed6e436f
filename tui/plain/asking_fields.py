"""What the fields of a question hold, asked line by line: driven by the types, so that a new type is asked for, too."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from msgspec import inspect

from tui.authoring.fields import FieldOf, Kind, alternatives, bare, fields_of, item_of, words_of
from tui.authoring.yaml_text import Value
from tui.guide.problems import did_you_mean, one_of
from tui.plain.talk import Talk
from tui.text import ended

Check = Callable[[Value], str]
"""Says what is wrong with a value; nothing, if nothing is."""

_TRUE, _FALSE = frozenset(("true", "t", "yes", "y")), frozenset(("false", "f", "no", "n"))


class FieldAsker:
    """Asks for the value of one field after the other."""

    def __init__(self, talk: Talk) -> None:
        """Ask over a talk; whatever is asked raises Gone when the input ends."""
        self._talk = talk

    def ask(self, field: FieldOf, check: Check, otherwise: str = "") -> Value:
        """Ask until a field holds what passes the check.

        Args:
            field: what is asked for.
            check: says what is wrong with a value.
            otherwise: what an empty line stands for, if the author may leave it to us.
        """
        (kind, *_) = alternatives(field.kind)
        self._talk.say()
        self._talk.say(f"{ended(field.says)}{_shown(kind, field.examples)}", f"{field.name}: ")
        item = item_of(kind)
        if item is not None:
            return self._items(field, item, getattr(kind, "min_length", None) or int(field.required), check)
        while True:
            value = self._value(field.name, kind, required=field.required, otherwise=otherwise)
            if self._passes(value, check):
                return value

    def _passes(self, value: Value, check: Check) -> bool:
        wrong = check(value)
        if wrong:
            self._talk.say(wrong)
        return not wrong

    def _items(self, field: FieldOf, item: Kind, least: int, check: Check) -> Value:
        items: list[Value] = []
        while True:
            number = len(items) + 1
            value = self._value(f"{field.name} {number}", item, required=number <= least, otherwise="", ends=True)
            if not value:
                if self._passes(items, check):
                    return items
            elif len(items) + 1 < least or self._passes([*items, value], check):
                items.append(value)

    def _value(self, label: str, kind: Kind, *, required: bool, otherwise: str, ends: bool = False) -> Value:
        kind, _, _ = bare(kind)
        match kind:
            case inspect.StructType():
                return self._struct(label, kind.cls, required=required)
            case inspect.DictType():
                return self._mapping(label, required=required)
            case inspect.EnumType():
                return self._word(label, words_of(kind), required=required, otherwise=otherwise)
            case inspect.BoolType():
                return self._truth(label, required=required)
            case _:
                return self._line(label, required=required, otherwise=otherwise, ends=ends)

    def _line(self, label: str, *, required: bool, otherwise: str = "", ends: bool = False) -> str:
        empty = f"Enter takes {otherwise}" if otherwise else "Enter ends the list" if ends else "Enter leaves it out"
        prompt = f"{label}:" if required and not otherwise else f"{label} ({empty}):"
        while True:
            line = self._talk.hear(prompt).strip() or otherwise
            if line or not required:
                return line
            self._talk.say("This one is needed. Ctrl+c leaves without adding anything.")

    def _struct(self, label: str, shape: type, *, required: bool) -> Value:
        """The fields of a struct; nothing, if the first one is left empty."""
        made: dict[str, Value] = {}
        for field in fields_of(shape):
            first = not made
            needed = required if first else field.required
            (kind, *_) = alternatives(field.kind)
            inner = f"{label}, {field.name}"
            value = self._value(inner, kind, required=needed, otherwise="", ends=first)
            if first and not value:
                return ""
            if value:
                made[field.name] = value
        return made

    def _mapping(self, label: str, *, required: bool) -> Value:
        made: dict[str, Value] = {}
        while name := self._line(f"{label}, name {len(made) + 1}", required=required and not made, ends=True):
            made[name] = self._line(f"{label}, {name}", required=True)
        return made

    def _word(self, label: str, words: Sequence[str], *, required: bool, otherwise: str) -> str:
        while True:
            line = self._line(label, required=required, otherwise=otherwise)
            word = line.casefold()
            if word in words or not word:
                return word
            self._talk.say(ended(f"There is no {label} {line}: {did_you_mean(word, words, one_of(words, len(words)))}"))

    def _truth(self, label: str, *, required: bool) -> str:
        while True:
            word = self._line(f"{label}, true or false", required=required).casefold()
            if word in _TRUE or word in _FALSE or not word:
                return "" if not word else "true" if word in _TRUE else "false"
            self._talk.say("Type true or false.")


def _shown(kind: Kind, examples: Sequence[Any]) -> str:
    """What a value may be, or how it may look."""
    if isinstance(kind, inspect.EnumType):
        return f" One of {', '.join(words_of(kind))}."
    return "" if isinstance(kind, inspect.BoolType) else _example(examples)


def _example(examples: Sequence[Any]) -> str:
    shown = [example for example in examples if isinstance(example, str | int | float)]
    inner = [item for example in examples if isinstance(example, list) for item in example if isinstance(item, str)]
    words = [str(each) for each in (*shown, *inner)]
    if not words:
        words = ["; ".join(f"{key}: {text}" for key, text in each.items()) for each in _structs(examples)]
    return f" For example: {', '.join(words)}" if words else ""


def _structs(examples: Sequence[Any]) -> Sequence[Mapping[str, Any]]:
    return [item for each in examples if isinstance(each, list) for item in each if isinstance(item, dict)][:1]
