"""What happens in a room, event by event, and what follows from it."""

from datetime import timedelta

import pytest
from msgspec.structs import replace

from tests.classroom.rooms import SKIP, Class, answered, began, choice, joined, picked, text, typed
from tests.samples import START
from tui.classroom.events import (
    Accepted,
    Began,
    Closed,
    Continued,
    Ended,
    Event,
    Joined,
    Left,
    Opened,
    PassedOver,
    Paused,
    Regraded,
    Rejoined,
    Removed,
    Renamed,
    Revealed,
    Scoring,
    SecondVote,
    TimeGiven,
)
from tui.classroom.happening import RoomError, begin, replay
from tui.classroom.players import Player
from tui.classroom.room import Phase, Room
from tui.classroom.rounds import CHANGES
from tui.classroom.words import Nickname, RoundNumber, Seat
from tui.quiz.ask import Arranged, Written
from tui.quiz.verdict import Grade
from tui.text import Clean

ONE = RoundNumber(1)


def player(room: Room, name: str) -> Player:
    return room.players[Seat(name)]


def credit(room: Room, name: str, number: int = 1) -> float:
    return room.points_in(room.rounds[number - 1], player(room, name))


def refused(school: Class, event: Event, words: str, after: float = 1) -> None:
    with pytest.raises(RoomError, match=words):
        school.does(event, after=after)


def test_a_room_needs_something_to_ask() -> None:
    event = began()
    with pytest.raises(RoomError, match="at least one question"):
        begin(Began(**{field: getattr(event, field) for field in event.__struct_fields__} | {"questions": ()}))


def test_a_log_begins_with_what_the_room_is_made_of() -> None:
    for log in ([], [(joined("anna"), START)]):
        with pytest.raises(RoomError, match="begins with what it is made of"):
            replay(log)


def test_a_room_goes_from_gathering_to_its_end() -> None:
    school = Class(names="anna ben")
    phases = [school.room.phase]
    events = (Opened(place=0), Closed(), SecondVote(), Closed(), Revealed(), Ended())
    phases += [school.does(event).room.phase for event in events]
    assert phases == ["gathering", "open", "closed", "open", "closed", "revealed", "ended"]


@pytest.mark.parametrize(
    ("before", "event"),
    [
        ((), Closed()),
        ((), Revealed()),
        ((), SecondVote()),
        ((), PassedOver()),
        ((), Continued()),
        ((Opened(place=0),), Opened(place=1)),
        ((Opened(place=0),), Revealed()),
        ((Opened(place=0),), SecondVote()),
        ((Opened(place=0), Closed()), Closed()),
        ((Opened(place=0), Closed()), Opened(place=1)),
        ((Opened(place=0), Closed(), Revealed()), SecondVote()),
        ((Opened(place=0), Closed(), Revealed()), Revealed()),
        ((Opened(place=0), Closed(), SecondVote(), Closed()), SecondVote()),
        ((Opened(place=0), Closed(), Revealed()), Opened(place=0)),
        ((), Opened(place=2)),
        ((), Opened(place=0, limit=0)),
        ((Paused(),), Paused()),
        ((Paused(),), Opened(place=0)),
        ((Opened(place=0), Paused()), Closed()),
        ((Ended(),), Opened(place=0)),
        ((Ended(),), joined("late")),
        ((), began()),
    ],
    ids=repr,
)
def test_what_cannot_happen_is_refused(before: tuple[Event, ...], event: Event) -> None:
    school = Class(choice(), text(), names="anna").does(*before)
    room = school.room
    with pytest.raises(RoomError):
        school.does(event)
    assert school.room == room


def test_only_what_has_a_seat_does_anything() -> None:
    for event in (Left(seat=Seat("x")), Rejoined(seat=Seat("x")), Removed(seat=Seat("x"))):
        refused(Class(names="anna"), event, "nobody has this seat")


