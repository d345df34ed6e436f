"""`kruzhok schema`: what editors need to complete and check a guide's files while they are written."""

import sys
from argparse import ArgumentParser, Namespace

HELP = "print the JSON Schema of a guide's file, for editors"


def arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    from tui.authoring.schema import NAMES

    parser.add_argument(
        "file",
        metavar="FILE",
        nargs="?",
        default="bank",
        choices=NAMES,
        help=f"which file: {', '.join(NAMES)}; bank, if left out. lesson is a lesson's front matter",
    )


def run(options: Namespace) -> int:
    """Print a schema."""
    from tui.authoring.schema import written

    sys.stdout.write(written(options.file))
    return 0
