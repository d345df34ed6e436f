"""The teacher's terminal, by keys alone: from the lobby to the report."""

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from tests.classroom.hosts import Hosted
from tests.classroom.rooms import SKIP, choice, picked, text, typed
from tests.screens.test_home import settle, shown
from tui.app import KruzhokApp, Start
from tui.classroom.events import Answered
from tui.classroom.hosting import HostedRoom
from tui.classroom.room import Phase
from tui.classroom.seating import RoomFull
from tui.classroom.words import AnswerId, Seat
from tui.cli.hosting import host_on_screen
from tui.commands import HOST
from tui.drawing.large import large
from tui.drawing.qr import qr_lines
from tui.drawing.room import Lobby
from tui.quiz.ask import Pick, Response
from tui.quiz.question import Question
from tui.screens.host import FULL, HostScreen
from tui.study import Study

LOBBY = Lobby(addresses=("192.168.1.5:8080",), code="KRUZHK", link="HTTP://192.168.1.5:8080/KRUZHK")


class NobodyServed:
    """Lets nobody in."""

    async def start(self) -> None:
        """Do nothing."""

    async def stop(self) -> None:
        """Do nothing."""


class Teacher:
    """A host with their terminal."""

    def __init__(self, folder: Path, *questions: Question) -> None:
        self.hosted = Hosted(folder, *questions)
        self.host = self.hosted.host
        self.screen = HostScreen(self.host, LOBBY, None, lambda: self.hosted.guide)
        self.app = KruzhokApp(Study(self.hosted.guide), lambda ways: ways.open_screen(self.screen))

    def given(self, seats: Sequence[Seat], *responses: Response) -> None:
        """Players answer."""
        asked = self.host.room.current
        assert asked is not None
        for seat, response in zip(seats, responses, strict=True):
            event = Answered(
                seat=seat, round=asked.number, vote=asked.vote, answer=AnswerId(f"{asked.vote}"), response=response
            )
            self.host._happen(event)


