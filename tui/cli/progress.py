"""`kruzhok progress`: what the learner knows, what is due when, and what they mix up."""

import sys
from argparse import ArgumentParser, Namespace

from tui.cli.status import Status

HELP = "say what you know, what is due when, and what you mix up"


def arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    from tui.cli.screen import guide_argument, whose_arguments

    parser.add_argument("--json", action="store_true", help="write it for other programs")
    guide_argument(parser)
    whose_arguments(parser)


def run(options: Namespace) -> int:
    """Say it, line by line."""
    from tui.cli.screen import Whose, study_of, tell_before

    with study_of(options.guide, Whose.of(options), on_screen=False) as study:
        tell_before(study, "what they concern is left out")
        from tui.plain.outlook import outlook_in

        progress, outlook = study.progress(), outlook_in(study)
        if options.json:
            from tui.plain.progress_document import written

            sys.stdout.write(written(progress, outlook))
        else:
            from tui.cli.terminal import talk
            from tui.plain.progress import tell_progress

            tell_progress(talk(), progress, outlook)
        return Status.DATA if study.unkept else Status.FINE
