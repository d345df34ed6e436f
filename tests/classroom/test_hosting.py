"""A room that is hosted: who comes in, what is taken, what time does, and what a crash leaves."""

import dataclasses
import re
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.classroom.hosts import Hosted, guide_with
from tests.classroom.rooms import choice, picked, text, typed
from tests.samples import guide_of, recall
from tui.classroom.events import Answered, Continued, Left, Paused, Scoring
from tui.classroom.happening import RoomError, replay
from tui.classroom.hosting import HostedRoom, is_played
from tui.classroom.limits import MOST_SEATS
from tui.classroom.log import read_log
from tui.classroom.nickname import NameRefused
from tui.classroom.protocol import Asked, AskedAgain, NotTaken, Over, Saved, Shown, Shut, Stopped, Waiting
from tui.classroom.room import Phase
from tui.classroom.seating import ALPHABET, RemovedPlayer, RoomFull, UnknownToken, WrongCode, code_in, new_code
from tui.classroom.shift import shift_of
from tui.classroom.showing import ACCEPTED, TOO_LATE, UNANSWERED
from tui.classroom.words import AnswerId, RoundNumber
from tui.drawing.joined import over_lines
from tui.guide.words import GuideId, Kind
from tui.quiz.verdict import AskAgain, Grade
from tui.text import Clean
from tui.typeset import plain

ONE = RoundNumber(1)


@pytest.fixture
def hosted(tmp_path: Path) -> Hosted:
    return Hosted(tmp_path)


async def test_an_answer_is_on_the_disk_before_it_is_acknowledged(hosted: Hosted) -> None:
    (anna,) = hosted.joins("Anna")
    hosted.host.open_next()
    assert await hosted.answers(anna, picked("right")) == Saved(id=AnswerId("1"))
    assert any(isinstance(each.event, Answered) for each in read_log(hosted.path).events)


async def test_a_round_goes_from_asking_to_the_key(hosted: Hosted) -> None:
    host = hosted.host
    anna, ben = hosted.joins("Anna", "Ben")
    assert host.state_for(anna) == Waiting(players=2, asked=0)
    host.open_next(limit=20)
    state = host.state_for(anna)
    assert isinstance(state, Asked)
    assert (state.seconds, state.of, state.yours) == (20, 2, None)
    await hosted.answers(anna, picked("right"))
    assert tuple(host.answered()) == (1, 2)
    assert [player.name for player in host.missing()] == ["Ben"]
    host.close()
    assert isinstance(host.state_for(anna), Shut)
    host.reveal()
    shown = host.state_for(ben)
    assert isinstance(shown, Shown)
    assert (shown.outcome.grade, shown.outcome.key, shown.total) == (None, ("right",), 0)
    right = host.shown_for(anna, host.room.rounds[0].number)
    assert (right.outcome.grade, right.outcome.headline, right.total) == (Grade.CORRECT, "Right.", 1)
    assert [(panel.id, panel.paragraphs != ()) for panel in right.panels] == [(right.outcome.taught, True)]
    host.pause()
    assert host.state_for(anna) == Stopped()
    host.go_on()
    host.end()
    over = host.state_for(anna)
    assert isinstance(over, Over)
    assert (len(over.outcomes), over.total, over.most) == (1, 1, 1)
    assert [type(event).__name__ for event in hosted.heard] == [
        *("Joined", "Joined", "Opened", "Answered", "Closed", "Revealed", "Paused", "Continued", "Ended")
    ]


def test_a_code_has_six_signs_none_of_which_looks_like_another() -> None:
    assert len(set(ALPHABET)) == 28
    assert not set(ALPHABET) & set("0O1IL528")
    codes = {new_code() for _ in range(50)}
    assert len(codes) == 50
    assert all(re.fullmatch(f"[{ALPHABET}]{{6}}", code) for code in codes)
    assert code_in(" abc d34\n") == "ABCD34"


