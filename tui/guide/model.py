"""The guide: what is taught, as plain data. It holds the sound parts only; the rest is in its problems."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Annotated, Generic, TypeVar

from msgspec import Meta, Struct

from tui.guide.blocks import Block
from tui.guide.errors import Place, Problem
from tui.guide.line_ends import SEVERAL_LINES
from tui.guide.tables import Tables
from tui.guide.words import GuideId, KeyPointId, Kind, LessonId, PanelId, Paragraph, QuestionId, StanceId
from tui.text import Clean

ONE_OR_SEVERAL = {"one": True}
"""Marks a list of which the file may give a single item without a list; the reader makes it one."""


class BankEntry(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What every question of the bank has, whatever its type."""

    id: Annotated[QuestionId, Meta(examples=["conference-date"])]
    """Never changes: the learner's memory hangs on it."""
    kind: Kind
    """What the question is about."""
    tests: Annotated[
        tuple[KeyPointId, ...],
        Meta(examples=["conference-1920"], extra_json_schema={"minItems": 1}, extra=ONE_OR_SEVERAL),
    ]
    """The key points it tests; the file may give one without a list."""
    question: Annotated[Clean, Meta(examples=["When did the conference meet?"], extra=SEVERAL_LINES)]
    """What is asked."""
    explanation: Annotated[Clean, Meta(examples=["It met in September 1920 (¶4)."], extra=SEVERAL_LINES)] = Clean("")
    """Why the key is the key, with its ¶; shown with the verdict."""


class KeyPoint(Struct, frozen=True):
    """One thing the learner must be able to recall: the unit of knowledge."""

    id: KeyPointId
    """Never changes: memory, mastery and coverage are counted by it."""
    kind: Kind
    """What it is about."""
    stance: StanceId
    """Whose view it is."""
    says: Clean
    """The point, in one sentence."""
    source: tuple[Paragraph, ...]
    """The ¶ it comes from."""
    panel: PanelId
    """The panel that teaches it."""
    place: Place
    """Where it stands in the lesson's file."""


class Panel(Struct, frozen=True):
    """What fills the screen at one time: one idea."""

    id: PanelId
    """Its heading, folded."""
    title: Clean
    """Its heading."""
    blocks: tuple[Block, ...]
    """Its content, in order."""
    place: Place
    """Where its heading stands."""


class Lesson(Struct, frozen=True):
    """One Markdown file of `lessons/`."""

    id: LessonId
    """The file's name, without number and ending."""
    title: Clean
    """Its title."""
    panels: tuple[Panel, ...]
    """Its panels, in order; at least one."""
    key_points: tuple[KeyPoint, ...]
    """What it teaches."""
    place: Place
    """Where it starts."""

    def taught_in(self, panel: PanelId) -> tuple[KeyPoint, ...]:
        """The key points that one panel teaches."""
        return tuple(point for point in self.key_points if point.panel == panel)

    def number_of(self, panel: Panel) -> int:
        """A panel's number in the lesson, from 1 on."""
        return self.panels.index(panel) + 1


class Source(Struct, frozen=True):
    """The document taught."""

    title: Clean
    """Its title."""
    by: Clean
    """Its author or publisher."""
    paragraphs: int
    """How many ¶ it has."""


Entry = TypeVar("Entry", bound=BankEntry)


@dataclass(frozen=True)
class Guide(Generic[Entry]):
    """All that is taught about one document, as far as it is sound."""

    folder: Path
    """The guide's folder."""
    id: GuideId
    """Its own name for itself: the learner's record hangs on it."""
    title: Clean
    """Its title."""
    language: str
    """Its language, as a BCP 47 tag."""
    source: Source
    """The document taught."""
    stances: Mapping[StanceId, Clean]
    """Whose views there are, in the learner's words."""
    lessons: tuple[Lesson, ...]
    """The lessons, in order."""
    tables: Tables
    """What lessons share."""
    questions: Mapping[QuestionId, Entry]
    """The bank, in the order of its file."""
    question_places: Mapping[QuestionId, Place]
    """Where each question stands in the bank."""
    problems: Sequence[Problem]
    """What is wrong with the files, in the order of file and line."""

    @cached_property
    def key_points(self) -> Mapping[KeyPointId, KeyPoint]:
        """All key points, in the order of the lessons."""
        return {point.id: point for lesson in self.lessons for point in lesson.key_points}

    @cached_property
    def lesson_of_panel(self) -> Mapping[PanelId, Lesson]:
        """The lesson in which each panel stands."""
        return {panel.id: lesson for lesson in self.lessons for panel in lesson.panels}

    def lesson(self, lesson_id: LessonId) -> Lesson:
        """The lesson with this id.

        Raises:
            KeyError: there is none.
        """
        for lesson in self.lessons:
            if lesson.id == lesson_id:
                return lesson
        raise KeyError(lesson_id)

    def number_of(self, lesson: Lesson) -> int:
        """A lesson's number in the guide, from 1 on."""
        return self.lessons.index(lesson) + 1

    def lesson_of(self, entry: BankEntry) -> Lesson:
        """The lesson to which a question belongs: the one that teaches the first key point it tests."""
        return self.lesson_of_panel[self.key_points[entry.tests[0]].panel]

    def panel_of(self, entry: BankEntry) -> Panel:
        """The panel that teaches the first key point a question tests."""
        wanted = self.key_points[entry.tests[0]].panel
        return next(panel for panel in self.lesson_of(entry).panels if panel.id == wanted)

    def questions_of(self, lesson: Lesson) -> Iterator[Entry]:
        """The questions that belong to a lesson, in the order of the bank."""
        return (entry for entry in self.questions.values() if self.lesson_of(entry) is lesson)
