"""Whatever happens in a room, in whatever order: nothing that was acknowledged is lost, and no key comes out early."""

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unittest.mock import patch

import msgspec
import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from msgspec.structs import replace

from tests.classroom.hosts import Hosted, guide_with
from tests.classroom.rooms import SKIP, choice, picked, text, typed
from tui.classroom import log_writer
from tui.classroom.events import Scoring
from tui.classroom.happening import RoomError, replay
from tui.classroom.hosting import HostedRoom
from tui.classroom.log import read_log
from tui.classroom.nickname import NameRefused
from tui.classroom.protocol import Answer, Asked, AskedAgain, NotTaken, Over, Saved, Shown, Shut, Stopped, Waiting
from tui.classroom.room import Phase
from tui.classroom.seating import RemovedPlayer, RoomFull, UnknownToken, WrongCode
from tui.classroom.words import RoundNumber, Seat, Token
from tui.quiz.ask import Picked, Response, Written
from tui.quiz.question import Question
from tui.quiz.verdict import Verdict
from tui.text import Clean

GRACE = 0.5
SECRET = Clean("SECRET")
QUESTIONS: tuple[Question, ...] = (
    replace(choice("who"), explanation=SECRET, distractors=(replace(choice().distractors[0], why=SECRET),)),
    replace(text("name"), explanation=SECRET, also=(Clean("SECRET name"),)),
    replace(choice("which"), explanation=SECRET),
    replace(text("whose"), explanation=SECRET),
)
"""Two to pick, two to type. What tells a key has a word that nothing else has."""
RESPONSES: tuple[Response, ...] = (
    picked("right"),
    picked("near"),
    Picked(()),
    typed("Kollontai"),
    typed("kolontai"),
    typed("Lenin"),
    typed(""),
    SKIP,
)
seats = st.integers(0, 3)
limits = st.sampled_from([None, 1.0, 3.0])


@dataclass
class Sent:
    """An answer that a player's device sent, and may send again."""

    seat: Seat
    message: Answer
    saved: bool = False


