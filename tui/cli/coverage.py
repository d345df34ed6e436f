"""`kruzhok coverage`: what a guide leaves untaught or untested."""

import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from typing import TYPE_CHECKING

from tui.cli.screen import GUIDE_HELP
from tui.cli.status import Status
from tui.cli.telling import complain

if TYPE_CHECKING:
    from tui.guide.coverage import Coverage

HELP = "show what a guide leaves untaught or untested, and where to write it"


def arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.epilog = (
        "A panel teaches the ¶ of its key points, and a question tests the key points it names. "
        "With --fail-under, the exit status is 1 if less is covered."
    )
    add = parser.add_argument
    add(
        "guide",
        metavar="GUIDE",
        nargs="?",
        help=GUIDE_HELP,
    )
    add("--json", action="store_true", help="write it for other programs")
    add(
        "--fail-under",
        metavar="N",
        type=percentage,
        default=0,
        help="fail if under N percent, 0 to 100, are covered: of the ¶ taught or of the key points tested, whichever "
        "is less",
    )


def percentage(text: str) -> int:
    """A percentage as typed, for argparse."""
    if not (text.isascii() and text.isdecimal() and len(text) < 4 and int(text) <= 100):
        raise ArgumentTypeError("a whole number from 0 to 100 is needed")
    return int(text)


def run(options: Namespace) -> int:
    """Count what a guide covers, and print it."""
    from importlib import import_module

    from tui.cli.screen import guide_to_check, tell_mistakes
    from tui.guide.coverage import coverage_of
    from tui.guide.reader import read_guide
    from tui.quiz.types import TYPES

    guide = read_guide(guide_to_check(options.guide), TYPES)
    coverage = coverage_of(guide)
    form = "json" if options.json else "text"
    sys.stdout.write(import_module(f"tui.authoring.coverage.{form}").written(coverage))
    sys.stdout.flush()
    tell_mistakes(guide, "only what is sound was counted")
    return _judged(coverage, options.fail_under)


def _judged(coverage: "Coverage", percent: int) -> Status:
    if 100 * coverage.share >= percent:
        return Status.FINE
    taught, tested = int(100 * coverage.share_taught), int(100 * coverage.whole.share)
    complain(f"Less than {percent}% is covered: {taught}% of the ¶ are taught, {tested}% of the key points tested")
    return Status.FALLS_SHORT
