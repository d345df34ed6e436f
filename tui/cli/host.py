"""`kruzhok host`: a quiz with a class, on the projector."""

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from tui.cli.hosting import begun, host_on_screen, lobby_of, mind_choices, place_for, playing_arguments
from tui.cli.parser import at_least_one
from tui.cli.rooms import clocks, room_meant
from tui.cli.status import Status
from tui.cli.telling import WrongCall, complain
from tui.text import capitalised

if TYPE_CHECKING:
    from tui.classroom.addresses import Place
    from tui.classroom.hosting import HostedRoom
    from tui.classroom.log import RoomFile
    from tui.guide.model import Guide
    from tui.quiz.question import Question

HELP = "host a quiz with a class: pupils join by phone or terminal"
SEATS = 60
"""How many seats a room has where nothing else is said."""
GOING = "room that goes on"
"""What is looked for where a room is resumed."""
MOST_NAMED = 3
"""How many of the other rooms are named that can be gone on with."""
LATEST = "latest"
"""What stands for the latest room that goes on."""


def arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    from tui.classroom.limits import MOST_SEATS
    from tui.cli.screen import guide_argument

    playing_arguments(parser)
    add = parser.add_argument
    add("--seed", metavar="S", default="", help="any text: the same seed gives the same questions in the same order")
    add("--seats", metavar="N", type=at_least_one, help=f"how many may come in: {SEATS}, up to {MOST_SEATS}")
    add(
        "--port",
        metavar="N",
        type=int,
        help="where pupils reach it: where it was, 8080, 8000 or a free one, if left out",
    )
    add("--bind", metavar="ADDRESS", help="only by this address of the computer")
    add(
        "--resume",
        metavar="CODE",
        nargs="?",
        const=LATEST,
        help="go on with a room that was left or cut off: the latest that anybody joined, or the one with this code",
    )
    guide_argument(parser)
    add("--data", metavar="FOLDER", help="where rooms are kept; also KRUZHOK_HOME")


def run(options: Namespace) -> int:
    """Host a room on the full screen."""
    from tui.cli.terminal import full_screen
    from tui.paths import data_folder, guide_folder
    from tui.study import open_guide

    if not full_screen():
        complain("Hosting needs a terminal that kruzhok can fill: it is what the class sees on the projector")
        return Status.WRONG_CALL
    _look_at(options)
    guide = open_guide(guide_folder(options.guide, Path()))
    folder = data_folder(options.data)
    rooms = _going(folder) if options.resume else ()
    meant = room_meant(rooms, None if options.resume == LATEST else options.resume, GOING) if rooms else None
    place, moved = _place(options, meant.began.port if meant else None)
    with closing(place.listener):  # nothing is written before it is sure that pupils can come in
        if meant:
            hosted, short = _resumed(meant, guide, options.seats)
        else:
            hosted, short = begun(folder, guide, options, options.seats or SEATS, place.port), ""
        taken = _taken(meant, rooms) if meant and options.resume == LATEST else ""
        news = [each for each in (taken, moved, short) if each]
        for each in filter(None, (hosted.loss, *news)):
            complain(each)
        try:
            return _host(hosted, place, options, news)
        finally:
            hosted.let_go()
            if trouble := hosted.trouble.lower():
                complain(f"What happened last in the room could not be kept: its log cannot be written ({trouble})")
            _tell_how_to_go_on(hosted, options)


def _tell_how_to_go_on(hosted: "HostedRoom", options: Namespace) -> None:
    """Say with which call a room goes on that is not over."""
    from shlex import quote

    from tui.classroom.room import Phase

    if hosted.room.phase is Phase.ENDED:
        return
    code = hosted.room.began.code
    given = {"--guide": options.guide, "--data": options.data, "--bind": options.bind}
    told = [f"{name} {quote(value)}" for name, value in given.items() if value is not None]
    complain(f"Room {code} is not over. To go on with it: {' '.join(['kruzhok host --resume', code, *told])}")


def _look_at(options: Namespace) -> None:
    from tui.classroom.limits import MOST_SEATS

    if options.seats and options.seats > MOST_SEATS:
        raise WrongCall(f"A room has up to {MOST_SEATS} seats: --seats N")
    if options.port is not None and not 0 <= options.port <= 65535:
        raise WrongCall("A port is a number from 1 to 65535: --port 8080")
    chosen = any((options.lesson, options.kind, options.count, options.seed, options.only))
    if options.resume and chosen:
        raise WrongCall("--resume goes on with a room as it was chosen then; leave the other choices out")
    mind_choices(options)


def _going(folder: Path) -> "Sequence[RoomFile]":
    """The rooms that can be gone on with, the latest first; one at least."""
    from tui.classroom.log import rooms_in

    rooms = [room for room in rooms_in(folder) if not room.ended]
    if not rooms:
        raise WrongCall("No room goes on: all that were hosted here have ended. Host a new one: kruzhok host")
    return rooms


def _taken(meant: "RoomFile", rooms: "Sequence[RoomFile]") -> str:
    """Which of several rooms is meant where none was named."""
    others = [room for room in rooms if room is not meant]
    if not others:
        return ""
    codes = ", ".join(room.began.code for room in others[:MOST_NAMED])
    more = f" and {len(others) - MOST_NAMED} more" if len(others) > MOST_NAMED else ""
    began = f"{meant.at.astimezone():%Y-%m-%d %H:%M}"
    latest = "latest room" if meant is rooms[0] else "latest room that anybody joined"
    which = f"This is the {latest}, {meant.began.code}, begun {began}"
    return f"{which}. There are others to go on with, {codes}{more}: kruzhok host --resume CODE"


def _place(options: Namespace, port: int | None) -> "tuple[Place, str]":
    """Take a place, that where the room was if it can be had; and say so if it cannot."""
    from tui.classroom.addresses import EVERYWHERE

    bind = options.bind or EVERYWHERE
    if options.port is None and port is not None:
        with suppress(WrongCall):
            return place_for(bind, port), ""
    place = place_for(bind, options.port)
    if port in {None, place.port}:
        return place, ""
    why = "is taken now" if options.port is None else "is left"
    at = f"{place.addresses[0]}:{place.port}"
    return place, f"Port {port}, where this room was, {why}: pupils need the new address, {at}"


def _resumed(meant: "RoomFile", guide: "Guide[Question]", seats: int | None) -> "tuple[HostedRoom, str]":
    """The room, and what is to be said of its seats."""
    from tui.classroom.happening import RoomError
    from tui.classroom.hosting import HostedRoom
    from tui.classroom.log import BrokenLog
    from tui.classroom.log_writer import RoomInUse

    try:
        hosted = HostedRoom.resume(meant.path, guide, clocks())
    except (RoomError, RoomInUse, BrokenLog) as error:
        raise WrongCall(capitalised(str(error))) from error
    if seats:
        hosted.make_seats(seats)
    has = hosted.room.seats
    return hosted, f"{has} seats are taken, so the room has as many" if seats and has > seats else ""


def _host(hosted: "HostedRoom", place: "Place", options: Namespace, news: "Sequence[str]") -> int:
    from tui.classroom.server import RoomServer

    server = RoomServer(hosted)
    server.listen(place)
    return host_on_screen(hosted, lobby_of(hosted, place), server, options, news)
