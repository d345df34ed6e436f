"""The words about a verdict that every front end shows: said once, here."""

from tui.guide.model import Guide
from tui.guide.words import cited
from tui.quiz.ask import (
    Arrange,
    Arranged,
    Ask,
    Pair,
    Paired,
    Pick,
    Picked,
    Recall,
    Recalled,
    Response,
    Skipped,
    Write,
    Written,
)
from tui.quiz.question import Question
from tui.quiz.sitting import Sitting
from tui.quiz.verdict import Grade, Note, Verdict

SIGNS = {Grade.CORRECT: "✓", Grade.PARTLY: "◐", Grade.WRONG: "✗", Grade.SKIPPED: "–"}
"""The sign that stands before a verdict."""
COMES_BACK = "This one will come back."
"""What is said of a missed question in practice."""
IS_NOT_COUNTED = "It counts neither for you nor against you."
"""What is said of a recall that was passed over."""
IS_LEFT_OVER = "Enough of it for now: a review will ask it."
"""What is said of one that was missed too often in one sitting."""

_FRACTIONS = {
    1 / 4: "A quarter of a point.",
    1 / 3: "A third of a point.",
    1 / 2: "Half a point.",
    2 / 3: "Two thirds of a point.",
    3 / 4: "Three quarters of a point.",
}


def headline(verdict: Verdict, ask: Ask) -> str:
    """The verdict in a few words.

    Args:
        verdict: what grading says.
        ask: what it was that was answered.
    """
    if verdict.overruled:
        right, parts = verdict.parts.count(Grade.CORRECT), len(verdict.parts)
        counted = "Counted" if right == parts else f"{right} of {parts} counted"
        return f"{counted} as right, because you say so."
    match verdict.grade:
        case Grade.SKIPPED:
            return "You passed this one over." if isinstance(ask, Recall) else "You don't know this one yet."
        case Grade.CORRECT:
            return f"Right. You had all {ask.points}." if isinstance(ask, Recall) and ask.points > 1 else "Right."
        case Grade.PARTLY:
            return f"{_in_part(verdict, ask)} {share_of_a_point(verdict.credit)}"
        case Grade.WRONG:
            return _not_right(ask)


def rule_of(sitting: Sitting) -> str:
    """What else goes for a sitting than for any quiz, said before its first answer; mostly nothing."""
    if sitting.proves:
        return f"All {sitting.position.of} right at once, and the lesson counts as known."
    if sitting.drills:
        return "In answers to these you mixed something up."
    return ""


def what_becomes_of(sitting: Sitting) -> str:
    """Whether the question that was just answered in practice is asked again; nothing, if it was right."""
    if sitting.current.right:
        return ""
    if sitting.current.passed_over:
        return IS_NOT_COUNTED
    return COMES_BACK if sitting.comes_back else IS_LEFT_OVER


def right_answer(key: Response) -> tuple[str, ...]:
    """The right answer, or any other response, in words.

    Args:
        key: a response.

    Returns:
        A line for each option, field, item or pair; none for a recall, whose checklist says it.
    """
    match key:
        case Picked():
            return key.options
        case Written():
            return key.fields
        case Arranged():
            return tuple(f"{place}. {item}" for place, item in enumerate(key.items, 1))
        case Paired():
            return tuple(f"{left}: {right}" for left, right in key.pairs)
        case Recalled() | Skipped():
            return ()


def why(verdict: Verdict) -> tuple[str, ...]:
    """What is to be said of parts of the response, a line each: why the option picked is wrong, say.

    Args:
        verdict: what grading says. A note that the headline has said already is left out.
    """
    if verdict.overruled or _said_in_headline(verdict) is not None:
        return ()
    return tuple(_line(note, verdict) for note in verdict.notes)


def whereabouts(question: Question, guide: Guide[Question]) -> str:
    """Say where the first key point of a question is taught, as in "Lesson 5, panel 2 says it (¶7)".

    Args:
        question: the question; of its other key points, the ¶ are cited of those that the same panel teaches.
        guide: the guide that teaches it.
    """
    lesson, panel = guide.lesson_of(question), guide.panel_of(question)
    said = [point for point in lesson.taught_in(panel.id) if point.id in question.tests]
    whence = cited(paragraph for point in said for paragraph in point.source)
    return f"Lesson {guide.number_of(lesson)}, panel {lesson.number_of(panel)} says it ({whence})."


def share_of_a_point(credit: float) -> str:
    """A credit between 0 and 1 as a sentence: "Half a point."."""
    for fraction, words in _FRACTIONS.items():
        if abs(credit - fraction) < 0.01:
            return words
    return f"{min(max(round(credit, 1), 0.1), 0.9)} of a point."


def _in_part(verdict: Verdict, ask: Ask) -> str:
    note = _said_in_headline(verdict)
    if note is not None:
        return note.says
    right, parts = verdict.parts.count(Grade.CORRECT), len(verdict.parts)
    match ask:
        case Recall():
            words = f"You had {right} of {ask.points}."
        case Write() if parts > 1:
            words = f"{right} of {parts} right."
        case Pair():
            words = f"{right} of {len(ask.left)} pairs right."
        case Pick():
            words = "Not quite these."
        case Arrange():
            words = "Partly in order."
        case _:
            words = "Partly right."
    return words


def _not_right(ask: Ask) -> str:
    match ask:
        case Pick():
            return "Not these." if ask.several else "Not this one."
        case Write():
            return "Not right." if len(ask.fields) == 1 else "None of them is right."
        case Pair():
            return "None of these pairs is right."
        case Recall():
            return f"None of the {ask.points} yet." if ask.points > 1 else "Not yet."
        case _:
            return "Not in this order."


def _said_in_headline(verdict: Verdict) -> Note | None:
    """The note that is the headline: how near a single typed answer came."""
    single = isinstance(verdict.key, Written) and len(verdict.key.fields) == 1 and len(verdict.notes) == 1
    return verdict.notes[0] if single and verdict.grade is Grade.PARTLY else None


def _line(note: Note, verdict: Verdict) -> str:
    """A note, with the part it is about unless that is plain: the one option picked, the one answer typed."""
    if isinstance(verdict.key, Written) and len(verdict.key.fields) == 1 and verdict.grade is Grade.CORRECT:
        return f"{note.about}. {note.says}"
    single = isinstance(verdict.key, Picked | Written) and not verdict.parts and len(verdict.notes) == 1
    return note.says if single else f"{note.about}: {note.says}"
