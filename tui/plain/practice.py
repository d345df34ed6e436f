"""A practice, line by line: a question, its verdict, a stop."""

from collections.abc import Sequence

from tui.commands import QUIZ, Command, named
from tui.plain.asking import HELP_WORDS, Asking, tell_commands, typed_key
from tui.plain.asks import Turned
from tui.plain.panel import tell_panel
from tui.plain.talk import Talk
from tui.quiz.ask import Write
from tui.quiz.explain import headline, right_answer, what_becomes_of, whereabouts, why
from tui.quiz.verdict import Grade, Verdict

WHILE_ASKED = named(QUIZ, "skip", "doubt", "take_back", "leave")
"""What works while a question is asked."""
WHEN_TOLD = named(QUIZ, "show_panel", "overrule", "take_back", "doubt", "leave")
"""What works after its verdict."""


def practise(asking: Asking) -> None:
    """Ask until everything was right once, or the learner leaves.

    Raises:
        Gone: the input has ended.
    """
    if asking.open.verdict is not None:  # it was cut off before the learner went on
        asking.put()
        tell_verdict(asking, asking.open.verdict)
        _stop(asking)
    while not asking.open.sitting.finished:
        asking.put()
        try:
            verdict = asking.respond()
        except Turned as turned:
            _turn(asking, str(turned))
            continue
        if verdict is not None:
            tell_verdict(asking, verdict)
        _stop(asking)


def _turn(asking: Asking, name: str) -> bool:
    """Do what ends the question that is shown: whether it did."""
    if name == "leave":
        asking.open.leave()
        return True
    if not asking.open.can_take_back:
        asking.talk.say("There is no answer to take back.")
        return False
    asking.open.take_back()
    asking.talk.say("Taken back.")
    return True


def _stop(asking: Asking) -> None:
    while True:
        line = asking.talk.hear("Enter goes on:")
        name = next((command.name for command in WHEN_TOLD if typed_key(command) == line), "")
        match name:
            case "leave" | "take_back":
                if _turn(asking, name):
                    return
            case "show_panel":
                _tell_panel(asking)
            case "overrule":
                _overrule(asking)
            case "doubt":
                asking.doubt()
            case _ if line in HELP_WORDS:
                tell_commands(asking.talk, _working(asking))
            case _ if line:
                asking.talk.say(f"{line} is no key here. Enter goes on, q leaves, ? says what else you can type.")
            case _:
                asking.open.go_on()
                return


def _working(asking: Asking) -> tuple[Command, ...]:
    """What of it works after this verdict."""
    works = {"overrule": asking.open.can_overrule, "take_back": asking.open.can_take_back}
    return tuple(command for command in WHEN_TOLD if works.get(command.name, True))


def tell_verdict(asking: Asking, verdict: Verdict) -> None:
    """Say how it was, what is right, why, and where it is taught."""
    talk, question = asking.talk, asking.open.question
    talk.say()
    talk.say(headline(verdict, asking.open.ask))
    words = why(verdict)
    if isinstance(asking.open.ask, Write) and asking.open.ask.passage and words:
        # What is to be said of a gap is its right word.
        _tell_key(talk, words)
        words = ()
    elif asking.open.sitting.current.passed_over:
        talk.say("There was to remember:")
        for point in asking.open.checklist:
            talk.say(point, "  ")
    elif verdict.grade is not Grade.CORRECT:
        _tell_key(talk, right_answer(verdict.key))
    for line in (*words, question.explanation):
        if line:
            talk.say(line)
    talk.say(whereabouts(question, asking.open.guide))
    if then := what_becomes_of(asking.open.sitting):
        talk.say(then)


def _tell_key(talk: Talk, lines: Sequence[str]) -> None:
    if len(lines) == 1:
        talk.say(lines[0], "Right is: ")
    elif lines:
        talk.say("Right is:")
        for line in lines:
            talk.say(line, "  ")


def _tell_panel(asking: Asking) -> None:
    asking.talk.say()
    asking.talk.say(asking.open.panel.title)
    tell_panel(asking.talk, asking.open.guide, asking.open.lesson, asking.open.panel)


def _overrule(asking: Asking) -> None:
    if asking.open.can_overrule:
        asking.open.overrule()
        verdict = asking.open.sitting.current.verdict
        assert verdict is not None
        asking.talk.say(headline(verdict, asking.open.ask))
    else:
        asking.talk.say("Only what you typed yourself, and was not fully right, can be overruled.")
