"""Which questions a sitting asks, and in what order: decided by the guide, what is wanted and a seed alone.

1. The questions that fit are dealt evenly: those of one key point shuffled, the key points of one kind dealt into
   each other, then the kinds of one lesson, then the lessons. To deal lists into each other, the i-th of the k items of
   a list gets the place (i + offset) / k, with the lists' offsets spread over 0 to 1 in a shuffled order; then all are
   sorted by place. So the first `count` of them are a fair sample: each lesson and kind has its share.
2. Those are then put in sequence one by one. Of the next `WINDOW` that are waiting, the one is taken that shares no
   key point with the one before; then whose key point would else be left over at the end (more than half of what is
   waiting tests it); then whose lesson and kind differ from the one before; then that has waited longest. The first
   is one that may open a sitting (`Question.may_open`), if there is any: not a recall.
3. Of a lesson's questions, those come before the rest of the deal that test a key point which none before them tests:
   so a short quiz on a lesson asks about all of it.
4. Questions that test several key points may still meet at the end. So if neighbours share one, it is tried again from
   another order of those waiting, `TRIES` times at most, and the sequence where the fewest do is taken.
"""

from collections import Counter, deque
from collections.abc import Callable, Hashable, Iterable, Sequence
from itertools import pairwise

from msgspec import Struct

from tui.guide.model import Guide
from tui.guide.words import KeyPointId, Kind, LessonId, QuestionId
from tui.paths import BANK
from tui.quiz.question import Question
from tui.quiz.shuffle import shuffled

AT_ONCE = 15
"""How many questions a lesson's quiz asks at most: some eight minutes. Another seed draws others."""
MIXED = 12
"""How many questions a quiz on all lessons asks, where nothing else is said."""
IN_EXAM = 20
"""How many questions an exam asks, where nothing else is said."""
TO_PROVE = 5
"""How many questions prove that a lesson is known."""
WINDOW = 24
"""How many waiting questions are looked at for the next place."""

TRIES = 20
"""How many sequences are tried for one in which no neighbours share a key point."""
EFFORT = 4000
"""How many questions all tries together may put in sequence, beyond the first: large banks have room to avoid it."""


class Choice(Struct, frozen=True):
    """What a sitting is to be made of."""

    lesson: LessonId | None = None
    """Only questions of this lesson."""
    kind: Kind | None = None
    """Only questions of this kind."""
    count: int | None = None
    """How many at most; all that fit, if None."""
    seed: str = ""
    """Decides the sample and every order; empty lets the study draw one."""
    only: tuple[QuestionId, ...] = ()
    """Only these, if any are given: the missed ones of another sitting, say."""
    proves: bool = False
    """Whether it is to prove that the lesson is known: without questions that learners grade themselves."""
    drills: bool = False
    """Whether it drills what the learner mixed up."""


def on_lesson(lesson: LessonId) -> Choice:
    """A quiz on a lesson, no longer than one takes in one go."""
    return Choice(lesson=lesson, count=AT_ONCE)


def to_prove(lesson: LessonId) -> Choice:
    """A few questions on different key points of a lesson; all right at once, they prove that it is known."""
    return Choice(lesson=lesson, count=TO_PROVE, proves=True)


def choose(guide: Guide[Question], choice: Choice) -> tuple[QuestionId, ...]:
    """The questions of a sitting, in the order in which they are asked.

    Args:
        guide: where the questions come from.
        choice: what is wanted; the same choice from the same guide gives the same questions on any machine.

    Returns:
        Each question once; none, if nothing fits.
    """
    fitting = [question for question in guide.questions.values() if _fits(guide, choice, question)]
    levels: tuple[Callable[[Question], Hashable], ...] = (
        lambda question: guide.lesson_of(question).id,
        lambda question: question.kind,
        lambda question: question.tests[0],
    )
    dealt = _dealt(fitting, levels, choice.seed)
    if choice.lesson is not None:
        dealt = _covering_first(dealt)
    wanted = dealt if choice.count is None else dealt[: max(choice.count, 0)]
    return tuple(question.id for question in _best_sequence(guide, wanted, choice.seed))


