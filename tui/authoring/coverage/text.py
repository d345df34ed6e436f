"""Coverage for people: a map of the source, tables, and what is missing with the place to write it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import groupby

from tui.guide.coverage import Coverage, Group, ParagraphCoverage
from tui.guide.model import KeyPoint
from tui.text import clean
from tui.typeset import Span, cells, hang, indent, plain, short, wrap

WIDTH = 80
"""The cells of a line; only a place and what is missing there may be longer."""
LEGEND = "● taught, and tested by so many questions   ○ taught, not tested   · not taught"
COLUMNS = (("key points", 12), ("tested", 12), ("twice", 7), ("questions", 11))
"""The headings of a table's figures, and how wide the columns are."""
NAME_WIDTH = WIDTH - sum(width for _, width in COLUMNS)
_NO_BREAK = "\u00a0"


def written(coverage: Coverage) -> str:
    """The coverage as lines of text."""
    tables = {"kind": coverage.by_kind, "stance": coverage.by_stance, "lesson": coverage.by_lesson}
    width = max(min(cells(group.name), NAME_WIDTH) for groups in tables.values() for group in groups)
    parts: list[Iterable[str]] = [
        _summary(coverage),
        (*_map(coverage.paragraphs), "", LEGEND),
        *(_table(heading, groups, width) for heading, groups in tables.items()),
        _questions(coverage),
        _missing(coverage),
    ]
    return "\n\n".join("\n".join(lines) for lines in parts) + "\n"


def percent(share: Fraction) -> str:
    """A share for people. It is rounded down: 100% is said of all only."""
    return f"{int(100 * share)}%"


def _summary(coverage: Coverage) -> Iterator[str]:
    whole, count = coverage.whole, len(coverage.paragraphs)
    taught, tested = percent(coverage.share_taught), percent(whole.share)
    yield short(coverage.title, WIDTH)
    yield ""
    yield f"¶           {coverage.taught} of {count} taught ({taught}), {coverage.tested} tested"
    yield (
        f"key points  {whole.tested} of {whole.total} tested ({tested}), {whole.tested_twice} by two questions or more"
    )


def _map(paragraphs: tuple[ParagraphCoverage, ...]) -> Iterator[str]:
    """The ¶ in rows, each with a sign and the number of its questions."""
    wide = len(str(len(paragraphs))) + 1
    figures = max((len(str(len(each.questions))) for each in paragraphs), default=1)
    marks = [f"{f'¶{each.paragraph}':>{wide}} {_mark(each, figures)}" for each in paragraphs]
    in_a_row = min((WIDTH + 2) // (wide + figures + 5), 8)
    for start in range(0, len(marks), in_a_row):
        yield "  ".join(marks[start : start + in_a_row])


def _mark(each: ParagraphCoverage, figures: int) -> str:
    if each.questions:
        return f"● {len(each.questions):>{figures}}"
    return f"○ {0:>{figures}}" if each.panels else f"· {'-':>{figures}}"


def _table(heading: str, groups: tuple[Group, ...], width: int) -> Iterator[str]:
    yield _row(heading, [title for title, _ in COLUMNS], width)
    for group in groups:
        if group.total:
            figures = (group.total, f"{group.tested} {percent(group.share):>4}", group.tested_twice, group.questions)
            yield _row(short(group.name, width), figures, width)


def _row(name: str, figures: Iterable[object], width: int) -> str:
    columns = (f"{figure:>{wide}}" for figure, (_, wide) in zip(figures, COLUMNS, strict=True))
    return name + " " * (width - cells(name)) + "".join(columns)


def _questions(coverage: Coverage) -> Iterator[str]:
    yield f"questions  {sum(coverage.questions_by_kind.values())}"
    yield from _listed("by kind    ", {str(kind): count for kind, count in coverage.questions_by_kind.items()})
    yield from _listed("by type    ", coverage.questions_by_type)


def _listed(heading: str, counts: Mapping[str, int]) -> Iterator[str]:
    text = ", ".join(f"{name}{_NO_BREAK}{count}" for name, count in counts.items() if count) or "none"
    lines = hang(wrap([Span(text)], WIDTH - len(heading)), (Span(heading),), indent(len(heading)))
    return (plain(line).replace(_NO_BREAK, " ") for line in lines)


def _missing(coverage: Coverage) -> Iterator[str]:
    if not coverage.gaps:
        yield "All of the source is taught, and every key point is tested."
        return
    yield "Not covered, and where to write it (below what stands there):"
    for gap in coverage.gaps:
        if gap.paragraphs:
            yield ""
            yield clean(f"{gap.place.file}:{gap.place.line}: {gap.message}; {gap.hint}", one_line=True)
    points = {each.point.id: each.point for each in coverage.points}
    untested = [gap for gap in coverage.gaps if gap.key_point]
    for (file, line, _), gaps in groupby(untested, key=lambda gap: gap.place):
        yield ""
        yield clean(f"{file}:{line}: no question tests", one_line=True)
        yield from _points([points[gap.key_point] for gap in gaps if gap.key_point])


def _points(points: Sequence[KeyPoint]) -> Iterator[str]:
    width = min(max(cells(point.id) for point in points), NAME_WIDTH)
    for point in points:
        yield f"  {point.id:<{width}}  {short(point.says, max(WIDTH - 4 - max(width, len(point.id)), 20))}"
