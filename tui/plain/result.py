"""How a sitting went, line by line."""

from tui.guide.model import Guide
from tui.memory.coming import after_sitting
from tui.memory.days import LOCAL
from tui.open_sitting import OpenSitting
from tui.plain.asking import given, in_words
from tui.plain.talk import Talk
from tui.quiz.ask import Recalled
from tui.quiz.events import Mode
from tui.quiz.explain import whereabouts
from tui.quiz.question import Question
from tui.quiz.result import Result
from tui.quiz.sitting import Ending


def tell_result(talk: Talk, sitting: OpenSitting) -> None:
    """Say how a sitting went, what it means, and what was missed; after an exam, with the right answers."""
    result = sitting.result()
    talk.say()
    if not result.asked or (result.ending is Ending.LEFT and result.left_open == result.asked):
        talk.say("Nothing was answered that counts, so there is no result.")
        return
    if sitting.minutes_are_over and sitting.sitting.left_open:
        talk.say("The minutes are over. What was not asked waits for another day.")
    talk.say(f"Result: {points(result.credit)} of {result.asked}, in {in_words(result.took)}.")
    for tally in (*result.by_kind, *(result.by_lesson if len(result.by_lesson) > 1 else ())):
        talk.say(f"{tally.label}: {points(tally.right)} of {tally.of}", "  ")
    talk.say(result.said)
    known, at = sitting.study.record.knowledge, sitting.study.clock().astimezone(LOCAL)
    if coming := after_sitting(sitting.sitting, sitting.guide, known, at):
        talk.say(coming)
    if result.missed:
        _tell_missed(talk, sitting, result)


def points(credit: float) -> str:
    """Points as one says them: `3`, `2.5`."""
    return f"{round(credit, 1):g}"


def _tell_missed(talk: Talk, sitting: OpenSitting, result: Result) -> None:
    guide = sitting.guide
    exam = sitting.sitting.mode is Mode.EXAM
    talk.say()
    talk.say("Not fully right:")
    for number, missed in enumerate(result.missed, 1):
        question, mark = missed.question, f"  {number}. "
        talk.say(question.question, mark)
        indent = " " * len(mark)
        if exam:
            talk.say(f"Right is: {_right(question, guide)}", indent)
            if question.explanation:
                talk.say(question.explanation, indent)
        talk.say(whereabouts(question, guide), indent)


def _right(question: Question, guide: Guide[Question]) -> str:
    if isinstance(question.key, Recalled):
        return " ".join(guide.key_points[point].says for point in question.tests)
    return given(question.key)
