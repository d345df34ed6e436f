"""What a learner knows, for other programs."""

from collections.abc import Mapping
from typing import Any

import msgspec

from tui.memory.confusions import Confusion
from tui.memory.due import due_day
from tui.memory.mastery import Mastery
from tui.memory.outlook import Outlook
from tui.memory.progress import LessonProgress, Progress

SCHEMA_VERSION = 1
"""Raised when a field changes its meaning or goes away."""


def written(progress: Progress, outlook: Outlook | None = None) -> str:
    """What a learner knows as one JSON document.

    Args:
        progress: what they know.
        outlook: what is to be expected of the day to be ready for, if there is one.
    """
    document = {
        "schema_version": SCHEMA_VERSION,
        "at": progress.at,
        "day": progress.today,
        "says": progress.says,
        "ready_by": None if outlook is None else _outlook(outlook),
        "lessons": [_lesson(progress, each) for each in progress.lessons],
        "kinds": {kind: _mastery(each) for kind, each in progress.kinds.items()},
        "due": [{"day": each, "key_points": count} for each, count in progress.due_days],
        "days": [{"day": each.day, "minutes": round(each.minutes, 1)} for each in progress.days if each.minutes > 0],
        "calibration": {
            confidence: {"answers": counted.answers, "right": counted.right}
            for confidence, counted in progress.judged.items()
        },
        "sittings": [
            {
                "began": each.sitting.began,
                "mode": each.sitting.mode,
                "occasion": each.sitting.occasion,
                "asked": each.sitting.asked,
                "credit": round(each.sitting.credit, 3),
            }
            for each in progress.sittings
        ],
        "confusions": [_confusion(each) for each in progress.confusions],
    }
    return msgspec.json.format(msgspec.json.encode(document), indent=2).decode() + "\n"


def _outlook(outlook: Outlook) -> dict[str, Any]:
    return {
        "day": outlook.by,
        "now": round(outlook.now, 4),
        "minutes_a_day": outlook.minutes,
        "with_plan": round(outlook.with_plan, 4),
        "without": round(outlook.without, 4),
    }


def _lesson(progress: Progress, lesson: LessonProgress) -> Mapping[str, Any]:
    curves = {curve.point.id: curve for curve in progress.curves}
    points = []
    for point, chance in zip(lesson.lesson.key_points, lesson.chances, strict=True):
        due = progress.falls_due.get(point.id)
        points.append(
            {
                "id": point.id,
                "kind": point.kind,
                "recall": None if chance is None else round(chance, 4),
                "due": due,
                "due_day": None if due is None else due_day(due, progress.at),
                "attempts": [{"at": each.at, "outcome": each.outcome} for each in curves[point.id].attempts],
            }
        )
    return {"id": lesson.lesson.id, "number": lesson.number, **_mastery(lesson.mastery), "key_points": points}


def _mastery(mastery: Mastery) -> dict[str, Any]:
    return {"mastery": round(mastery.chance, 4), "asked": mastery.met, "of": mastery.points}


def _confusion(confusion: Confusion) -> Mapping[str, Any]:
    return {
        "says": confusion.says,
        "question": confusion.question,
        "took": confusion.took,
        "for": confusion.key,
        "times": confusion.times,
        "drill": confusion.drill,
    }
