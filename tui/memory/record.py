"""All that is remembered of a learner, for the length of the run."""

from collections.abc import Collection

from msgspec.structs import replace

from tui.guide.words import KeyPointId, PanelId, QuestionId
from tui.memory.attempt import Amendment, Attempt, AttemptId, Change, Doubt, Entry, PanelRead
from tui.quiz.verdict import Credit, Grade


class Record:
    """Entries in the order in which they came: added to, never changed. What counts is computed from them."""

    def __init__(self) -> None:
        self._entries: list[Entry] = []
        self._counted: dict[AttemptId, Attempt] = {}
        self._read: dict[PanelId, None] = {}

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Everything, in the order in which it came."""
        return tuple(self._entries)

    @property
    def attempts(self) -> tuple[Attempt, ...]:
        """The attempts that count: without those taken back, with the overruled ones as correct."""
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
                self._counted[entry.id] = entry
            case Amendment():
                self._amend(entry)
            case PanelRead():
                self._read[entry.panel] = None
            case Doubt():
                pass
        self._entries.append(entry)

    def latest_on(self, point: KeyPointId) -> Attempt | None:
        """The last attempt that counts on a key point."""
        return next((one for one in reversed(self._counted.values()) if point in one.key_points), None)

    def missed(self) -> tuple[QuestionId, ...]:
        """The questions whose last attempt was not fully right, in the order of those attempts."""
        latest: dict[QuestionId, Grade] = {}
        for attempt in self._counted.values():
            latest.pop(attempt.question, None)
            latest[attempt.question] = attempt.grade
        return tuple(question for question, grade in latest.items() if grade is not Grade.CORRECT)

    def _amend(self, amendment: Amendment) -> None:
        attempt = self._counted[amendment.attempt]
        if amendment.change is Change.TAKEN_BACK:
            del self._counted[amendment.attempt]
        else:
            self._counted[amendment.attempt] = replace(attempt, grade=Grade.CORRECT, credit=Credit(1.0), overruled=True)
