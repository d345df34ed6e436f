"""`kruzhok demo`: a made-up learner or a made-up class, in a place of their own: no real record is touched."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from tui.cli.demo_class import class_arguments, host_made_up, mind_class
from tui.cli.screen import guide_argument
from tui.cli.status import Status
from tui.cli.telling import WrongCall, complain, say

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from tui.text import Clean

HELP = "look around as a made-up learner after forty days, or host a made-up class, apart from all real records"
NAME = "Demo: a made-up learner"
"""What they are called on each screen."""
EVENING = timedelta(hours=7)
"""So long before today begins their last day ends."""


def arguments(parser: "ArgumentParser") -> None:
    """Declare the arguments."""
    guide_argument(parser)
    parser.add_argument(
        "--seed", metavar="TEXT", default="demo", help="another text is another learner, or another class"
    )
    parser.add_argument(
        "--keep",
        metavar="FOLDER",
        help="keep the record, or the room, in this new folder and leave it there, to look at with --data",
    )
    class_arguments(parser)


def run(options: "Namespace") -> int:
    """Make them up, and open the app as them, or as the host of their class, if the terminal can be filled."""
    from tui.cli.screen import Whose, show, study_of
    from tui.cli.terminal import full_screen

    mind_class(options)
    if options.pupils:
        return _with_class(options)
    if not full_screen() and not options.keep:
        complain(
            "The demo needs a terminal it can fill. Without one, keep its record and go line by line: --keep FOLDER"
        )
        return Status.WRONG_CALL
    with _place(options.keep) as folder:
        _fill(folder, options.guide, options.seed)
        if options.keep:
            say(f"Their record is in {folder}. Look at it so: kruzhok --data {folder}")
        whose = Whose(data=str(folder))
        with study_of(options.guide, whose, on_screen=True) as study:
            study.learner = _name()
            return show(study, whose) if full_screen() else Status.FINE


def _with_class(options: "Namespace") -> int:
    from tui.cli.terminal import full_screen

    if not full_screen():
        complain("A made-up class needs a terminal that kruzhok can fill: it is what a class sees on the projector")
        return Status.WRONG_CALL
    with _place(options.keep) as folder:
        return host_made_up(folder, options)


@contextmanager
def _place(kept: str | None) -> Iterator[Path]:
    """The folder for the record: the one named, which stays, or one that goes again."""
    from tempfile import TemporaryDirectory

    if kept is None:
        with TemporaryDirectory(prefix="kruzhok-demo-", ignore_cleanup_errors=True) as place:
            yield Path(place)
        return
    folder = Path(kept).absolute()
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    if any(folder.iterdir()):
        raise WrongCall(f"There is something in {folder} already. A demo's record needs a folder of its own")
    yield folder


def _fill(folder: Path, given: str | None, seed: str) -> None:
    """Make the record, which ends on the evening before today: so something is due."""
    from uuid import NAMESPACE_OID, uuid5

    from tui.memory.attempt import Attempt
    from tui.memory.days import LOCAL, beginning_of, day_of
    from tui.memory.learners import Learners
    from tui.memory.made_up import made_up
    from tui.memory.store import NAME as RECORD
    from tui.memory.store import Row, Store
    from tui.paths import guide_folder
    from tui.study import open_guide, system_clock

    guide, now = open_guide(guide_folder(given, Path())), system_clock().astimezone(LOCAL)
    entries = made_up(guide, beginning_of(day_of(now), now) - EVENING, seed)
    ids = (each.id if isinstance(each, Attempt) else uuid5(NAMESPACE_OID, f"{seed}/{each}") for each in entries)
    Learners(folder).begin(_name())
    (folder / RECORD).touch(mode=0o600)
    with closing(Store(folder / RECORD)) as store:
        store.add(Row.of(unique, guide.id, entry) for unique, entry in zip(ids, entries, strict=True))


def _name() -> "Clean":
    from tui.memory.learners import name_from

    return name_from(NAME)