def test_who_comes_in_has_the_code_in_any_case_and_a_name_of_their_own(hosted: Hosted) -> None:
    code = hosted.host.room.began.code
    one, two = hosted.host.join(code.lower(), "Anna"), hosted.host.join(f" {code} ", "anna")
    assert (one.name, two.name) == ("Anna", "anna 2")
    assert one.token != two.token
    assert len(one.token) == 22
    with pytest.raises(WrongCode, match="no room with this code"):
        hosted.host.join("AAAAAA", "Ben")
    with pytest.raises(NameRefused, match="Type a name"):
        hosted.host.join(code, " ")


def test_a_full_room_and_one_that_is_over_let_nobody_in(tmp_path: Path) -> None:
    hosted = Hosted(tmp_path, seats=1)
    hosted.joins("Anna")
    with pytest.raises(RoomFull):
        hosted.joins("Ben")
    with pytest.raises(RoomFull):
        hosted.host.add_on_paper("Ben")
    hosted.host.end()
    with pytest.raises(WrongCode, match="over"):
        hosted.joins("Carl")


def turns_away(hosted: Hosted) -> bool:
    return hosted.host.turns_away


def test_seats_are_made_where_every_one_is_taken(tmp_path: Path) -> None:
    hosted = Hosted(tmp_path, seats=1)
    hosted.joins("Anna")
    assert not turns_away(hosted)
    with pytest.raises(RoomFull):
        hosted.joins("Ben")
    assert turns_away(hosted)
    hosted.host.add_seats()
    assert hosted.host.room.seats == 11
    assert not turns_away(hosted)
    hosted.joins("Ben")
    hosted.host.let_go()
    assert hosted.resumed().room.seats == 11


def test_there_are_never_fewer_seats_than_are_taken_nor_more_than_a_room_has(hosted: Hosted) -> None:
    hosted.joins("Anna", "Ben")
    hosted.host.make_seats(1)
    assert hosted.host.room.seats == 2
    hosted.host.make_seats(MOST_SEATS - 3)
    hosted.host.add_seats()
    assert hosted.host.room.seats == MOST_SEATS
    for more in (hosted.host.add_seats, lambda: hosted.host.make_seats(MOST_SEATS + 1)):
        with pytest.raises(RoomError, match="up to 250 seats"):
            more()


def test_a_seat_that_is_free_again_is_no_want_of_seats(tmp_path: Path) -> None:
    hosted = Hosted(tmp_path, seats=1)
    (anna,) = hosted.joins("Anna")
    with pytest.raises(RoomFull):
        hosted.joins("Ben")
    hosted.host.remove(anna)
    assert not turns_away(hosted)
    hosted.joins("Ben")
    assert not turns_away(hosted)


def test_a_secret_alone_gives_the_seat_again(hosted: Hosted) -> None:
    anna = hosted.host.join(hosted.host.room.began.code, "Anna")
    hosted.host.leave(anna.seat)
    hosted.host.leave(anna.seat)
    assert not hosted.host.room.players[anna.seat].present
    assert hosted.host.come_back(anna.token) == anna.seat
    assert hosted.host.room.players[anna.seat].present
    assert hosted.host.come_back(anna.token) == anna.seat
    assert [type(event).__name__ for event in hosted.heard] == ["Joined", "Left", "Rejoined"]
    for token in ("", anna.token[:-1], anna.seat, "Anna", "\udcff"):
        with pytest.raises(UnknownToken):
            hosted.host.come_back(token)


async def test_a_removed_player_is_out(hosted: Hosted) -> None:
    anna = hosted.host.join(hosted.host.room.began.code, "Anna")
    hosted.host.open_next()
    hosted.host.remove(anna.seat)
    hosted.host.leave(anna.seat)
    with pytest.raises(RemovedPlayer):
        hosted.host.come_back(anna.token)
    with pytest.raises(RemovedPlayer):
        hosted.host.state_for(anna.seat)
    with pytest.raises(RemovedPlayer):
        await hosted.answers(anna.seat, picked("right"))
    with pytest.raises(RemovedPlayer):
        hosted.host.rename(anna.seat, "Ben")
    assert hosted.joins("Anna") == ["2"]