class Histories(RuleBasedStateMachine):
    """A class and its host, with what the class knows: what it sent, and what was acknowledged."""

    def __init__(self) -> None:
        super().__init__()
        self.place = TemporaryDirectory(prefix="kruzhok-room-")
        self.syncing = patch.object(log_writer, "_sync", lambda descriptor: None)
        self.syncing.start()
        self.tokens: dict[Seat, Token] = {}
        self.removed: set[Seat] = set()
        self.sent: list[Sent] = []
        self.stands: dict[tuple[int, int, Seat], Response] = {}
        self.accepted: dict[int, set[tuple[str, ...]]] = {}
        self.now = 0.0
        self.opened = 0.0
        self.ends: list[float] = []
        self.limit: float | None = None
        self.shares: dict[Seat, float] = {}
        self.paused: float | None = None

    @initialize(scoring=st.sampled_from(Scoring))
    def begins(self, scoring: Scoring) -> None:
        self.hosted = Hosted(Path(self.place.name), *QUESTIONS, seats=5, scoring=scoring)
        self.host: HostedRoom = self.hosted.host
        for name in ("Anna", "Ben", "Carl"):
            self.joins(name)

    def teardown(self) -> None:
        if hasattr(self, "host"):
            self.host.let_go()
            assert replay(read_log(self.hosted.path).events) == self.host.room
        self.syncing.stop()
        self.place.cleanup()

    @property
    def phase(self) -> Phase:
        return self.host.room.phase

    def seat(self, number: int) -> Seat:
        there = list(self.tokens)
        return there[number % len(there)]

    # The class

    @rule(name=st.sampled_from(["Anna", "anna", "Ben", "", "\u3164"]))
    def joins(self, name: str) -> None:
        try:
            seated = self.host.join(self.host.room.began.code, name)
        except (WrongCode, RoomFull, NameRefused):
            return
        assert seated.seat not in self.tokens
        self.tokens[seated.seat] = seated.token

    @rule(number=seats)
    def leaves(self, number: int) -> None:
        seat = self.seat(number)
        self.host.leave(seat)
        assert not self.host.room.players[seat].present

    @rule(number=seats)
    def comes_back(self, number: int) -> None:
        seat = self.seat(number)
        with pytest.raises(UnknownToken):
            self.host.come_back(f"{self.tokens[seat]}x")
        if seat in self.removed:
            with pytest.raises(RemovedPlayer):
                self.host.come_back(self.tokens[seat])
        else:
            assert self.host.come_back(self.tokens[seat]) == seat

    @precondition(lambda self: self.host.room.rounds)
    @rule(number=seats, right=st.booleans())
    def answers_what_is_asked(self, number: int, right: bool) -> None:
        key = self.host.room.rounds[-1].question.key
        wrong = picked("near") if isinstance(key, Picked) else typed("Lenin")
        self.answers(number, key if right else wrong, 0)

    @precondition(lambda self: self.host.room.rounds)
    @rule(number=seats, response=st.sampled_from(RESPONSES), behind=st.integers(0, 1))
    def answers(self, number: int, response: Response, behind: int) -> None:
        asked, seat = self.host.room.rounds[-1], self.seat(number)
        message = Answer(
            id=str(len(self.sent)), round=max(asked.number - behind, 1), vote=asked.vote, response=response
        )
        sent = Sent(seat, message)
        self.sent.append(sent)
        self.arrives(sent)

    @precondition(lambda self: self.phase is Phase.OPEN)
    @rule(number=seats)
    def changes_their_mind_and_the_first_comes_late(self, number: int) -> None:
        self.answers_what_is_asked(number, False)
        first = self.sent[-1]
        self.answers_what_is_asked(number, True)
        self.arrives(first)

    @precondition(lambda self: self.phase is Phase.OPEN and self.limit is not None)
    @rule(number=seats, over=st.sampled_from([-0.1, 0.4, 0.6]))
    def answers_as_time_runs_out(self, number: int, over: float) -> None:
        assert self.limit is not None
        ends = self.opened + self.limit * (1 + self.shares.get(self.seat(number), 0))
        self.time_passes(max(ends + over - self.now, 0.0))
        self.answers_what_is_asked(number, True)

    @precondition(lambda self: self.sent)
    @rule(which=st.integers(0, 5))
    def is_sent_again(self, which: int) -> None:
        self.arrives(self.sent[-1 - which % len(self.sent)])

    def arrives(self, sent: Sent) -> None:
        told: list[Saved | AskedAgain | NotTaken] = []
        if sent.seat in self.removed:
            with pytest.raises(RemovedPlayer):
                self.host.answer(sent.seat, sent.message, told.append)
            return
        in_time, asked = self.in_time(sent), self.host.room.rounds[-1]
        self.host.answer(sent.seat, sent.message, told.append)
        (got,) = told  # without an event loop all is written at once
        assert got.id == sent.message.id
        if isinstance(got, Saved):
            assert sent.saved or in_time
            if not sent.saved:
                self.stands[sent.message.round, sent.message.vote, sent.seat] = sent.message.response
            sent.saved = True
        elif isinstance(got, AskedAgain):
            assert in_time
            assert not isinstance(asked.question.grade(sent.message.response), Verdict)
        else:
            assert isinstance(got, NotTaken)
            same = (sent.message.round, sent.message.vote) == (asked.number, asked.vote)
            fits = isinstance(sent.message.response, type(asked.question.key)) or sent.message.response == SKIP
            assert not (same and (sent.saved or (in_time and fits)))

    def in_time(self, sent: Sent) -> bool:
        asked = self.host.room.rounds[-1]
        if (sent.message.round, sent.message.vote) != (asked.number, asked.vote):
            return False
        if self.phase not in {Phase.OPEN, Phase.CLOSED}:
            return False
        ends = [*self.ends]
        if self.limit is not None:
            ends.append(self.opened + self.limit * (1 + self.shares.get(sent.seat, 0)))
        if self.paused is not None:
            ends.append(self.paused)
        return all(self.now <= end + GRACE + 1e-6 for end in ends)

    # The host

    def tries(self, what: str, *arguments: Any) -> bool:
        try:
            getattr(self.host, what)(*arguments)
        except RoomError:
            return False
        return True

    @rule(limit=limits, again=st.booleans())
    def goes_forward(self, limit: float | None, again: bool) -> None:
        """What a host does next, most of the time."""
        if self.paused is not None:
            self.goes_on()
        match self.phase:
            case Phase.OPEN:
                self.closes()
            case Phase.CLOSED if again:
                self.votes_again(limit)
            case Phase.CLOSED:
                self.shows("reveal")
            case _:
                self.opens(limit)

    @rule(first=st.lists(st.booleans(), max_size=3), second=st.lists(st.booleans(), max_size=3))
    def plays_a_round(self, first: list[bool], second: list[bool]) -> None:
        """All of a round: a vote, perhaps another, the key, and perhaps the host accepts what was typed."""
        if self.paused is not None:
            self.goes_on()
        self.opens(None)
        for answers in (first, second):
            if self.phase is Phase.OPEN:
                for number, right in enumerate(answers):
                    self.answers_what_is_asked(number, right)
                self.closes()
                if second and answers is first:
                    self.votes_again(None)
        self.shows("reveal")
        self.accepts("lenin")

    @rule(limit=limits)
    def opens(self, limit: float | None) -> None:
        if self.tries("open_next", limit):
            self.opened, self.limit, self.ends = self.now, limit, []

    @rule()
    def closes(self) -> None:
        if self.tries("close"):
            self.ends = [self.now]

    @rule(limit=limits)
    def votes_again(self, limit: float | None) -> None:
        if self.tries("second_vote", limit):
            self.opened, self.limit, self.ends = self.now, limit, []

    @rule(what=st.sampled_from(["reveal", "pass_over"]))
    def shows(self, what: str) -> None:
        self.tries(what)

    @rule()
    def pauses(self) -> None:
        if self.tries("pause"):
            self.paused = self.now

    @rule()
    def goes_on(self) -> None:
        if self.tries("go_on"):
            assert self.paused is not None
            if self.phase is Phase.OPEN:
                self.opened += self.now - self.paused
            self.paused = None

    @rule(seconds=st.sampled_from([0.4, 0.6, 1.6, 3.0]))
    def time_passes(self, seconds: float) -> None:
        self.now += seconds
        self.hosted.clocks.move(seconds)

    @rule()
    def ticks(self) -> None:
        before = self.phase
        self.host.tick()
        if before is Phase.OPEN and self.phase is Phase.CLOSED:
            assert self.limit is not None
            assert self.now >= self.opened + self.limit - 1e-6
            self.ends = [self.now]

    @rule(number=seats, share=st.sampled_from([0.5, 0.0]))
    def gives_time(self, number: int, share: float) -> None:
        seat = self.seat(number)
        if self.tries("give_time", seat, share):
            self.shares[seat] = share

    @precondition(lambda self: len(self.tokens) > 3)
    @rule(number=seats)
    def removes(self, number: int) -> None:
        seat = self.seat(number)
        if self.tries("remove", seat):
            self.removed.add(seat)

    @rule(words=st.sampled_from(["lenin", "right"]))
    def accepts(self, words: str) -> None:
        number = RoundNumber(len(self.host.room.rounds) or 1)
        if self.tries("accept", number, (words,)):
            self.accepted.setdefault(number, set()).add((words,))

    @rule(key=st.sampled_from(["right", "near"]))
    def regrades(self, key: str) -> None:
        other = "near" if key == "right" else "right"
        first = replace(QUESTIONS[0], answer=key, distractors=(replace(choice().distractors[0], choice=other),))
        rounds = self.host.room.rounds
        changes = bool(rounds) and rounds[0].graded_by.key != first.key
        done = self.host.regrade(guide_with(first, *QUESTIONS[1:]))
        assert all(each.question == "who" for each in done.rounds)
        if done.rounds and not done.rounds[0].refused:
            asked = self.host.room.rounds[0]
            assert asked.graded_by == first
            given = [asked.counted(player.seat) for player in self.host.room.playing]
            rights = sum(each is not None and each.response == picked(key) for each in given)
            assert done.rounds[0].gained == rights * changes

    @rule()
    def is_killed_and_resumed(self) -> None:
        before = self.host.room
        self.host.let_go()
        assert replay(read_log(self.hosted.path).events) == before
        last = read_log(self.hosted.path).events[-1].at
        self.host = self.hosted.resumed(self.host.guide)
        if self.phase is Phase.OPEN and self.paused is None:
            assert self.host.room.paused_since == last
            self.paused = self.now - (self.hosted.clocks.wall.now - last).total_seconds()
        assert not any(player.present for player in self.host.room.playing)

    @precondition(lambda self: len(self.host.room.rounds) > 2)
    @rule()
    def ends_it(self) -> None:
        self.tries("end")

    # What holds at any moment

    @invariant()
    def nothing_acknowledged_is_lost_or_counts_twice(self) -> None:
        kept = {
            (asked.number, vote, seat): given.response
            for asked in self.host.room.rounds
            for vote, answers in enumerate(asked.votes, 1)
            for seat, given in answers.items()
        }
        assert kept == self.stands

    @invariant()
    def scores_are_the_sum_of_what_was_graded(self) -> None:
        for player in self.host.room.players.values():
            total = sum(self.credit(asked.number, player.seat) for asked in self.host.room.rounds if asked.counts)
            got = self.host.room.total_of(player)
            if player.removed:
                assert got == 0
            elif self.host.room.began.scoring is Scoring.RIGHT:
                assert got == total
            else:
                assert total <= got <= 1.5 * total

    def credit(self, number: int, seat: Seat) -> float:
        given = self.stands.get((number, 2, seat), self.stands.get((number, 1, seat)))
        key = self.host.room.rounds[number - 1].graded_by.key
        if isinstance(given, Written):
            right = given.fields[0].lower() in {"kollontai", "kolontai"}
            return float(right or (given.fields[0].lower(),) in self.accepted.get(number, set()))
        return float(given == key)

    @invariant()
    def no_key_comes_out_before_the_reveal(self) -> None:
        for seat in self.tokens:
            if seat in self.removed:
                continue
            state = self.host.state_for(seat)
            if isinstance(state, Shown | Over):
                assert self.phase in {Phase.REVEALED, Phase.ENDED}
                continue
            assert isinstance(state, Waiting | Asked | Shut | Stopped)
            if isinstance(state, Asked | Shut):
                state = replace(state, yours=None)
            said = msgspec.json.encode(state).decode()
            assert "SECRET" not in said
            assert "Kollontai" not in said
            if isinstance(state, Asked):
                assert msgspec.json.encode(state.ask).decode().count("right") <= 1


TestHistories = Histories.TestCase
TestHistories.settings = settings(stateful_step_count=40)
