"""`kruzhok join`: play in a room from a terminal; what you miss comes back in your own reviews."""

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from tui.cli.status import Status
from tui.cli.telling import WrongCall, complain

if TYPE_CHECKING:
    from tui.classroom.client import Address, Client
    from tui.in_class import InClass
    from tui.screens.join import Making

HELP = "play in a room that somebody hosts, from this terminal"
PATIENCE = 5.0
"""How many seconds a host has to answer at all."""


def arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    from tui.cli.screen import whose_arguments

    add = parser.add_argument
    add("address", metavar="ADDRESS", help="as the lobby shows it: 192.168.1.5:8080/ABCDEF")
    add("--code", metavar="CODE", help="the room's code, where the address has none")
    add("--name", metavar="NAME", default="", help="what you will be called in the room; else you are asked")
    whose_arguments(parser)


def run(options: Namespace) -> int:
    """Join on the full screen."""
    from tui.cli.screen import Whose
    from tui.cli.terminal import full_screen
    from tui.cli.whose import folder_meant
    from tui.in_class import InClass
    from tui.study import system_clock

    if not full_screen():
        complain(
            "Joining needs a terminal that kruzhok can fill. On a phone or elsewhere, open the address in a browser"
        )
        return Status.WRONG_CALL
    address = _address(options.address, options.code)
    _reach(address)
    whose, anew = Whose.of(options), False
    while True:
        in_class = InClass(lambda: folder_meant(whose), address.code, system_clock, anew=anew)
        try:
            status, other = _play(address, in_class, options.name)
        finally:
            if lost := in_class.close():
                complain(f"{lost} of your answers could not be kept. {in_class.unkept}")
        if not other:
            return status
        anew, address = other == address.code, address._replace(code=other)


def _address(given: str, code: str | None) -> "Address":
    from tui.classroom.client import NoAddress, address_in
    from tui.classroom.seating import code_in

    try:
        address = address_in(given)
        if code:
            address = address_in(f"{address.host}:{address.port}/{code_in(code)}")
    except NoAddress as error:
        raise WrongCall(
            f"{error} is no address of a room. Type it as the lobby shows it: kruzhok join 192.168.1.5:8080/ABCDEF"
        ) from None
    if not address.code:
        raise WrongCall("Type the room's code behind the address: kruzhok join 192.168.1.5:8080/ABCDEF")
    return address


def _reach(address: "Address") -> None:
    """See that somebody is there."""
    import socket

    try:
        socket.create_connection((address.host, address.port), PATIENCE).close()
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise WrongCall(
            f"Nobody hosts a room at {address.host}, port {address.port} ({reason}). Is it typed as the lobby shows "
            "it, and are both computers in the same network?"
        ) from None


def _play(address: "Address", in_class: "InClass", name: str) -> tuple[int, str]:
    """Play in a room: how it ended, and the code of the room that is to be joined in its place; empty for none."""
    from functools import partial

    from tui.app import run_app
    from tui.classroom.client import names_offered_at
    from tui.paths import shipped_guide
    from tui.screens.join import JoinScreen
    from tui.study import Study, open_guide

    offered = partial(names_offered_at, address)
    screen = JoinScreen(_making(address, in_class), offered, in_class, name)
    status = run_app(Study(open_guide(shipped_guide())), lambda ways: ways.open_screen(screen))
    return status, screen.other


def _making(address: "Address", in_class: "InClass") -> "Making":
    from collections.abc import Callable
    from secrets import randbelow

    from tui.classroom.client import Client as Player
    from tui.classroom.client import Told

    def make(name: str, tell: Callable[[Told], None]) -> "Client":
        return Player(address, name, in_class.token, tell, lambda: randbelow(1000) / 1000)

    return make