def test_a_name_is_changed_and_the_host_is_warned_of_look_alikes(hosted: Hosted) -> None:
    _, ben = hosted.joins("Anna", "Ben")
    assert hosted.host.rename(ben, "anna") == "anna 2"
    assert hosted.host.rename(ben, "anna 2") == "anna 2"
    assert hosted.host.look_alikes() == ()
    hosted.host.rename(ben, "\u0410nn\u0430")
    assert hosted.host.look_alikes() == (("Anna", "\u0410nn\u0430"),)
    hosted.host.end()
    with pytest.raises(NameRefused, match="the room is over"):
        hosted.host.rename(ben, "Carl")


def test_the_hosts_own_list_is_read_when_the_room_is_made(tmp_path: Path) -> None:
    (tmp_path / "blocked-names.txt").write_text("bad\n")
    with pytest.raises(NameRefused, match="cannot be had here"):
        Hosted(tmp_path).joins("B\u00e1d")


def test_names_are_offered_that_are_free(hosted: Hosted) -> None:
    first = hosted.host.names()
    hosted.joins(*first)
    assert not {each for _ in range(20) for each in hosted.host.names()} & set(first)


async def test_an_answer_that_cannot_be_graded_is_asked_again_and_the_one_before_stands(tmp_path: Path) -> None:
    hosted = Hosted(tmp_path, text())
    (anna,) = hosted.joins("Anna")
    hosted.host.open_next()
    assert isinstance(await hosted.answers(anna, typed("Kollontai"), "1"), Saved)
    again = await hosted.answers(anna, typed(" \u202e "), "2")
    assert isinstance(again, AskedAgain)
    assert again.reason.startswith("Type an answer")
    state = hosted.host.state_for(anna)
    assert isinstance(state, Asked)
    assert state.yours == typed("Kollontai")


async def test_what_was_typed_is_clean_before_anybody_sees_it(tmp_path: Path) -> None:
    hosted = Hosted(tmp_path, text())
    (anna,) = hosted.joins("Anna")
    hosted.host.open_next()
    await hosted.answers(anna, typed("Ko\u202ell\x1bon\ntai"))
    hosted.host.close()
    assert [(each.folded, each.text, each.count, each.right) for each in hosted.host.typed_groups()] == [
        (("kollon tai",), "Kollon tai", 1, True)
    ]


async def test_an_answer_is_refused_in_words(hosted: Hosted) -> None:
    (anna,) = hosted.joins("Anna")
    assert isinstance(await hosted.answers(anna, picked("right")), NotTaken)
    hosted.host.open_next()
    answer = await hosted.answers(anna, typed("right"))
    assert answer == NotTaken(id=AnswerId("1"), reason=Clean("This answer does not fit the question."))
    hosted.host.pause()
    hosted.clocks.move(1)
    answer = await hosted.answers(anna, picked("right"))
    assert answer == NotTaken(id=AnswerId("1"), reason=Clean("The room is paused."))


async def test_an_answer_sent_twice_is_told_and_logged_once(hosted: Hosted) -> None:
    (anna,) = hosted.joins("Anna")
    hosted.host.open_next()
    assert isinstance(await hosted.answers(anna, picked("right")), Saved)
    assert isinstance(await hosted.answers(anna, picked("right")), Saved)
    assert sum(isinstance(event, Answered) for event in hosted.heard) == 1
    assert sum(isinstance(each.event, Answered) for each in read_log(hosted.path).events) == 1


