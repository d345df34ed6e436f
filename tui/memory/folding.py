"""How entries become a digest, one by one, in the order of `tui.memory.order`."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Any, get_args

from msgspec.structs import replace

from tui.guide.words import KeyPointId
from tui.memory.activity import QUARTER, pack_if_many
from tui.memory.attempt import (
    AfreshTakenBack,
    Amendment,
    Attempt,
    Change,
    Doubt,
    Entry,
    PanelRead,
    Proved,
    SettingChosen,
    StartedAfresh,
)
from tui.memory.digest import Counted, Digest, FreshStart, OneSitting, OnPoint, OnQuestion, Reviewed
from tui.memory.mistakes import mistakes_in
from tui.memory.order import Changes, note, order_of
from tui.memory.pace import AT_MOST, TYPED_AT_MOST
from tui.memory.rating import Rating, rating_of
from tui.memory.schedule import review
from tui.quiz.ask import Recalled, Response, Written
from tui.quiz.confidence import Confidence
from tui.quiz.events import Mode
from tui.quiz.verdict import Credit, Grade, credit_if_right, grade_of

SITTINGS = 30
"""How many of the last sittings are told of."""
FRESH_STARTS = 20
"""How many of the last fresh starts can be taken back."""
REVIEWS = 20
"""How many of the last reviews of a key point are kept for its curve."""
MISTAKES = 12
"""How many different mistakes with a question are counted; the rarest makes room."""
_AT_MOST = {each: TYPED_AT_MOST if each in {Written, Recalled} else AT_MOST for each in get_args(Response)}


def fold(digest: Digest, entries: Iterable[Entry], changes: Changes) -> Digest:
    """Fold entries into a digest.

    Args:
        digest: what the entries before them come to; it is changed.
        entries: in their order, each later than what is in the digest. What amends others is passed over:
        changes: what is known to have been done to attempts and fresh starts, these or others; what was done to these
            is taken out.

    Returns:
        The same digest.
    """
    for number, change in numbered(digest.early).items():
        note(changes, number, change)
    entry = None
    for entry in entries:
        _FOLDS[type(entry)](digest, entry, changes)
    if entry is not None:
        digest.latest = order_of(entry)
    digest.early = named(changes)
    return digest


def named(changes: Mapping[int, Change]) -> dict[str, Change]:
    """Changes as they are written down, always in the same order."""
    return {f"{number:032x}": changes[number] for number in sorted(changes)}


def numbered(changes: Mapping[str, Change]) -> Changes:
    """Changes as they were written down."""
    return {int(number, 16): change for number, change in changes.items()}


def as_amended(attempt: Attempt, change: Change | None) -> Attempt | None:
    """An attempt as it counts: with all that was typed as right, if it was overruled; None, if it was taken back.

    Args:
        attempt: as it was recorded.
        change: what was done to it afterwards.
    """
    if change is None:
        return attempt
    if change is Change.TAKEN_BACK:
        return None
    typed = attempt.response
    credit = credit_if_right(typed) if isinstance(typed, Written) else Credit(1.0)
    return replace(attempt, grade=grade_of(credit), credit=credit, overruled=True)


def _fold_attempt(digest: Digest, recorded: Attempt, left: Changes) -> None:
    attempt = as_amended(recorded, left.pop(recorded.id.int, None)) if left else recorded
    if attempt is None:
        return
    for point in dict.fromkeys(attempt.key_points):
        _fold_point(digest, attempt, point)
    _fold_question(digest, attempt)
    _count(digest, attempt)
    digest.pace = digest.pace.after(attempt)
    if attempt.sitting is not None:
        _fold_sitting(digest, attempt, attempt.sitting.hex)


def _fold_point(digest: Digest, attempt: Attempt, point: KeyPointId) -> None:
    on = digest.points.get(point)
    if attempt.passed_over:
        if on is not None:
            # So that it is asked by another question next.
            on.question = attempt.question
        return
    if on is None:
        on = digest.points[point] = OnPoint()
    at, grade = attempt.answered, attempt.grade_of(point)
    sure = attempt.confidence is Confidence.SURE
    if on.attempts == 0:
        on.first = at
    on.grade, on.question = grade, attempt.question
    on.attempts += 1
    wrong = sure and (grade is Grade.WRONG or grade is Grade.SKIPPED)
    # That a missed question was right when it came back minutes later does not settle the error.
    on.surely_wrong = wrong or (on.surely_wrong and attempt.again)
    rating = rating_of(attempt, point, attempt.confidence)
    if rating is not None:
        _review(on, rating, at)


def _review(on: OnPoint, rating: Rating, at: datetime) -> None:
    on.card = review(on.card, rating, at)
    on.reviews.append(Reviewed(at, rating, on.card.stability))
    del on.reviews[:-REVIEWS]


def _fold_question(digest: Digest, attempt: Attempt) -> None:
    # The one asked last goes to the end.
    on = digest.questions.pop(attempt.question, None) or OnQuestion(attempt.answered, attempt.fingerprint)
    digest.questions[attempt.question] = on
    on.at, on.fingerprint, on.key = attempt.answered, attempt.fingerprint, attempt.key
    if not attempt.passed_over:
        on.grade = attempt.grade
    on.asked += 1
    on.right += attempt.grade is Grade.CORRECT
    for mistake in mistakes_in(attempt):
        if mistake not in on.mistakes and len(on.mistakes) >= MISTAKES:
            del on.mistakes[min(on.mistakes, key=lambda each: on.mistakes[each])]
        on.mistakes[mistake] = on.mistakes.get(mistake, 0) + 1


def _count(digest: Digest, attempt: Attempt) -> None:
    at_most = _AT_MOST[type(attempt.response)]
    took = (attempt.answered - attempt.began).total_seconds()
    seconds = 0 if took < 0 else round(min(at_most, took))
    right = attempt.grade is Grade.CORRECT
    quarter = int(attempt.answered.timestamp() // QUARTER)
    if quarter not in digest.quarters:
        pack_if_many(digest)
    _add(digest.quarters, quarter, seconds, right)
    if attempt.confidence is not None:
        _add(digest.by_confidence, attempt.confidence, seconds, right)


def _add(counts: dict[Any, Counted], what: int | str, seconds: int, right: bool) -> None:
    counted = counts.get(what)
    if counted is None:
        counted = counts[what] = Counted()
    counted.answers += 1
    counted.seconds += seconds
    counted.right += right


def _fold_sitting(digest: Digest, attempt: Attempt, sitting: str) -> None:
    one = digest.sittings.get(sitting)
    if one is None:
        one = digest.sittings[sitting] = OneSitting(
            attempt.mode, attempt.began, attempt.answered, occasion=attempt.occasion
        )
        if len(digest.sittings) > SITTINGS:
            del digest.sittings[next(iter(digest.sittings))]
    one.ended = attempt.answered
    if not attempt.again and not (attempt.passed_over and attempt.mode is Mode.PRACTICE):
        one.asked += 1
        one.credit += attempt.credit


def _fold_panel(digest: Digest, entry: PanelRead, _: Changes) -> None:
    digest.panels.setdefault(entry.panel, entry.at)


def _fold_fresh_start(digest: Digest, entry: StartedAfresh, left: Changes) -> None:
    if left.pop(entry.id.int, None):
        return
    everything = entry.lesson is None
    for point in tuple(digest.points) if everything else entry.key_points:
        digest.points.pop(point, None)
    for panel in tuple(digest.panels) if everything else entry.panels:
        digest.panels.pop(panel, None)
    for question in tuple(digest.questions) if everything else entry.questions:
        if question in digest.questions:
            on = digest.questions[question]
            on.grade, on.right, on.mistakes = None, 0, {}
    digest.fresh_starts[entry.id.hex] = FreshStart(entry.lesson, entry.at)
    if len(digest.fresh_starts) > FRESH_STARTS:
        del digest.fresh_starts[next(iter(digest.fresh_starts))]


def _fold_proof(digest: Digest, entry: Proved, _: Changes) -> None:
    for point in entry.key_points:
        on = digest.points.setdefault(point, OnPoint())
        if on.card is None:
            _review(on, Rating.EASY, entry.at)
    for panel in entry.panels:
        digest.panels.setdefault(panel, entry.at)


def _fold_setting(digest: Digest, entry: SettingChosen, _: Changes) -> None:
    digest.settings[entry.name] = entry.value


def _fold_nothing(digest: Digest, entry: Entry, left: Changes) -> None:
    pass


_FOLDS: dict[type[Entry], Callable[[Digest, Any, Changes], None]] = {
    Attempt: _fold_attempt,
    Amendment: _fold_nothing,
    AfreshTakenBack: _fold_nothing,
    PanelRead: _fold_panel,
    StartedAfresh: _fold_fresh_start,
    Proved: _fold_proof,
    Doubt: _fold_nothing,
    SettingChosen: _fold_setting,
}
