"""The one next step that home offers, with its reason.

It is the first of these that there is:

1. What is due: forgetting does not wait, and what is asked in time holds best. After a week away, ten minutes of it.
   What was asked just now is not due before twelve hours have passed, so that it never interrupts the reading.
2. The first panel that is not read.
3. The quiz of the first lesson that was not taken; it counts as taken once half of the key points that it asks about
   were met.
4. What was missed.
5. A mixed quiz.

For the first two the bank is not read: home is shown without it.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from math import ceil
from typing import Literal

from msgspec import Struct

from tui.guide.blocks import words_in
from tui.guide.model import Guide, Lesson, Panel
from tui.memory.attempt import SittingId
from tui.memory.due import Today, due_points, today_of
from tui.memory.pace import VERDICT
from tui.memory.record import Record
from tui.memory.settings import Settings
from tui.quiz.choosing import AT_ONCE, MIXED, Choice, on_lesson
from tui.quiz.question import Question
from tui.text import counted

WORDS_A_MINUTE = 200
"""How fast a panel is read: a calm reader of plain prose."""
ANSWER_TIME = timedelta(seconds=30)
"""How long a question takes, with its verdict."""


class NextStep(Struct, frozen=True):
    """What to do next."""

    what: Literal["sitting", "review", "read", "quiz", "done"]
    """Go on with a quiz, review what is due, read on, take a quiz, or nothing: no panel and no question is left."""
    lesson: Lesson | None
    """The lesson to read or to be asked about; None for a quiz over several."""
    panel: Panel | None
    """The panel to read."""
    headline: str
    """The step in words: "Go on with lesson 5, Whose unions?"."""
    reason: str
    """Why this one: "Panel 2 of 5 is next."."""
    amount: str = ""
    """How much it is: "3 panels, 2 minutes"."""
    minutes: int = 0
    """How long it takes, in whole minutes rounded up."""
    choice: Choice | None = None
    """What the quiz is made of."""
    sitting: SittingId | None = None
    """The sitting that was cut off."""


def next_step(guide: Guide[Question], record: Record, at: datetime, settings: Settings) -> NextStep:
    """The next step.

    Args:
        guide: what is taught.
        record: what the learner did.
        at: now, in the learner's own time zone.
        settings: what they chose.
    """
    today = today_in(guide, record, at, settings)
    if today:
        return _review(today)
    for lesson in guide.lessons:
        unread = [panel for panel in lesson.panels if panel.id not in record.read_panels]
        if unread:
            return _read_on(guide, lesson, unread)
    return _after_reading(guide, record)


def _after_reading(guide: Guide[Question], record: Record) -> NextStep:
    for lesson in guide.lessons:
        questions = list(guide.questions_of(lesson))
        if questions and not _quiz_taken(questions, record):
            return _quiz(
                f"Take the quiz on lesson {guide.number_of(lesson)}, {lesson.title}",
                "You have read it; what you can recall of it shows what holds.",
                min(AT_ONCE, len(questions)),
                on_lesson(lesson.id),
                lesson,
            )
    missed = tuple(question for question in record.missed() if question in guide.questions)
    if missed:
        again = "Ask again what you missed", "These were not fully right when last asked."
        return _quiz(*again, len(missed), Choice(only=missed))
    if guide.questions:
        mixed = "Take a mixed quiz", "Everything is read and was asked once; mixed, it is harder and holds longer."
        return _quiz(*mixed, min(MIXED, len(guide.questions)), Choice(count=MIXED))
    if guide.lessons:
        return NextStep("done", None, None, "You have read it all", "This guide has no questions that can be used.")
    return NextStep("done", None, None, "There is nothing to read", "This guide has no lesson that can be used.")


def today_in(guide: Guide[Question], record: Record, at: datetime, settings: Settings) -> Today | None:
    """What of all that is due is for today; None if nothing is due.

    Args:
        guide: what is taught.
        record: what the learner did.
        at: now, in the learner's own time zone.
        settings: what they chose.
    """
    known = record.knowledge
    due = len(due_points(guide, known, at))
    return today_of(known, due, at, record.digest.pace.picked + VERDICT, settings.minutes)


def reading_time(panels: Iterable[Panel]) -> timedelta:
    """How long it takes to read some panels, at `WORDS_A_MINUTE`.

    Args:
        panels: the panels; all the words of their blocks count.
    """
    return timedelta(minutes=sum(words_in(panel.blocks) for panel in panels) / WORDS_A_MINUTE)


def _review(today: Today) -> NextStep:
    points, minutes = today.in_words, counted(today.minutes, "minute")
    headline = "Review what is due"
    reason = "Asked before it is forgotten, it holds longest."
    if today.away:
        headline = f"Welcome back, {minutes} today"
        reason = "First comes what is nearest to being forgotten."
    elif today.waiting:
        reason = "The most urgent first; the rest is for the days to come."
    return NextStep("review", None, None, headline, reason, f"{points}, {minutes}", today.minutes)


def _read_on(guide: Guide[Question], lesson: Lesson, unread: list[Panel]) -> NextStep:
    number, minutes = guide.number_of(lesson), _whole_minutes(reading_time(unread))
    begun = len(unread) < len(lesson.panels)
    reason = "It is the first." if number == 1 else f"You have read what comes before it, up to lesson {number - 1}."
    if begun:
        reason = f"Panel {lesson.number_of(unread[0])} of {len(lesson.panels)} is next."
    return NextStep(
        "read",
        lesson,
        unread[0],
        headline=f"{'Go on with' if begun else 'Read'} lesson {number}, {lesson.title}",
        reason=reason,
        amount=f"{counted(len(unread), 'panel')}, {counted(minutes, 'minute')}",
        minutes=minutes,
    )


def _quiz(headline: str, reason: str, questions: int, choice: Choice, lesson: Lesson | None = None) -> NextStep:
    minutes = _whole_minutes(questions * ANSWER_TIME)
    amount = f"{counted(questions, 'question')}, {counted(minutes, 'minute')}"
    return NextStep("quiz", lesson, None, headline, reason, amount, minutes, choice)


def _quiz_taken(questions: list[Question], record: Record) -> bool:
    asked = {point for question in questions for point in question.tests}
    # What was proved was met, too.
    return 2 * len(asked & record.digest.points.keys()) >= len(asked)


def _whole_minutes(time: timedelta) -> int:
    return max(1, ceil(time / timedelta(minutes=1)))
