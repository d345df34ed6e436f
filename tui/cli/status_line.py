"""`kruzhok status`: one line for a shell prompt. It asks nothing, writes nothing, and loads what little it needs."""

from pathlib import Path
from typing import TYPE_CHECKING

from tui.cli.screen import Whose, guide_argument, whose_arguments
from tui.cli.status import Status
from tui.cli.telling import WrongCall, complain, say, unknown

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from datetime import datetime

    from tui.memory.glance import Glance

HELP = "say in one line what is due or comes next, for a shell prompt"
NOT_BEGUN = "not begun yet"


def arguments(parser: "ArgumentParser") -> None:
    """Declare the arguments."""
    guide_argument(parser)
    whose_arguments(parser)


def run(options: "Namespace") -> int:
    """Say it."""
    return tell(options.guide, Whose.of(options))


def tell(given: str | None, whose: Whose) -> Status:
    """Say what is due or comes next; nothing of it from a record that cannot be read.

    Args:
        given: the guide asked for, if any.
        whose: whose record is meant.
    """
    from datetime import datetime

    from tui.memory.days import LOCAL
    from tui.memory.glance_file import left_behind
    from tui.memory.stamps import has_record
    from tui.paths import guide_folder, is_guide

    folder, who = _place_of(whose)
    guide = guide_folder(given, Path())
    if not has_record(folder) and is_guide(guide):
        say(f"{who}{NOT_BEGUN}")
        return Status.FINE
    now = datetime.now().astimezone(LOCAL)  # noqa: TID251 - the clock of `tui.study` is slow to load
    glance = left_behind(guide, folder) or _found_out(guide, folder, now)
    if glance is None:
        return Status.DATA
    say(f"{who}{glance.in_words(now)}")
    return Status.FINE


def _place_of(whose: Whose) -> tuple[Path, str]:
    """The folder of the learner who is meant, and how the line begins: with their name, where several learn."""
    from tui.paths import LEARNERS, data_folder

    folder = data_folder(whose.data)
    if whose.learner is None and not (folder / LEARNERS).exists():
        return folder, ""
    learners = whose.learners()
    everyone = learners.everyone()
    learner = learners.usual() if whose.learner is None else learners.called(whose.learner)
    if learner is None and not everyone:
        raise WrongCall("Nobody has a record here yet")
    if learner is None:
        raise WrongCall(unknown("learner", whose.learner or "", (each.name for each in everyone)))
    return learner.folder, f"{learner.name}: " if len(everyone) > 1 else ""


def _found_out(given: Path, folder: Path, at: "datetime") -> "Glance | None":
    """What there is to say, from guide and record themselves: one of them has changed since kruzhok was closed."""
    from tui.memory.errors import TROUBLES
    from tui.memory.glancing import glance_of, read_in
    from tui.memory.trouble import reason_for
    from tui.paths import RECORD
    from tui.study import open_guide

    guide = open_guide(given)
    try:
        read = read_in(folder, guide.id)
    except TROUBLES as error:
        complain(f"{folder / RECORD}: {reason_for(error)}. kruzhok data check says more")
        return None
    return glance_of(guide, read, at)
