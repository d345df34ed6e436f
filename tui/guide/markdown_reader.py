"""The one way in which Markdown is read: raw HTML stays text, and nothing nests beyond reason."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt


@lru_cache(maxsize=1)
def markdown_reader() -> MarkdownIt:
    """The parser of a panel's prose."""
    from markdown_it import MarkdownIt  # noqa: PLC0415  costs 29 ms, and home does without

    return MarkdownIt("commonmark", {"html": False, "maxNesting": 20}).enable("table")