async def test_a_vote_closes_when_the_last_who_is_here_has_no_time_left(hosted: Hosted) -> None:
    _, ben, carl = hosted.joins("Anna", "Ben", "Carl")
    hosted.host.give_time(ben, 0.5)
    hosted.host.give_time(carl, 1)
    hosted.host.leave(carl)
    hosted.host.open_next(limit=10)
    for seconds, phase in ((10, Phase.OPEN), (4.9, Phase.OPEN), (0.1, Phase.CLOSED)):
        hosted.clocks.move(seconds)
        hosted.host.tick()
        assert hosted.phase() is phase


def test_with_nobody_there_a_vote_closes_at_its_limit(hosted: Hosted) -> None:
    hosted.host.open_next(limit=10)
    hosted.clocks.move(9.9)
    hosted.host.tick()
    assert hosted.phase() is Phase.OPEN
    hosted.clocks.move(0.1)
    hosted.host.tick()
    assert hosted.phase() is Phase.CLOSED


def test_a_pause_lengthens_the_vote(hosted: Hosted) -> None:
    hosted.joins("Anna")
    hosted.host.open_next(limit=10)
    hosted.host.pause()
    hosted.clocks.move(60)
    hosted.host.tick()
    assert hosted.phase() is Phase.OPEN
    hosted.host.go_on()
    hosted.clocks.move(9.9)
    hosted.host.tick()
    assert hosted.phase() is Phase.OPEN


@pytest.mark.parametrize("seconds", [6, -6])
def test_a_room_is_paused_when_the_laptop_was_asleep(hosted: Hosted, seconds: float) -> None:
    hosted.host.open_next(limit=10)
    hosted.clocks.wall.move(seconds=4)
    hosted.host.tick()
    assert Paused() not in hosted.heard
    hosted.clocks.wall.move(seconds=seconds)
    hosted.host.tick()
    assert Paused() in hosted.heard
    hosted.host.go_on()
    hosted.host.tick()
    assert hosted.heard[-2:] == [Paused(), Continued()]


def test_time_never_goes_back_in_a_room(hosted: Hosted) -> None:
    hosted.host.open_next(limit=10)
    hosted.clocks.move(3)
    hosted.host.close()
    hosted.clocks.wall.move(hours=-5)
    hosted.host.reveal()
    hosted.host.let_go()
    resumed = hosted.resumed()
    resumed.end()
    resumed.let_go()
    times = [each.at for each in read_log(hosted.path).events]
    assert times == sorted(times)


async def test_a_killed_host_resumes_with_code_players_and_answers(hosted: Hosted) -> None:
    host = hosted.host
    anna = host.join(host.room.began.code, "Anna")
    host.open_next(limit=10)
    hosted.clocks.move(4)
    await hosted.answers(anna.seat, picked("right"))
    host.let_go()
    hosted.clocks.move(3600)
    resumed = hosted.resumed()
    await resumed.kept()
    assert resumed.room.began == host.room.began
    assert [type(each.event) for each in read_log(hosted.path).events][-2:] == [Paused, Left]
    assert resumed.come_back(anna.token) == anna.seat
    assert resumed.state_for(anna.seat) == Stopped()
    resumed.go_on()
    state = resumed.state_for(anna.seat)
    assert isinstance(state, Asked)
    assert (state.seconds, state.yours) == (6, picked("right"))
    resumed.close()
    resumed.reveal()
    assert resumed.room.total_of(resumed.room.players[anna.seat]) == 1
    resumed.let_go()
    assert replay(read_log(hosted.path).events) == resumed.room


def test_a_room_is_resumed_with_its_own_guide_alone(hosted: Hosted) -> None:
    hosted.host.let_go()
    other = dataclasses.replace(guide_of((), ()), id=GuideId("other"))
    with pytest.raises(RoomError, match="another guide: A sample"):
        hosted.resumed(other)
    hosted.resumed().let_go()


