"""`kruzhok new`: a small guide to start from."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from tui.cli.telling import WrongCall
from tui.text import clean

HELP = "write a small guide to start your own from"

_NEXT = """A small guide on the tides is in {folder}. Make it your own, piece by piece:

  1. lessons/guide.yaml    what your document is, and whose views it tells of
  2. lessons/01-….md       the key points, and the panels that teach them
  3. quiz_bank.yaml        the questions; copy one, or let yourself be asked:

kruzhok add {call}
    asks for a question, line by line
kruzhok check {call}
    lists every mistake, with its line
kruzhok {call}
    opens the guide as learners see it
"""


def arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("folder", metavar="FOLDER", help="where to write it; a new folder, or an empty one")


def run(options: Namespace) -> int:
    """Write the guide, and say what to do next."""
    from shlex import quote

    from tui.authoring.errors import NotEmpty
    from tui.authoring.new_guide import write_guide

    folder = Path(options.folder)
    if folder.exists() and not folder.is_dir():
        raise WrongCall(f"{folder} is no folder. Name a new folder, or an empty one")
    try:
        write_guide(folder)
    except NotEmpty as there:
        raise WrongCall(f"{folder} holds something already ({there}). Name a new folder, or an empty one") from None
    name = clean(str(folder), one_line=True)
    sys.stdout.write(_NEXT.format(folder=name, call=quote(name)))
    return 0
