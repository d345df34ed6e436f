"""YAML as an editor reads it: YAML 1.2's core schema, which makes numbers and truth values of what looks like them."""

import re
from typing import Any

import yaml


class EditorLoader(yaml.SafeLoader):
    """PyYAML's loader, with YAML 1.2's core schema in place of 1.1's."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012 - PyYAML's own form


for tag, pattern, first in (
    ("null", r"^(?:~|null|Null|NULL|)$", [*"~nN", ""]),
    ("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", [*"tTfF"]),
    ("int", r"^[-+]?[0-9]+$", [*"-+0123456789"]),
    ("float", r"^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$", [*"-+.0123456789"]),
):
    EditorLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), first)


def int_of(_loader: yaml.SafeLoader, node: yaml.ScalarNode) -> int:
    """A whole number; leading zeros are no octal."""
    return int(node.value)


def float_of(_loader: yaml.SafeLoader, node: yaml.ScalarNode) -> float:
    """A number."""
    return float(node.value)


EditorLoader.add_constructor("tag:yaml.org,2002:int", int_of)
EditorLoader.add_constructor("tag:yaml.org,2002:float", float_of)


def as_editor(text: str) -> Any:
    """What an editor finds in a piece of YAML."""
    return yaml.load(text, EditorLoader)


def as_written(text: str) -> Any:
    """The same with every scalar a text, as the guide's readers take it."""
    return yaml.load(text, yaml.BaseLoader)
