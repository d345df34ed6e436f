"""What the learner mixes up: which distractor for which key, which date for which date."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from tui.guide.model import Guide
from tui.guide.words import Kind, QuestionId
from tui.memory.digest import Digest, OnQuestion
from tui.quiz.ask import Pair, Paired, Pick, Picked, Response, Write, Written
from tui.quiz.question import Question
from tui.quiz.verdict import Grade, Verdict
from tui.text import counted

OFTEN = 2
"""What happened less often than this is a slip."""
MOST = 8
"""So many are told at most: there is no working on more at once."""
_BARE = (Kind.DATE, Kind.FIGURE)


class Confusion(Struct, frozen=True):
    """One thing that was taken for another."""

    question: QuestionId
    """The question to which the wrong one was given."""
    took: str
    """The wrong one, as a learner reads it: an option, a date, a partner."""
    key: str
    """What would have been right."""
    times: int
    """How often it happened."""
    says: str
    """What is mixed up, in a sentence."""
    asked: tuple[str, ...]
    """The questions in whose answers it happens, in words."""
    other: QuestionId | None = None
    """The question to which the wrong one is the right answer, if there is one."""

    @property
    def drill(self) -> tuple[QuestionId, ...]:
        """The questions that keep the two apart."""
        return (self.question,) if self.other is None else (self.question, self.other)


class _Taken(Struct, frozen=True):
    question: Question
    took: str
    key: str
    times: int
    left: str = ""
    its_left: str = ""
    other: Question | None = None


def confusions_of(guide: Guide[Question], digest: Digest) -> tuple[Confusion, ...]:
    """What is mixed up, what happened most often first.

    What was right last time, and more than twice as often as it was mixed up, is settled and left out: after each
    mix-up its question comes back in the same sitting, and is mostly right then.

    Args:
        guide: what is taught.
        digest: what the entries come to.
    """
    taken = [
        each
        for name, on in digest.questions.items()
        if name in guide.questions
        for each in _taken(guide, guide.questions[name], on)
    ]
    found = [_confusion(each) for each in _both_ways(taken) if each.times >= OFTEN]
    return tuple(sorted(found, key=lambda each: (-each.times, each.other is None))[:MOST])


def _taken(guide: Guide[Question], question: Question, on: OnQuestion) -> Iterator[_Taken]:
    ask = question.ask("")
    for mistake, times in on.mistakes.items():
        if on.grade is Grade.CORRECT and on.right > 2 * times:
            continue
        match ask, question.key:
            # Of two options, the other one is always the wrong one: nothing is mixed up.
            case Pick(options=options), Picked() as key if mistake in options and len(options) > 2:
                if mistake not in key.options:
                    other = _answered_by(guide, question, Picked((mistake,)))
                    yield _Taken(question, mistake, "; ".join(key.options), times, other=other)
            case Pair(), Paired() as key:
                yield from _paired(question, ask, key, mistake, times)
            case _, Written(fields=(key,)):
                other = _answered_by(guide, question, Written((mistake,)))
                took = other.key.fields[0] if other and isinstance(other.key, Written) else mistake
                if other or _grade(question, Written((mistake,))) is Grade.WRONG:
                    yield _Taken(question, took, key, times, other=other)


def _paired(question: Question, ask: Pair, key: Paired, mistake: str, times: int) -> Iterator[_Taken]:
    for left, right in key.pairs:
        wrong = next((each for each in ask.right if f"{left} → {each}" == mistake and each != right), None)
        if wrong is not None:
            its_left = next((each for each, its in key.pairs if its == wrong), "")
            yield _Taken(question, wrong, right, times, left, its_left)


def _answered_by(guide: Guide[Question], question: Question, response: Response) -> Question | None:
    """The question of the same type to which this would be the right answer; numbers agree by chance."""
    ask = question.ask("")
    if isinstance(ask, Write) and ask.fields[0].number:
        return None
    alike = (each for each in guide.questions.values() if type(each) is type(question) and each.kind is question.kind)
    others = (each for each in alike if each.key != question.key and not set(each.tests) & set(question.tests))
    return next((each for each in others if _grade(each, response) is Grade.CORRECT), None)


def _grade(question: Question, response: Response) -> Grade | None:
    verdict = question.grade(response)
    return verdict.grade if isinstance(verdict, Verdict) else None


def _both_ways(taken: list[_Taken]) -> Iterator[_Taken]:
    """One for the other and the other for the one, put together."""
    seen: dict[tuple[object, ...], _Taken] = {}
    for each in taken:
        pair: tuple[object, ...] = (each.question.id, each.took)
        if each.other is not None:
            pair = tuple(sorted((each.question.id, each.other.id)))
        elif each.left:
            pair = (each.question.id, frozenset((each.took, each.key)))
        before = seen.get(pair)
        if before is None:
            seen[pair] = each
        elif each.other is not None:
            seen[pair] = replace(before, times=before.times + each.times)
        elif each.left == before.its_left:
            # Who exchanges two partners makes two mistakes at once.
            seen[pair] = replace(before, times=max(before.times, each.times))
    yield from seen.values()


def _confusion(taken: _Taken) -> Confusion:
    question, other = taken.question, taken.other
    bare = question.kind in _BARE and isinstance(question.key, Written)
    took, key = (taken.took, taken.key) if bare else (f"“{taken.took}”", f"“{taken.key}”")
    times = "twice" if taken.times == 2 else counted(taken.times, "time")
    if other is not None:
        says = f"You mix up {key} and {took}."
    elif taken.its_left:
        says = f"You exchanged the partners of “{taken.left}” and “{taken.its_left}”, {times}."
    elif taken.left:
        says = f"You paired “{taken.left}” with {took} instead of {key}, {times}."
    else:
        says = f"You took {took} for {key}, {times}."
    asked = (question.question, other.question) if other else (question.question,)
    return Confusion(question.id, taken.took, taken.key, taken.times, says, asked, other.id if other else None)
