"""The order in which entries count: by time, then by id, whenever they came: two machines agree."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from tui.memory.attempt import AfreshTakenBack, Amendment, Attempt, Change, Entry, StartedAfresh

Order = tuple[datetime, bytes]
"""What entries are sorted by."""
Changes = dict[int, Change]
"""What was done afterwards to attempts and fresh starts, by the numbers of their ids, which are fast to look up."""


def time_of(entry: Entry) -> datetime:
    """When an entry was made, in UTC.

    Args:
        entry: any entry.
    """
    return entry.answered if isinstance(entry, Attempt) else entry.at


def order_of(entry: Entry) -> Order:
    """What an entry is sorted by: equal for equal entries alone.

    Args:
        entry: an entry; one without an id has what it says in its place.
    """
    if isinstance(entry, Attempt):
        return entry.answered, entry.id.bytes
    if isinstance(entry, StartedAfresh):
        return entry.at, entry.id.bytes
    return entry.at, repr(entry).encode(errors="replace")


def amended_by(entry: Entry) -> int | None:
    """The number of the id of the attempt or fresh start that an entry amends; None if it amends nothing.

    What amends another counts whenever it came: it has no place of its own in the order.
    """
    if isinstance(entry, Amendment):
        return entry.attempt.int
    return entry.marker.int if isinstance(entry, AfreshTakenBack) else None


def note(changes: Changes, number: int, change: Change) -> None:
    """Add what was done to an attempt or fresh start. What was taken back stays so, whatever else was done to it.

    Args:
        changes: what is known so far; it is added to.
        number: that of its id.
        change: what was done.
    """
    if changes.get(number) is not Change.TAKEN_BACK:
        changes[number] = change


def note_change(changes: Changes, entry: Entry) -> None:
    """Add what an entry does to another, if it does.

    Args:
        changes: what is known so far; it is added to.
        entry: any entry.
    """
    number = amended_by(entry)
    if number is not None:
        note(changes, number, entry.change if isinstance(entry, Amendment) else Change.TAKEN_BACK)


def changes_of(entries: Iterable[Entry], before: Mapping[int, Change]) -> Changes:
    """What entries do to others.

    Args:
        entries: in any order.
        before: what else is known to have been done.
    """
    changes = dict(before)
    for entry in entries:
        note_change(changes, entry)
    return changes
