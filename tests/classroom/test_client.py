import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, closing

import msgspec
import pytest
from aiohttp import WSMsgType, web
from hypothesis import given
from hypothesis import strategies as st

from tests.classroom.page.said import CODE, COMMITTEES_PICKED, PICK, TOKEN, asked, welcome
from tui.classroom.addresses import HERE, listening
from tui.classroom.client import (
    LARGEST_HEARD,
    TOO_MUCH,
    Address,
    Away,
    Client,
    NoAddress,
    Told,
    address_in,
    heard,
    pause_after,
)
from tui.classroom.protocol import (
    Answer,
    Asked,
    Called,
    FromHost,
    Hello,
    NotTaken,
    Refusal,
    Refused,
    Saved,
    Stopped,
    Waiting,
    Welcome,
)
from tui.classroom.words import AnswerId
from tui.text import clean


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


@asynccontextmanager
async def host(talk: Callable[[web.WebSocketResponse], Awaitable[None]]) -> AsyncIterator[Address]:
    """One that talks so with each who comes."""

    async def let_in(request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        await talk(socket)
        return socket

    app = web.Application()
    app.router.add_get("/socket", let_in)
    runner = web.AppRunner(app, shutdown_timeout=0)
    await runner.setup()
    with closing(listening(HERE, 0, 8)) as listener:
        await web.SockSite(runner, listener).start()
        yield Address(HERE, listener.getsockname()[1], CODE)
        await runner.cleanup()


async def test_an_answer_that_met_a_pause_is_sent_again_after_it() -> None:
    answers: list[Answer] = []
    told: list[Told] = []

    async def talk(socket: web.WebSocketResponse) -> None:
        async def say(*messages: FromHost) -> None:
            for message in messages:
                await socket.send_str(msgspec.json.encode(message).decode())

        async def hear() -> Answer:
            return msgspec.json.decode(await socket.receive_str(), type=Answer)

        await socket.receive_str()
        await say(welcome(), asked(PICK))
        answers.append(await hear())
        late = NotTaken(id=AnswerId(answers[0].id), reason=clean("The room is paused."))
        await say(Stopped(), late, asked(PICK))
        answers.append(await hear())
        await say(Saved(id=AnswerId(answers[1].id)))
        await socket.receive()

    def tell(what: Told) -> None:
        told.append(what)
        if isinstance(what, Asked) and not answers:
            client.answer(what.round, what.vote, COMMITTEES_PICKED)
        elif isinstance(what, Saved):
            client.leave()

    async with host(talk) as address, asyncio.timeout(10):
        client = Client(address, "Anna", None, tell, lambda: 0.0)
        await client.run()
    assert answers[0] == answers[1]
    assert [type(each) for each in told] == [Welcome, Asked, Stopped, Asked, Saved]


def test_tries_grow_rarer_and_are_spread_where_another_room_answers() -> None:
    assert [pause_after(tries, 0.5, elsewhere=False) for tries in range(6)] == [0.5, 1, 2, 4, 8, 8]
    assert [pause_after(9, jitter, elsewhere=True) for jitter in (0.0, 0.5, 1.0)] == [8, 12, 16]


async def test_a_seat_is_looked_for_with_its_secret_wherever_another_room_answers(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("tui.classroom.client.SELDOM", 0.0)
    hellos: list[Hello] = []
    told: list[Told] = []

    async def talk(socket: web.WebSocketResponse) -> None:
        hellos.append(msgspec.json.decode(await socket.receive_str(), type=Hello))
        known = welcome() if len(hellos) == 3 else Refused(refusal=Refusal.STRANGER, reason=clean("Not here."))
        await socket.send_str(msgspec.json.encode(known).decode())

    def tell(what: Told) -> None:
        told.append(what)
        if isinstance(what, Welcome):
            client.leave()

    async with host(talk) as address, asyncio.timeout(10):
        client = Client(address, "Anna", TOKEN, tell, lambda: 0.0)
        await client.run()
    assert {hello.token for hello in hellos} == {TOKEN}
    assert [type(each) for each in told] == [Refused, Refused, Welcome], "somebody is there, so nobody is away"


async def test_a_line_that_breaks_before_the_welcome_leaves_one_seat() -> None:
    hellos: list[Hello] = []

    async def let_go(socket: web.WebSocketResponse) -> None:
        hellos.append(msgspec.json.decode(await socket.receive_str(), type=Hello))
        if len(hellos) == 2:
            client.leave()

    async with host(let_go) as address, asyncio.timeout(10):
        client = Client(address, "Anna", None, lambda _: None, lambda: 0.0)
        await client.run()
    assert hellos[0] == hellos[1]
    assert hellos[0].secret


async def told_of(frame: bytes) -> list[Told]:
    """What a player is told of a host that says this, until they leave."""
    told: list[Told] = []

    async def say(socket: web.WebSocketResponse) -> None:
        await socket.send_frame(frame, WSMsgType.TEXT)

    def tell(what: Told) -> None:
        told.append(what)
        if isinstance(what, Away):
            client.leave()

    async with host(say) as address, asyncio.timeout(10):
        client = Client(address, "Anna", None, tell, lambda: 0.0)
        await client.run()
    return told


async def test_a_host_that_breaks_the_line_off_in_the_middle_is_away_and_no_error() -> None:
    """So does aiohttp tell of a host whose network is gone: by a frame that holds an error."""
    assert await told_of(b"\xff") == [Away(0.0)]


async def test_what_is_too_large_to_be_heard_is_told_and_not_tried_for_ever() -> None:
    assert await told_of(b"x" * LARGEST_HEARD + b"x") == [Refused(refusal=Refusal.NONSENSE, reason=TOO_MUCH)]
