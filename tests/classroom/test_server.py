"""The server in real parts: sockets on loopback, a room with its log on disk."""

import asyncio
import json
import socket
from pathlib import Path

import aiohttp
import pytest

from tests.classroom.players import Player, Served, until_everybody
from tests.classroom.rooms import SKIP, picked, text, typed
from tui.classroom.client import address_in
from tui.classroom.events import Answered
from tui.classroom.hosting import HostedRoom
from tui.classroom.limits import Limits, Rate
from tui.classroom.log import read_log
from tui.classroom.protocol import (
    LARGEST_FRAME,
    VERSION,
    Asked,
    AskedAgain,
    Called,
    Goodbye,
    Hello,
    NotTaken,
    Over,
    Refusal,
    Refused,
    Rename,
    Saved,
    Shown,
    Shut,
    Stopped,
    Waiting,
    Welcome,
)
from tui.classroom.server import page_parts
from tui.quiz.verdict import Grade


async def test_a_class_is_asked_answers_and_is_shown_the_key(tmp_path: Path) -> None:
    async with Served(tmp_path) as served:
        anna, ben = await served.player("Anna"), await served.player("Ben")
        assert (await anna.hears(Waiting)).asked == 0
        served.host.open_next(limit=20)
        asked, _ = await until_everybody(anna, ben, hear=Asked)
        assert asked.seconds == 20
        await anna.answers(picked("right"))
        assert (await anna.hears(Saved)).id == "1"
        assert [type(each.event) for each in read_log(served.hosted.path).events][-1] is Answered
        served.host.close()
        shut, open_ = await until_everybody(anna, ben, hear=Shut)
        assert (shut.yours, open_.yours) == (picked("right"), None)
        served.host.reveal()
        right, none = await until_everybody(anna, ben, hear=Shown)
        assert (right.outcome.grade, right.total, none.outcome.grade) == (Grade.CORRECT, 1, None)
        served.host.end()
        over, _ = await until_everybody(anna, ben, hear=Over)
        assert (over.total, over.most, len(over.outcomes)) == (1, 1, 1)
        assert over.file.startswith('{"form":"kruzhok record"')


async def test_nothing_of_the_key_leaves_before_the_reveal(tmp_path: Path) -> None:
    async with Served(tmp_path) as served:
        anna = await served.player("Anna")
        served.host.open_next()
        await anna.hears(Asked)
        await anna.answers(picked("near"))
        await anna.hears(Saved)
        served.host.close()
        await anna.hears(Shut)
        told = "".join(anna.frames)
        assert not [word for word in ("key", "why", "Not quite.", "explanation", "grade", "credit") if word in told]
        served.host.reveal()
        await anna.hears(Shown)
        assert "Not quite." in anna.frames[-1]


