"""What a review asks: what is due, most urgent first, mixed, in another form than last time, within the minutes given.

1. Key points come in the order of their urgency (`tui.memory.due`). Each is asked by the best of its questions: one
   that tests nothing else that was neither met nor read; not the one asked last, if there is another; one that tests
   more of those waiting, if these are half of what it tests and it takes no more than a minute for each; of another
   type than last; rather one that asks for recall than one that offers options. All one remembers of a lesson is asked
   only once.
2. Of these, as many as fit into the minutes are today's, counting that what is missed comes back; one, at least.
   The rest waits for the days to come. After `AWAY` days without an answer, today's are for `WELCOME_MINUTES` at
   most.
3. Today's are mixed: of the next `WINDOW`, the one is taken that shares no key point with the one before; then an error
   of which the learner was sure; then whose lesson and kind differ from the one before.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime, timedelta
from math import ceil

from msgspec import Struct

from tui.guide.model import Guide
from tui.guide.words import KeyPointId, PanelId, QuestionId
from tui.memory.due import askable, due_points, was_away
from tui.memory.mastery import Knowledge, Known, chance_of
from tui.memory.pace import Pace
from tui.memory.portion import WELCOME_MINUTES
from tui.memory.schedule import SAME_DAY
from tui.quiz.ask import Recalled, Written
from tui.quiz.question import Question
from tui.quiz.shuffle import shuffled

WINDOW = 6
"""How many waiting questions are looked at for the next place."""
FIRST_RIGHT = 0.6
"""The chance that a key point is recalled when it is asked for the first time, after its lesson was read."""
CERTAIN = 0.97
"""What is recalled with at least this chance need not be asked now."""
_DEAR = 60.0
_NOTHING = Known()


class Portion(Struct, frozen=True):
    """What is asked today of what waits to be asked."""

    questions: tuple[QuestionId, ...]
    """What is asked, in this order; each once."""
    time: timedelta
    """How long it takes, at the learner's pace."""
    points: tuple[KeyPointId, ...]
    """Of the key points that waited, those it asks about, the most urgent first."""
    waiting: tuple[KeyPointId, ...]
    """Those left for the days to come."""
    days: int
    """Over how many days they are spread, at as many minutes a day."""
    after_absence: bool
    """Whether it is made short because the learner was away."""


class Wish(Struct, frozen=True):
    """What a review is to be."""

    minutes: int
    """How long it may take."""
    pace: Pace = Pace()
    """How long this learner takes over a question."""
    seed: str = ""
    """Decides between questions that are equally good."""
    more: tuple[KeyPointId, ...] = ()
    """Key points to go on with in what time is left, in their order: `helpful_points`."""
    familiar: Collection[KeyPointId] = ()
    """Key points that a question may test along with those, as with what is known: what was read, or met elsewhere."""


class _Terms(Struct, frozen=True):
    limit: float
    cost: Callable[[Question], float]
    seed: str
    familiar: Collection[KeyPointId]


def review_of(guide: Guide[Question], known: Knowledge, at: datetime, wish: Wish) -> Portion:
    """What a review asks now.

    Args:
        guide: what is taught.
        known: what is known.
        at: now, in the learner's own time zone.
        wish: what the review is to be.
    """
    waiting = due_points(guide, known, at)
    wanted = tuple(dict.fromkeys((*waiting, *wish.more)))
    away = was_away(known, at)
    limit = 60.0 * (min(wish.minutes, WELCOME_MINUTES) if away else wish.minutes)

    def cost(question: Question) -> float:
        return wish.pace.of(question.key) * (1 + _missed(question, known, at))

    familiar = {*known, *wish.more, *wish.familiar}
    asked = _asked_by(guide, wanted, known, _Terms(limit, cost, wish.seed, familiar))
    costs = [cost(question) for question in asked]
    today, taken = _fitting(costs, limit)
    covered = {point for question in asked[:today] for point in question.tests}
    later = tuple(point for point in waiting if point not in covered)
    rest = sum(
        cost
        for question, cost in zip(asked[today:], costs[today:], strict=True)
        if not set(question.tests).isdisjoint(later)
    )
    return Portion(
        tuple(question.id for question in _mixed(guide, asked[:today], known)),
        timedelta(seconds=taken),
        tuple(point for point in wanted if point in covered),
        later,
        ceil(rest / max(limit, 60.0)),
        away,
    )


