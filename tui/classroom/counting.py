"""How many gave which answer: what the class sees at the reveal, and the teacher in the report."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from tui.classroom.rounds import Round
from tui.classroom.typed import folded
from tui.quiz.ask import Arrange, Arranged, Ask, Pair, Paired, Pick, Picked, Recall, Response, Skipped, Write, Written
from tui.text import Clean, clean

UNKNOWN = Clean("I don't know")
"""What is counted of those who said so."""


class Count(Struct, frozen=True, kw_only=True):
    """How many gave one answer, or one part of it."""

    text: Clean
    """The answer: an option, what was typed, an item with its place, a pair."""
    right: bool
    """Whether it is right."""
    count: int
    """How many gave it."""
    share: float
    """Which share of those who answered that is, 0 to 1."""
    accepted: bool = False
    """Whether the host accepted it: by the key it is not right."""
    folded: tuple[str, ...] = ()
    """What was typed, folded: what `Accepted` takes. Empty for what was not typed."""


def tells_key(counts: Iterable[Count]) -> bool:
    """Whether the key itself is among what was answered, so that it need not be told besides."""
    return any(each.right and not each.accepted for each in counts)


def counts_of(ask: Ask, asked: Round, responses: Sequence[Response]) -> tuple[Count, ...]:
    """How many gave which answer.

    Args:
        ask: what was shown.
        asked: the round, which knows what is right.
        responses: what was answered in one vote, one response a player.

    Returns:
        Options in the order shown; what was typed in groups, the largest first; of a sequence each item at its right
        place, of pairs each right pair, left sides in the order shown. "I don't know" is last, where there is any.
    """
    if not responses:
        return ()
    counts = [*_counts(ask, asked, responses)]
    unknown = sum(isinstance(each, Skipped) for each in responses)
    if unknown:
        counts.append(_count(UNKNOWN, unknown, responses, right=False))
    return tuple(counts)


def _counts(ask: Ask, asked: Round, responses: Sequence[Response]) -> Iterator[Count]:
    match ask:
        case Pick():
            return _options(ask, asked, responses)
        case Write():
            return _typed(asked, responses)
        case Arrange():
            return _places(asked, responses)
        case Pair():
            return _pairs(ask, asked, responses)
        case Recall():
            raise TypeError("what one remembers is not asked in a room")


def _options(ask: Pick, asked: Round, responses: Sequence[Response]) -> Iterator[Count]:
    key = asked.graded_by.key
    assert isinstance(key, Picked)
    picked = Counter(option for each in responses if isinstance(each, Picked) for option in set(each.options))
    for option in ask.options:
        yield _count(option, picked[option], responses, right=option in key.options)


def _typed(asked: Round, responses: Sequence[Response]) -> Iterator[Count]:
    typed = [each for each in responses if isinstance(each, Written)]
    groups: dict[tuple[str, ...], list[Written]] = {}
    for each in typed:
        groups.setdefault(folded(each), []).append(each)
    for key, group in sorted(groups.items(), key=lambda item: (-len(item[1]), item[0])):
        said = Counter(each.fields for each in group).most_common(1)[0][0]
        verdict = asked.verdict_of(group[0])
        yield Count(
            text=clean(" · ".join(field.strip() or "–" for field in said), one_line=True),
            right=verdict.credit >= 1,
            count=len(group),
            share=len(group) / len(responses),
            accepted=verdict.overruled,
            folded=key,
        )


def _places(asked: Round, responses: Sequence[Response]) -> Iterator[Count]:
    key = asked.graded_by.key
    assert isinstance(key, Arranged)
    given = [each.items for each in responses if isinstance(each, Arranged)]
    for place, item in enumerate(key.items):
        count = sum(items[place] == item for items in given)
        yield _count(Clean(f"{place + 1}. {item}"), count, responses, right=True)


def _pairs(ask: Pair, asked: Round, responses: Sequence[Response]) -> Iterator[Count]:
    key = asked.graded_by.key
    assert isinstance(key, Paired)
    given = [set(each.pairs) for each in responses if isinstance(each, Paired)]
    for left, right in sorted(key.pairs, key=lambda pair: ask.left.index(pair[0])):
        count = sum((left, right) in pairs for pairs in given)
        yield _count(Clean(f"{left}: {right}"), count, responses, right=True)


def _count(text: Clean, count: int, of: Sequence[Response], *, right: bool) -> Count:
    return Count(text=text, right=right, count=count, share=count / len(of))
