"""A review line by line: what is due, asked again; before it, what is to be expected of a day to be ready for."""

from tui.guide.model import Lesson
from tui.memory.review import can_go_further
from tui.plain.going_on import going_on
from tui.plain.outlook import outlook_in
from tui.plain.quiz import sit
from tui.plain.talk import Gone, Talk
from tui.study import NothingToAsk, Study


def review(study: Study, talk: Talk, minutes: int | None = None, lesson: Lesson | None = None) -> None:
    """Ask what is due, and say how it went; where nothing is due, say when, and offer what helps most now.

    Args:
        study: the learner and the guide.
        talk: says and hears.
        minutes: how long it is at most; as long as the learner chose last, if None.
        lesson: only what this lesson teaches; everything, if None.
    """
    _tell_outlook(study, talk)
    today = study.today()
    if today and today.away:
        talk.say("Welcome back. Ten minutes are enough today; the rest is spread over the days to come.")
    try:
        sit(study, talk, going_on(study, talk, meant=False) or study.review(minutes, lesson))
    except Gone:
        # Nothing was begun.
        return
    except NothingToAsk as nothing:
        talk.say(str(nothing))
        _offer_further(study, talk, minutes, lesson)


def _offer_further(study: Study, talk: Talk, minutes: int | None, lesson: Lesson | None) -> None:
    if not can_go_further(study.guide, study.record, study.now, lesson):
        return
    prompt = (
        "Enter goes on with what helps most now: what you were not asked yet, then what is least certain. q leaves:"
    )
    try:
        while line := talk.hear(prompt):
            if line == "q":
                return
            talk.say(f"{line} is no key here.")
    except Gone:
        return
    sit(study, talk, study.review(minutes, lesson, further=True))


def _tell_outlook(study: Study, talk: Talk) -> None:
    outlook = outlook_in(study)
    if outlook is not None:
        from tui.drawing.outlook import outlook_sentences  # noqa: PLC0415  few have set a day

        talk.say(outlook_sentences(outlook))
