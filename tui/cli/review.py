"""`kruzhok review`: what is due, asked again before it is forgotten."""

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from tui.cli.parser import at_least_one
from tui.cli.telling import WrongCall

if TYPE_CHECKING:
    from datetime import date

    from tui.study import Study

HELP = "be asked again what is due"
_NONE = "none"


def arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    from tui.cli.screen import guide_argument, plain_argument, whose_arguments

    add = parser.add_argument
    add("--minutes", metavar="N", type=at_least_one, help="no longer than this; else as long as you chose last")
    add("--by", metavar="DATE", help=f"set the date to be ready for, such as 2027-01-15; {_NONE} drops it")
    add("--lesson", metavar="L", help="only what this lesson teaches: its number or its id")
    guide_argument(parser)
    plain_argument(parser)
    whose_arguments(parser)


def run(options: Namespace) -> int:
    """Review, on the full screen where there is one; with a date to be ready for, say what is to be expected."""
    from tui.cli.screen import Whose, lesson_meant, show, study_of, tell_before
    from tui.cli.terminal import full_screen

    whose, on_screen = Whose.of(options), full_screen() and not options.plain
    with study_of(options.guide, whose, on_screen=on_screen) as study:
        lesson, before = lesson_meant(study.guide, options.lesson), study.settings.by
        if options.by is not None:
            _set_date(study, options.by)
        if not on_screen:
            from tui.cli.terminal import talk
            from tui.memory.days import day_of
            from tui.plain.review import review

            tell_before(study, "what they concern is left out")
            if options.by is not None and options.by.casefold() == _NONE:
                talk().say(_dropped(before, day_of(study.now)))
            review(study, talk(), options.minutes, lesson)
            return 0
        if options.by is not None:
            return show(study, whose)
        return show(study, whose, lambda app: app.open_review(options.minutes, lesson))


def _set_date(study: "Study", said: str) -> None:
    from tui.memory.day_said import NotADay, day_said
    from tui.memory.days import day_of

    try:
        study.choose("by", None if said.casefold() == _NONE else day_said(said, day_of(study.now)))
    except NotADay as error:
        raise WrongCall(f"--by {said}: {error}") from None


def _dropped(day: "date | None", today: "date") -> str:
    if day is None:
        return "There was no date to be ready for."
    from tui.drawing.outlook import day_named

    return f"The date to be ready for is dropped: {day_named(day, today)}."
