"""`kruzhok add`: one more question for the bank, asked line by line."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from tui.cli.status import Status
from tui.cli.telling import WrongCall, unknown

HELP = "add a question to the bank, asked line by line and checked at once"


def arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "guide", metavar="GUIDE", nargs="?", help="a guide's folder; if left out, the guide in or around this folder"
    )
    parser.add_argument("--type", metavar="T", help="how the question asks; asked for, if left out")


def run(options: Namespace) -> int:
    """Ask for a question and add it."""
    from tui.authoring.errors import CannotAdd
    from tui.cli.terminal import talk
    from tui.plain.adding import add
    from tui.quiz.types import TYPES
    from tui.study import open_guide

    if options.type is not None and options.type not in TYPES:
        raise WrongCall(unknown("type", options.type, TYPES))
    guide = open_guide(_folder(options.guide))
    if not guide.key_points:
        raise WrongCall(
            "A question tests a key point, and this guide has none that can be read: write one into a lesson's front "
            "matter; kruzhok check lists what is wrong with those that are there"
        )
    try:
        line = add(guide, talk(), options.type)
    except CannotAdd as cannot:
        raise WrongCall(f"No question can be added: {cannot}") from None
    if line is None:
        return Status.FALLS_SHORT
    _tell_findings(guide.folder, line)
    return Status.FINE


def _folder(given: str | None) -> Path:
    from tui.paths import guide_around

    if given is not None:
        return Path(given)
    around = guide_around(Path())
    if around is None:
        raise WrongCall(
            "There is no guide in or around this folder. Name the guide's folder: kruzhok add GUIDE; or start a guide: "
            "kruzhok new FOLDER"
        )
    return around


def _tell_findings(folder: Path, line: int) -> None:
    """Say what check finds in the new question."""
    from tui.authoring.check import check
    from tui.authoring.formats.text import line_of
    from tui.guide.files import name_of
    from tui.paths import BANK

    bank = name_of(folder / BANK)
    found = [each for each in check(folder) if each.place.file == bank and each.place.line >= line]
    for problem in found:
        sys.stdout.write(f"{line_of(problem)}\n")
