"""The order of a record in time: the same on every machine, whatever came there first."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from tui.memory.attempt import Amendment, Attempt, Entry
from tui.memory.order import time_of


class Placed(NamedTuple):
    """An entry, and where it stands."""

    place: int
    """Its place in the file."""
    id: UUID
    """Unique across machines."""
    entry: Entry
    """The entry."""


class _Moment(NamedTuple):
    """When an entry was made, by its own clock."""

    place: int
    id: bytes
    at: datetime
    amends: int | None


def places_in_order(entries: Iterable[Placed]) -> list[int]:
    """The places of entries, ordered by when they were made; those of one moment by their ids.

    What amends an attempt comes after it, even if the clock of the machine on which it was made was behind.

    Args:
        entries: in any order; each is looked at once and let go.
    """
    answered: dict[int, datetime] = {}
    moments = []
    for place, unique, entry in entries:
        if isinstance(entry, Attempt):
            answered[entry.id.int] = entry.answered
        amends = entry.attempt.int if isinstance(entry, Amendment) else None
        moments.append(_Moment(place, unique.bytes, time_of(entry), amends))

    def key(moment: _Moment) -> tuple[datetime, bool, datetime, bytes]:
        of_attempt = moment.at if moment.amends is None else answered.get(moment.amends, moment.at)
        return max(moment.at, of_attempt), moment.amends is not None, moment.at, moment.id

    return [moment.place for moment in sorted(moments, key=key)]