async def test_nothing_happens_in_a_room_that_was_let_go_of(hosted: Hosted) -> None:
    (anna,) = hosted.joins("Anna")
    hosted.host.open_next()
    hosted.host.let_go()
    hosted.host.let_go()
    hosted.host.leave(anna)
    with pytest.raises(RoomError, match="has closed the room"):
        hosted.host.close()
    answer = await hosted.answers(anna, picked("right"))
    assert answer == NotTaken(id=AnswerId("1"), reason=Clean("The host has closed the room."))


async def test_what_the_class_answered_is_counted_before_and_after_a_discussion(hosted: Hosted) -> None:
    anna, ben, carl = hosted.joins("Anna", "Ben", "Carl")
    hosted.host.open_next()
    await hosted.answers(anna, picked("near"))
    await hosted.answers(ben, picked("right"))
    hosted.host.close()
    first = hosted.host.shares()
    assert {each.text: each.count for each in first.counts} == {"right": 1, "near": 1, "far": 0}
    hosted.host.second_vote()
    await hosted.answers(anna, picked("right"), "2")
    assert [player.seat for player in hosted.host.missing()] == [ben, carl]
    hosted.host.close()
    shares = hosted.host.shares()
    assert {each.text: each.count for each in shares.counts} == {"right": 2, "near": 0, "far": 0}
    assert (first.answered, first.right) == (2, 1)
    assert (shares.answered, shares.right) == (2, 2)
    asked = hosted.host.room.current
    assert asked is not None
    shift = shift_of(hosted.host.room, asked)
    assert (shift.pupils, shift.gained) == (1, 1)  # Ben voted once
    hosted.host.remove(anna)
    assert hosted.host.shares().right == 1


async def test_what_the_host_accepts_is_told_to_those_who_typed_it(tmp_path: Path) -> None:
    hosted = Hosted(tmp_path, text())
    anna, ben = hosted.joins("Anna", "Ben")
    hosted.host.open_next()
    await hosted.answers(anna, typed("Shura"))
    hosted.host.close()
    hosted.host.reveal()
    before = hosted.host.shown_for(anna, ONE)
    hosted.host.accept(ONE, hosted.host.typed_groups()[0].folded)
    after = hosted.host.shown_for(anna, ONE)
    assert (before.total, after.total) == (0, 1)
    assert (after.outcome.headline, after.outcome.yours) == (ACCEPTED, ("Shura",))
    assert (before.outcome.accepted, after.outcome.accepted) == (False, True)
    assert hosted.host.shown_for(ben, ONE).outcome.headline == UNANSWERED
    with pytest.raises(RoomError, match="neither letter nor digit"):
        hosted.host.accept(ONE, ("",))


def test_who_came_too_late_is_told_so(hosted: Hosted) -> None:
    hosted.host.open_next()
    hosted.host.close()
    (late,) = hosted.joins("Late")
    hosted.host.reveal()
    shown = hosted.host.state_for(late)
    assert isinstance(shown, Shown)
    assert (shown.outcome.headline, shown.outcome.grade) == (TOO_LATE, None)
    hosted.host.end()
    over = hosted.host.state_for(late)
    assert isinstance(over, Over)
    assert (over.outcomes, over.most) == ((), 0)


def test_no_key_is_shown_of_a_round_that_was_not_revealed(hosted: Hosted) -> None:
    (anna,) = hosted.joins("Anna")
    hosted.host.open_next()
    hosted.host.close()
    for number in (0, 1, 2, -1):
        with pytest.raises(RoomError, match="not shown yet"):
            hosted.host.shown_for(anna, RoundNumber(number))


