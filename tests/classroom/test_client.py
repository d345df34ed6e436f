import asyncio
from contextlib import closing

import pytest
from aiohttp import web
from hypothesis import given
from hypothesis import strategies as st

from tui.classroom.addresses import HERE, listening
from tui.classroom.client import LARGEST_HEARD, Address, Away, Client, NoAddress, Told, address_in, heard
from tui.classroom.protocol import Called, Refused, Waiting


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("HTTP://192.168.1.5:8080/ABCDEF", Address("192.168.1.5", 8080, "ABCDEF")),
        ("192.168.1.5:8000/abcdef", Address("192.168.1.5", 8000, "ABCDEF")),
        (" teacher.local ", Address("teacher.local", 8080, "")),
        ("192.168.1.5:8080/", Address("192.168.1.5", 8080, "")),
    ],
)
def test_an_address_is_read_as_the_lobby_shows_it_or_as_one_types_it_off(typed: str, meant: Address) -> None:
    assert address_in(typed) == meant


@pytest.mark.parametrize(
    "typed", ["", "https://x/ABCDEF", "x:0", "x:70000", "x/ABC", "a b", "x/../y", "x:8080/ABCDEF?y", "x" * 3 + "@y"]
)
def test_what_is_no_address_is_told(typed: str) -> None:
    with pytest.raises(NoAddress):
        address_in(typed)


@given(st.text(max_size=80))
def test_any_text_is_an_address_or_none(typed: str) -> None:
    try:
        address_in(typed)
    except NoAddress:
        return


def test_what_a_host_says_is_made_harmless_before_it_is_shown() -> None:
    message = heard('{"type":"called","name":"A\\u001b[31m\\u202enna"}')
    assert isinstance(message, Called)
    assert message.name == "A[31mnna"


@pytest.mark.parametrize("frame", ["", "[]", '{"type":"x"}', '{"type":"waiting"}', "[" * 5000])
def test_what_is_no_message_is_an_error_of_value(frame: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        heard(frame)


def test_messages_are_read() -> None:
    assert heard('{"type":"waiting","players":2,"asked":0}') == Waiting(players=2, asked=0)
    assert isinstance(heard('{"type":"refused","refusal":"code","reason":"No."}'), Refused)


async def test_a_host_that_breaks_the_line_off_in_the_middle_is_away_and_no_error() -> None:
    """So does aiohttp tell of a host whose network is gone: by a frame that holds an error."""

    async def too_much(request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        await socket.send_str("x" * (LARGEST_HEARD + 1))
        return socket

    told: list[Told] = []

    def tell(what: Told) -> None:
        told.append(what)
        client.leave()

    app = web.Application()
    app.router.add_get("/socket", too_much)
    runner = web.AppRunner(app)
    await runner.setup()
    with closing(listening(HERE, 0, 8)) as listener:
        await web.SockSite(runner, listener).start()
        client = Client(Address(HERE, listener.getsockname()[1], "ABCDEF"), "Anna", None, tell, lambda: 0.0)
        async with asyncio.timeout(10):
            await client.run()
        await runner.cleanup()
    assert told == [Away(0.0)]
