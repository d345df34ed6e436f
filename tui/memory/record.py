"""All that is remembered of a learner, as a picture in memory: a digest of what is long past, and the last entries."""

from bisect import bisect
from collections.abc import Collection, Iterable
from datetime import datetime

from tui.guide.words import KeyPointId, PanelId, QuestionId
from tui.memory.attempt import Attempt, Change, Entry, StartedAfresh
from tui.memory.digest import Digest, Kept, read, written
from tui.memory.folding import as_amended, fold, named, numbered
from tui.memory.mastery import Knowledge, Known
from tui.memory.order import Changes, amended_by, changes_of, order_of, time_of
from tui.quiz.verdict import Grade


class Record:
    """What was written down of the entries up to some time, and the entries since: added to, never changed.

    What counts is computed from them, in the order of their times, whatever the order in which they came.
    """

    last: datetime | None
    """When the entry that came last happened."""
    needs_log: bool = False
    """Whether an entry amends what is in the digest for good, so that all must be computed anew from the log."""

    def __init__(self, entries: Iterable[Entry] = (), kept: Kept | None = None) -> None:
        """A record of what was done before.

        Args:
            entries: in the order in which they came; one that amends an attempt which is lost counts for nothing, and
                one whose attempt came back later, from a backup, counts.
            kept: what the entries before them come to; they were the first, if None.
        """
        came = list(entries)
        self._kept = kept
        self.last = time_of(came[-1]) if came else kept.last if kept else None
        self._entries = [*kept.entries, *came] if kept else came
        self._ordered = sorted((entry for entry in self._entries if amended_by(entry) is None), key=order_of)
        self._numbers = {entry.id.int for entry in self._ordered if isinstance(entry, Attempt | StartedAfresh)}
        self._changes = changes_of(came, numbered(kept.changes) if kept else {})
        self._digest = self._digest_of(came)

    @property
    def digest(self) -> Digest:
        """What all entries come to; to be looked at, not changed."""
        return self._digest

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The last entries, those that are not in a digest for good, in the order in which they came."""
        return tuple(self._entries)

    @property
    def attempts(self) -> tuple[Attempt, ...]:
        """The attempts among them that count: without those taken back, with the overruled ones as right."""
        attempts = (entry for entry in self._ordered if isinstance(entry, Attempt))
        counted = (as_amended(attempt, self._changes.get(attempt.id.int)) for attempt in attempts)
        return tuple(attempt for attempt in counted if attempt is not None)

    @property
    def read_panels(self) -> Collection[PanelId]:
        """The panels that were read, in the order of their first reading."""
        return self._digest.panels.keys()

    @property
    def knowledge(self) -> Knowledge:
        """What is known of each key point that was met."""
        points = self._digest.points.items()
        return {point: Known(on.card, on.question, on.surely_wrong, on.missed) for point, on in points}

    @property
    def is_abridged(self) -> bool:
        """Whether not all entries are among `entries`: most are in the digest alone."""
        return self._kept is not None

    @property
    def in_order(self) -> bool:
        """Whether all entries are later than what is in the digest for good."""
        latest = self._kept.latest if self._kept else None
        return not self._ordered or latest is None or order_of(self._ordered[0]) > latest

    @property
    def amends_others(self) -> frozenset[int]:
        """The numbers of the ids that entries amend, of which neither they nor the digest know whether they came."""
        known = self._kept.early if self._kept else {}
        return frozenset(numbered(self._digest.early)) - numbered(known).keys()

    def add(self, entry: Entry) -> None:
        """Keep one more entry.

        Raises:
            KeyError: it amends what does not count or, where all entries are at hand, was never recorded. Nothing is
                kept.
        """
        number = amended_by(entry)
        if number is not None:
            self._amend(entry, number)
        else:
            self._put_in_order(entry)
        self._entries.append(entry)
        self.last = time_of(entry)

    def grade_on(self, point: KeyPointId) -> Grade | None:
        """How the last attempt that counts went on a key point; None if there is none."""
        on = self._digest.points.get(point)
        return on.grade if on else None

    def missed(self) -> tuple[QuestionId, ...]:
        """The questions whose last attempt was not fully right, in the order of those attempts."""
        questions = self._digest.questions.items()
        return tuple(question for question, on in questions if on.grade not in {None, Grade.CORRECT})

    def condensed(self, left: int) -> Kept:
        """What can be written down in place of all entries.

        Args:
            left: how many of the last entries are to stay as they are.
        """
        here = max(0, len(self._ordered) - left)
        kept = condense(self._base(), self._ordered[:here], self._ordered[here:], dict(self._changes))

        kept.last = self.last
        return kept

    def _amend(self, entry: Entry, number: int) -> None:
        if number in self._numbers:
            if self._changes.get(number) is Change.TAKEN_BACK:
                raise KeyError(number)
            self._changes = changes_of([entry], self._changes)
            self._digest = self._folded_anew()
        elif self._kept is not None:
            # It may amend what is in the digest for good: the log knows.
            self.needs_log = True
        else:
            raise KeyError(number)

    def _put_in_order(self, entry: Entry) -> None:
        if isinstance(entry, Attempt | StartedAfresh):
            self._numbers.add(entry.id.int)
        order = order_of(entry)
        if self._digest.latest is None or order > self._digest.latest:
            self._ordered.append(entry)
            fold(self._digest, [entry], {})
            return
        self._ordered.insert(bisect(self._ordered, order, key=order_of), entry)
        self._digest = self._folded_anew()

    def _digest_of(self, came: list[Entry]) -> Digest:
        """What all entries come to, in the shortest way there is."""
        if self._kept and all(amended_by(entry) is None for entry in came):
            digest = read(self._kept.whole)
            more = sorted(came, key=order_of)
            if not more or digest.latest is None or order_of(more[0]) > digest.latest:
                return fold(digest, more, {})
        return self._folded_anew()

    def _folded_anew(self) -> Digest:
        return fold(self._base(), self._ordered, dict(self._changes))

    def _base(self) -> Digest:
        return read(self._kept.digest) if self._kept else Digest()


def condense(digest: Digest, past: Iterable[Entry], held: Iterable[Entry], changes: Changes) -> Kept:
    """What can be written down in place of entries.

    Args:
        digest: what the entries before them come to; it is changed.
        past: those to be folded into it.
        held: those after them, to be kept as they are.
        changes: what was done to any of them; what was done to those in the past is taken out.
    """
    fold(digest, past, changes)
    early, held = numbered(digest.early), list(held)
    numbers = {entry.id.int for entry in held if isinstance(entry, Attempt | StartedAfresh)}
    digest.early = named({number: change for number, change in early.items() if number not in numbers})
    kept = {number: change for number, change in early.items() if number in numbers}
    base, latest, early_of_base = written(digest), digest.latest, dict(digest.early)
    whole = written(fold(digest, held, dict(kept)))
    return Kept(base, whole, latest, early_of_base, held, named(kept))
