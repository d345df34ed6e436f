"""One question asked in a room, with all that was answered."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from tui.classroom.typed import folded
from tui.classroom.words import AnswerId, RoundNumber, Seat
from tui.quiz.ask import Response, Written
from tui.quiz.question import Question
from tui.quiz.verdict import AskAgain, Credit, Grade, Verdict, overruled

CHANGES = 16
"""How many answers a player has changed are remembered: a device sends its last one again, if any."""


class Given(Struct, frozen=True):
    """A player's answer in one vote, as it stands."""

    answer: AnswerId
    """Which answer, as their device numbers them."""
    response: Response
    """What they did."""
    took: float
    """How many seconds after the question was opened, pauses not counted."""
    changed: tuple[AnswerId, ...] = ()
    """The last answers before it, which it changed, the latest first."""

    def holds(self, answer: AnswerId) -> bool:
        """Whether an answer has come before: sent again, it changes nothing."""
        return answer == self.answer or answer in self.changed


class Vote(Mapping[Seat, Given]):
    """What each player answered, in one vote. It never changes; one more answer makes another vote.

    It lies in several small dictionaries, of which only one is copied then: a thousand answer in one moment.
    """

    __slots__ = ("_parts",)

    def __init__(self, parts: Mapping[str, Mapping[Seat, Given]] | None = None) -> None:
        """Nobody has answered.

        Args:
            parts: the answers, by the last sign of the seat.
        """
        self._parts = parts or {}

    def of(self, seat: Seat) -> Given | None:
        """A player's answer; None if there is none: most often, and then nothing is raised to be caught."""
        part = self._parts.get(seat[-1:])
        return None if part is None else part.get(seat)

    def having(self, seat: Seat, given: Given) -> "Vote":
        """The vote with one more answer, or a changed one."""
        part = {**self._parts.get(seat[-1:], {}), seat: given}
        return Vote({**self._parts, seat[-1:]: part})

    def __getitem__(self, seat: Seat) -> Given:
        """A player's answer."""
        return self._parts[seat[-1:]][seat]

    def __iter__(self) -> Iterator[Seat]:
        """Who has answered."""
        return (seat for part in self._parts.values() for seat in part)

    def __len__(self) -> int:
        """How many have answered."""
        return sum(map(len, self._parts.values()))


class Former(Struct, frozen=True):
    """How a round counted for some time, since its key was shown."""

    asked: "Round"
    """The round as it was."""
    until: datetime | None
    """Until when; None if it still does."""


class Round(Struct, frozen=True, dict=True):
    """One question that was opened."""

    number: RoundNumber
    """Which one, from 1 on."""
    place: int
    """Which of the room's questions, counted from 0."""
    question: Question
    """The question, as it read when it was opened."""
    opened: datetime
    """When the vote began."""
    limit: float | None
    """After how many seconds the vote closes; None: when the host closes it."""
    votes: tuple[Vote, ...] = (Vote(),)
    """What was answered: in the first vote, and after a discussion in the second."""
    paused: timedelta = timedelta(0)
    """For how long time stood still in this vote."""
    closed: datetime | None = None
    """When the vote was closed."""
    revealed: bool = False
    """Whether the key was shown."""
    passed_over: bool = False
    """Whether the host dropped it: it counts for nobody."""
    accepted: frozenset[tuple[str, ...]] = frozenset()
    """What was typed and accepted by the host, folded."""
    first_opened: datetime | None = None
    """When the first vote began, where there was a second; else `opened` says it."""
    first_limit: float | None = None
    """After how many seconds the first vote closed, where there was a second; else `limit` says it."""
    regraded: Question | None = None
    """The question's later reading by which it is graded, where the key was wrong."""
    former: tuple[Former, ...] = ()
    """How it counted before it was graded anew or dropped, since its key was shown; in order."""

    @property
    def vote(self) -> int:
        """Which vote it is in: 1, or 2 after a discussion."""
        return len(self.votes)

    @property
    def graded_by(self) -> Question:
        """The reading of the question that grades."""
        return self.regraded or self.question

    @property
    def counts(self) -> bool:
        """Whether it counts for anybody: its key was shown, and it was not dropped."""
        return self.revealed and not self.passed_over

    def counted_until(self, at: datetime) -> tuple[Former, ...]:
        """How it counted before, if something about that changes now."""
        return (*self.former, Former(replace(self, former=()), at)) if self.counts else self.former

    def first(self, seat: Seat) -> Given | None:
        """A player's answer without the help of others: of the first vote, if they gave one there."""
        return next(filter(None, (vote.of(seat) for vote in self.votes)), None)

    def counted(self, seat: Seat) -> Given | None:
        """A player's answer that counts for the score: of the last vote, if they gave one there."""
        return next(filter(None, (vote.of(seat) for vote in reversed(self.votes))), None)

    def limit_for(self, seat: Seat) -> float | None:
        """The limit of the vote in which a player gave the answer that counts."""
        return self.limit if self.votes[-1].of(seat) else self.first_limit

    def verdict_of(self, response: Response) -> Verdict:
        """What grading says of a response, given in this round or not."""
        if response not in self._verdicts:
            self._verdicts[response] = self._graded(response)
        return self._verdicts[response]

    @cached_property
    def _verdicts(self) -> dict[Response, Verdict]:
        """What was graded already: a class gives few different answers."""
        return {}

    def _graded(self, response: Response) -> Verdict:
        verdict = self.graded_by.grade(response)
        if isinstance(verdict, AskAgain):
            verdict = Verdict(grade=Grade.WRONG, credit=Credit(0.0), key=self.graded_by.key)
        if isinstance(response, Written) and folded(response) in self.accepted and verdict.credit < 1:
            return overruled(verdict, response)
        return verdict
