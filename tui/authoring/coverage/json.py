"""Coverage for other programs."""

import msgspec

from tui.guide.coverage import Coverage, Group, ParagraphCoverage, PointCoverage
from tui.guide.gaps import Gap

SCHEMA_VERSION = 1
"""Raised when a field changes its meaning or goes away."""


def written(coverage: Coverage) -> str:
    """The coverage as one JSON document."""
    document = {
        "schema_version": SCHEMA_VERSION,
        "share": float(coverage.share),
        "paragraphs": {
            "total": len(coverage.paragraphs),
            "taught": coverage.taught,
            "tested": coverage.tested,
            "each": [_paragraph(each) for each in coverage.paragraphs],
        },
        "key_points": {
            **_counts(coverage.whole),
            "by_kind": _groups(coverage.by_kind),
            "by_stance": _groups(coverage.by_stance),
            "by_lesson": _groups(coverage.by_lesson),
            "each": [_point(each) for each in coverage.points],
        },
        "questions": {
            "total": sum(coverage.questions_by_kind.values()),
            "by_kind": coverage.questions_by_kind,
            "by_type": coverage.questions_by_type,
        },
        "uncovered": [_gap(gap) for gap in coverage.gaps],
    }
    return msgspec.json.format(msgspec.json.encode(document), indent=2).decode() + "\n"


def _counts(group: Group) -> dict[str, int]:
    return {"total": group.total, "tested": group.tested, "tested_twice": group.tested_twice}


def _groups(groups: tuple[Group, ...]) -> dict[str, dict[str, int]]:
    return {group.id: {**_counts(group), "questions": group.questions} for group in groups}


def _paragraph(each: ParagraphCoverage) -> dict[str, object]:
    return {"paragraph": each.paragraph, "panels": each.panels, "questions": each.questions}


def _point(each: PointCoverage) -> dict[str, object]:
    point = each.point
    return {
        "id": point.id,
        "kind": point.kind,
        "stance": point.stance,
        "lesson": each.lesson,
        "panel": point.panel,
        "source": point.source,
        "questions": each.questions,
        "types": each.types,
    }


def _gap(gap: Gap) -> dict[str, object]:
    what: dict[str, object] = {"key_point": gap.key_point} if gap.key_point else {"paragraphs": gap.paragraphs}
    return {**what, **gap.place._asdict(), "message": gap.message, "hint": gap.hint}