def test_a_seat_and_a_name_are_taken_once_and_no_more_than_there_are() -> None:
    school = Class(names="anna ben", seats=3)
    refused(school, joined("anna"), "taken before")
    refused(school, Joined(seat=Seat("c"), name=Nickname(Clean("ANNA")), token=None), "called that")
    school.does(joined("carl"))
    refused(school, joined("dora"), "every seat is taken")


def test_a_removed_player_leaves_name_and_seat_to_others_but_never_comes_back_to_it() -> None:
    school = Class(names="anna ben", seats=2).does(Removed(seat=Seat("anna")))
    refused(school, Rejoined(seat=Seat("anna")), "nobody has this seat")
    refused(school, joined("anna"), "taken before")
    school.does(Joined(seat=Seat("3"), name=Nickname(Clean("anna")), token=None))
    assert [each.seat for each in school.room.playing] == ["ben", "3"]


def test_who_leaves_keeps_seat_name_and_score() -> None:
    school = Class(names="anna").asks(0, {"anna": picked("right")}).does(Left(seat=Seat("anna")))
    assert not player(school.room, "anna").present
    school.does(Rejoined(seat=Seat("anna")))
    assert player(school.room, "anna").present
    assert school.room.total_of(player(school.room, "anna")) == 1


def test_nobody_comes_back_to_a_seat_on_paper() -> None:
    school = Class().does(Joined(seat=Seat("p"), name=Nickname(Clean("Paper")), token=None))
    assert (player(school.room, "p").on_paper, player(school.room, "p").present) == (True, False)
    refused(school, Rejoined(seat=Seat("p")), "paper")


def test_a_name_is_changed_to_one_that_nobody_else_has() -> None:
    school = Class(names="anna ben")
    refused(school, Renamed(seat=Seat("anna"), name=Nickname(Clean("Ben"))), "called that")
    school.does(Renamed(seat=Seat("anna"), name=Nickname(Clean("Anna"))))
    assert player(school.room, "anna").name == "Anna"


def test_an_answer_can_be_changed_until_the_close() -> None:
    school = Class(names="anna").does(
        Opened(place=0), answered("anna", picked("near")), answered("anna", picked("right"), answer="2")
    )
    school.does(Closed(), Revealed())
    assert credit(school.room, "anna") == 1


def test_an_answer_sent_twice_is_one_answer_and_an_old_one_changes_nothing() -> None:
    first, second = answered("anna", picked("near")), answered("anna", picked("right"), answer="2")
    school = Class(names="anna").does(Opened(place=0), first, second)
    room = school.room
    assert school.does(first, second).room == room
    assert school.does(Closed()).does(second, after=60).room.rounds[0].votes == room.rounds[0].votes


def test_however_often_an_answer_is_changed_a_few_of_those_before_it_are_remembered() -> None:
    school = Class(names="anna").does(Opened(place=0))
    answers = [answered("anna", picked(("near", "right")[number % 2]), answer=f"{number}") for number in range(500)]
    given = school.does(*answers, after=0.01).room.rounds[0].votes[0][Seat("anna")]
    assert (given.answer, len(given.changed)) == ("499", CHANGES)
    room = school.room
    assert school.does(*answers[-CHANGES - 1 :]).room == room


def test_an_answer_fits_what_is_asked() -> None:
    school = Class(names="anna").does(Opened(place=0))
    for response in (picked("elsewhere"), typed("right"), Arranged(("right", "near", "far"))):
        refused(school, answered("anna", response), "does not fit")


def test_nobody_answers_what_is_not_open() -> None:
    school = Class(choice(), text(), names="anna")
    refused(school, answered("anna", picked("right")), "not open")
    school.asks(0, {}).does(Opened(place=1))
    refused(school, answered("anna", picked("right")), "not open")
    refused(school, answered("anna", typed("x"), number=2, vote=2), "not open")
    refused(school, answered("x", typed("x"), number=2), "nobody has this seat")


def test_what_was_on_its_way_at_the_close_is_taken_for_half_a_second() -> None:
    school = Class(names="anna ben carl").does(Opened(place=0), Closed())
    school.does(answered("anna", picked("right")), after=0.5)
    refused(school, answered("ben", picked("right")), "closed", after=0.001)
    school.does(Revealed(), after=0)
    refused(school, answered("carl", picked("right")), "closed", after=0)