def helpful_points(
    guide: Guide[Question], known: Knowledge, at: datetime, read: frozenset[PanelId] | None = None
) -> tuple[KeyPointId, ...]:
    """The key points that it helps most to be asked about beyond what is due: those not met, then the least certain.

    Args:
        guide: what is taught.
        known: what is known.
        at: now.
        read: which panels were read; what is taught in others is left out. None leaves nothing out.

    Returns:
        The key points that were not met, in the order of the lessons; then the least likely to be recalled first. What
        was asked just now, and what is as good as certain, is left out.
    """
    chances = {point: chance_of(point, known, at) for point in askable(guide)}
    panels = {point.id: point.panel for point in guide.key_points.values()}
    unmet = [point for point, chance in chances.items() if chance is None and (read is None or panels[point] in read)]
    met = {point: chance for point, chance in chances.items() if chance is not None and chance < CERTAIN}
    return (*unmet, *sorted((point for point in met if _rested(known[point], at)), key=lambda point: met[point]))


def _missed(question: Question, known: Knowledge, at: datetime) -> float:
    """How likely it is missed, and comes back."""
    chances = [chance_of(point, known, at) for point in question.tests]
    return 1 - sum(FIRST_RIGHT if chance is None else chance for chance in chances) / len(chances)


def _fitting(costs: Sequence[float], limit: float) -> tuple[int, float]:
    """How many of the first fit, one at least, and what they cost together."""
    total = 0.0
    for place, cost in enumerate(costs):
        if place and total + cost > limit:
            return place, total
        total += cost
    return len(costs), total


def _rested(known: Known, at: datetime) -> bool:
    return known.card is not None and at - known.card.last_review >= SAME_DAY


def _asked_by(guide: Guide[Question], wanted: Sequence[KeyPointId], known: Knowledge, terms: _Terms) -> list[Question]:
    """A question for each key point, one for several where that is good."""
    left = dict.fromkeys(wanted)
    there = askable(guide)
    asked: dict[QuestionId, Question] = {}
    for point in wanted:
        if point not in left:
            continue
        free = _free(there.get(point, []), asked, wanted)
        if free:
            last = known.get(point, _NOTHING).question
            before = guide.questions.get(last) if last else None
            best = _best(shuffled(free, f"{terms.seed}/{point}"), before, left, terms)
            asked[best.id] = best
            for each in best.tests:
                left.pop(each, None)
    return list(asked.values())


def _free(
    questions: Sequence[Question], asked: Mapping[QuestionId, Question], wanted: Sequence[KeyPointId]
) -> list[Question]:
    """What is not asked yet; all one remembers of a lesson once in a review and not as the whole of it, if possible.

    Who cannot begin it would have missed all that the review is about.
    """
    free = [question for question in questions if question.id not in asked]
    recalled = any(isinstance(question.key, Recalled) for question in asked.values())

    def suits(question: Question) -> bool:
        whole = set(question.tests).issuperset(wanted)
        return not (isinstance(question.key, Recalled) and (recalled or whole))

    return [question for question in free if suits(question)] or free


def _best(
    questions: Sequence[Question], last: Question | None, left: Collection[KeyPointId], terms: _Terms
) -> Question:
    def badness(question: Question) -> tuple[bool, bool, bool, bool, int, bool, bool]:
        covers = sum(point in left for point in set(question.tests))
        cost = terms.cost(question)
        return (
            not all(point in terms.familiar for point in question.tests),
            cost > terms.limit,
            last is not None and question.id == last.id,
            cost > _DEAR * covers or 2 * covers < len(question.tests),
            -covers,
            type(question) is type(last),
            not isinstance(question.key, Written | Recalled),
        )

    return min(questions, key=badness)


def _mixed(guide: Guide[Question], questions: Sequence[Question], known: Knowledge) -> list[Question]:
    waiting, mixed = list(questions), list[Question]()

    def cost(question: Question) -> tuple[bool, bool, int]:
        sure = any(known.get(point, _NOTHING).surely_wrong for point in question.tests)
        if not mixed:
            return not question.may_open, not sure, 0
        before = mixed[-1]
        alike = (guide.lesson_of(question) is guide.lesson_of(before)) + (question.kind is before.kind)
        return not set(question.tests).isdisjoint(before.tests), not sure, alike

    while waiting:
        mixed.append(waiting.pop(min(range(len(waiting))[:WINDOW], key=lambda place: cost(waiting[place]))))
    return mixed