async def press(pilot: Pilot[int], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await settle(pilot)


@pytest.fixture
def teacher(tmp_path: Path) -> Teacher:
    return Teacher(tmp_path, choice("who"), text("name"))


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_a_class_from_the_lobby_to_the_report(teacher: Teacher, size: tuple[int, int]) -> None:
    app = teacher.app
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        assert "192.168.1.5:8080" in shown(app)
        code = large("KRUZHK", {60: 0, 80: 35, 120: 40}[size[0]], "heading")
        assert all(line[0].text in shown(app) for line in code)
        seats = teacher.hosted.joins("Anna", "Boris", "\u0410nna")
        await settle(pilot)
        assert "3 players" in shown(app)
        await press(pilot, "enter")
        assert "who?" in shown(app)
        assert "0 of 3 have answered" in shown(app)
        teacher.given(seats, picked("near"), picked("near"), SKIP)
        await press(pilot, "enter")
        assert "Closed." in shown(app)
        assert "Not quite." not in shown(app)
        await press(pilot, "v")
        teacher.given(seats, picked("right"), picked("near"), SKIP)
        await press(pilot, "enter", "enter")
        assert teacher.host.room.phase is Phase.REVEALED
        ask = teacher.host.room.ask_of(teacher.host.room.rounds[0])
        assert isinstance(ask, Pick)
        assert f"✓ {ask.options.index('right') + 1} right right" in " ".join(shown(app).split())
        assert "Second vote: 0 right before, 1 after, of 3" in " ".join(shown(app).split())
        assert "Not quite." in shown(app)
        await press(pilot, "k")
        assert "Ranking" in shown(app)
        assert "Anna" in shown(app)
        await press(pilot, "n")
        assert "Anna" not in shown(app)
        await press(pilot, "n", "k", "enter")
        teacher.given(seats, typed("Comrade K."), typed("Lenin"), typed("kollontai"))
        await press(pilot, "enter", "enter", "a")
        assert "Accept as right?" in shown(app)
        await press(pilot, "1")
        right = [teacher.host.room.points_in(teacher.host.room.rounds[1], each) for each in teacher.host.room.playing]
        assert right == [1, 0, 1]
        await press(pilot, "enter")
        assert "End the room?" in shown(app)
        await press(pilot, "e")
        assert "The room is over." in shown(app)
        await press(pilot, "r")
        assert "Report of room" in shown(app)
        await press(pilot, "q", "q")
    assert app.return_code == 0


async def test_nothing_of_the_key_is_on_the_projector_before_the_reveal(teacher: Teacher) -> None:
    async with teacher.app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        seats = teacher.hosted.joins("Anna", "Boris")
        await press(pilot, "enter")
        teacher.given(seats, picked("near"), picked("right"))
        for keys in (("w",), ("enter",), ("d",)):
            await press(pilot, *keys)
            assert "✓" not in shown(teacher.app)
            assert "Not quite." not in shown(teacher.app)
        await press(pilot, "l")
        assert teacher.app.screen is teacher.screen


async def test_who_is_missing_is_named_only_when_asked_for(teacher: Teacher) -> None:
    async with teacher.app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        seats = teacher.hosted.joins("Anna", "Boris")
        await press(pilot, "enter")
        teacher.given(seats[:1], SKIP)
        await settle(pilot)
        assert "1 of 2 have answered" in shown(teacher.app)
        assert "Boris" not in shown(teacher.app)
        await press(pilot, "w")
        assert "Not yet, for all to see: Boris" in shown(teacher.app)


async def test_the_key_stays_beside_what_was_accepted(tmp_path: Path) -> None:
    teacher = Teacher(tmp_path, text("name"))
    async with teacher.app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        seats = teacher.hosted.joins("Anna", "Boris")
        await press(pilot, "enter")
        teacher.given(seats, typed("Comrade K."), SKIP)
        await press(pilot, "enter", "enter", "a", "1")
        said = " ".join(shown(teacher.app).split())
        assert "✓ Kollontai right" in said
        assert "1 ✓ Comrade K. accepted by the teacher" in said


async def test_names_are_hidden_where_it_is_said_and_shown_to_all_where_it_is_asked_for(teacher: Teacher) -> None:
    async with teacher.app.run_test(size=(60, 20)) as pilot:
        await settle(pilot)
        teacher.hosted.joins("Anna", "Boris")
        await press(pilot, "n")
        assert "Anna" not in shown(teacher.app)
        (said,) = teacher.app._notifications
        assert "Names are hidden in the lobby and the ranking." in said.message
        assert "p and w still show them to everybody who sees the projector" in said.message
        await press(pilot, "p")
        assert "everybody who sees the projector sees this" in shown(teacher.app)
        assert "Anna" in shown(teacher.app)
        await press(pilot, "q", "enter", "w")
        assert "Not yet, for all to see: Anna, Boris" in shown(teacher.app)


def test_the_help_says_who_sees_the_names() -> None:
    help_of = {command.name: command.help for command in HOST}
    assert "in the lobby and the ranking" in help_of["names"]
    for name in ("missing", "players"):
        assert "everybody who sees the projector" in help_of[name]


async def test_more_time_is_told_once_it_is_all_that_is_left(teacher: Teacher) -> None:
    async with teacher.app.run_test(size=(60, 20)) as pilot:
        await settle(pilot)
        seats = teacher.hosted.joins("Anna", "Boris", "Vera")
        teacher.host.give_time(seats[0], 0.5)
        await press(pilot, "t", "2", "enter")
        teacher.hosted.clocks.move(15)
        teacher.screen._tick()
        await settle(pilot)
        assert "5 s left" in shown(teacher.app)
        assert "more time" not in shown(teacher.app)
        teacher.hosted.clocks.move(7)
        teacher.screen._tick()
        await settle(pilot)
        assert "more time for 1 player: 8 s" in " ".join(shown(teacher.app).split())
        assert "0 s left" not in shown(teacher.app)
        teacher.host.give_time(seats[1], 0.5)
        await settle(pilot)
        assert "more time for 2 players: 8 s" in " ".join(shown(teacher.app).split())


async def test_the_reveal_names_the_option_of_which_it_says_why_it_is_wrong(teacher: Teacher) -> None:
    async with teacher.app.run_test(size=(60, 20)) as pilot:
        await settle(pilot)
        seats = teacher.hosted.joins("Anna", "Boris")
        await press(pilot, "enter")
        teacher.given(seats, picked("near"), picked("near"))
        await press(pilot, "enter", "enter")
        assert "“near” is wrong: Not quite." in " ".join(shown(teacher.app).split())


@pytest.mark.parametrize("size", [(60, 20), (120, 40)])
async def test_latecomers_find_the_way_in_at_any_time(teacher: Teacher, size: tuple[int, int]) -> None:
    app, code = teacher.app, teacher.host.room.began.code
    picture = qr_lines(LOBBY.link)[7][0].text
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await press(pilot, "enter")
        for keys in ((), ("enter",), ("v",), ("enter", "enter")):
            await press(pilot, *keys)
            assert f"192.168.1.5:8080/{code}" in shown(app).splitlines()[0]
            assert "who?" in shown(app)
            await press(pilot, "i")
            assert picture in shown(app)
            assert "who?" not in shown(app)
            await press(pilot, "i")
            assert "who?" in shown(app)


async def test_nothing_happens_to_the_question_under_the_way_in(teacher: Teacher) -> None:
    async with teacher.app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "i", "enter")
        assert teacher.host.room.phase is Phase.OPEN
        assert "who?" in shown(teacher.app)
        await press(pilot, "i", "q")
        assert teacher.app.screen is teacher.screen
        assert "who?" in shown(teacher.app)


