"""Coverage: how much of the source the panels teach, and how much of what they teach the questions test.

A panel teaches the ¶ that its key points come from; a question tests the key points it names, and the ¶ they come from.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import TypeVar

from msgspec import Struct

from tui.guide.gaps import Gap, untaught, untested
from tui.guide.model import BankEntry, Entry, Guide, KeyPoint
from tui.guide.words import KeyPointId, Kind, LessonId, PanelId, Paragraph, QuestionId
from tui.text import Clean

Id = TypeVar("Id", bound=str)


class ParagraphCoverage(Struct, frozen=True):
    """What a guide makes of one ¶ of the source."""

    paragraph: Paragraph
    """The ¶."""
    panels: tuple[PanelId, ...]
    """The panels that teach it, in order."""
    questions: tuple[QuestionId, ...]
    """The questions that test a key point of it, in the order of the bank."""


class PointCoverage(Struct, frozen=True):
    """How one key point is tested. The panel that teaches it is its own."""

    point: KeyPoint
    """The key point."""
    lesson: LessonId
    """The lesson that teaches it."""
    questions: tuple[QuestionId, ...]
    """The questions that test it, in the order of the bank."""
    types: tuple[str, ...]
    """The types of these questions, each once."""


class Group(Struct, frozen=True):
    """The key points that have something in common: a kind, a stance, a lesson."""

    id: str
    """What they have in common."""
    name: Clean
    """The same in the learner's words."""
    total: int
    """How many key points there are."""
    tested: int
    """How many are tested by a question."""
    tested_twice: int
    """How many are tested by two or more."""
    questions: int
    """How many questions test one of them."""

    @property
    def share(self) -> Fraction:
        """The share that is tested, 0 to 1; 0 where there are none."""
        return _share(self.tested, self.total)


class Coverage(Struct, frozen=True):
    """What a guide teaches of its source, and what its questions test of that."""

    title: Clean
    """The guide's title."""
    paragraphs: tuple[ParagraphCoverage, ...]
    """Every ¶ of the source, in order."""
    points: tuple[PointCoverage, ...]
    """Every key point, in the order of the lessons."""
    whole: Group
    """All key points together."""
    by_kind: tuple[Group, ...]
    """The key points of each kind; every kind is here, be there none of it."""
    by_stance: tuple[Group, ...]
    """The key points of each stance."""
    by_lesson: tuple[Group, ...]
    """The key points of each lesson."""
    questions_by_kind: Mapping[Kind, int]
    """How many questions are of each kind; every kind is here."""
    questions_by_type: Mapping[str, int]
    """How many questions are of each type that the bank has."""
    gaps: tuple[Gap, ...]
    """What is not covered: ¶ first, then key points."""

    @property
    def taught(self) -> int:
        """How many ¶ are taught by a panel."""
        return sum(bool(each.panels) for each in self.paragraphs)

    @property
    def tested(self) -> int:
        """How many ¶ are tested by a question."""
        return sum(bool(each.questions) for each in self.paragraphs)

    @property
    def share_taught(self) -> Fraction:
        """The share of the ¶ that is taught, 0 to 1."""
        return _share(self.taught, len(self.paragraphs))

    @property
    def share(self) -> Fraction:
        """The share covered, 0 to 1: of the ¶ taught or of the key points tested, the lower of the two."""
        return min(self.share_taught, self.whole.share)


def coverage_of(guide: Guide[Entry]) -> Coverage:
    """Count what a guide covers, by ¶, key point, kind, stance and lesson.

    Args:
        guide: the guide; its sound parts are counted.
    """
    points = _points(guide)
    whole = {"": guide.title}
    kinds = {kind: Clean(kind) for kind in Kind}
    lessons = {lesson.id: lesson.title for lesson in guide.lessons}
    asked = Counter(entry.kind for entry in guide.questions.values())
    return Coverage(
        title=guide.title,
        paragraphs=_paragraphs(guide.source.paragraphs, points),
        points=points,
        whole=_groups(points, whole, lambda _: "")[0],
        by_kind=_groups(points, kinds, lambda each: each.point.kind),
        by_stance=_groups(points, guide.stances, lambda each: each.point.stance),
        by_lesson=_groups(points, lessons, lambda each: each.lesson),
        questions_by_kind={kind: asked[kind] for kind in Kind},
        questions_by_type=Counter(type_of(entry) for entry in guide.questions.values()),
        gaps=(*untaught(guide), *untested(guide)),
    )


def type_of(entry: BankEntry) -> str:
    """The word that names a question's type in the bank."""
    return str(entry.__struct_config__.tag or type(entry).__name__.lower())


def _points(guide: Guide[Entry]) -> tuple[PointCoverage, ...]:
    testing: dict[KeyPointId, list[Entry]] = {point: [] for point in guide.key_points}
    for entry in guide.questions.values():
        for point in dict.fromkeys(entry.tests):
            testing[point].append(entry)
    return tuple(
        PointCoverage(
            point,
            lesson.id,
            tuple(entry.id for entry in testing[point.id]),
            tuple(dict.fromkeys(map(type_of, testing[point.id]))),
        )
        for lesson in guide.lessons
        for point in lesson.key_points
    )


def _paragraphs(count: int, points: Sequence[PointCoverage]) -> tuple[ParagraphCoverage, ...]:
    panels: dict[int, dict[PanelId, None]] = {number: {} for number in range(1, count + 1)}
    questions: dict[int, dict[QuestionId, None]] = {number: {} for number in range(1, count + 1)}
    for each in points:
        for cited in each.point.source:
            panels[cited][each.point.panel] = None
            questions[cited].update(dict.fromkeys(each.questions))
    return tuple(
        ParagraphCoverage(Paragraph(number), tuple(panels[number]), tuple(questions[number])) for number in panels
    )


def _groups(
    points: Sequence[PointCoverage], names: Mapping[Id, Clean], of: Callable[[PointCoverage], Id]
) -> tuple[Group, ...]:
    """The key points dealt out over groups, in the order of the names."""
    members: dict[Id, list[PointCoverage]] = {name: [] for name in names}
    for each in points:
        members[of(each)].append(each)
    return tuple(
        Group(
            id=name,
            name=names[name],
            total=len(own),
            tested=sum(bool(each.questions) for each in own),
            tested_twice=sum(len(each.questions) > 1 for each in own),
            questions=len({question for each in own for question in each.questions}),
        )
        for name, own in members.items()
    )


def _share(part: int, whole: int) -> Fraction:
    return Fraction(part, whole or 1)
