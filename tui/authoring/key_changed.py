"""Edits that changed the key of a question which learners were asked before, as advice to its author."""

from collections.abc import Iterator, Mapping

from tui.guide.errors import Problem, Severity
from tui.guide.model import Guide
from tui.guide.problems import shorten
from tui.guide.words import QuestionId
from tui.memory.digest import OnQuestion
from tui.quiz.ask import Paired, Picked, Response
from tui.quiz.explain import right_answer
from tui.quiz.question import Question

CODE = "key-changed"


def key_changed(guide: Guide[Question], asked: Mapping[QuestionId, OnQuestion]) -> Iterator[Problem]:
    """The questions whose fingerprint has changed since they were last asked, and whose key is another.

    An edit of the words alone is none of them: what learners remember goes on with the question.

    Args:
        guide: the guide as it reads now.
        asked: what the author's record on this computer holds of its questions.
    """
    for question in guide.questions.values():
        on = asked.get(question.id)
        if on is None or on.key is None or on.fingerprint == question.fingerprint or is_same_key(on.key, question.key):
            continue
        yield Problem(
            guide.question_places[question.id],
            CODE,
            f"its key has changed since it was last answered here, on {on.at.astimezone():%Y-%m-%d}: "
            f"{_in_words(on.key)} then, {_in_words(question.key)} now",
            "answers given before count as they were graded; if it asks something else now, give it an id of its own",
            Severity.ADVICE,
        )


def is_same_key(before: Response, now: Response) -> bool:
    """Whether two keys are one: what is to be picked has no order, nor have pairs.

    Args:
        before: the one.
        now: the other.
    """
    match before, now:
        case (Picked(), Picked()):
            return set(before.options) == set(now.options)
        case (Paired(), Paired()):
            return set(before.pairs) == set(now.pairs)
        case _:
            return before == now


def _in_words(key: Response) -> str:
    return f"“{shorten('; '.join(right_answer(key)))}”"
