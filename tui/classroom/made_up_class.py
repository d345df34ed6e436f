"""A made-up class: who is in it, what each answers and after how long. The same seed is the same class."""

from collections.abc import Mapping, Sequence
from itertools import accumulate
from math import exp
from typing import NamedTuple

from tui.classroom.names_offered import names_offered
from tui.classroom.protocol import Asked
from tui.classroom.words import Nickname
from tui.guide.model import Guide
from tui.guide.words import QuestionId
from tui.quiz.ask import Arrange, Ask, Pair, Pick, Response, Skipped, Write, Written
from tui.quiz.question import Question
from tui.quiz.shuffle import shuffled
from tui.quiz.slips import drawn, slips
from tui.quiz.verdict import Grade, Verdict

_COMING = 12.0
"""In about so many seconds a large class has come in."""
_ALIKE = 0.6
"""The share of mistakes that the whole class has in common."""
_AWAY = 0.04
"""The share of questions that a pupil gives no answer to."""
_UNSURE = 0.1
"""The share of answers that are changed."""
_HONEST = 0.12
"""The share of those who don't know who say so."""
_SMALL = 0.3
"""The share of typed answers without capitals."""
_FIRM = 0.96
"""The share of right answers that a discussion leaves as they were."""
_READ = 40
"""How many letters are read in a second."""


class Pupil(NamedTuple):
    """Somebody made up."""

    number: int
    """Which of the class, counted from 0."""
    name: Nickname
    """What they are called."""
    able: float
    """How well they know it: the odds of knowing what is neither easy nor hard, as a logarithm."""
    pace: float
    """How many times as long as most they think."""
    comes: float
    """After how many seconds they come in."""


class Doing(NamedTuple):
    """One answer of a pupil."""

    after: float
    """How many seconds after the question was opened."""
    response: Response
    """What they answer."""


class MadeUpClass:
    """The pupils, and what each does when something is asked. Nobody is connected to anything."""

    def __init__(self, guide: Guide[Question], count: int, seed: str) -> None:
        """Make them up.

        Args:
            guide: what they are asked about.
            count: how many they are, up to `MOST_MADE_UP`.
            seed: any text: another one is another class.
        """
        self._seed = seed
        self._bank = tuple(guide.questions.values())
        self._known: Mapping[tuple[str, ...], Question] = {_known_by(each.ask("")): each for each in self._bank}
        self._slips: dict[QuestionId, tuple[Response, ...]] = {}
        self.pupils: Sequence[Pupil] = self._made(count)
        """All of them, in the order in which they come in."""

    def draw(self, *about: object) -> float:
        """A number from 0 to 1 that the seed and what it is about decide."""
        return drawn(self._seed, *about)

    def doings(self, pupil: Pupil, asked: Asked) -> tuple[Doing, ...]:
        """What a pupil does about a question, in order; nothing, if they give no answer.

        Args:
            pupil: who.
            asked: what their device was told.
        """
        question = self._known.get(_known_by(asked.ask))
        about = (pupil.number, question.id if question else asked.round, asked.vote)
        if self.draw("away", *about) < _AWAY:
            return ()
        response = Skipped() if question is None else self._response(pupil, question, asked.vote)
        after = self._thinks(pupil, asked, about)
        if question is None or self.draw("unsure", *about) >= _UNSURE:
            return (Doing(after, response),)
        before = self._mistake(pupil, question, "unsure")
        final = Doing(after + 1.5 + 5 * self.draw("changes", *about), response)
        return (Doing(after, before), final) if before != response else (final,)

    def knows(self, pupil: Pupil, question: Question) -> float:
        """The chance that a pupil knows the answer by themselves: Rasch's, of how able they are and how hard it is."""
        hard = sum(self.draw("hard", point) ** 2 for point in question.tests) / len(question.tests)
        odds = pupil.able - 3 * hard + 1.2 * (0.5 - self.draw("hard", question.id))
        return 1 / (1 + exp(-odds))

    def _made(self, count: int) -> tuple[Pupil, ...]:
        pause = min(0.6, _COMING / count)
        come = accumulate(pause * (0.3 + 1.4 * self.draw("comes", number)) for number in range(count))
        made: list[Pupil] = []
        for number, comes in enumerate(come):
            name = names_offered([each.name for each in made], f"{self._seed}/{number}")[0]
            able = 1.9 + 2 * (sum(self.draw("able", number, throw) for throw in range(3)) - 1.5)
            made.append(Pupil(number, name, able, 0.6 + self.draw("pace", number), comes))
        return tuple(made)

    def _response(self, pupil: Pupil, question: Question, vote: int) -> Response:
        chance = self.knows(pupil, question)
        knew = self.draw("knows", pupil.number, question.id) < chance
        if vote > 1:  # the neighbours told them, those of whom more knew it the better
            persuaded = _FIRM if knew else 0.25 + 0.55 * chance
            knew = self.draw("persuaded", pupil.number, question.id) < persuaded
        if knew:
            return self._as_typed(pupil, question)
        honest = self.draw("honest", pupil.number, question.id) < _HONEST
        return Skipped() if honest else self._mistake(pupil, question, "slip")

    def _as_typed(self, pupil: Pupil, question: Question) -> Response:
        """The key, as one types it off hand."""
        key = question.key
        if isinstance(key, Written) and self.draw("small", pupil.number, question.id) < _SMALL:
            small = Written(tuple(field.lower() for field in key.fields))
            verdict = question.grade(small)
            if isinstance(verdict, Verdict) and verdict.grade is Grade.CORRECT:
                return small
        return key

    def _mistake(self, pupil: Pupil, question: Question, what: str) -> Response:
        if question.id not in self._slips:
            self._slips[question.id] = slips(question, self._bank)
        alike = self.draw(what, pupil.number, question.id) < _ALIKE
        seed = f"{self._seed}/{question.id}/{'' if alike else pupil.number}{what}"
        return next(iter(shuffled(self._slips[question.id], seed)), Skipped())

    def _thinks(self, pupil: Pupil, asked: Asked, about: tuple[object, ...]) -> float:
        reads = sum(map(len, _known_by(asked.ask))) / _READ
        spread = self.draw("thinks", *about)
        thinks = _effort(asked.ask) * pupil.pace * (0.4 + 1.6 * spread**2)
        after = 1.0 + (reads + thinks if asked.vote == 1 else thinks / 2)
        if asked.seconds is None or after < asked.seconds:
            return after
        return asked.seconds * (0.6 + 0.42 * spread)  # in a hurry, and a few too late


def _known_by(ask: Ask) -> tuple[str, ...]:
    """What tells a question from others, however it was shuffled."""
    match ask:
        case Pick():
            return (ask.prompt, *sorted(ask.options))
        case Arrange():
            return (ask.prompt, *sorted(ask.items))
        case Pair():
            return (ask.prompt, *sorted(ask.left), *sorted(ask.right))
        case Write():
            return (ask.prompt, *ask.passage)
        case _:
            return (ask.prompt,)


def _effort(ask: Ask) -> float:
    """For how many seconds most think about it."""
    match ask:
        case Pick(several=False):
            return 7.0
        case Pick() | Write():
            return 9.0
        case _:
            return 14.0
