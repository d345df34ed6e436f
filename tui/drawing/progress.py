"""What a learner knows, as pictures with a sentence each: the same for the screen and for who reads line by line."""

from collections.abc import Callable
from typing import NamedTuple

from tui.drawing.charts.calendar import StudyDay, calendar_lines, calendar_sentence
from tui.drawing.charts.calibration import Judged, calibration_lines, calibration_sentence
from tui.drawing.charts.curve import Asked, curve_lines, curve_sentence
from tui.drawing.charts.due import due_lines, due_sentence
from tui.drawing.charts.mastery import KindMastery, LessonMastery, mastery_sentence
from tui.drawing.charts.sittings import Taken, sittings_lines, sittings_sentence
from tui.memory.curve import Curve
from tui.memory.progress import Progress
from tui.quiz.result import KIND_NAMES
from tui.typeset import Line, Span, wrap

NOTHING_MIXED_UP = "Nothing is mixed up so far. What you take for something else more than once is named here."
"""What stands where there are no confusions."""


class Picture(NamedTuple):
    """A picture with what it means."""

    sentence: str
    """What it means."""
    lines: Callable[[int], list[Line]]
    """Its lines in a width; all that stands there, where there is nothing to draw, is the sentence."""


def lessons_of(progress: Progress) -> list[LessonMastery]:
    """The lessons, as `mastery_lines` draws them."""
    return [
        LessonMastery(
            each.number,
            each.lesson.title,
            each.mastery.chance if each.mastery.met else None,
            each.chances,
            each.missed,
        )
        for each in progress.lessons
    ]


def kinds_of(progress: Progress) -> list[KindMastery]:
    """The kinds, as `kind_lines` draws them."""
    return [
        KindMastery(KIND_NAMES[kind], each.chance if each.met else None, each.met, each.points)
        for kind, each in progress.kinds.items()
    ]


def mastery_meaning(progress: Progress) -> str:
    """What the lessons come to: how many key points hold."""
    return mastery_sentence(lessons_of(progress))


def due_picture(progress: Progress) -> Picture:
    """What is due over the coming weeks."""
    counts, today, later = progress.due, progress.today, progress.due_later
    return Picture(due_sentence(counts, today, later), lambda width: due_lines(counts, today, width, later))


def days_picture(progress: Progress) -> Picture:
    """The days studied."""
    days = [StudyDay(each.day, each.minutes, each.due) for each in progress.days]
    return Picture(calendar_sentence(days, progress.today), lambda width: calendar_lines(days, progress.today, width))


def calibration_picture(progress: Progress) -> Picture:
    """How well the learner knows what they know."""
    judged = [Judged(each, counted.right, counted.answers) for each, counted in progress.judged.items()]
    return Picture(calibration_sentence(judged), lambda width: calibration_lines(judged, width))


def sittings_of(progress: Progress) -> list[Taken]:
    """The last sittings, as `sittings_lines` draws them."""
    return [Taken(each.day, each.sitting.name, each.sitting.credit, each.sitting.asked) for each in progress.sittings]


def sittings_picture(progress: Progress, most: int) -> Picture:
    """How the last sittings went; of more than so many, the latest."""
    taken = sittings_of(progress)[-most:]
    return Picture(sittings_sentence(taken), lambda width: sittings_lines(taken, width))


def curve_picture(curve: Curve, progress: Progress) -> Picture:
    """The forgetting curve of one key point."""
    asked = [Asked(each.days, each.outcome) for each in curve.attempts]
    return Picture(
        curve_sentence(curve.recall, asked), lambda width: curve_lines(curve.recall, asked, progress.today, width)
    )


def confusion_lines(progress: Progress, width: int) -> list[Line]:
    """Each thing that is mixed up in a sentence, with the questions in which it happens."""
    if not progress.confusions:
        return wrap([Span(NOTHING_MIXED_UP)], width)
    lines: list[Line] = []
    for each in progress.confusions:
        lines += [*([()] if lines else []), *wrap([Span(each.says)], width)]
        for question in each.asked:
            lines += [(Span("  "), *line) for line in wrap([Span(question, "dim")], width - 2)]
    return lines
