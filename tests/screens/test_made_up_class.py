"""A made-up class in a real room: over real sockets on loopback, with the host's own screen."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.classroom.hosts import Hosted, guide_with
from tests.classroom.rooms import choice, text
from tests.screens.test_home import settle, shown
from tui.app import KruzhokApp
from tui.classroom.addresses import HERE, place_at
from tui.classroom.client import Address
from tui.classroom.company import Company
from tui.classroom.events import Answered, Event, Joined, Left
from tui.classroom.log import read_log
from tui.classroom.made_up_class import Doing, MadeUpClass
from tui.classroom.protocol import Asked
from tui.classroom.room import Phase
from tui.classroom.server import USUAL, RoomServer
from tui.drawing.room import Lobby
from tui.guide.model import Guide
from tui.quiz.ask import Picked
from tui.quiz.question import Question
from tui.screens.host import HostScreen
from tui.study import Study


class AtOnce(MadeUpClass):
    """A class that comes and answers without thinking."""

    def __init__(self, guide: Guide[Question], count: int) -> None:
        super().__init__(guide, count, "seed")
        self.pupils = [pupil._replace(comes=0.0) for pupil in self.pupils]

    def doings(self, pupil: object, asked: Asked) -> tuple[Doing, ...]:
        return (Doing(0.0, Picked(("near",))),)


class Thinking(AtOnce):
    """A class that comes, and would answer in an hour."""

    def doings(self, pupil: object, asked: Asked) -> tuple[Doing, ...]:
        return (Doing(3600.0, Picked(("near",))),)


class Demo:
    """A host with a made-up class of three."""

    def __init__(self, folder: Path, kind: type[AtOnce] = AtOnce) -> None:
        self.hosted = Hosted(folder, choice("who"), text("name"))
        self.host = self.hosted.host
        server = RoomServer(self.host)
        server.listen(place_at(HERE, 0, USUAL.backlog))
        self.made_up = kind(self.hosted.guide, 3)
        code = self.host.room.began.code
        self.company = Company(server, Address(HERE, server.port, code), self.made_up)
        lobby = Lobby(addresses=(f"{HERE}:{server.port}",), code=code, link=HERE, made_up=3)
        screen = HostScreen(self.host, lobby, self.company, lambda: self.hosted.guide)
        self.app = KruzhokApp(Study(self.hosted.guide), lambda ways: ways.open_screen(screen))
        self.happened = asyncio.Event()
        self.host.subscribe(lambda _: self.happened.set())

    async def until(self, holds: Callable[[], bool]) -> None:
        """Wait for what the room tells."""
        async with asyncio.timeout(10):
            while not holds():
                self.happened.clear()
                await self.happened.wait()

    @property
    def log(self) -> list[Event]:
        """What the room's log has."""
        return [each.event for each in read_log(self.hosted.path).events]


async def press(pilot: Pilot[int], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await settle(pilot)


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_a_made_up_class_comes_answers_and_is_gone_when_the_room_is_over(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    demo = Demo(tmp_path)
    async with demo.app.run_test(size=size) as pilot:
        await demo.until(lambda: demo.host.room.taken == 3)
        await settle(pilot)
        assert "3 players" in shown(demo.app)
        assert "A demo with 3 made-up pupils." in " ".join(shown(demo.app).split())
        await press(pilot, "enter")
        await demo.until(lambda: demo.host.answered() == (3, 3))
        await press(pilot, "enter", "v")
        await demo.until(lambda: demo.host.room.current is not None and len(demo.host.room.current.votes[-1]) == 3)
        await press(pilot, "enter", "enter")
        assert "Second vote: 0 right before, 0 after, of 3" in " ".join(shown(demo.app).split())
        await press(pilot, "q", "e")
        assert demo.host.room.phase is Phase.ENDED
        await demo.until(lambda: not any(player.present for player in demo.host.room.playing))
        assert "the made-up class has gone" in " ".join(shown(demo.app).split())
        await press(pilot, "r")
        assert "Report of room" in shown(demo.app)
        await press(pilot, "q", "q")
    await demo.host.kept()
    assert asyncio.all_tasks() == {asyncio.current_task()}
    demo.host.let_go()
    assert [each.name for each in demo.log if isinstance(each, Joined)] == [each.name for each in demo.made_up.pupils]
    assert [each.vote for each in demo.log if isinstance(each, Answered)] == [1, 1, 1, 2, 2, 2]
    assert sum(isinstance(each, Left) for each in demo.log) == 3


async def test_who_leaves_takes_the_class_along_in_the_middle_of_its_thinking(tmp_path: Path) -> None:
    demo = Demo(tmp_path, Thinking)
    async with demo.app.run_test(size=(80, 24)) as pilot:
        await demo.until(lambda: demo.host.room.taken == 3)
        await press(pilot, "enter", "q")
        assert "The made-up class goes with you." in " ".join(shown(demo.app).split())
        assert "--resume" not in shown(demo.app)
        await press(pilot, "l")
    assert demo.app.return_code == 0
    await demo.host.kept()
    assert asyncio.all_tasks() == {asyncio.current_task()}
    demo.host.let_go()
    assert not [each for each in demo.log if isinstance(each, Answered)]


async def test_who_was_paused_answers_once_when_time_runs_on(tmp_path: Path) -> None:
    demo = Demo(tmp_path)
    await demo.company.start()
    await demo.until(lambda: demo.host.room.taken == 3)
    demo.host.open_next()
    demo.host.pause()
    demo.host.go_on()
    await demo.until(lambda: demo.host.answered() == (3, 3))
    await demo.host.kept()
    demo.host.pause()
    demo.host.go_on()
    demo.host.close()
    demo.host.end()
    await demo.until(lambda: not any(player.present for player in demo.host.room.playing))
    await demo.company.stop()
    demo.host.let_go()
    assert sum(isinstance(each, Answered) for each in demo.log) == 3


async def test_a_fault_of_a_pupil_is_told_and_the_door_is_shut_all_the_same() -> None:
    class Door:
        """Says whether it is open."""

        open = False

        async def start(self) -> None:
            self.open = True

        async def stop(self) -> None:
            self.open = False

    made_up = AtOnce(guide_with(choice()), 1)
    made_up.pupils = [made_up.pupils[0]._replace(comes="soon")]  # type: ignore[arg-type]
    door = Door()
    company = Company(door, Address(HERE, 1, "KRUZHK"), made_up)
    await company.stop()
    await company.start()
    assert door.open
    await asyncio.sleep(0)
    with pytest.raises(ExceptionGroup):
        await company.stop()
    assert not door.open
