"""Which key points a question tests, asked line by line."""

import re
from collections import Counter
from collections.abc import Sequence

from tui.guide.model import Guide, KeyPoint
from tui.guide.problems import did_you_mean
from tui.guide.words import KeyPointId
from tui.plain.talk import Talk
from tui.quiz.question import Question

FEW = 12
"""So many key points are listed without being asked for."""
_PROMPT = "tests (ids or numbers; Enter lists all; a word, those that have it):"


def hear_points(talk: Talk, guide: Guide[Question]) -> list[str]:
    """Ask until one or more key points are named, by number or id.

    Args:
        talk: says and hears.
        guide: the guide whose key points they are.

    Raises:
        Gone: the input has ended.
    """
    points = list(guide.key_points.values())
    talk.say()
    talk.say("The key points that the question tests.", "tests: ")
    if len(points) <= FEW:
        _tell(talk, guide, points)
    while True:
        line = talk.hear(_PROMPT)
        words = [word for word in re.split(r"[\s,;]+", line) if word]
        named = [_named(word, points) for word in words]
        known = [point.id for point in named if point is not None]
        if known and len(known) == len(words):
            return list(dict.fromkeys(known))
        found = [point for point in points if line.casefold() in f"{point.id} {point.says}".casefold()]
        if found:
            _tell(talk, guide, found)
        else:
            unknown = next(word for word, point in zip(words, named, strict=True) if point is None)
            hint = did_you_mean(unknown, guide.key_points, "Enter lists all there are.")
            talk.say(f"There is no key point {unknown}: {hint}")


def _named(word: str, points: Sequence[KeyPoint]) -> KeyPoint | None:
    by_id = {point.id: point for point in points}
    if word in by_id:
        return by_id[KeyPointId(word)]
    if word.isascii() and word.isdecimal() and len(word) < 6 and 1 <= int(word) <= len(points):
        return points[int(word) - 1]
    return None


def _tell(talk: Talk, guide: Guide[Question], points: Sequence[KeyPoint]) -> None:
    """List key points under their lessons, each with its number in the whole guide, and say which are hardly tested."""
    numbers = {point: number for number, point in enumerate(guide.key_points, 1)}
    tested = Counter(point for question in guide.questions.values() for point in set(question.tests))
    for lesson in guide.lessons:
        here = [point for point in lesson.key_points if point in points]
        if here:
            talk.say(lesson.title)
        for point in here:
            mark = {0: " Not tested yet.", 1: " Tested once."}.get(tested[point.id], "")
            talk.say(f"{point.id}: {point.says}{mark}", f"  {numbers[point.id]}. ")
