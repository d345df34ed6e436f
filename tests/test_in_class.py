"""What a class puts on a learner's own record, however often a round is graded anew, by a terminal and by files."""

from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import permutations
from pathlib import Path
from uuid import uuid4

import pytest
from msgspec.structs import replace

from tests.classroom.hosts import guide_with
from tests.classroom.rooms import Class, choice, picked, text, typed
from tests.memory.writing import learner
from tests.samples import START, SetClock
from tui.classroom.attempts import file_for
from tui.classroom.events import Accepted, PassedOver, Regraded
from tui.classroom.protocol import Welcome
from tui.classroom.room import Room
from tui.classroom.showing import Showing
from tui.classroom.words import Nickname, RoundNumber, Seat, Token
from tui.guide.words import GuideId
from tui.in_class import InClass
from tui.memory.attempt import Amendment, AttemptId, Change
from tui.memory.exchange import line_of
from tui.memory.merging import merge
from tui.memory.store import Row
from tui.quiz.choosing import Choice
from tui.quiz.verdict import Credit
from tui.text import Clean

NAME = text("name", tests="a")
GUIDE = guide_with(NAME)
ANNA = Seat("anna")
BY_LENIN = Regraded(round=RoundNumber(1), question=replace(NAME, answer=Clean("Lenin")))
AS_IT_WAS = Regraded(round=RoundNumber(1), question=NAME)
ACCEPT = Accepted(round=RoundNumber(1), fields=("lenin",))
ACCEPT_ANOTHER = Accepted(round=RoundNumber(1), fields=("marx",))
HISTORIES = {
    "never": (),
    "once": (BY_LENIN,),
    "there and back": (BY_LENIN, AS_IT_WAS),
    "there, back and there": (BY_LENIN, AS_IT_WAS, BY_LENIN, AS_IT_WAS, BY_LENIN),
    "accepted": (ACCEPT_ANOTHER, BY_LENIN, ACCEPT, AS_IT_WAS),
}


def gradings(history: Iterable[Accepted | Regraded]) -> list[Room]:
    """The room after the reveal, and after each grading since: Anna has typed Lenin."""
    of = Class(NAME, names="anna").asks(0, {"anna": typed("Lenin")})
    return [of.room, *(of.does(event).room for event in history)]


def credit_in(room: Room) -> Credit:
    return room.rounds[0].verdict_of(typed("Lenin")).credit


def credits_on_record(folder: Path) -> list[Credit]:
    with closing(learner(folder, SetClock(START), GUIDE)) as study:
        return [each.credit for each in study.record.attempts]


def home(rooms: Iterable[Room], folder: Path) -> Iterator[Path]:
    """A file taken home of each room."""
    folder.mkdir()
    for number, room in enumerate(rooms):
        file = folder / f"{number}.jsonl"
        file.write_text(file_for(room, room.players[ANNA], GUIDE), encoding="utf-8")
        yield file


def in_class(folder: Path) -> InClass:
    """Somebody who has just come in."""
    one = InClass(lambda: folder, "KRUZHK", SetClock(START))
    one.come_in(
        Welcome(
            seat=ANNA,
            token=Token("secret"),
            name=Nickname(Clean("Anna")),
            guide=GuideId("sample"),
            title=Clean("A sample"),
            language="en",
            points=0.0,
        )
    )
    return one


def hears(folder: Path, rooms: Iterable[Room]) -> None:
    """Somebody in a terminal hears of each."""
    one = in_class(folder)
    for room in rooms:
        one.take(Showing(GUIDE).shown(room, room.players[ANNA], room.rounds[0]))
    assert one.close() == 0


@pytest.mark.parametrize("history", HISTORIES.values(), ids=HISTORIES)
def test_whoever_hears_of_each_grading_keeps_one_attempt_by_the_last(
    tmp_path: Path, history: tuple[Accepted | Regraded, ...]
) -> None:
    rooms = gradings(history)
    for count in range(1, len(rooms) + 1):
        hears(tmp_path, rooms[:count])
        assert credits_on_record(tmp_path) == [credit_in(rooms[count - 1])]


@pytest.mark.parametrize("history", HISTORIES.values(), ids=HISTORIES)
@pytest.mark.parametrize("heard", [(), (0,), (0, -1), (-1,)], ids=["none", "first", "first and last", "last"])
def test_files_of_two_gradings_make_one_attempt_by_the_later_whatever_was_heard(
    tmp_path: Path, history: tuple[Accepted | Regraded, ...], heard: tuple[int, ...]
) -> None:
    rooms = gradings(history)
    files = list(home(rooms, tmp_path / "files"))
    for number, pair in enumerate(permutations((files[0], files[len(files) // 2], files[-1]), 3)):
        folder = tmp_path / f"{number}"
        hears(folder, [rooms[which] for which in heard])
        for file in (*pair, *pair):
            assert merge(folder, [file], START).refused == {}
        assert credits_on_record(folder) == [credit_in(rooms[-1])]
        hears(folder, rooms[-1:])
        assert credits_on_record(folder) == [credit_in(rooms[-1])]


def test_a_round_that_is_dropped_after_the_reveal_is_taken_back_at_the_end(tmp_path: Path) -> None:
    of = Class(NAME, names="anna").asks(0, {"anna": typed("Lenin")})
    hears(tmp_path / "heard", [of.room])
    files = list(home((of.room, of.does(PassedOver()).room), tmp_path / "files"))
    one = in_class(tmp_path / "heard")
    one.take(Showing(GUIDE).over(of.room, of.room.players[ANNA]))
    one.close()
    for folder in (tmp_path / "heard", tmp_path / "merged"):
        merge(folder, reversed(files), START)
        assert credits_on_record(folder) == []


def test_a_host_takes_nothing_back_that_was_not_done_in_a_class(tmp_path: Path) -> None:
    question = choice("who", tests="a")
    guide = guide_with(question)
    with closing(learner(tmp_path, SetClock(START), guide)) as study:
        study.begin(Choice()).answer(picked("right"))
        own = study.record.attempts[0].id
    back = Amendment(attempt=AttemptId(own), change=Change.TAKEN_BACK, at=START)
    line = line_of(Row.of(uuid4(), GuideId("sample"), back)).decode()
    room = gradings(())[0]
    shown = Showing(GUIDE).shown(room, room.players[ANNA], room.rounds[0])
    one = in_class(tmp_path)
    one.take(replace(shown, lines=line + shown.lines))
    one.close()
    with closing(learner(tmp_path, SetClock(START), guide)) as study:
        assert own in {each.id for each in study.record.attempts}
        assert len(study.record.attempts) == 2
