"""What a report says in sentences, no more than the number of pupils allows."""

from collections.abc import Iterator

from tui.classroom.counting import tells_key
from tui.classroom.report.model import Discrimination, QuestionReport, Report, TeachAgain
from tui.classroom.shift import Shift
from tui.guide.edtf import day_in_words
from tui.memory.days import LOCAL
from tui.quiz.verdict import Grade
from tui.text import counted, percent

SIGNS = {Grade.CORRECT: "●", Grade.PARTLY: "◐", Grade.WRONG: "○", Grade.SKIPPED: "○", None: "·"}
"""The sign of each grade in a grid."""
SIGNS_SAID = "● right, ◐ partly, ○ missed, · no answer or not there"
"""What the signs mean."""
INTERVALS_SAID = (
    "In brackets: a range that, reckoned so, holds the true share, or what else it is, in 95 of 100 classes"
)
"""What the intervals mean."""
ACCEPTED = "accepted by the teacher"
"""What is said of an answer that is right for that reason alone."""
NONE_FAILED = "No question failed: of each at least two thirds were right."
"""What stands where nothing is to be taught again."""
NO_GUIDE = "The guide is not at hand, so there is no telling which panels teach what failed."
"""What stands there where the guide is missing."""


def day_said(report: Report) -> str:
    """The day on which the room was made, where it was made."""
    day = report.began.astimezone(LOCAL)
    return f"{day_in_words(day)} {day.year}"


def summary(report: Report) -> str:
    """How many pupils, and how many questions."""
    dropped = f" {counted(report.dropped, 'question was', 'questions were')} dropped." if report.dropped else ""
    return f"{counted(len(report.pupils), 'pupil')}, {counted(len(report.questions), 'question')} counted.{dropped}"


def again_said(again: TeachAgain) -> str:
    """Why a panel is to be taught again, in answers: a pupil may have given several."""
    *others, last = map(str, again.questions)
    questions = f"questions {', '.join(others)} and {last}" if others else f"question {last}"
    sure = "" if again.sure else ", which may still be chance in a class of this size"
    were = "was" if again.missed == 1 else "were"
    return f"{again.missed} of {counted(again.answers, 'answer')} to {questions} {were} not fully right{sure}."


def right_said(asked: QuestionReport) -> str:
    """How many were right, with its interval."""
    if not asked.answered:
        return f"None of {asked.there} answered."
    low, high = asked.interval
    return (
        f"{asked.right} of {asked.answered} right, {percent(asked.share)} ({percent(low)} to {percent(high)}). "
        f"{asked.answered} of {asked.there} answered."
    )


def key_untold(asked: QuestionReport) -> str:
    """The key, where nobody gave it, so that it is not among the answers; empty if somebody did."""
    return "" if tells_key(asked.counts) else "; ".join(asked.key)


def discrimination_said(found: Discrimination | None) -> str:
    """What a discrimination means, no more than the number of pupils allows."""
    if found is None:
        return "Whether it tells who knows the rest cannot be said: too few pupils, or all answered alike."
    low, high = found.interval
    if low > 0:
        meaning = "Who knows the rest knows this, too"
    elif high < 0:
        meaning = "Who knows the rest misses this: look whether its key or its words mislead"
    else:
        meaning = "Whether who knows the rest knows this cannot be told from so few"
    return f"{meaning} (discrimination {_signed(found.value)}, {_signed(low)} to {_signed(high)})."


def shift_said(shift: Shift) -> str:
    """What a second vote changed."""
    if not shift.pupils:
        return "Nobody voted twice."
    gain = "" if shift.gain is None else f" Gain {_signed(shift.gain)} of what could be gained."
    before, after = shift.stayed_right + shift.lost, shift.stayed_right + shift.gained
    return (
        f"Second vote: {before} right before, {after} after, of {shift.pupils} who voted twice; "
        f"{shift.gained} came to the right answer, {shift.lost} left it.{gain}"
    )


def notes_on(asked: QuestionReport) -> Iterator[str]:
    """What else is to be said of a question: what the teacher changed."""
    if asked.accepted:
        answers = "typed answer counts" if asked.accepted == 1 else "typed answers count"
        them = "it" if asked.accepted == 1 else "them"
        yield f"{asked.accepted} {answers} as right in the first vote, because the teacher accepted {them}."
    if asked.regraded:
        yield "Its key was mended afterwards, and all answers graded anew."


def _signed(number: float) -> str:
    return f"{number:+.2f}".replace("-", "−")