async def test_nothing_is_said_to_who_comes_in_before_they_are_welcome(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with Served(tmp_path) as served:
        seated, on_disk = asyncio.Event(), asyncio.Event()

        async def kept() -> None:
            seated.set()
            await on_disk.wait()

        monkeypatch.setattr(served.host, "kept", kept)
        anna = await Player.connected(served)
        await anna.says(Hello(version=VERSION, code=served.code, name="Anna"))
        await seated.wait()
        served.host.open_next()
        served.host.rename(served.host.room.playing[0].seat, "Vera")
        on_disk.set()
        assert (await anna.hears(Welcome)).name == "Vera"
        await anna.hears(Asked)
        served.host.close()
        await anna.hears(Shut)


async def test_an_answer_is_changed_until_the_close_and_not_after(tmp_path: Path) -> None:
    async with Served(tmp_path) as served:
        anna = await served.player("Anna")
        served.host.open_next()
        await anna.hears(Asked)
        await anna.answers(picked("near"))
        await anna.hears(Saved)
        await anna.answers(picked("right"), answer="2")
        await anna.hears(Saved)
        served.host.close()
        assert (await anna.hears(Shut)).yours == picked("right")
        served.hosted.clocks.move(2)
        await anna.answers(picked("far"), answer="3")
        assert "closed" in (await anna.hears(NotTaken)).reason


async def test_what_cannot_be_graded_is_asked_again(tmp_path: Path) -> None:
    async with Served(tmp_path, text()) as served:
        anna = await served.player("Anna")
        served.host.open_next()
        await anna.hears(Asked)
        await anna.answers(typed(" "))
        assert (await anna.hears(AskedAgain)).id == "1"


async def test_who_drops_comes_back_to_their_seat_and_their_answer(tmp_path: Path) -> None:
    async with Served(tmp_path) as served:
        anna = await served.player("Anna")
        served.host.open_next()
        await anna.hears(Asked)
        await anna.answers(picked("right"))
        await anna.hears(Saved)
        await anna.socket.close()
        again = await Player.connected(served)
        await again.says(Hello(version=VERSION, code=served.code, token=anna.welcome.token))
        assert (await again.hears(Welcome)).seat == anna.welcome.seat
        assert (await again.hears(Asked)).yours == picked("right")


async def test_a_seat_taken_up_elsewhere_tells_both(tmp_path: Path) -> None:
    async with Served(tmp_path) as served:
        anna = await served.player("Anna")
        await anna.hears(Waiting)
        again = await Player.connected(served)
        await again.says(Hello(version=VERSION, code=served.code, token=anna.welcome.token))
        assert (await again.hears(Welcome)).name == "Anna"
        assert (await anna.hears(Refused)).refusal is Refusal.REPLACED
        assert await anna.closed() == 1008
        assert served.host.room.playing[0].present


async def test_who_leaves_is_gone_and_the_others_play_on(tmp_path: Path) -> None:
    async with Served(tmp_path) as served:
        anna, ben = await served.player("Anna"), await served.player("Ben")
        await anna.says(Goodbye())
        await anna.closed()
        served.host.open_next()
        await ben.hears(Asked)
        assert [player.present for player in served.host.room.playing] == [False, True]


async def test_the_host_removes_renames_pauses_and_accepts(tmp_path: Path) -> None:
    async with Served(tmp_path, text()) as served:
        anna, ben = await served.player("Anna"), await served.player("Ben")
        await ben.says(Rename(name="Anna"))
        assert (await ben.hears(Called)).name == "Anna 2"
        served.host.open_next()
        await until_everybody(anna, ben, hear=Asked)
        served.host.pause()
        await until_everybody(anna, ben, hear=Stopped)
        served.host.go_on()
        await until_everybody(anna, ben, hear=Asked)
        await anna.answers(typed("Comrade K."))
        await anna.hears(Saved)
        served.host.remove(ben.welcome.seat)
        assert (await ben.hears(Refused)).refusal is Refusal.REMOVED
        served.host.close()
        served.host.reveal()
        await anna.hears(Shut)
        assert (await anna.hears(Shown)).total == 0
        served.host.accept(served.host.room.rounds[0].number, served.host.typed_groups()[0].folded)
        assert (await anna.hears(Shown)).total == 1


@pytest.mark.parametrize(
    ("hello", "refusal"),
    [
        ({"code": "WRONGS", "name": "Anna"}, Refusal.CODE),
        ({"token": "x" * 22}, Refusal.STRANGER),
        ({"name": "Anna", "version": 99}, Refusal.VERSION),
    ],
)
async def test_who_is_not_let_in_is_told_why(tmp_path: Path, hello: dict[str, object], refusal: Refusal) -> None:
    async with Served(tmp_path) as served:
        player = await Player.connected(served)
        said = {"type": "hello", "version": VERSION, "code": served.code, **hello}
        await player.socket.send_str(json.dumps(said))
        assert (await player.hears(Refused)).refusal is refusal
        assert await player.closed() == 1008


async def test_a_name_that_cannot_be_had_may_be_chosen_anew(tmp_path: Path) -> None:
    async with Served(tmp_path) as served:
        player = await Player.connected(served)
        await player.says(Hello(version=VERSION, code=served.code, name=" \u200b "))
        assert (await player.hears(Refused)).refusal is Refusal.NAME
        await player.says(Hello(version=VERSION, code=served.code, name="Anna"))
        assert (await player.hears(Welcome)).name == "Anna"


async def test_a_full_room_says_so(tmp_path: Path) -> None:
    async with Served(tmp_path, seats=1) as served:
        await served.player("Anna")
        player = await Player.connected(served)
        await player.says(Hello(version=VERSION, code=served.code, name="Ben"))
        assert (await player.hears(Refused)).refusal is Refusal.FULL


@pytest.mark.parametrize(
    "frame",
    [
        "",
        "x",
        "[]",
        '{"type":"open"}',
        '{"type":"goodbye","type":"goodbye"}',
        '{"type":"answer","id":"1","round":NaN,"vote":1,"response":{"type":"skipped"}}',
        '{"type":"goodbye","more":1}',
        "[" * 4000,
        '{"type":"answer","id":"1","round":1,"vote":1,"response":{"type":"skipped"}}',
    ],
)
async def test_nonsense_ends_the_conversation(tmp_path: Path, frame: str) -> None:
    async with Served(tmp_path) as served:
        player = await Player.connected(served)
        await player.socket.send_str(frame)
        assert (await player.hears(Refused)).refusal is Refusal.NONSENSE
        assert await player.closed() == 1008


async def test_a_frame_that_is_too_large_ends_it_too(tmp_path: Path) -> None:
    async with Served(tmp_path) as served:
        player = await Player.connected(served)
        await player.socket.send_str("x" * (LARGEST_FRAME + 1))
        assert await player.closed() == 1009
        binary = await Player.connected(served)
        await binary.socket.send_bytes(b"x")
        assert (await binary.hears(Refused)).refusal is Refusal.NONSENSE


async def test_who_says_nothing_is_shown_out(tmp_path: Path) -> None:
    async with Served(tmp_path, limits=Limits(hello=0.01)) as served:
        player = await Player.connected(served)
        assert (await player.hears(Refused)).refusal is Refusal.NONSENSE


async def test_who_heard_no_welcome_says_hello_once_more_and_has_one_seat(tmp_path: Path) -> None:
    async with Served(tmp_path) as served:
        hello = Hello(version=VERSION, code=served.code, name="Anna", secret="of her own making, by chance")
        lost, again = await Player.connected(served), await Player.connected(served)
        await lost.says(hello)
        await lost.socket.close()
        await again.says(hello)
        welcome = await again.hears(Welcome)
        assert (welcome.name, welcome.token, served.host.room.taken) == ("Anna", hello.secret, 1)
        other = await served.player("Ben")
        assert other.welcome.token != hello.secret
        served.host.remove(welcome.seat)
        await again.hears(Refused)
        removed = await Player.connected(served)
        await removed.says(hello)
        assert (await removed.hears(Refused)).refusal is Refusal.REMOVED


async def test_what_comes_too_often_is_told_to_wait(tmp_path: Path) -> None:
    async with Served(tmp_path, limits=Limits(messages=Rate(3, 0.1))) as served:
        player = await served.player("Anna")
        for name in "bcd":
            await player.says(Rename(name=name))
        await player.hears(Called)
        await player.hears(Called)
        refused = await player.hears(Refused)
        assert refused.refusal is Refusal.OFTEN
        assert refused.wait > 0


async def test_while_the_disk_is_full_nobody_takes_a_seat_that_they_might_not_hear_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with Served(tmp_path) as served:
        anna = await served.player("Anna")
        await anna.socket.close()
        monkeypatch.setattr(HostedRoom, "trouble", property(lambda _: "No space left on device"))
        new, back = await Player.connected(served), await Player.connected(served)
        await new.says(Hello(version=VERSION, code=served.code, name="Ben"))
        refused = await new.hears(Refused)
        assert (refused.refusal, refused.wait) == (Refusal.OFTEN, 5)
        assert "cannot keep a seat" in refused.reason
        await back.says(Hello(version=VERSION, code=served.code, token=anna.welcome.token))
        assert (await back.hears(Welcome)).seat == anna.welcome.seat
        assert served.host.room.taken == 1


async def test_an_address_opens_so_many_sockets_and_tries_so_many_codes(tmp_path: Path) -> None:
    async with Served(tmp_path, limits=Limits(sockets=2)) as served:
        _ = [await Player.connected(served) for _ in range(2)]
        with pytest.raises(aiohttp.WSServerHandshakeError, match="429"):
            await Player.connected(served)
    async with Served(tmp_path / "other", limits=Limits(wrong_codes=Rate(1, 0.1))) as served:
        for refusal in (Refusal.CODE, Refusal.OFTEN):
            player = await Player.connected(served)
            await player.says(Hello(version=VERSION, code="WRONGS", name="Anna"))
            assert (await player.hears(Refused)).refusal is refusal


@pytest.mark.parametrize(
    "headers", [{"Origin": "http://elsewhere.example"}, {"Origin": "null"}, {"Host": "elsewhere.example:80"}]
)
async def test_pages_of_others_and_names_that_point_here_are_refused(tmp_path: Path, headers: dict[str, str]) -> None:
    async with Served(tmp_path) as served:
        async with served.web.get(f"{served.url}/", headers=headers) as answer:
            assert answer.status == 403
        with pytest.raises(aiohttp.WSServerHandshakeError, match="403"):
            await Player.connected(served, headers=headers)


async def test_the_computers_own_name_in_the_network_is_the_rooms(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(socket, "gethostname", lambda: "Teacher")
    async with Served(tmp_path) as served:
        for typed, status in (("Teacher.local", 200), ("other.local", 403), ("teacher.local.example", 403)):
            name = address_in(f"{typed}:{served.server.port}").host
            host = f"{name}:{served.server.port}"
            headers = {"Host": host, "Origin": f"http://{host}"}
            async with served.web.get(f"{served.url}/{served.code}", headers=headers) as answer:
                assert answer.status == status


async def test_the_page_and_its_parts_are_served_and_nothing_else(tmp_path: Path) -> None:
    async with Served(tmp_path) as served:
        for path in ("", served.code, served.code.lower(), "see", *page_parts()):
            async with served.web.get(f"{served.url}/{path}") as answer:
                there = not path.endswith(".html")
                assert answer.status == (200 if there else 404), path
                policy = answer.headers["Content-Security-Policy"]
                assert policy.startswith("default-src 'none'; script-src 'self';")
                assert f"ws://127.0.0.1:{served.server.port}" in policy
                assert answer.headers["X-Content-Type-Options"] == "nosniff"
                assert answer.headers["Cache-Control"] == "no-store"
                assert "Access-Control-Allow-Origin" not in answer.headers
                assert "Set-Cookie" not in answer.headers
        for path in ("..%2fserver.py", "page/index.html", "server.py", "rooms", "socket/x"):
            async with served.web.get(f"{served.url}/{path}") as answer:
                assert answer.status == 404
                assert "Content-Security-Policy" in answer.headers
        async with served.web.get(f"{served.url}/names") as answer:
            assert len(set(await answer.json())) == 6


async def test_a_storm_of_players_is_seated_and_loses_nothing(tmp_path: Path) -> None:
    limits = Limits(handshakes=Rate(1000, 5.0), seats=Rate(1000, 1.0))
    async with Served(tmp_path, seats=100, limits=limits) as served:
        players = await asyncio.gather(*(served.player(f"P{number}") for number in range(100)))
        served.host.open_next()
        await until_everybody(*players, hear=Asked)
        await asyncio.gather(*(player.answers(SKIP) for player in players))
        await until_everybody(*players, hear=Saved)
        await asyncio.gather(*(player.socket.close() for player in players))
        back = await asyncio.gather(*(Player.connected(served) for _ in players))
        for player, before in zip(back, players, strict=True):
            await player.says(Hello(version=VERSION, code=served.code, token=before.welcome.token))
        await until_everybody(*back, hear=Welcome)
        assert [each.yours for each in await until_everybody(*back, hear=Asked)] == [SKIP] * 100
    assert sum(isinstance(each.event, Answered) for each in read_log(served.hosted.path).events) == 100
