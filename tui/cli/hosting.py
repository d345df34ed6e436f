"""What the commands that host a room have in common: what is asked in it, how it is played, and the screen."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tui.cli.parser import at_least_one
from tui.cli.rooms import clocks
from tui.cli.telling import WrongCall, unknown

if TYPE_CHECKING:
    from argparse import Namespace, _ActionsContainer

    from tui.classroom.addresses import Place
    from tui.classroom.company import Serving
    from tui.classroom.hosting import HostedRoom
    from tui.drawing.room import Lobby
    from tui.guide.model import Guide
    from tui.quiz.question import Question
    from tui.screens.routes import Routes

PLAYED = ("lesson", "kind", "count", "only", "limit", "speed")
"""The options that `playing_arguments` declares."""


def playing_arguments(parser: "_ActionsContainer") -> None:
    """Declare what is asked in a room, and for how long; the seed is the command's own."""
    from tui.cli.quiz import about_arguments

    about_arguments(parser)
    add = parser.add_argument
    add("--count", metavar="N", type=at_least_one, help="at most so many questions; 10, if left out")
    add("--only", metavar="ID", nargs="+", default=(), help="these questions, in this order")
    add("--limit", metavar="SECONDS", type=at_least_one, help="how long each question is open; else you close it")
    add("--speed", action="store_true", help="with a limit: points for being quick, too")


def mind_choices(options: "Namespace") -> None:
    """See that the choices go together.

    Raises:
        WrongCall: they don't.
    """
    if options.only and any((options.lesson, options.kind, options.count)):
        raise WrongCall("--only names the questions themselves; leave --lesson, --kind and --count out")
    if options.speed and not options.limit:
        raise WrongCall("Points for being quick need a limit: --speed --limit SECONDS")


def begun(folder: Path, guide: "Guide[Question]", options: "Namespace", seats: int, port: int) -> "HostedRoom":
    """A new room, as it was chosen.

    Args:
        folder: where rooms are kept.
        guide: what it is about.
        options: as declared, with `seed`.
        seats: how many may come in.
        port: where it is reached.

    Raises:
        WrongCall: there is nothing to ask, or its log cannot be written.
    """
    from tui.classroom.events import Scoring
    from tui.classroom.hosting import HostedRoom, Rules

    questions = _questions(guide, options)
    scoring = Scoring.SPEED if options.speed else Scoring.RIGHT
    rules = Rules(seats=seats, scoring=scoring, seed=options.seed, port=port)
    try:
        return HostedRoom.begin(guide, questions, folder, clocks(), rules)
    except OSError as error:
        raise WrongCall(f"{folder}: the room's log cannot be written ({(error.strerror or '').lower()})") from error


def _questions(guide: "Guide[Question]", options: "Namespace") -> "Sequence[Question]":
    from uuid import uuid4

    from tui.classroom.hosting import is_played, why_not_played
    from tui.cli.screen import lesson_meant
    from tui.quiz.choosing import Choice, choose, why_nothing

    for name in options.only:
        if name not in guide.questions:
            raise WrongCall(unknown("question", name, guide.questions))
        if why := why_not_played(guide.questions[name]):
            raise WrongCall(f"{name} {why}")
    if options.only:
        return [guide.questions[name] for name in dict.fromkeys(options.only)]
    lesson = lesson_meant(guide, options.lesson)
    played = tuple(each.id for each in guide.questions.values() if is_played(each))
    choice = Choice(
        lesson.id if lesson else None, options.kind, options.count or 10, options.seed or uuid4().hex, played
    )
    chosen = choose(guide, choice) if played else ()
    if not chosen:
        raise WrongCall(why_nothing(guide, choice))
    return [guide.questions[each] for each in chosen]


def place_for(bind: str, port: int | None = None) -> "Place":
    """Where a room can be reached; its listener is to be closed.

    Args:
        bind: at which of this computer's addresses.
        port: which; a usual one, if None.

    Raises:
        WrongCall: it cannot be had.
    """
    from tui.classroom.addresses import CannotListen, place_at
    from tui.classroom.server import USUAL

    try:
        return place_at(bind, port, USUAL.backlog)
    except CannotListen as error:
        raise WrongCall(str(error)) from error


def lobby_of(hosted: "HostedRoom", place: "Place", made_up: int = 0) -> "Lobby":
    """How players come in.

    Args:
        hosted: the room.
        place: where it is reached.
        made_up: how many made-up pupils come in by themselves.
    """
    from tui.classroom.addresses import address_of
    from tui.drawing.room import Lobby

    code = hosted.room.began.code
    return Lobby(
        addresses=tuple(f"{address}:{place.port}" for address in place.addresses),
        code=code,
        link=address_of(place.addresses[0], place.port, code),
        made_up=made_up,
    )


def host_on_screen(
    hosted: "HostedRoom", lobby: "Lobby", server: "Serving", options: "Namespace", news: Sequence[str] = ()
) -> int:
    """Fill the terminal with a room until its host leaves; the exit status.

    Args:
        hosted: the room.
        lobby: how players come in.
        server: lets them in.
        options: as declared, with `guide`.
        news: what the host is to know from the start, beside what the room's log has lost; each without its full stop.
    """
    from tui.app import run_app
    from tui.classroom.collecting import collect_seldom
    from tui.paths import guide_folder
    from tui.screens.host import HostScreen
    from tui.screens.routes import LONG_ENOUGH
    from tui.study import Study, open_guide
    from tui.text import ended

    def read() -> "Guide[Question]":
        return open_guide(guide_folder(options.guide, Path()))

    def start(ways: "Routes") -> None:
        ways.open_screen(HostScreen(hosted, lobby, server, read, options.limit))
        for each in news:
            ways.say(ended(each), LONG_ENOUGH)

    collect_seldom()
    return run_app(Study(hosted.guide), start)
