"""Blind guessers: how far somebody gets who knows nothing and goes by the looks of the options alone.

Each goes by one clue, which favours some of a question's options: the longest one, or all without an absolute word.
Where the clue says nothing to the key, the key is among those favoured as often as chance has it.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec import Struct

from tui.authoring.chance import at_least
from tui.authoring.parts import picks
from tui.authoring.wording import absolutes, content, knows
from tui.guide.model import Guide
from tui.quiz.ask import Pick
from tui.quiz.question import Question

SURE = 0.05
"""Below this probability chance is no good explanation."""
_ORDERS = 8
"""How many orders of a few options are looked at to see that they are never shuffled."""
_FEW = 5


class Trial(Struct, frozen=True):
    """A question as a blind guesser sees it."""

    asked: str
    """What is asked."""
    options: tuple[str, ...]
    """What there is to pick from, in the order shown."""
    key: str
    """The one right option."""
    fixed: bool
    """Whether the options are always shown in this order: numbers, dates, "true" and "false"."""

    @property
    def is_judgement(self) -> bool:
        """Whether a statement is to be called true or false."""
        return self.fixed and len(self.options) == 2


class Guesser(Struct, frozen=True):
    """Somebody who knows nothing and goes by one clue."""

    name: str
    """What the guesser picks, in a few words: "the longest option"."""
    favours: Callable[[Trial], Iterable[str]]
    """The options among which the guesser picks."""
    tries: Callable[[Trial], bool]
    """Whether the guesser tries a question at all."""
    mend: str
    """What takes the clue away, as a hint."""
    of_words: bool = False
    """Whether the clue is in the words, so that the guide's language must be known."""


class Score(Struct, frozen=True):
    """How a guesser fares with a guide."""

    guesser: Guesser
    """Who guesses."""
    right: int
    """In how many questions the key is among the options favoured."""
    questions: int
    """How many questions there are in which the clue favours some options and not others."""
    chance: float
    """In how many of them chance would have it there."""
    probability: float
    """How likely it is that chance alone does so well."""

    @property
    def is_clue(self) -> bool:
        """Whether the guesser does better than chance explains."""
        return self.probability < SURE


def _most(options: Sequence[str], amount: Callable[[str], int]) -> list[str]:
    amounts = [amount(option) for option in options]
    most = max(amounts)
    return [option for option, each in zip(options, amounts, strict=True) if each == most]


def _longest(trial: Trial) -> list[str]:
    return _most(trial.options, len)


def _shortest(trial: Trial) -> list[str]:
    return _most(trial.options, lambda option: -len(option))


def _echo(trial: Trial) -> list[str]:
    asked = content(trial.asked)
    return _most(trial.options, lambda option: len(content(option) & asked))


def _common(trial: Trial) -> list[str]:
    count = Counter(word for option in trial.options for word in content(option))
    return _most(trial.options, lambda option: sum(count[word] - 1 for word in content(option)))


def _cautious(trial: Trial) -> list[str]:
    return _most(trial.options, lambda option: -len(absolutes(option)))


def _reads(trial: Trial) -> bool:
    return not trial.is_judgement


def _orders(trial: Trial) -> bool:
    return trial.fixed and not trial.is_judgement


def _judges(trial: Trial) -> bool:
    return trial.is_judgement


BY_LOOKS = (
    Guesser("the longest option", _longest, _reads, "shorten keys, or say as much in distractors as in keys"),
    Guesser("the shortest option", _shortest, _reads, "shorten distractors, or say as little in them as in keys"),
    Guesser(
        "the option with most of the question's words",
        _echo,
        _reads,
        "say it in other words in keys, or use the question's words in distractors, too",
        of_words=True,
    ),
    Guesser(
        "the option with most in common with the others",
        _common,
        _reads,
        "vary what distractors have in common with the key, or give them as much in common with one another",
        of_words=True,
    ),
    Guesser(
        "the option with the fewest absolute words",
        _cautious,
        _reads,
        "take words such as always, never, all and only out of distractors",
        of_words=True,
    ),
)
"""Those who go by what the options look like."""

_BETWEEN = "let keys be the first, the last and between the others, each as often as chance would"
_EVEN = "let as many statements be true as false"

BY_PLACE = (
    Guesser("the first of options in order", lambda trial: trial.options[:1], _orders, _BETWEEN),
    Guesser("an option between others in order", lambda trial: trial.options[1:-1], _orders, _BETWEEN),
    Guesser("the last of options in order", lambda trial: trial.options[-1:], _orders, _BETWEEN),
    Guesser("“true” every time", lambda trial: trial.options[:1], _judges, _EVEN),
    Guesser("“false” every time", lambda trial: trial.options[-1:], _judges, _EVEN),
)
"""Those who go by where an option stands, where options are not shuffled."""


def scores(guide: Guide[Question], guessers: Iterable[Guesser] = (*BY_LOOKS, *BY_PLACE)) -> tuple[Score, ...]:
    """How guessers fare with the questions that have one right option.

    Args:
        guide: the guide.
        guessers: who guesses.

    Returns:
        A score for each guesser who finds anything to go by.
    """
    asked = tuple(_trials(guide))
    known = knows(guide)
    found = (_score(guesser, asked) for guesser in guessers if known or not guesser.of_words)
    return tuple(score for score in found if score.questions)


def _trials(guide: Guide[Question]) -> Iterator[Trial]:
    for question, options in picks(guide, fewest=2):
        if len(options.keys) == 1:
            shown = _shown(question, "0")
            orders = _ORDERS if len(shown) <= _FEW else 2
            fixed = all(_shown(question, str(seed)) == shown for seed in range(1, orders))
            yield Trial(question.question, shown, options.keys[0], fixed)


def _shown(question: Question, seed: str) -> tuple[str, ...]:
    ask = question.ask(seed)
    return ask.options if isinstance(ask, Pick) else ()


def _score(guesser: Guesser, asked: Iterable[Trial]) -> Score:
    right, chances = 0, []
    for trial in asked:
        if guesser.tries(trial):
            favoured = tuple(guesser.favours(trial))
            if 0 < len(favoured) < len(trial.options):
                right += trial.key in favoured
                chances.append(len(favoured) / len(trial.options))
    return Score(guesser, right, len(chances), sum(chances), at_least(right, chances))