async def test_a_room_that_is_over_has_no_way_in(teacher: Teacher) -> None:
    async with teacher.app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "i", "x", "e")
        assert "The room is over." in shown(teacher.app)
        await press(pilot, "i")
        assert "The room is over." in shown(teacher.app)


@pytest.mark.parametrize("size", [(60, 20)])
async def test_a_resumed_room_shows_the_way_in_while_it_is_paused(teacher: Teacher, size: tuple[int, int]) -> None:
    teacher.hosted.joins("Anna")
    teacher.host.open_next()
    teacher.host.let_go()
    screen = HostScreen(teacher.hosted.resumed(), LOBBY, None, lambda: teacher.hosted.guide)
    app = KruzhokApp(Study(teacher.hosted.guide), lambda ways: ways.open_screen(screen))
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        page = " ".join(shown(app).split("\n", 1)[1].split())
        assert "The room is paused." in page
        assert "192.168.1.5:8080" in page
        assert "i shows the picture for phones" in page
        await press(pilot, "i")
        assert qr_lines(LOBBY.link)[7][0].text in shown(app)


async def test_what_is_wrong_and_the_code_stay_where_the_address_has_no_room(
    teacher: Teacher, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(HostedRoom, "trouble", property(lambda _: "no space left on device"))
    async with teacher.app.run_test(size=(60, 20)) as pilot:
        await settle(pilot)
        await press(pilot, "enter")
        head = shown(teacher.app).splitlines()[0]
        assert "not saved: no space left on device" in head
        assert teacher.host.room.began.code in head
        assert "192.168.1.5" not in head
        await pilot.resize_terminal(100, 24)
        await settle(pilot)
        assert f"192.168.1.5:8080/{teacher.host.room.began.code}" in shown(teacher.app).splitlines()[0]


async def test_the_whole_picture_is_in_sight_in_the_smallest_terminal(teacher: Teacher) -> None:
    async with teacher.app.run_test(size=(60, 20)) as pilot:
        await settle(pilot)
        for line in qr_lines(LOBBY.link):
            assert line[0].text in shown(teacher.app)
        for said in ("192.168.1.5:8080", "K R U Z H K", "0 players in the room"):
            assert said in shown(teacher.app)


@pytest.mark.parametrize("size", [(60, 20), (120, 40)])
async def test_without_a_network_it_is_said_that_nobody_else_can_come_in(tmp_path: Path, size: tuple[int, int]) -> None:
    hosted = Hosted(tmp_path)
    lobby = Lobby(addresses=("127.0.0.1:8080",), code="KRUZHK", link="HTTP://127.0.0.1:8080/KRUZHK")
    screen = HostScreen(hosted.host, lobby, None, lambda: hosted.guide)
    app = KruzhokApp(Study(hosted.guide), lambda ways: ways.open_screen(screen))
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        said = " ".join(shown(app).split())
        assert "Only this computer can reach the room" in said
        assert "kruzhok host --resume KRUZHK" in said
        assert "127.0.0.1:8080" in said
        assert "phone at the picture" not in said
        assert not any(line[0].text in shown(app) for line in qr_lines(lobby.link)[1:-1])


async def test_time_runs_out_pauses_and_is_chosen(teacher: Teacher) -> None:
    async with teacher.app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        teacher.hosted.joins("Anna")
        await press(pilot, "t", "2", "enter")
        assert "20 s left" in shown(teacher.app)
        await press(pilot, "space")
        assert "The room is paused." in shown(teacher.app)
        teacher.hosted.clocks.move(3)
        await press(pilot, "space")
        assert "20 s left" in shown(teacher.app)
        teacher.hosted.clocks.move(21)
        teacher.host.tick()
        await settle(pilot)
        assert "Closed." in shown(teacher.app)


async def test_what_is_not_saved_is_said_for_as_long_as_it_is_not(
    teacher: Teacher, monkeypatch: pytest.MonkeyPatch
) -> None:
    troubles = ["the disk is full"]
    monkeypatch.setattr(HostedRoom, "trouble", property(lambda _: troubles[-1]))
    async with teacher.app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "not saved: the disk is full" in shown(teacher.app)
        troubles.append("")
        teacher.screen._tick()
        await settle(pilot)
        assert "not saved" not in shown(teacher.app)


async def test_a_dropped_question_counts_for_nobody(teacher: Teacher) -> None:
    async with teacher.app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "s", "d")
        assert "It counts for nobody." in shown(teacher.app)
        await press(pilot, "enter")
        assert "Question 2 of 2" in shown(teacher.app)