def test_each_player_has_until_their_own_deadline() -> None:
    school = Class(names="anna ben").does(TimeGiven(seat=Seat("ben"), share=0.5), Opened(place=0, limit=10))
    opened, asked = school.now, school.room.rounds[0]
    assert school.room.deadline_of(asked, player(school.room, "anna")) == opened + timedelta(seconds=10)
    assert school.room.deadline_of(asked, player(school.room, "ben")) == opened + timedelta(seconds=15)
    school.does(answered("anna", picked("right")), after=10.5)
    refused(school, answered("anna", picked("near"), answer="2"), "closed", after=0.1)
    school.does(answered("ben", picked("right")), after=4.5)
    refused(school, answered("ben", picked("near"), answer="2"), "closed", after=1)


def test_time_is_given_not_taken() -> None:
    refused(Class(names="anna"), TimeGiven(seat=Seat("anna"), share=-0.1), "given, not taken")


def test_a_pause_stops_the_clock_and_takes_no_answers() -> None:
    school = Class(names="anna", scoring=Scoring.SPEED).does(Opened(place=0, limit=10))
    school.does(Paused(), after=4)
    refused(school, answered("anna", picked("right")), "paused", after=0.6)
    school.does(Continued(), after=100)
    asked = school.room.rounds[0]
    assert school.room.deadline_of(asked, player(school.room, "anna")) == asked.opened + timedelta(seconds=110)
    school.does(answered("anna", picked("right")), Closed(), Revealed())
    given = school.room.rounds[0].counted(Seat("anna"))
    assert given is not None
    assert given.took == pytest.approx(5)
    assert credit(school.room, "anna") == pytest.approx(1.25)


def test_a_pause_between_questions_takes_no_time_from_the_next() -> None:
    school = Class(names="anna").does(Paused(), Continued(), Opened(place=0, limit=10))
    asked = school.room.rounds[0]
    assert school.room.deadline_of(asked, player(school.room, "anna")) == asked.opened + timedelta(seconds=10)


def test_speed_earns_up_to_half_as_much_again_of_what_is_right() -> None:
    names = {"quick": 0.0, "half": 5.0, "slow": 5.0}
    school = Class(names=" ".join([*names, "wrong"]), scoring=Scoring.SPEED).does(Opened(place=0, limit=10))
    school.does(answered("wrong", picked("near")), after=0)
    for name, after in names.items():
        school.does(answered(name, picked("right")), after=after)
    school.does(Closed(), Revealed())
    assert [credit(school.room, name) for name in (*names, "wrong")] == [1.5, 1.25, 1.0, 0.0]


def test_with_speed_a_round_with_a_limit_earns_half_as_much_again_at_most() -> None:
    school = Class(choice("a"), choice("b"), names="anna away", scoring=Scoring.SPEED).does(Opened(place=0, limit=10))
    school.does(answered("anna", picked("right")), Closed(), Revealed(), after=0).asks(1, {})
    anna, away = school.room.playing
    assert (school.room.total_of(anna), school.room.most_of(anna)) == (1.5, 2.5)
    assert school.room.most_of(away) == 2.5


@pytest.mark.parametrize(("limits", "most"), [((10, None), (1.5, 1)), ((None, 10), (1.5, 1.5)), ((None, None), (1, 1))])
def test_the_most_goes_by_the_votes_that_a_player_was_there_for(
    limits: tuple[float | None, float | None], most: tuple[float, float]
) -> None:
    first, second = limits
    school = Class(names="anna", scoring=Scoring.SPEED).does(Opened(place=0, limit=first), Closed(), joined("late"))
    school.does(SecondVote(limit=second), answered("late", picked("right"), vote=2), Closed(), Revealed())
    assert tuple(map(school.room.most_of, school.room.playing)) == most


