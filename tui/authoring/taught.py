"""What a guide teaches, as texts: against it questions are held."""

from collections.abc import Iterator
from typing import Any

from tui.authoring.parts import texts_in
from tui.guide.model import Guide


def taught(guide: Guide[Any]) -> Iterator[str]:
    """Every text of a guide's lessons and tables, and what it calls itself, its source and its stances."""
    yield from (guide.title, guide.source.title, guide.source.by)
    yield from guide.stances.values()
    yield from texts_in(guide.tables)
    yield from texts_in(guide.lessons)
