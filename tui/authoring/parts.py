"""What a question says, whatever its type: read from its ask, its key and its fields."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from msgspec import Struct

from tui.guide.errors import Place
from tui.guide.model import BankEntry, Guide
from tui.quiz.ask import Arrange, Arranged, Ask, Pair, Paired, Pick, Picked, Write, Written
from tui.quiz.question import Distractor, Question

_KEPT = 4096
_OF_ALL = frozenset(BankEntry.__struct_fields__)
_UNSAID = frozenset({"id", "kind", "tests"})


class Options(Struct, frozen=True):
    """What a question offers to pick from."""

    keys: tuple[str, ...]
    """The right options; mostly one."""
    others: tuple[str, ...]
    """The wrong ones."""

    @property
    def all(self) -> tuple[str, ...]:
        """All options."""
        return self.keys + self.others


@lru_cache(_KEPT)
def ask_of(question: Question) -> Ask:
    """What the learner is shown; in what order does not matter here."""
    return question.ask("")


@lru_cache(_KEPT)
def options_of(question: Question) -> Options | None:
    """What a question offers to pick from; nothing, if nothing is to be picked."""
    ask, key = ask_of(question), question.key
    if not isinstance(ask, Pick) or not isinstance(key, Picked):
        return None
    right = set(key.options)
    return Options(
        keys=tuple(option for option in ask.options if option in right),
        others=tuple(option for option in ask.options if option not in right),
    )


def picks(guide: Guide[Question], fewest: int = 3) -> Iterator[tuple[Question, Options]]:
    """The questions that offer options, with these.

    Args:
        guide: the guide.
        fewest: how many options there must be; "true" and "false" are two.
    """
    for question in guide.questions.values():
        options = options_of(question)
        if options and options.keys and options.others and len(options.all) >= fewest:
            yield question, options


def key_texts(question: Question) -> tuple[str, ...]:
    """The texts that make up the key; none, where it is no text."""
    match question.key:
        case Picked(options=texts) | Written(fields=texts) | Arranged(items=texts):
            return texts
        case Paired(pairs=pairs):
            return tuple(text for pair in pairs for text in pair)
        case _:
            return ()


def key_field(question: Question) -> str:
    """The field in which the author gives the key."""
    return next((name for name in question.__struct_fields__ if name not in _OF_ALL), "question")


def distractors(question: Question) -> tuple[Distractor, ...]:
    """The wrong answers that the author gives, picked or typed."""
    given = getattr(question, "distractors", ())
    return tuple(each for each in given if isinstance(each, Distractor))


def passage(question: Question) -> str:
    """A text with gaps, filled with the key; empty, where there is none."""
    ask, key = ask_of(question), question.key
    if not isinstance(ask, Write) or not ask.passage or not isinstance(key, Written):
        return ""
    return ask.passage[0] + "".join(word + after for word, after in zip(key.fields, ask.passage[1:], strict=False))


def gives(question: Question) -> tuple[str, ...]:
    """What a question lets its reader take for true before the verdict: not its options, of which some are wrong."""
    if key_texts(question) == ("False",):
        return ()
    ask = ask_of(question)
    match ask:
        case Write():
            more: tuple[str, ...] = (" ".join(ask.passage),) if ask.passage else ()
        case Arrange():
            more = ask.items
        case Pair():
            more = ask.left
        case _:
            more = ()
    return (question.question, *more)


@lru_cache(_KEPT)
def said(question: Question) -> tuple[tuple[str, str], ...]:
    """Every text of a question that is meant for the learner, with its field."""
    return tuple(
        (name, text)
        for name in question.__struct_fields__
        if name not in _UNSAID
        for text in texts_in(getattr(question, name))
    )


def texts_in(value: Any) -> Iterator[str]:
    """Every text in some data, however deep; where something stands in a file is no text."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Struct):
        for name in value.__struct_fields__:
            yield from texts_in(getattr(value, name))
    elif isinstance(value, Iterable) and not isinstance(value, Place):
        for each in value.values() if isinstance(value, Mapping) else value:
            yield from texts_in(each)
