"""A player in a terminal, by keys alone, against the true server on loopback."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, closing
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from tests.classroom.hosts import guide_with
from tests.classroom.players import Served
from tests.classroom.rooms import choice, text
from tests.memory.writing import learner
from tests.samples import START, SetClock
from tests.screens.test_home import settle, shown
from tui.app import KruzhokApp
from tui.classroom import client
from tui.classroom.addresses import HERE, place_at
from tui.classroom.client import Address, Client, Told, names_offered_at
from tui.classroom.events import Answered, Joined, Left, Opened
from tui.classroom.hosting import HostedRoom
from tui.classroom.server import USUAL, RoomServer
from tui.classroom.words import RoundNumber
from tui.guide.words import KeyPointId
from tui.in_class import InClass
from tui.memory.seats import keep_token, token_of
from tui.quiz.verdict import Grade
from tui.screens.join import JoinScreen
from tui.study import Study

QUESTIONS = (choice("who", tests="a"), text("name", tests="b"))


class Pupil:
    """A player with their terminal and their own data folder."""

    def __init__(self, served: Served, folder: Path, name: str = "Anna") -> None:
        self.served = served
        self.folder = folder
        self.in_class = InClass(lambda: folder, served.code, SetClock(START))
        self.told = asyncio.Event()
        self.names: tuple[str, ...] = ()
        self.screen = JoinScreen(self._make, self._offered, self.in_class, name)
        self.app = KruzhokApp(Study(guide_with(*QUESTIONS)), lambda ways: ways.open_screen(self.screen))

    def _make(self, name: str, tell: Callable[[Told], None]) -> Client:
        def heard(told: Told) -> None:
            tell(told)
            self.told.set()

        return Client(self._address, name, self.in_class.token, heard, lambda: 0.0)

    @property
    def _address(self) -> Address:
        return Address(HERE, self.served.server.port, self.served.code)

    async def _offered(self) -> tuple[str, ...]:
        self.names = await names_offered_at(self._address)
        self.app.call_later(self.told.set)
        return self.names

    async def sees(self, pilot: Pilot[int], *words: str) -> None:
        """Go on with what the room tells until the screen says so."""
        async with asyncio.timeout(10):
            while True:
                self.told.clear()
                await settle(pilot)
                if all(word in " ".join(shown(self.app).split()) for word in words):
                    return
                await self.told.wait()


@asynccontextmanager
async def playing(pupil: Pupil) -> AsyncIterator[Pilot[int]]:
    async with pupil.app.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        yield pilot
    pupil.in_class.close()


@asynccontextmanager
async def resumed(served: Served) -> AsyncIterator[HostedRoom]:
    """The room after its host was killed, at the same place."""
    host = served.hosted.resumed()
    server = RoomServer(host)
    server.listen(place_at(HERE, served.server.port, USUAL.backlog))
    await server.start()
    yield host
    await server.stop()
    host.let_go()


async def test_a_class_from_a_terminal_and_what_was_missed_is_due_at_home(tmp_path: Path) -> None:
    async with Served(tmp_path / "host", *QUESTIONS) as served:
        pupil = Pupil(served, tmp_path / "pupil")
        async with playing(pupil) as pilot:
            await pupil.sees(pilot, "You are in as Anna, with 1 player in the room.")
            served.host.open_next()
            await pupil.sees(pilot, "who?", "1 of 2")
            await pilot.press("1")
            await pupil.sees(pilot, "Saved. You can change it until the close.")
            await pilot.press("0")
            await pupil.sees(pilot, "Saved.")
            served.host.close()
            await pupil.sees(pilot, "Closed.", "You said that you don't know.")
            served.host.reveal()
            await pupil.sees(pilot, "Right: right", "You have 0 in all.")
            served.host.open_next()
            await pupil.sees(pilot, "name?")
            await pilot.press(*"kollontai", "enter")
            await pupil.sees(pilot, "Saved.")
            served.host.close()
            served.host.reveal()
            await pupil.sees(pilot, "You have 1 in all.")
            served.host.end()
            await pupil.sees(pilot, "1 of 2", "You missed 1 question.", "on your own record")
            await pilot.press("q")
        assert pupil.app.return_code == 0
    clock = SetClock(START)
    clock.move(days=2)
    with closing(learner(pupil.folder, clock, guide_with(*QUESTIONS))) as study:
        grades = {each.question: each.grade for each in study.record.attempts}
        assert grades == {"who": Grade.SKIPPED, "name": Grade.CORRECT}
        assert study.record.knowledge.keys() == {KeyPointId("a"), KeyPointId("b")}
    assert not list(pupil.folder.glob("seat-*"))


async def test_where_another_room_answers_its_code_leads_there_and_the_seat_is_kept(tmp_path: Path) -> None:
    async with Served(tmp_path / "host", *QUESTIONS) as served:
        pupil = Pupil(served, tmp_path / "pupil")
        (tmp_path / "pupil").mkdir()
        keep_token(tmp_path / "pupil", served.code, "of another room")
        async with playing(pupil) as pilot:
            await pupil.sees(pilot, "Another room answers at this address now", "n join the new room")
            await pilot.press("n", *"short", "enter")
            await pupil.sees(pilot, "A code has 6 letters and numbers")
            await pilot.press("space", *"er", "backspace", "enter")
            await settle(pilot)
        assert pupil.app.return_code == 0
        assert pupil.screen.other == "SHORTE"
        assert token_of(tmp_path / "pupil", served.code) == "of another room"
        pupil.in_class = InClass(lambda: tmp_path / "pupil", served.code, SetClock(START), anew=True)
        assert pupil.in_class.token is None


async def test_ctrl_c_asks_first_as_leaving_does(tmp_path: Path) -> None:
    async with Served(tmp_path / "host", *QUESTIONS) as served:
        pupil = Pupil(served, tmp_path / "pupil")
        async with playing(pupil) as pilot:
            await pupil.sees(pilot, "You are in as Anna")
            await pilot.press("ctrl+c")
            await pupil.sees(pilot, "Leave the room?", "ctrl+c once more leaves kruzhok at once.")
            await pilot.press("s")
            served.host.open_next()
            await pupil.sees(pilot, "who?")
            await pilot.press("ctrl+c")
            await pupil.sees(pilot, "Leave the room?")
            await pilot.press("ctrl+c")
        assert pupil.app.return_code == 130


async def test_ctrl_c_leaves_at_once_once_the_room_is_over_or_before_there_is_a_seat(tmp_path: Path) -> None:
    async with Served(tmp_path / "host", *QUESTIONS) as served:
        nobody, anna = Pupil(served, tmp_path / "nobody", ""), Pupil(served, tmp_path / "pupil")
        async with playing(nobody) as pilot:
            await nobody.sees(pilot, "What will you be called in the room?")
            await pilot.press("ctrl+c")
        async with playing(anna) as pilot:
            await anna.sees(pilot, "You are in as Anna")
            served.host.end()
            await anna.sees(pilot, "on your own record")
            await pilot.press("ctrl+c")
        assert (nobody.app.return_code, anna.app.return_code) == (130, 130)


async def test_who_leaves_comes_back_to_their_seat(tmp_path: Path) -> None:
    async with Served(tmp_path / "host", *QUESTIONS) as served:
        first = Pupil(served, tmp_path / "pupil")
        async with playing(first) as pilot:
            await first.sees(pilot, "You are in as Anna")
            served.host.open_next()
            await first.sees(pilot, "who?")
            await pilot.press("q")
            await first.sees(pilot, "Leave the room?")
            await pilot.press("l")
        again = Pupil(served, tmp_path / "pupil", name="")
        async with playing(again) as pilot:
            await again.sees(pilot, "who?", "A sample: Anna")
        assert len(served.host.room.playing) == 1


async def test_a_name_is_asked_for_until_it_can_be_had(tmp_path: Path) -> None:
    async with Served(tmp_path / "host", *QUESTIONS) as served:
        pupil = Pupil(served, tmp_path / "pupil", name="")
        async with playing(pupil) as pilot:
            await pupil.sees(pilot, "What will you be called in the room?")
            await pilot.press(*"Vera", "enter")
            await pupil.sees(pilot, "You are in as Vera")


async def test_one_of_the_names_offered_is_taken_by_the_arrows(tmp_path: Path) -> None:
    async with Served(tmp_path / "host", *QUESTIONS) as served:
        pupil = Pupil(served, tmp_path / "pupil", name="")
        async with playing(pupil) as pilot:
            await pupil.sees(pilot, "takes one of these")
            assert len(pupil.names) == 6
            await pilot.press("down", "down", "down", "up", "enter")
            await pupil.sees(pilot, f"You are in as {pupil.names[1]}")


async def test_who_types_after_all_takes_no_name_offered(tmp_path: Path) -> None:
    async with Served(tmp_path / "host", *QUESTIONS) as served:
        pupil = Pupil(served, tmp_path / "pupil", name="")
        async with playing(pupil) as pilot:
            await pupil.sees(pilot, "takes one of these")
            await pilot.press("down", *"Vera", "enter")
            await pupil.sees(pilot, "You are in as Vera")


async def test_without_a_connection_it_is_said_that_the_answer_waits(tmp_path: Path) -> None:
    async with Served(tmp_path / "host", *QUESTIONS) as served:
        pupil = Pupil(served, tmp_path / "pupil")
        async with playing(pupil) as pilot:
            await pupil.sees(pilot, "You are in as Anna")
            served.host.open_next()
            await pupil.sees(pilot, "who?", "1 of 2")
            await served.server.stop()
            await pupil.sees(pilot, "no connection: what you do is kept")
            await pilot.press("1")
            await pupil.sees(pilot, "No connection: it is sent once the room is back.")


async def test_an_answer_given_without_a_connection_is_sent_once_it_is_back(tmp_path: Path) -> None:
    async with Served(tmp_path / "host", *QUESTIONS) as served:
        pupil = Pupil(served, tmp_path / "pupil")
        async with playing(pupil) as pilot:
            await pupil.sees(pilot, "You are in as Anna")
            served.host.open_next()
            await pupil.sees(pilot, "who?")
            for connection in tuple(served.server._open):
                connection.close()
            await pilot.press("1")
            await pupil.sees(pilot, "Saved.")
        answered = [event for event in served.hosted.heard if isinstance(event, Answered)]
        assert len(answered) == 1


async def test_an_answer_given_while_the_host_was_gone_waits_through_the_pause(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(client, "PAUSES", (0.05,))
    async with Served(tmp_path / "host", *QUESTIONS) as served:
        pupil = Pupil(served, tmp_path / "pupil")
        async with playing(pupil) as pilot:
            await pupil.sees(pilot, "You are in as Anna")
            served.host.open_next()
            await pupil.sees(pilot, "who?")
            await served.server.stop()
            served.host.let_go()
            await pupil.sees(pilot, "no connection: what you do is kept")
            await pilot.press("2")
            await pupil.sees(pilot, "No connection: it is sent once the room is back.")
            chosen = [line for line in shown(pupil.app) if "●" in line]
            assert len(chosen) == 1
            async with resumed(served) as host:
                await pupil.sees(pilot, "The room is paused.")
                host.go_on()
                await pupil.sees(pilot, "Saved. You can change it until the close.")
                assert [line for line in shown(pupil.app) if "●" in line] == chosen
                assert host.answered() == (1, 1)


async def test_what_is_typed_outlives_a_pause(tmp_path: Path) -> None:
    async with Served(tmp_path / "host", *QUESTIONS[1:]) as served:
        pupil = Pupil(served, tmp_path / "pupil")
        async with playing(pupil) as pilot:
            await pupil.sees(pilot, "You are in as Anna")
            served.host.open_next()
            await pupil.sees(pilot, "name?")
            await pilot.press(*"kollon")
            served.host.pause()
            await pupil.sees(pilot, "The room is paused.")
            served.host.go_on()
            await pupil.sees(pilot, "name?")
            await pilot.press(*"tai", "enter")
            await pupil.sees(pilot, "Saved.", "kollontai")
            assert served.host.answered() == (1, 1)


async def test_what_is_too_long_for_a_message_is_told_and_the_line_holds(tmp_path: Path) -> None:
    async with Served(tmp_path / "host", *QUESTIONS[1:]) as served:
        pupil = Pupil(served, tmp_path / "pupil")
        async with playing(pupil) as pilot:
            await pupil.sees(pilot, "You are in as Anna")
            served.host.open_next()
            await pupil.sees(pilot, "name?")
            pupil.screen.post_message(events.Paste("Ы" * 2000))
            await settle(pilot)
            await pilot.press("enter")
            await pupil.sees(pilot, "This is too long to be sent. Use fewer words")
            await pilot.press("home", "ctrl+k", *"kollontai", "enter")
            await pupil.sees(pilot, "Saved.")
        assert [type(event) for event in served.hosted.heard] == [Joined, Opened, Answered, Left]


async def test_what_is_graded_anew_takes_the_former_attempt_back(tmp_path: Path) -> None:
    async with Served(tmp_path / "host", *QUESTIONS[1:]) as served:
        pupil = Pupil(served, tmp_path / "pupil")
        async with playing(pupil) as pilot:
            await pupil.sees(pilot, "You are in as Anna")
            served.host.open_next()
            await pupil.sees(pilot, "name?")
            await pilot.press(*"comrade", "enter")
            await pupil.sees(pilot, "Saved.")
            served.host.close()
            served.host.reveal()
            await pupil.sees(pilot, "You have 0 in all.")
            served.host.accept(RoundNumber(1), ("comrade",))
            await pupil.sees(pilot, "You have 1 in all.")
    with closing(learner(pupil.folder, SetClock(START), guide_with(*QUESTIONS[1:]))) as study:
        assert [each.grade for each in study.record.attempts] == [Grade.CORRECT]


async def test_what_is_graded_anew_later_leaves_the_open_question_where_it_is(tmp_path: Path) -> None:
    async with Served(tmp_path / "host", QUESTIONS[1], QUESTIONS[0]) as served:
        pupil = Pupil(served, tmp_path / "pupil")
        async with playing(pupil) as pilot:
            await pupil.sees(pilot, "You are in as Anna")
            served.host.open_next()
            await pupil.sees(pilot, "name?")
            await pilot.press(*"comrade", "enter")
            await pupil.sees(pilot, "Saved.")
            served.host.close()
            served.host.reveal()
            await pupil.sees(pilot, "You have 0 in all.")
            served.host.open_next()
            await pupil.sees(pilot, "who?")
            served.host.accept(RoundNumber(1), ("comrade",))
            await pupil.sees(pilot, "Question 1 was graded anew", "who?")
            await pilot.press("1")
            await pupil.sees(pilot, "Saved. You can change it until the close.")
        with closing(learner(pupil.folder, SetClock(START), guide_with(*QUESTIONS))) as study:
            assert [each.grade for each in study.record.attempts] == [Grade.CORRECT]


async def test_once_the_room_is_over_nothing_is_said_of_a_host_who_has_gone(tmp_path: Path) -> None:
    async with Served(tmp_path / "host", *QUESTIONS) as served:
        pupil = Pupil(served, tmp_path / "pupil")
        async with playing(pupil) as pilot:
            await pupil.sees(pilot, "You are in as Anna")
            served.host.end()
            await pupil.sees(pilot, "0 of 0")
            await served.server.stop()
            async with asyncio.timeout(10):
                await pupil.app.workers.wait_for_complete()
            await settle(pilot)
            assert "no connection" not in shown(pupil.app)


async def test_who_is_removed_is_told(tmp_path: Path) -> None:
    async with Served(tmp_path / "host", *QUESTIONS) as served:
        pupil = Pupil(served, tmp_path / "pupil")
        async with playing(pupil) as pilot:
            await pupil.sees(pilot, "You are in as Anna")
            served.host.remove(served.host.room.playing[0].seat)
            await pupil.sees(pilot, "The host has removed you from this room.")
            await pilot.press("q")
        assert pupil.app.return_code == 0
