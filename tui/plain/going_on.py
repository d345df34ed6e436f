"""A sitting that was cut off, line by line: whether to go on with it."""

from tui.open_sitting import OpenSitting
from tui.plain.result import tell_result
from tui.plain.talk import Talk
from tui.study import Study


def going_on(study: Study, talk: Talk, *, meant: bool) -> OpenSitting | None:
    """Ask whether to go on with the sitting that was cut off last; before, tell of exams whose time ran out meanwhile.

    Args:
        study: the learner and the guide.
        talk: says and hears.
        meant: whether the learner has said that they go on. Where nobody is there to ask, they are told how to say it.

    Returns:
        The sitting, if the learner goes on with it.

    Raises:
        Gone: the input has ended.
    """
    for exam in study.cut_off.hand_in():
        talk.say("The time of your exam ran out while it was closed, and it was handed in.")
        tell_result(talk, exam)
    while offered := study.cut_off.offered:
        step = study.next_step()
        talk.say(f"{step.headline}: {step.amount}. {step.reason}")
        if not (meant or talk.answered_by_a_person):
            talk.say("kruzhok quiz --go-on goes on with it; this is a new one.")
            return None
        line = "" if meant else talk.hear("Enter goes on with it, n begins a new one, d drops it:").casefold()
        if not line:
            if sitting := study.cut_off.resume(offered.log.sitting):
                return sitting
            talk.say("It is open in another window, or nothing of it can be asked any more. What you answered is kept.")
        elif line == "d":
            if left := study.cut_off.drop(offered.log.sitting):
                tell_result(talk, left)
        elif line == "n":
            return None
        else:
            talk.say(f"{line} is no key here.")
    return None
