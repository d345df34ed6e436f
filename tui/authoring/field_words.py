"""What the docstrings under the fields of a struct say."""

import ast
import inspect
from collections.abc import Mapping
from functools import cache
from textwrap import dedent


@cache
def field_words(shape: type) -> Mapping[str, str]:
    """The docstring under each field of a class and of those it comes from; a field without one is left out.

    Args:
        shape: a class whose fields have docstrings under them.
    """
    words: dict[str, str] = {}
    for each in reversed(shape.__mro__):
        words |= _own_words(each)
    return words


def _own_words(shape: type) -> dict[str, str]:
    try:
        source = inspect.getsource(shape)
    except (OSError, TypeError):  # a class made elsewhere than in a file, or one of Python's own
        return {}
    body = ast.parse(dedent(source)).body[0]
    if not isinstance(body, ast.ClassDef):
        return {}
    words = {}
    for field, below in zip(body.body, body.body[1:], strict=False):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name) and isinstance(below, ast.Expr):
            text = below.value
            if isinstance(text, ast.Constant) and isinstance(text.value, str):
                words[field.target.id] = inspect.cleandoc(text.value)
    return words
