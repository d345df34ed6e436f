"""The design's words as types: identities, kinds, paragraphs."""

from collections.abc import Iterable
from enum import StrEnum
from typing import NewType

GuideId = NewType("GuideId", str)
"""What the learner's record of a guide hangs on, wherever its folder is."""
KeyPointId = NewType("KeyPointId", str)
LessonId = NewType("LessonId", str)
PanelId = NewType("PanelId", str)
"""A panel's heading, folded: unique in the whole guide."""
QuestionId = NewType("QuestionId", str)
StanceId = NewType("StanceId", str)
Paragraph = NewType("Paragraph", int)
"""A paragraph of the source, ¶1 … ¶N, counted from 1."""


class Kind(StrEnum):
    """What a key point or a question is about."""

    DATE = "date"
    POSITION = "position"
    CRITICISM = "criticism"
    PERSON = "person"
    EVENT = "event"
    FIGURE = "figure"
    TERM = "term"


def cited(paragraphs: Iterable[Paragraph]) -> str:
    """Paragraphs of the source as they are cited, each once and in their order: `¶3, ¶7`."""
    return ", ".join(f"¶{paragraph}" for paragraph in sorted(set(paragraphs)))
