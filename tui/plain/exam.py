"""An exam, line by line: no verdict before the end, and everything can be changed until it is handed in."""

from contextlib import suppress

from msgspec.structs import replace

from tui.commands import EXAM, QUIZ, named
from tui.plain.asking import Asking, TimeIsUp
from tui.plain.asks import Takes, Turned
from tui.quiz.sitting import Ending

WHILE_ASKED = (
    *named((*EXAM, *QUIZ), "skip", "previous_question", "next_question", "flag", "doubt", "hand_in"),
    *(replace(command, help="Leave the exam; its result so far is shown") for command in named(QUIZ, "leave")),
)
"""What works in an exam."""


def examine(asking: Asking) -> None:
    """Ask until the exam is handed in, by the learner or by the clock.

    Raises:
        Gone: the input has ended.
    """
    with suppress(TimeIsUp):
        while not asking.open.sitting.finished:
            _turn(asking)
    if asking.open.sitting.ending is Ending.TIME_RAN_OUT:
        asking.talk.say("The time is up, and the exam is handed in. The last line does not count.")


def _turn(asking: Asking) -> None:
    asking.put()
    try:
        asking.respond()
    except Turned as turned:
        _do(asking, str(turned))
        return
    _to_next_open(asking)


def _do(asking: Asking, name: str) -> None:
    sitting = asking.open.sitting
    match name:
        case "leave":
            asking.open.leave()
        case "hand_in":
            _offer_to_hand_in(asking)
        case "flag":
            asking.open.flag()
            asking.talk.say("Flagged." if asking.open.sitting.current.flagged else "No longer flagged.")
        case "previous_question":
            asking.open.move((sitting.at - 1) % len(sitting.turns))
        case "next_question":
            asking.open.move((sitting.at + 1) % len(sitting.turns))


def _to_next_open(asking: Asking) -> None:
    """On to the next question without an answer, from the start again after the last one."""
    sitting = asking.open.sitting
    if not sitting.left_open:
        _offer_to_hand_in(asking)
        return
    asking.open.move(next((place for place in sitting.left_open if place > sitting.at), sitting.left_open[0]))


def _offer_to_hand_in(asking: Asking) -> None:
    turns = asking.open.sitting.turns
    left_open = [place + 1 for place in asking.open.sitting.left_open]
    flagged = [place + 1 for place, turn in enumerate(turns) if turn.flagged]
    asking.talk.say()
    asking.talk.say(f"Without an answer: {_listed(left_open)}. Flagged: {_listed(flagged)}.")
    while True:
        line = asking.hear(
            f"y hands in; a number from 1 to {len(turns)} goes back to that question:", takes=Takes.ANYTHING
        )
        if line.casefold() in {"y", "yes"}:
            asking.open.hand_in()
            return
        if line.isascii() and line.isdecimal() and len(line) < 7 and 0 < int(line) <= len(turns):
            asking.open.move(int(line) - 1)
            return
        if not line or line.casefold() in {"n", "no", "q"}:
            return


def _listed(numbers: list[int]) -> str:
    return ", ".join(map(str, numbers)) or "none"
