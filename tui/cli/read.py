"""`kruzhok read`: straight to a lesson."""

from argparse import ArgumentParser, Namespace

from tui.cli.telling import WrongCall

HELP = "read a lesson"


def arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    from tui.cli.screen import guide_argument, plain_argument, whose_arguments

    parser.add_argument(
        "lesson", metavar="LESSON", nargs="?", help="its number or its id; if left out, the first one still to read"
    )
    guide_argument(parser)
    plain_argument(parser)
    whose_arguments(parser)


def run(options: Namespace) -> int:
    """Read, on the full screen where there is one."""
    from tui.cli.screen import Whose, lesson_meant, show, study_of, tell_before
    from tui.cli.terminal import full_screen

    whose, on_screen = Whose.of(options), full_screen() and not options.plain
    with study_of(options.guide, whose, on_screen=on_screen) as study:
        if not study.guide.lessons:
            raise WrongCall("This guide has no lesson that can be read: kruzhok check lists what is wrong with it")
        lesson = lesson_meant(study.guide, options.lesson)
        if not on_screen:
            from tui.cli.terminal import talk
            from tui.plain.reading import read

            tell_before(study, "what they concern is left out")
            read(study, talk(), lesson)
            return 0
        return show(study, whose, lambda app: app.open_lesson(lesson.id if lesson else None))
