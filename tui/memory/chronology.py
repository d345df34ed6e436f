"""The order of a record in time: the same on every machine, whatever came there first."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from tui.memory.attempt import Attempt, Entry, StartedAfresh
from tui.memory.order import Order, amended_by, order_of, time_of


class Placed(NamedTuple):
    """An entry, and where it stands."""

    place: int
    """Its place in the file."""
    id: UUID
    """Unique across machines."""
    entry: Entry
    """The entry."""


class _Moment(NamedTuple):
    """Where an entry stands, and what decides where it belongs."""

    place: int
    id: bytes
    order: Order
    amends: int | None


def places_in_order(entries: Iterable[Placed]) -> list[int]:
    """The places of entries, in the order in which they count.

    What amends an attempt or a fresh start comes after it, even if the clock of the machine on which it was made was
    behind.

    Args:
        entries: in any order; each is looked at once and let go.
    """
    made: dict[int, datetime] = {}
    moments = []
    for place, unique, entry in entries:
        if isinstance(entry, Attempt | StartedAfresh):
            made[entry.id.int] = time_of(entry)
        moments.append(_Moment(place, unique.bytes, order_of(entry), amended_by(entry)))

    def key(moment: _Moment) -> tuple[datetime, bool, Order, bytes]:
        at, amends = moment.order[0], moment.amends
        of_amended = at if amends is None else made.get(amends, at)
        return max(at, of_amended), amends is not None, moment.order, moment.id

    return [moment.place for moment in sorted(moments, key=key)]