async def test_players_are_added_renamed_given_time_typed_for_and_removed(teacher: Teacher) -> None:
    async with teacher.app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "p", "a", *"Zoya", "enter")
        assert "Zoya" in shown(teacher.app)
        assert "on paper" in shown(teacher.app)
        await press(pilot, "m")
        assert "half as much time again" in shown(teacher.app)
        await press(pilot, "r", *"Xenia", "enter")
        assert teacher.host.room.playing[0].name == "Xenia"
        await press(pilot, "q", "enter", "p", "enter")
        assert "For Xenia" in shown(teacher.app)
        await press(pilot, "1")
        assert teacher.host.answered() == (1, 1)
        await press(pilot, "x", "r")
        assert teacher.host.room.playing == ()
        assert "Nobody has a seat yet." in shown(teacher.app)


async def test_a_full_room_is_told_once_and_seats_are_made_where_the_players_are_listed(teacher: Teacher) -> None:
    teacher.host.make_seats(1)
    teacher.hosted.joins("Anna")
    async with teacher.app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert not teacher.app._notifications
        for _ in range(2):
            with pytest.raises(RoomFull):
                teacher.hosted.joins("Ben")
            teacher.screen._tick()
        await settle(pilot)
        assert [each.message for each in teacher.app._notifications] == [FULL]
        await press(pilot, "p")
        assert "Players: 1 of 1 seat" in shown(teacher.app)
        await press(pilot, "s")
        assert "Players: 1 of 11 seats" in shown(teacher.app)
        assert [each.message for each in teacher.app._notifications] == ["The room has 11 seats now."]
        assert teacher.hosted.joins("Ben")