def test_without_a_limit_speed_earns_nothing() -> None:
    school = Class(names="anna", scoring=Scoring.SPEED).asks(0, {"anna": picked("right")})
    assert credit(school.room, "anna") == 1


def test_more_time_is_more_time_for_points_too() -> None:
    school = Class(names="anna", scoring=Scoring.SPEED).does(TimeGiven(seat=Seat("anna"), share=1))
    school.does(Opened(place=0, limit=10)).does(answered("anna", picked("right")), after=10)
    school.does(Closed(), Revealed())
    assert credit(school.room, "anna") == 1.25


@pytest.mark.parametrize("second", [None, 40])
def test_points_for_speed_go_by_the_limit_of_the_vote_that_counts(second: float | None) -> None:
    school = Class(names="anna ben", scoring=Scoring.SPEED).does(Opened(place=0, limit=10))
    school.does(answered("anna", picked("right")), after=5).does(answered("ben", picked("near")), Closed(), after=0)
    school.does(SecondVote(limit=second)).does(answered("ben", picked("right"), vote=2, answer="2"), after=10)
    school.does(Closed(), Revealed())
    assert credit(school.room, "anna") == 1.25
    assert credit(school.room, "ben") == (1 if second is None else 1.375)


def test_after_a_second_vote_it_counts_and_the_first_is_remembered() -> None:
    school = Class(names="anna ben carl").asks(
        0, {"anna": picked("near"), "ben": picked("right")}, {"anna": picked("right"), "carl": picked("right")}
    )
    asked = school.room.rounds[0]
    assert [credit(school.room, name) for name in ("anna", "ben", "carl")] == [1, 1, 1]
    first, counted = asked.first(Seat("anna")), asked.counted(Seat("anna"))
    assert first is not None
    assert counted is not None
    assert (first.response, counted.response) == (picked("near"), picked("right"))


def test_an_answer_to_the_first_vote_is_none_to_the_second() -> None:
    school = Class(names="anna").does(Opened(place=0), Closed(), SecondVote())
    refused(school, answered("anna", picked("right"), vote=1), "not open")
    assert school.room.current is not None
    assert school.room.current.vote == 2


def test_the_second_vote_has_a_limit_of_its_own() -> None:
    school = Class(names="anna").does(Opened(place=0, limit=10), Paused(), Continued(), Closed())
    school.does(SecondVote(limit=5))
    asked = school.room.rounds[0]
    assert school.room.deadline_of(asked, player(school.room, "anna")) == school.now + timedelta(seconds=5)


def test_late_joiners_are_scored_on_what_they_could_answer() -> None:
    school = Class(choice("a"), choice("b"), choice("c"), names="anna").asks(0, {})
    school.does(Opened(place=1), joined("open"), Closed(), joined("closed"), Revealed())
    school.asks(2, {})
    assert [school.room.most_of(player(school.room, name)) for name in ("anna", "open", "closed")] == [3, 2, 1]


def test_who_answers_a_second_vote_after_coming_in_late_is_scored_on_it() -> None:
    school = Class(names="anna").does(Opened(place=0), Closed(), joined("late"), SecondVote())
    school.does(answered("late", picked("right"), vote=2), Closed(), Revealed())
    late = player(school.room, "late")
    assert (school.room.total_of(late), school.room.most_of(late)) == (1, 1)


def test_a_dropped_question_counts_for_nobody_and_what_was_not_revealed_neither() -> None:
    school = Class(choice("a"), choice("b"), names="anna")
    school.does(Opened(place=0), answered("anna", picked("right")), PassedOver())
    assert school.room.phase is Phase.BETWEEN
    school.does(Opened(place=1), answered("anna", picked("right"), 2), Ended())
    anna = player(school.room, "anna")
    assert (school.room.total_of(anna), school.room.most_of(anna)) == (0, 0)


def test_a_revealed_question_can_still_be_dropped() -> None:
    school = Class(names="anna").asks(0, {"anna": picked("right")}).does(PassedOver())
    assert school.room.total_of(player(school.room, "anna")) == 0


