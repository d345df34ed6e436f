"""A quiz or an exam from its first question to its result. What counts and what comes next is the study's."""

from contextlib import suppress

from tui.open_sitting import OpenSitting
from tui.plain.asking import SKIPS_NUMBER, Asking, in_words
from tui.plain.exam import WHILE_ASKED as IN_EXAM
from tui.plain.exam import examine
from tui.plain.going_on import going_on
from tui.plain.practice import WHEN_TOLD, WHILE_ASKED, practise
from tui.plain.result import tell_result
from tui.plain.talk import Gone, Talk
from tui.quiz.ask import Write
from tui.quiz.choosing import Choice
from tui.quiz.events import Mode
from tui.quiz.explain import rule_of
from tui.study import NothingToAsk, Study
from tui.text import capitalised


def go_on(study: Study, talk: Talk) -> None:
    """Go on with the sitting that was cut off last, say how it went, and offer what was missed again.

    Args:
        study: the learner and the guide.
        talk: says and hears.
    """
    with suppress(Gone):
        sitting = going_on(study, talk, meant=True)
        if sitting is None:
            talk.say("No other quiz was cut off.")
        else:
            sit(study, talk, sitting)


def take(study: Study, talk: Talk, choice: Choice, mode: Mode = Mode.PRACTICE, minutes: float | None = None) -> None:
    """Take a quiz, say how it went, and offer what was missed again.

    Args:
        study: the learner and the guide.
        talk: says and hears.
        choice: what to ask.
        mode: practice or exam.
        minutes: how long an exam may take.
    """
    try:
        sit(study, talk, going_on(study, talk, meant=False) or study.begin(choice, mode, minutes))
    except NothingToAsk as nothing:
        talk.say(str(nothing))
    except Gone:
        # Nothing was begun.
        return


def sit(study: Study, talk: Talk, sitting: OpenSitting) -> None:
    """Take a sitting, and then as many with what was missed as the learner likes.

    Args:
        study: the learner and the guide.
        talk: says and hears.
        sitting: the sitting.
    """
    try:
        _sit(sitting, talk)
        while missed := _missed_again(sitting, talk):
            sitting = study.begin(missed)
            _sit(sitting, talk)
    except Gone:
        if not sitting.sitting.finished:
            sitting.leave()
            tell_result(talk, sitting)


def _sit(sitting: OpenSitting, talk: Talk) -> None:
    """Take one sitting to its end and say how it went.

    Raises:
        Gone: the input has ended.
    """
    exam = sitting.sitting.mode is Mode.EXAM
    asking = Asking(sitting, talk, IN_EXAM) if exam else Asking(sitting, talk, WHILE_ASKED, WHEN_TOLD)
    count = sitting.sitting.position.of
    questions = "1 question" if count == 1 else f"{count} questions"
    left = sitting.sitting.limit or sitting.review_left
    limit = f", {in_words(left)}" if left is not None else ""
    talk.say()
    number = f" ({SKIPS_NUMBER} where 0 could be the number)" if _asks_for_numbers(sitting) else ""
    talk.say(
        f"{capitalised(sitting.sitting.name)}: {questions}{limit}. "
        f"0 is I don't know{number}; ? says what else you can type."
    )
    if rule := rule_of(sitting.sitting):
        talk.say(rule)
    if exam:
        examine(asking)
    else:
        practise(asking)
    asking.tell_of_record()
    tell_result(talk, sitting)


def _asks_for_numbers(sitting: OpenSitting) -> bool:
    asks = (sitting.guide.questions[turn.question].ask(turn.seed) for turn in sitting.sitting.turns)
    return any(field.number for ask in asks if isinstance(ask, Write) for field in ask.fields)


def _missed_again(sitting: OpenSitting, talk: Talk) -> Choice | None:
    """What to ask next, if something was missed and the learner wants it again."""
    result = sitting.result()
    if not result.missed:
        return None
    while line := talk.hear("Enter asks the missed ones again, q leaves:"):
        if line == "q":
            return None
        talk.say(f"{line} is no key here.")
    return result.retry
