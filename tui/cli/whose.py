"""Whose record is meant, where several learn on one computer: asked at a terminal, never guessed from a slip."""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from tui.cli.screen import Whose
from tui.cli.telling import WrongCall, complain, unknown
from tui.memory.learners import UNNAMED, BadName, Learner, Learners, name_from
from tui.text import Clean

if TYPE_CHECKING:
    from tui.plain.talk import Talk


def folder_meant(whose: Whose) -> Path:
    """The data folder of the learner who is meant.

    Raises:
        WrongCall: there is no such learner.
        NoDataFolder: there is no telling where records are.
    """
    learner = learner_meant(whose, on_screen=False)
    assert learner is not None
    return learner.folder


def learner_meant(whose: Whose, *, on_screen: bool) -> Learner | None:
    """Who learns: the one named, or the only one, or who they say they are. The name is empty where nobody else learns.

    Args:
        whose: what was called.
        on_screen: whether the app is to ask who it is.

    Returns:
        The learner; None, if the app is to ask.

    Raises:
        WrongCall: there is no such learner, and nobody to ask whether they are new.
        NoDataFolder: there is no telling where records are.
    """
    learners = whose.learners()
    if whose.learner is not None:
        return _named(learners, whose.learner)
    everyone = learners.everyone()
    if len(everyone) < 2:
        return Learner(Clean(""), learners.usual().folder)
    if on_screen:
        return None
    return _asked(everyone) if _can_ask() else _usual(everyone)


def _named(learners: Learners, named: str) -> Learner:
    try:
        name = name_from(named)
    except BadName as error:
        raise WrongCall(str(error)) from None
    there = learners.called(name)
    if there is None:
        there = _begun(learners, name)
    return there


def _begun(learners: Learners, name: Clean) -> Learner:
    """Somebody new, if they say that they are: a slip in a name begins no record."""
    everyone = learners.everyone()
    said = unknown("learner", name, _names(everyone)) if everyone else f"Nobody has a record here yet, so {name} is new"
    if not _can_ask():
        raise WrongCall(f"{said}. Who is new begins at a terminal, where kruzhok can ask first")
    talk = _talk()
    talk.say(f"{said}.")
    mine = " mine if the record that is here is yours;" if _names(everyone) == [UNNAMED] else ""
    line = _heard(talk, f"Type new to begin a record for {name};{mine} Enter leaves:")
    try:
        if line == "new":
            return learners.begin(name)
        if mine and line == "mine":
            return learners.rename(everyone[0], name)
    except OSError as error:
        raise WrongCall(f"No record can be begun in {error.filename}: {error.strerror}") from None
    raise WrongCall("No record was begun")


def _asked(everyone: list[Learner]) -> Learner:
    """Who they say they are, by number or name."""
    talk = _talk()
    talk.say("Who is learning?")
    for number, learner in enumerate(everyone, 1):
        talk.say(learner.name, f"{number}. ")
    while line := _heard(talk, "A number or a name; Enter leaves:"):
        for number, learner in enumerate(everyone, 1):
            if line in {str(number), learner.name.casefold()}:
                return learner
        talk.say(unknown("learner", line, _names(everyone)))
    raise WrongCall("Nobody was chosen")


def _usual(everyone: list[Learner]) -> Learner:
    first, *others = _names(everyone)
    complain(f"This is the record of {first}. --learner NAME chooses another: {', '.join(others)}")
    return everyone[0]


def _names(everyone: Iterable[Learner]) -> list[str]:
    return [learner.name for learner in everyone]


def _can_ask() -> bool:
    return sys.stdin.isatty() and sys.stderr.isatty()


def _talk() -> "Talk":
    """A talk that leaves standard output to the results."""
    from tui.plain.talk import Talk

    return Talk(sys.stdin, sys.stderr)


def _heard(talk: "Talk", prompt: str) -> str:
    from tui.plain.talk import Gone

    try:
        return talk.hear(prompt).casefold()
    except Gone:
        return ""
