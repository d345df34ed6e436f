"""All that is remembered of a learner, as a picture in memory."""

from collections.abc import Collection, Iterable
from contextlib import suppress

from msgspec.structs import replace

from tui.guide.words import KeyPointId, PanelId, QuestionId
from tui.memory.attempt import Amendment, Attempt, Change, Doubt, Entry, PanelRead
from tui.quiz.ask import Written
from tui.quiz.verdict import Credit, Grade, credit_if_right, grade_of


class Record:
    """Entries in the order in which they came: added to, never changed. What counts is computed from them."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        """A record of what was done before.

        Args:
            entries: in the order in which they came; one that amends an attempt which is lost counts for nothing, and
                one whose attempt came back later, from a backup, counts.
        """
        self._entries: list[Entry] = []
        # By the number of an attempt's id, which is far faster to look up than the id.
        self._counted: dict[int, Attempt] = {}
        self._on: dict[KeyPointId, list[int]] = {}
        self._read: dict[PanelId, None] = {}
        early: list[Entry] = []
        for entry in entries:
            try:
                self.add(entry)
            except KeyError:
                early.append(entry)
        for entry in early:
            with suppress(KeyError):
                self.add(entry)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Everything, in the order in which it came."""
        return tuple(self._entries)

    @property
    def attempts(self) -> tuple[Attempt, ...]:
        """The attempts that count: without those taken back, with the overruled ones as right in all that was typed."""
        return tuple(self._counted.values())

    @property
    def read_panels(self) -> Collection[PanelId]:
        """The panels that were read, in the order of their first reading."""
        return self._read.keys()

    def add(self, entry: Entry) -> None:
        """Keep one more entry.

        Raises:
            KeyError: it amends an attempt that does not count or was never recorded. Nothing is kept.
        """
        match entry:
            case Attempt():
                number = entry.id.int
                self._counted[number] = entry
                for point in entry.key_points:
                    self._on.setdefault(point, []).append(number)
            case Amendment():
                self._amend(entry)
            case PanelRead():
                self._read[entry.panel] = None
            case Doubt():
                pass
        self._entries.append(entry)

    def latest_on(self, point: KeyPointId) -> Attempt | None:
        """The last attempt that counts on a key point."""
        numbers = reversed(self._on.get(point, []))
        return next((self._counted[number] for number in numbers if number in self._counted), None)

    def missed(self) -> tuple[QuestionId, ...]:
        """The questions whose last attempt was not fully right, in the order of those attempts."""
        latest: dict[QuestionId, Grade] = {}
        for attempt in self._counted.values():
            latest.pop(attempt.question, None)
            latest[attempt.question] = attempt.grade
        return tuple(question for question, grade in latest.items() if grade is not Grade.CORRECT)

    def _amend(self, amendment: Amendment) -> None:
        number = amendment.attempt.int
        attempt = self._counted[number]
        if amendment.change is Change.TAKEN_BACK:
            del self._counted[number]
        else:
            typed = attempt.response
            credit = credit_if_right(typed) if isinstance(typed, Written) else Credit(1.0)
            self._counted[number] = replace(attempt, grade=grade_of(credit), credit=credit, overruled=True)
