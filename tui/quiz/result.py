"""How a sitting went, and what that means: computed from the sitting and the guide alone."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import TypeVar

from tui.guide.model import Guide, Lesson, Panel
from tui.guide.words import Kind
from tui.quiz.choosing import Choice
from tui.quiz.meaning import meaning_of
from tui.quiz.question import Question
from tui.quiz.sitting import Ending, Sitting, Turn
from tui.quiz.verdict import Grade

Part = TypeVar("Part")

KIND_NAMES = {
    Kind.DATE: "dates",
    Kind.POSITION: "positions",
    Kind.CRITICISM: "criticisms",
    Kind.PERSON: "people",
    Kind.EVENT: "events",
    Kind.FIGURE: "figures",
    Kind.TERM: "terms",
}
"""The kinds as a learner reads them."""


@dataclass(frozen=True)
class Tally:
    """How one part of the questions went."""

    label: str
    """The part, as a learner reads it: "dates", "5 Whose unions?"."""
    right: float
    """The credit earned."""
    of: int
    """How many questions there were."""


@dataclass(frozen=True)
class Missed:
    """A question that was not fully right when first asked."""

    question: Question
    """The question."""
    grade: Grade
    """Partly, wrong or skipped; one left open in an exam is skipped too."""
    lesson: Lesson
    """The lesson that teaches it."""
    panel: Panel
    """The panel that teaches it."""
    whereabouts: str
    """Where that is, for the right edge of a line: "lesson 5, panel 2"."""


@dataclass(frozen=True)
class Result:
    """How a sitting went. Only first askings count: a repeat does not raise the score."""

    credit: float
    """The sum of all credit."""
    asked: int
    """How many questions count."""
    right: int
    """How many were fully right."""
    skipped: int
    """How many the learner said they did not know."""
    left_open: int
    """How many of an exam that has ended had no answer."""
    took: timedelta
    """How long it took."""
    ending: Ending | None
    """How it ended; None while it goes on."""
    by_kind: tuple[Tally, ...]
    """By kind of question, in the order of the kinds."""
    by_lesson: tuple[Tally, ...]
    """By lesson, in the order of the lessons."""
    missed: tuple[Missed, ...]
    """What was not fully right, in the order asked."""
    meaning: str
    """What it means, in a calm sentence or two."""
    proof: str = ""
    """What came of it, where it was to prove that a lesson is known."""
    left_over: str = ""
    """What was missed as often as it was asked; empty, if nothing was."""

    @property
    def said(self) -> str:
        """What it comes to, in words."""
        return " ".join(filter(None, (self.proof or self.meaning, self.left_over)))

    @property
    def retry(self) -> Choice:
        """The choice that asks what was missed once more, in a new order; only sensible if something was."""
        return Choice(only=tuple(missed.question.id for missed in self.missed))


def result_of(sitting: Sitting, guide: Guide[Question]) -> Result:
    """How a sitting went.

    Args:
        sitting: mostly one that has ended; of one that goes on, what was answered so far.
        guide: the guide its questions come from.
    """
    counted = [(turn, guide.questions[turn.question]) for turn in sitting.counted]
    grades = [_grade(turn) for turn, _ in counted]
    left_open = sum(turn.response is None for turn, _ in counted)
    skipped = grades.count(Grade.SKIPPED) - left_open
    last = max((turn.answered for turn in sitting.turns if turn.answered), default=sitting.started)
    return Result(
        credit=sum(_credit(turn) for turn, _ in counted),
        asked=len(counted),
        right=grades.count(Grade.CORRECT),
        skipped=skipped,
        left_open=left_open,
        took=max((sitting.ended or last) - sitting.started - sitting.away, timedelta(0)),
        ending=sitting.ending,
        by_kind=_tallies(counted, Kind, lambda question: question.kind, KIND_NAMES.__getitem__),
        by_lesson=_tallies(
            counted,
            range(1, len(guide.lessons) + 1),
            lambda question: guide.number_of(guide.lesson_of(question)),
            lambda number: f"{number} {guide.lessons[number - 1].title}",
        ),
        missed=tuple(_missed(guide, turn, question) for turn, question in counted if not turn.right),
        meaning=meaning_of([(question.kind, _credit(turn)) for turn, question in counted], skipped, left_open),
        proof=_proof(sitting, guide) if sitting.proves else "",
        left_over=_left_over(len(sitting.left_over)),
    )


def _left_over(number: int) -> str:
    if not number:
        return ""
    which, it = ("One question was", "it") if number == 1 else (f"{number} questions were", "them")
    return f"{which} missed each time, and left for a review: read what teaches {it} before that."


def _proof(sitting: Sitting, guide: Guide[Question]) -> str:
    lesson = guide.lesson_of(guide.questions[sitting.turns[0].question])
    which = f"lesson {guide.number_of(lesson)}"
    if sitting.has_proved:
        return f"You proved it: {which} counts as known and read, and comes back when it is due."
    return f"To prove {which}, every answer must be right at once. What you answered counts; you can try again."


def _grade(turn: Turn) -> Grade:
    return turn.verdict.grade if turn.verdict else Grade.SKIPPED


def _credit(turn: Turn) -> float:
    return turn.verdict.credit if turn.verdict else 0.0


def _tallies(
    counted: Iterable[tuple[Turn, Question]],
    parts: Iterable[Part],
    part_of: Callable[[Question], Part],
    label: Callable[[Part], str],
) -> tuple[Tally, ...]:
    """A tally for each part of which there were questions, in the order of the parts."""
    earned: dict[Part, list[float]] = {part: [] for part in parts}
    for turn, question in counted:
        earned[part_of(question)].append(_credit(turn))
    return tuple(Tally(label(part), sum(credit), len(credit)) for part, credit in earned.items() if credit)


def _missed(guide: Guide[Question], turn: Turn, question: Question) -> Missed:
    lesson, panel = guide.lesson_of(question), guide.panel_of(question)
    where = f"lesson {guide.number_of(lesson)}, panel {lesson.number_of(panel)}"
    return Missed(question, _grade(turn), lesson, panel, where)