def test_nothing_counts_of_a_removed_player() -> None:
    school = Class(names="anna").asks(0, {"anna": picked("right")}).does(Removed(seat=Seat("anna")))
    assert credit(school.room, "anna") == 0


def test_what_the_host_accepts_is_right_for_all_who_typed_it() -> None:
    school = Class(text(), names="anna ben carl")
    school.asks(0, {"anna": typed("Shlyapnikov"), "ben": typed(" SHLYAPNIKOV! "), "carl": typed("Lenin")})
    school.does(Accepted(round=ONE, fields=("shlyapnikov",)))
    assert [credit(school.room, name) for name in ("anna", "ben", "carl")] == [1, 1, 0]
    verdict = school.room.rounds[0].verdict_of(typed("Shlyapnikov"))
    assert (verdict.grade, verdict.overruled) == (Grade.CORRECT, True)


def test_only_what_was_typed_and_is_closed_can_be_accepted() -> None:
    school = Class(choice(), text(), names="anna").asks(0, {}).does(Opened(place=1))
    refused(school, Accepted(round=ONE, fields=("near",)), "only what was typed")
    refused(school, Accepted(round=RoundNumber(2), fields=("x",)), "still open")
    refused(school, Accepted(round=RoundNumber(3), fields=("x",)), "no such round")


def mended(**changes: object) -> Regraded:
    return Regraded(round=ONE, question=replace(choice(), **changes))


def test_a_wrong_key_is_mended_for_all_even_when_the_room_is_over() -> None:
    school = Class(names="anna ben").asks(0, {"anna": picked("right"), "ben": picked("near")}).does(Ended())
    swapped = choice().distractors
    event = mended(answer="near", distractors=(type(swapped[0])(choice=Clean("right")), swapped[1]))
    school.does(event)
    assert [credit(school.room, name) for name in ("anna", "ben")] == [0, 1]
    assert school.room.rounds[0].question == choice()


def test_a_reading_that_asks_something_else_grades_nothing() -> None:
    school = Class(names="anna").does(Opened(place=0), answered("anna", picked("far")))
    refused(school, mended(), "still open")
    school.does(Closed())
    refused(school, mended(id="other"), "another question")
    refused(school, mended(distractors=choice().distractors[:1]), "does not fit")
    refused(school, mended(answer="new"), "was not offered")
    refused(school, Regraded(round=ONE, question=text("who")), "does not fit")


def test_who_says_they_do_not_know_earns_nothing_and_is_told_so() -> None:
    school = Class(text(), names="anna").asks(0, {"anna": SKIP})
    assert school.room.rounds[0].verdict_of(SKIP).grade is Grade.SKIPPED
    assert credit(school.room, "anna") == 0


def test_what_cannot_be_graded_is_wrong() -> None:
    school = Class(text(), names="anna").asks(0, {"anna": Written(("",))})
    assert school.room.rounds[0].verdict_of(Written(("",))).grade is Grade.WRONG


def test_what_is_on_paper_is_typed_until_the_reveal() -> None:
    school = Class().does(Joined(seat=Seat("p"), name=Nickname(Clean("Paper")), token=None))
    school.does(Opened(place=0, limit=5), Closed()).does(answered("p", picked("right")), after=600)
    school.does(Revealed())
    assert credit(school.room, "p") == 1
    refused(school, answered("p", picked("near"), answer="2"), "closed")


def test_all_are_asked_the_same_in_the_same_order() -> None:
    school = Class(names="anna").does(Opened(place=0))
    asked = school.room.rounds[0]
    assert school.room.ask_of(asked) == asked.question.ask(f"seed/{asked.question.id}")


def test_the_log_gives_the_same_room() -> None:
    school = Class(choice(), text(), names="anna ben").asks(0, {"anna": picked("right")}, {"ben": picked("near")})
    school.does(Left(seat=Seat("anna")), Opened(place=1, limit=9), Paused(), joined("carl"), Continued(), Ended())
    assert replay(school.log) == school.room
