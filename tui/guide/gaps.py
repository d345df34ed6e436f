"""What a guide leaves untaught or untested, and where to write what is missing."""

from collections.abc import Iterator

from msgspec import Struct

from tui.guide.errors import Place
from tui.guide.files import top_of
from tui.guide.model import Entry, Guide, KeyPoint
from tui.guide.problems import shorten
from tui.guide.words import KeyPointId, Paragraph
from tui.paths import BANK, HEADER


class Gap(Struct, frozen=True):
    """Something that is not covered."""

    place: Place
    """Where to write what is missing: below what stands there."""
    message: str
    """What is not covered, without a full stop."""
    hint: str
    """What to write, without a full stop."""
    paragraphs: tuple[Paragraph, ...] = ()
    """The ¶ that no panel teaches, in a row."""
    key_point: KeyPointId | None = None
    """The key point that no question tests, if it is that."""


def untaught(guide: Guide[Entry]) -> Iterator[Gap]:
    """The ¶ that no panel teaches, those in a row together.

    Args:
        guide: the guide.
    """
    points = sorted(guide.key_points.values(), key=lambda point: min(point.source))
    taught = {paragraph for point in points for paragraph in point.source}
    for first, last in _rows(taught, guide.source.paragraphs):
        row = tuple(Paragraph(number) for number in range(first, last + 1))
        what = f"¶{first} is" if first == last else f"¶{first} to ¶{last} are"
        hint = f"write a key point with `source: {first}`, and the panel that teaches it"
        yield Gap(_near(guide, points, first), f"{what} taught by no panel", hint, paragraphs=row)


def _rows(taught: set[Paragraph], count: int) -> Iterator[tuple[int, int]]:
    """The first and the last of each row of ¶ that are not taught."""
    missing = [number for number in range(1, count + 1) if number not in taught]
    starts = [number for number in missing if number == 1 or number - 1 in taught]
    ends = [number for number in missing if number == count or number + 1 in taught]
    return zip(starts, ends, strict=True)


def _near(guide: Guide[Entry], points: list[KeyPoint], paragraph: int) -> Place:
    """The key point of the ¶ before, so that lessons go on in the order of the source; or where there is one at all."""
    before = [point for point in points if min(point.source) < paragraph]
    if before or points:
        return (before[-1] if before else points[0]).place
    return guide.lessons[0].place if guide.lessons else top_of(guide.folder / HEADER)


def untested(guide: Guide[Entry]) -> Iterator[Gap]:
    """The key points that no question tests, in the order of the lessons.

    Args:
        guide: the guide.
    """
    tested = {point for entry in guide.questions.values() for point in entry.tests}
    last = {guide.lesson_of(entry).id: guide.question_places[entry.id] for entry in guide.questions.values()}
    place = top_of(guide.folder / BANK)
    for lesson in guide.lessons:
        place = last.get(lesson.id, place)
        for point in lesson.key_points:
            if point.id not in tested:
                yield Gap(
                    place,
                    f"no question tests `{point.id}`: {shorten(point.says, 100)}",
                    f"write one with `tests: {point.id}`",
                    key_point=point.id,
                )