async def test_what_the_host_is_to_know_is_said_at_the_start(teacher: Teacher, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[tuple[Study, Start]] = []

    def run_app(*app: Any) -> int:
        started.append(app)
        return 0

    monkeypatch.setattr("tui.app.run_app", run_app)
    monkeypatch.setattr("tui.classroom.collecting.collect_seldom", lambda: None)
    options = Namespace(guide=None, limit=None)
    assert host_on_screen(teacher.host, LOBBY, NobodyServed(), options, ["The port is another one"]) == 0
    app = KruzhokApp(*started[0])
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert [told.message for told in app._notifications] == ["The port is another one."]


async def test_what_a_power_cut_left_of_the_last_line_is_told(teacher: Teacher) -> None:
    teacher.host.let_go()
    with teacher.hosted.path.open("ab") as file:
        file.write(bytes(100))
    screen = HostScreen(teacher.hosted.resumed(), LOBBY, None, lambda: teacher.hosted.guide)
    app = KruzhokApp(Study(teacher.hosted.guide), lambda ways: ways.open_screen(screen))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        (told,) = app._notifications
        assert "line 3: from here on the log is not whole" in told.message
        assert told.message.endswith("Left out: 100 bytes at its end.")


async def test_what_happens_while_the_players_screen_closes_is_no_error(teacher: Teacher) -> None:
    async with teacher.app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "p")
        players = teacher.app.screen
        await players.remove_children()
        teacher.hosted.joins("Anna")
        await press(pilot, "q")
        assert "1 player" in shown(teacher.app)


async def test_names_that_look_alike_are_told(teacher: Teacher) -> None:
    async with teacher.app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        teacher.hosted.joins("Anna", "Boris", "\u0410nna")
        await press(pilot, "p")
        assert "These names look alike, and are not: Anna and" in " ".join(shown(teacher.app).split())


async def test_leaving_asks_and_says_how_to_go_on(teacher: Teacher) -> None:
    async with teacher.app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "q")
        assert f"kruzhok host --resume {teacher.host.room.began.code}" in " ".join(shown(teacher.app).split())
        await press(pilot, "s")
        assert teacher.app.screen is teacher.screen
        await press(pilot, "q", "l")
    assert teacher.host.room.phase is Phase.GATHERING


@pytest.mark.parametrize("before", [(), ("p",), ("t",), ("question_mark",)])
async def test_ctrl_c_asks_first_wherever_the_host_is(teacher: Teacher, before: tuple[str, ...]) -> None:
    async with teacher.app.run_test(size=(60, 20)) as pilot:
        await settle(pilot)
        await press(pilot, "enter", *before, "ctrl+c")
        asked = " ".join(shown(teacher.app).split())
        assert "Leave the room?" in asked
        assert f"kruzhok host --resume {teacher.host.room.began.code} goes on with it" in asked
        await press(pilot, "s")
        assert teacher.app.is_running
        await press(pilot, "ctrl+c", "l")
    assert teacher.app.return_code == 0
    assert teacher.host.room.phase is Phase.OPEN


async def test_ctrl_c_once_more_leaves_at_once(teacher: Teacher) -> None:
    async with teacher.app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "ctrl+c")
        assert "ctrl+c once more leaves kruzhok at once." in " ".join(shown(teacher.app).split())
        await press(pilot, "ctrl+c")
    assert teacher.app.return_code == 130


async def test_ctrl_c_does_not_ask_once_the_room_is_over(teacher: Teacher) -> None:
    async with teacher.app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "x", "e", "ctrl+c")
    assert teacher.app.return_code == 130


