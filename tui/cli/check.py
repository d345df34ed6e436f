"""`kruzhok check`: every mistake in a guide's files, with its line and column."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from tui.cli.status import Status

HELP = "list every mistake in a guide's files, each with its line and column"


def arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "guide",
        metavar="GUIDE",
        nargs="?",
        help="a guide's folder; if left out, the guide in this folder, or the one that ships with kruzhok",
    )
    parser.add_argument(
        "--format", choices=("text", "json"), default="text", help="how to write them; text, if left out"
    )


def run(options: Namespace) -> int:
    """Check a guide and print what is wrong with it."""
    from importlib import import_module

    from tui.authoring.check import check
    from tui.guide.errors import Severity
    from tui.paths import guide_folder

    problems = check(guide_folder(options.guide, Path()))
    sys.stdout.write(import_module(f"tui.authoring.formats.{options.format}").written(problems))
    falls_short = any(problem.severity is Severity.ERROR for problem in problems)
    return Status.FALLS_SHORT if falls_short else Status.FINE
