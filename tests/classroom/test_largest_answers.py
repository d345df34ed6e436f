"""The largest answer to any question that a class is asked fits into one message of a player's."""

from bisect import bisect_left
from collections.abc import Callable, Iterator
from itertools import combinations, permutations, product
from pathlib import Path

import msgspec
import pytest

from tests.classroom.hosts import guide_with
from tests.classroom.players import Served
from tests.classroom.rooms import choice
from tests.quiz.test_types_all import sample
from tui.authoring.long_answers import long_answers
from tui.authoring.mistakes import MEANINGS, WARNINGS
from tui.classroom.frames import message_in
from tui.classroom.hosting import why_not_played
from tui.classroom.protocol import LARGEST_FRAME, Answer, Asked, Saved
from tui.guide.errors import Severity
from tui.quiz.ask import Arrange, Arranged, Ask, Pair, Paired, Pick, Picked, Response
from tui.quiz.largest import LARGEST_RESPONSE, largest_response
from tui.quiz.question import Question
from tui.quiz.types import TYPES

encode = msgspec.json.encode
LETTER = "Ы"
"""Of two bytes."""


def words(number: int, size: int) -> list[str]:
    """Texts that differ, of so many letters each."""
    return [f"{each:02}{LETTER * size}" for each in range(number)]


def distractors(*texts: str) -> list[dict[str, str]]:
    return [{"choice": each} for each in texts]


MADE: dict[str, Callable[[int], Question]] = {
    "choice": lambda size: sample("choice", answer="Yes", distractors=distractors(*words(1, size))),
    "select": lambda size: sample("select", answers=words(8, size)[:2], distractors=distractors(*words(8, size)[2:])),
    "order": lambda size: sample("order", items=words(9, size)),
    "match": lambda size: sample(
        "match",
        pairs=[{"left": left, "right": f"right of {left}"} for left in words(6, size)],
        extra=words(1, size // 2),
    ),
    "cloze": lambda size: sample("cloze", text=" ".join(f"{{{word}}}" for word in words(20, size))),
}
"""Questions that grow; what is typed alone is never so long as to matter, or it is not even read."""


def answer_to(question: Question) -> Answer:
    """The largest answer, by a device that gives it the longest number there may be."""
    return Answer(id="x" * 64, round=99_999, vote=2, response=largest_response(question))


def largest_played(make: Callable[[int], Question]) -> int:
    """How long the texts of a question may be for a class to be asked it."""
    return bisect_left(range(1, LARGEST_FRAME), True, key=lambda size: bool(why_not_played(make(size))))


def all_responses(ask: Ask) -> Iterator[Response]:
    """All that can be done with what is offered."""
    match ask:
        case Pick(options=options, several=several):
            most = len(options) if several else 1
            yield from (Picked(each) for many in range(most + 1) for each in combinations(options, many))
        case Arrange(items=items):
            yield from map(Arranged, permutations(items))
        case Pair(left=left, right=right):
            yield from (Paired(tuple(zip(left, each, strict=True))) for each in product(right, repeat=len(left)))


@pytest.mark.parametrize("tag", ["choice", "true-false", "select", "order", "match"])
def test_no_response_is_larger_than_the_largest(tag: str) -> None:
    question = sample(tag)
    sizes = [len(encode(each)) for each in all_responses(question.ask("seed"))]
    assert max(sizes) == len(encode(largest_response(question)))
    assert min(sizes) < max(sizes) or tag == "order"


@pytest.mark.parametrize("tag", MADE)
def test_what_a_class_is_asked_can_be_answered_in_one_message(tag: str) -> None:
    size = largest_played(MADE[tag])
    question = MADE[tag](size)
    assert not list(question.faults())
    message = answer_to(question)
    assert LARGEST_FRAME * 0.9 < len(encode(message)) <= LARGEST_FRAME
    assert message_in(encode(message).decode()) == message
    longer = MADE[tag](size + 1)
    assert not list(longer.faults())
    assert "does not fit into one message" in why_not_played(longer)


@pytest.mark.parametrize("tag", sorted(TYPES.keys() - MADE.keys() - {"recall"}))
def test_what_has_one_short_answer_is_always_played(tag: str) -> None:
    longest = {"text": {"answer": "\N{GOTHIC LETTER AHSA}" * 200}, "number": {"unit": LETTER * 5000}}
    question = sample(tag, question=LETTER * 5000, **longest.get(tag, {}))
    assert not list(question.faults())
    assert not why_not_played(question)
    assert len(encode(answer_to(question))) <= LARGEST_FRAME


def test_a_response_leaves_room_for_the_rest_of_the_message() -> None:
    message = answer_to(choice())
    rest = len(encode(message)) - len(encode(message.response))
    assert LARGEST_RESPONSE + rest <= LARGEST_FRAME


async def test_a_message_of_the_largest_size_is_taken(tmp_path: Path) -> None:
    question = MADE["order"](largest_played(MADE["order"]))
    async with Served(tmp_path, question) as served:
        player = await served.player("Anna")
        served.host.open_next()
        frame = encode(msgspec.structs.replace(answer_to(question), round=1, vote=1))
        await player.socket.send_str(frame.ljust(LARGEST_FRAME).decode())
        await player.hears(Asked)
        assert (await player.hears(Saved)).id == "x" * 64


def test_its_author_is_warned() -> None:
    question = MADE["order"](400)
    assert not list(long_answers(guide_with(choice())))
    (warning,) = long_answers(guide_with(choice(), question))
    assert warning.code == "long-answer"
    assert warning.severity is Severity.WARNING
    assert "long-answer" in MEANINGS.keys() & WARNINGS