async def test_names_and_answers_are_never_markup(teacher: Teacher) -> None:
    async with teacher.app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        teacher.hosted.joins("[@click=app.quit]x[/]", "[/]")
        await press(pilot, "p")
        assert "[@click=app.quit]x[/]" in shown(teacher.app)
        await press(pilot, "q")
        assert "[/]" in shown(teacher.app)


async def test_the_panel_that_teaches_it_is_one_key_away_once_the_key_is_shown(teacher: Teacher) -> None:
    async with teacher.app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "enter", "enter", "l")
        assert "unions panel 1" in shown(teacher.app).lower()
        await press(pilot, "l")
        assert teacher.app.screen is teacher.screen


@pytest.mark.parametrize("size", [(60, 20), (120, 40)])
async def test_each_answer_can_be_accepted_however_many_there_are(teacher: Teacher, size: tuple[int, int]) -> None:
    async with teacher.app.run_test(size=size) as pilot:
        await settle(pilot)
        seats = teacher.hosted.joins(*(f"Pupil {number}" for number in range(32)))
        await press(pilot, "enter", "s", "d", "enter")
        teacher.given(seats, *(typed(f"Answer {min(number, 30):02}") for number in range(32)))
        await press(pilot, "enter", "enter", "a")
        assert "Accept as right?" in shown(teacher.app)
        assert "1  Answer 30  (2)" in shown(teacher.app)
        assert "9  Answer 07  (1)" in shown(teacher.app) or size == (60, 20)
        for keys, word in (
            (("end",), "Answer 29  (1)"),
            (("home",), "Accept as right?"),
            (("pagedown",) * 9, "Answer 29  (1)"),
            (("up",), "Answer 28  (1)"),
            (("pageup",) * 9, "Accept as right?"),
            (("end", "up"), "Answer 28  (1)"),
        ):
            await press(pilot, *keys)
            assert word in shown(teacher.app)
        await press(pilot, "enter")
        accepted = teacher.host.room.rounds[1].accepted
        assert accepted == {("answer 28",)}


@pytest.mark.parametrize("size", [(60, 20), (120, 40)])
async def test_in_a_long_list_of_players_every_one_is_a_few_keys_away(teacher: Teacher, size: tuple[int, int]) -> None:
    async with teacher.app.run_test(size=size) as pilot:
        await settle(pilot)
        teacher.hosted.joins(*(f"Pupil {number:02}" for number in range(45)))
        await press(pilot, "p")
        for keys, marked in (
            (("end",), 44),
            (("down",), 0),
            (("up",), 44),
            (("home",), 0),
            (("pagedown",) * 5, 44),
            (("pageup",) * 5, 0),
            (("slash", *"L 3", "enter"), 30),
            (("slash", *"l 3", "enter"), 31),
            (("slash", *"l 03", "enter"), 3),
        ):
            await press(pilot, *keys)
            assert f"▸ Pupil {marked:02}" in " ".join(shown(teacher.app).split())
        await press(pilot, "slash", *"nobody", "enter")
        assert "No name has this in it." in shown(teacher.app)


async def test_a_new_player_on_paper_is_marked_and_in_sight(teacher: Teacher) -> None:
    async with teacher.app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        teacher.hosted.joins(*(f"Pupil {number:02}" for number in range(45)))
        await press(pilot, "enter", "p", "a", *"Zoya", "enter")
        assert "▸ Zoya" in " ".join(shown(teacher.app).split())
        await press(pilot, "enter")
        assert "For Zoya" in shown(teacher.app)


async def test_the_mark_stays_on_a_player_when_one_before_them_goes(teacher: Teacher) -> None:
    async with teacher.app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        first, *_ = teacher.hosted.joins("Anna", "Boris", "Vera")
        await press(pilot, "p", "down")
        teacher.host.remove(first)
        await press(pilot, "r", *"Bella", "enter")
        assert [each.name for each in teacher.host.room.playing] == ["Bella", "Vera"]