async def test_the_wrong_key_is_mended_and_said_who_gains_and_loses(hosted: Hosted) -> None:
    anna, ben, _ = hosted.joins("Anna", "Ben", "Carl")
    hosted.host.open_next()
    await hosted.answers(anna, picked("right"))
    await hosted.answers(ben, picked("near"))
    hosted.host.close()
    hosted.host.reveal()
    hosted.host.end()
    hosted.host.let_go()
    first, second = choice().distractors
    mended = replace(choice(), answer=first.choice, distractors=(replace(first, choice=choice().answer), second))
    host = hosted.resumed()
    done = host.regrade(guide_with(mended, text()))
    assert [(each.number, each.gained, each.lost, each.refused) for each in done.rounds] == [(1, 1, 1, "")]
    assert host.regrade(guide_with(mended, text())).rounds == ()
    assert host.shown_for(ben, ONE).outcome.grade is Grade.CORRECT
    refused = host.regrade(guide_with(replace(choice(), answer=Clean("new")), text())).rounds
    assert [(each.gained, each.lost, each.refused != "") for each in refused] == [(0, 0, True)]
    gone = host.regrade(guide_with(text()))
    assert (gone.rounds, gone.gone) == ((), ("who",))
    (panel,) = host.shown_for(ben, ONE).panels
    assert (panel.lesson, panel.paragraphs != ()) == ("Unions", True)


async def test_the_host_types_for_players_on_paper(tmp_path: Path) -> None:
    hosted = Hosted(tmp_path, text())
    (anna,) = hosted.joins("Anna")
    paper = hosted.host.add_on_paper("Paper")
    with pytest.raises(RoomError, match="no question"):
        hosted.host.answer_for(paper, typed("x"))
    hosted.host.open_next()
    hosted.host.close()
    assert isinstance(hosted.host.answer_for(paper, typed("")), AskAgain)
    assert hosted.host.answer_for(paper, typed("Lenin")) is None
    assert hosted.host.answer_for(paper, typed("Kollontai")) is None
    with pytest.raises(RoomError, match="on paper"):
        hosted.host.answer_for(anna, typed("Kollontai"))
    hosted.host.reveal()
    assert hosted.host.room.total_of(hosted.host.room.players[paper]) == 1


async def test_who_listens_hears_until_they_leave(hosted: Hosted) -> None:
    heard: list[object] = []
    leave = hosted.host.subscribe(heard.append)
    hosted.joins("Anna")
    leave()
    leave()
    hosted.joins("Ben")
    assert len(heard) == 1
    assert len(hosted.heard) == 2


def test_what_one_writes_from_memory_is_not_played(tmp_path: Path) -> None:
    question = recall("all", Kind.EVENT, "one", "two")
    assert not is_played(question)
    assert is_played(choice())
    guide = guide_with(question)
    clocks = Hosted(tmp_path).clocks.both
    with pytest.raises(RoomError, match="cannot be played together"):
        HostedRoom.begin(guide, [question], tmp_path, clocks)
    with pytest.raises(RoomError, match="at least one question"):
        HostedRoom.begin(guide, [], tmp_path, clocks)


async def test_points_for_speed_are_shown_with_the_credit(tmp_path: Path) -> None:
    hosted = Hosted(tmp_path, scoring=Scoring.SPEED)
    (anna,) = hosted.joins("Anna")
    hosted.host.open_next(limit=10)
    hosted.clocks.move(5)
    await hosted.answers(anna, picked("right"))
    hosted.host.close()
    hosted.host.reveal()
    outcome = hosted.host.shown_for(anna, ONE).outcome
    assert (outcome.credit, outcome.points) == (1, 1.25)
    hosted.host.end()
    over = hosted.host.state_for(anna)
    assert isinstance(over, Over)
    assert (over.total, over.most) == (1.25, 1.5)
    assert "1.25 of 1.5" in plain(over_lines(over, "", 60)[0])


async def test_every_question_is_asked_once(hosted: Hosted) -> None:
    for _ in range(2):
        hosted.host.open_next()
        hosted.host.pass_over()
    with pytest.raises(RoomError, match="every question was asked"):
        hosted.host.open_next()
    assert isinstance(hosted.host.state_for(hosted.joins("Anna")[0]), Waiting)
