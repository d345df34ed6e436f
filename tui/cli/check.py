"""`kruzhok check`: every mistake in a guide's files, and what the rules of question writing find."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tui.cli.screen import GUIDE_HELP
from tui.cli.status import Status
from tui.cli.telling import WrongCall

if TYPE_CHECKING:
    from tui.guide.errors import Problem

HELP = "list every mistake in a guide's files, each with its line and column"
FORMATS = ("text", "json", "github", "sarif")
"""The forms in which problems are printed, each a module of `tui.authoring.formats`."""


def arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.epilog = (
        "The exit status is 1 if there are mistakes. Warnings and advice are what rules of question writing find; "
        "warnings count too with --strict, advice never does."
    )
    add = parser.add_argument
    add(
        "guide",
        metavar="GUIDE",
        nargs="?",
        help=GUIDE_HELP,
    )
    add("--format", choices=FORMATS, default=FORMATS[0], help="how to write them; text, if left out")
    add("--strict", action="store_true", help="let warnings fail the check, too")
    add(
        "--explain",
        metavar="CODE",
        nargs="?",
        const="",
        help="say what a code stands for, on what evidence, and how to silence it; without a code, list all",
    )
    add("--guessers", action="store_true", help="only show how far blind guessers get; as text or json")
    add("--watch", action="store_true", help="check again whenever a file of the guide is saved, until ctrl+c")


def run(options: Namespace) -> int:
    """Check a guide and print what is wrong with it."""
    from tui.authoring.check import check
    from tui.cli.screen import guide_to_check

    if options.explain is not None:
        sys.stdout.write(_explained(options.explain))
        return Status.FINE
    folder = guide_to_check(options.guide)
    if options.guessers:
        sys.stdout.write(_guessed(folder, options.format))
        return Status.FINE
    if options.watch:
        return _watched(folder, options.format)
    problems = check(folder, _marks_folder())
    sys.stdout.write(_written(problems, options.format))
    return status_of(problems, strict=options.strict)


def status_of(problems: Sequence["Problem"], *, strict: bool) -> Status:
    """Whether a guide with these problems falls short.

    Args:
        problems: what a check found.
        strict: whether warnings count, too.
    """
    from tui.guide.errors import Severity

    failing = (Severity.ERROR, Severity.WARNING) if strict else (Severity.ERROR,)
    return Status.FALLS_SHORT if any(problem.severity in failing for problem in problems) else Status.FINE


def _written(problems: Sequence["Problem"], form: str) -> str:
    from importlib import import_module

    text: str = import_module(f"tui.authoring.formats.{form}").written(problems)
    return text


def _watched(folder: Path, form: str) -> Status:
    from tui.authoring.check import check
    from tui.authoring.watch import changes
    from tui.cli.watching import keep_checking

    if form != FORMATS[0]:
        raise WrongCall("What is watched is written as text: --watch without --format")
    keep_checking(changes(folder), lambda: _written(check(folder, _marks_folder()), form))
    return Status.FINE


def _marks_folder() -> Path | None:
    """Where learners marked questions as doubtful, if there is such a place."""
    from tui.paths import NoDataFolder, data_folder

    try:
        return data_folder()
    except NoDataFolder:
        return None


def _guessed(folder: Path, form: str) -> str:
    from tui.authoring.check import guessed
    from tui.authoring.guess_report import document, table

    forms = {"text": table, "json": document}
    if form not in forms:
        raise WrongCall("The guessers can be written as text or json: --guessers --format json")
    return forms[form](guessed(folder))


def _explained(code: str) -> str:
    from difflib import get_close_matches

    from tui.authoring.explain import codes, explanation, listing
    from tui.authoring.rules import RULES

    if not code:
        return listing(RULES)
    found = explanation(code.strip(), RULES)
    if found is None:
        near = get_close_matches(code.casefold(), codes(RULES), n=1)
        meant = f" Did you mean {near[0]}?" if near else ""
        raise WrongCall(f'There is no code "{code}".{meant} To list them all: kruzhok check --explain')
    return found