def why_nothing(guide: Guide[Question], choice: Choice) -> str:
    """Why nothing fits a choice, and what to do: for the learner.

    Args:
        guide: where the questions come from.
        choice: one for which `choose` found nothing.
    """
    if not guide.questions and not guide.problems:
        return f"There are no questions yet; write some in {BANK}."
    if not guide.questions:
        return "This guide has no questions that can be used. See its problems: kruzhok check lists them."
    if choice.count is not None and choice.count < 1:
        return "A quiz needs at least one question. Ask for a count of 1 or more."
    if choice.only:
        return "None of these questions fits any more. Take a quiz on all lessons instead."
    if choice.lesson is None:
        return f"No question is of the kind {choice.kind}. {_kinds_there_are(guide.questions.values())}"
    return _nothing_in_lesson(guide, choice.lesson, choice.kind)


def _nothing_in_lesson(guide: Guide[Question], lesson_id: LessonId, kind: Kind | None) -> str:
    lessons = {lesson.id: (number, lesson) for number, lesson in enumerate(guide.lessons, 1)}
    if lesson_id not in lessons:
        return f"The guide has no lesson {lesson_id} any more. Choose another lesson, or all of them."
    number, lesson = lessons[lesson_id]
    there = list(guide.questions_of(lesson))
    if not there:
        return f"Lesson {number}, {lesson.title}, has no questions. Choose another lesson, or all of them."
    return f"Lesson {number}, {lesson.title}, has no question of the kind {kind}. {_kinds_there_are(there)}"


def _kinds_there_are(questions: Iterable[Question]) -> str:
    kinds = sorted({question.kind for question in questions})
    return f"There are questions of the kind {' or '.join(kinds)}; or leave the kind out."


def _fits(guide: Guide[Question], choice: Choice, question: Question) -> bool:
    return (
        (not choice.only or question.id in choice.only)
        and (choice.kind is None or question.kind is choice.kind)
        and (choice.lesson is None or guide.lesson_of(question).id == choice.lesson)
        and (not choice.proves or question.may_open)
    )


def _dealt(
    questions: Sequence[Question], levels: Sequence[Callable[[Question], Hashable]], seed: str
) -> tuple[Question, ...]:
    if not levels:
        return shuffled(questions, seed)
    groups: dict[Hashable, list[Question]] = {}
    for question in questions:
        groups.setdefault(levels[0](question), []).append(question)
    lists = [_dealt(group, levels[1:], f"{seed}/{name}") for name, group in groups.items()]
    placed: list[tuple[float, int, Question]] = []
    for rank, items in enumerate(shuffled(lists, seed)):
        offset = (rank + 0.5) / len(lists)
        placed += [((index + offset) / len(items), rank, item) for index, item in enumerate(items)]
    return tuple(item for _, _, item in sorted(placed, key=lambda entry: entry[:2]))


def _covering_first(questions: Sequence[Question]) -> tuple[Question, ...]:
    """The same questions, first those that test a key point which none before them tests."""
    met: set[KeyPointId] = set()
    first: list[Question] = []
    rest: list[Question] = []
    for question in questions:
        (rest if met.issuperset(question.tests) else first).append(question)
        met.update(question.tests)
    return (*first, *rest)


def _in_sequence(guide: Guide[Question], questions: Sequence[Question]) -> list[Question]:
    waiting = deque(questions)
    left: Counter[KeyPointId] = Counter(point for question in questions for point in set(question.tests))
    sequence: list[Question] = []

    def cost(question: Question) -> tuple[bool, bool, int]:
        pressing = max(left[point] for point in question.tests) * 2 > len(waiting)
        if not sequence:
            return not question.may_open, not pressing, 0
        before = sequence[-1]
        same_lesson = guide.lesson_of(question) is guide.lesson_of(before)
        alike = same_lesson + (question.kind is before.kind)
        return not set(question.tests).isdisjoint(before.tests), not pressing, alike

    # All are looked at for the first place if none of the window may open the sitting.
    window = WINDOW if any(question.may_open for question in questions[:WINDOW]) else len(waiting)
    while waiting:
        chosen = min(range(min(window, len(waiting))), key=lambda place: cost(waiting[place]))
        question = waiting[chosen]
        del waiting[chosen]
        left.subtract(set(question.tests))
        sequence.append(question)
        window = WINDOW
    return sequence


def _best_sequence(guide: Guide[Question], questions: Sequence[Question], seed: str) -> list[Question]:
    best = _in_sequence(guide, questions)
    for retry in range(1, min(TRIES, EFFORT // max(len(questions), 1))):
        if not _meetings(best):
            break
        best = min(best, _in_sequence(guide, shuffled(questions, f"{seed}/{retry}")), key=_meetings)
    return best


def _meetings(sequence: Sequence[Question]) -> int:
    """How many neighbours share a key point."""
    return sum(not set(one.tests).isdisjoint(other.tests) for one, other in pairwise(sequence))
