"""`kruzhok demo --class`: a room with a made-up class, to try the classroom without one."""

from argparse import ArgumentTypeError, Namespace
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from tui.cli.hosting import PLAYED, begun, host_on_screen, lobby_of, mind_choices, place_for, playing_arguments
from tui.cli.parser import at_least_one
from tui.cli.telling import WrongCall, say

if TYPE_CHECKING:
    from argparse import ArgumentParser

USUAL = 24
"""How many pupils come where no number is given."""
BESIDES = 10
"""How many seats there are besides: the teacher may look in as a pupil."""


def class_arguments(parser: "ArgumentParser") -> None:
    """Declare the class, and what it is asked."""
    from tui.classroom.limits import MOST_MADE_UP

    parser.add_argument(
        "--class",
        dest="pupils",
        metavar="N",
        nargs="?",
        type=_pupils,
        const=USUAL,
        help=f"host a quiz with so many made-up pupils: {USUAL}, if left out; up to {MOST_MADE_UP}",
    )
    playing_arguments(parser.add_argument_group("with --class, as for kruzhok host"))


def _pupils(text: str) -> int:
    from tui.classroom.limits import MOST_MADE_UP

    number = at_least_one(text)
    if number > MOST_MADE_UP:
        raise ArgumentTypeError(f"up to {MOST_MADE_UP} pupils come")
    return number


def mind_class(options: Namespace) -> None:
    """See that what is chosen for a class has one.

    Raises:
        WrongCall: there is none, or the choices don't go together.
    """
    given = next((name for name in PLAYED if getattr(options, name)), None)
    if given and not options.pupils:
        raise WrongCall(f"--{given} is for a made-up class: kruzhok demo --class --{given} …")
    mind_choices(options)


def host_made_up(folder: Path, options: Namespace) -> int:
    """Host a room that a made-up class comes into; the exit status.

    Args:
        folder: where the room is kept.
        options: as declared, with `guide`, `seed` and `keep`.
    """
    from tui.classroom.addresses import HERE
    from tui.classroom.client import Address
    from tui.classroom.company import Company
    from tui.classroom.made_up_class import MadeUpClass
    from tui.classroom.server import RoomServer
    from tui.paths import guide_folder
    from tui.study import open_guide

    guide = open_guide(guide_folder(options.guide, Path()))
    place = place_for(HERE)
    with closing(place.listener):
        hosted = begun(folder, guide, options, options.pupils + BESIDES, place.port)
        try:
            server = RoomServer(hosted)
            server.listen(place)
            made_up = MadeUpClass(guide, options.pupils, options.seed)
            company = Company(server, Address(HERE, place.port, hosted.room.began.code), made_up)
            status = host_on_screen(hosted, lobby_of(hosted, place, options.pupils), company, options)
        finally:
            hosted.let_go()
    if options.keep:
        say(f"The room is in {folder}. See its report: kruzhok report --data {folder}")
    return status
