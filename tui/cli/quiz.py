"""`kruzhok quiz`: straight to a quiz or an exam."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from datetime import timedelta
from typing import TYPE_CHECKING

from tui.cli.parser import at_least_one
from tui.cli.telling import WrongCall, unknown
from tui.guide.words import Kind

if TYPE_CHECKING:
    from argparse import _ActionsContainer

    from tui.cli.screen import Whose
    from tui.study import Study

HELP = "take a quiz or an exam"
EVERY = 999_999
"""More questions than any bank has: what `--count all` asks for."""


def arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    from tui.cli.screen import guide_argument, plain_argument, whose_arguments

    about_arguments(parser)
    add = parser.add_argument
    add(
        "--count",
        metavar="N",
        type=_count,
        help="at most so many questions, or all; if left out, 12, of one lesson 15, in an exam 20",
    )
    add("--prove", action="store_true", help="prove that you know the lesson: five questions, all right at once")
    add("--exam", action="store_true", help="verdicts at the end")
    add("--minutes", metavar="M", type=_minutes, help="how long the exam may take")
    add("--seed", metavar="S", default="", help="any text: the same seed gives the same questions in the same order")
    add("--go-on", action="store_true", help="go on with the quiz or exam that was cut off")
    guide_argument(parser)
    plain_argument(parser)
    whose_arguments(parser)


def about_arguments(parser: "_ActionsContainer") -> None:
    """Declare what the questions are about: a lesson, a kind."""
    add = parser.add_argument
    add("--lesson", metavar="L", help="only questions of this lesson: its number or its id")
    add("--kind", metavar="K", type=kind, help=f"only questions of this kind: {', '.join(Kind)}")


def _count(text: str) -> int:
    return EVERY if text == "all" else at_least_one(text)


def run(options: Namespace) -> int:
    """Ask, on the full screen where there is one."""
    from msgspec.structs import replace

    from tui.cli.screen import Whose, lesson_meant, show, study_of, tell_before
    from tui.cli.terminal import full_screen
    from tui.quiz.choosing import AT_ONCE, IN_EXAM, MIXED, Choice, choose, to_prove, why_nothing
    from tui.quiz.events import Mode

    if options.minutes is not None and not options.exam:
        raise WrongCall("Only an exam has a limit: --exam --minutes M")
    if options.prove and any((options.kind, options.count, options.exam)):
        raise WrongCall("--prove chooses its own questions; leave --kind, --count and --exam out")
    if options.go_on and any((options.prove, options.lesson, options.kind, options.count, options.exam, options.seed)):
        raise WrongCall("--go-on goes on with what was cut off, as it was chosen then; leave the other choices out")
    whose, on_screen = Whose.of(options), full_screen() and not options.plain
    with study_of(options.guide, whose, on_screen=on_screen) as study:
        if options.go_on:
            return _go_on(study, whose, on_screen=on_screen)
        lesson = lesson_meant(study.guide, options.lesson)
        count = options.count or (IN_EXAM if options.exam else AT_ONCE if lesson else MIXED)
        choice = Choice(lesson.id if lesson else None, options.kind, count, options.seed)
        if options.prove:
            if lesson is None:
                raise WrongCall("Say which lesson you know: --prove --lesson L")
            choice = replace(to_prove(lesson.id), seed=options.seed)
        if not choose(study.guide, choice):
            raise WrongCall(why_nothing(study.guide, choice))
        mode = Mode.EXAM if options.exam else Mode.PRACTICE
        if not on_screen:
            from tui.cli.terminal import talk
            from tui.plain.quiz import take

            tell_before(study, "what they concern is left out")
            take(study, talk(), choice, mode, options.minutes)
            return 0
        return show(study, whose, lambda app: app.open_quiz(choice, mode, options.minutes))


def _go_on(study: "Study", whose: "Whose", *, on_screen: bool) -> int:
    from tui.cli.screen import show, tell_before

    if on_screen:
        return show(study, whose, lambda app: app.take_up())
    if study.cut_off.offered is None:
        raise WrongCall("No quiz was cut off, or it is open in another window")
    from tui.cli.terminal import talk
    from tui.plain.quiz import go_on

    tell_before(study, "what they concern is left out")
    go_on(study, talk())
    return 0


def kind(text: str) -> Kind:
    """A kind as typed, for argparse."""
    try:
        return Kind(text.casefold())
    except ValueError:
        raise ArgumentTypeError(unknown("kind", text, Kind)) from None


def _minutes(text: str) -> float:
    from tui.quiz.exam_time import LONGEST

    most = LONGEST // timedelta(minutes=1)
    try:
        minutes = float(text)
    except ValueError:
        minutes = 0.0
    if not 0 < minutes <= most:
        raise ArgumentTypeError(f"a number of minutes up to {most} is needed")
    return minutes
