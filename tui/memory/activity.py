"""When the learner was active, by quarters of an hour: of the long past in few bytes, as there are many."""

import struct
import zlib
from collections.abc import Iterator
from itertools import accumulate

from tui.memory.digest import Counted, Digest

QUARTER = 900
"""The seconds of a quarter: every time zone's days begin with one."""
RECENT = 200
"""With more quarters than these, the older half of them is packed."""
_MOST = 0xFFFF


def activity(digest: Digest) -> Iterator[tuple[int, Counted]]:
    """The quarters of an hour in which something was answered, counted since 1970 in UTC, in their order.

    Args:
        digest: what the entries come to.
    """
    for packed in digest.past_quarters:
        yield from _unpacked(packed)
    yield from digest.quarters.items()


def pack_if_many(digest: Digest) -> None:
    """Pack the older quarters, once there are many: nothing is added to them any more.

    Args:
        digest: it is changed.
    """
    if len(digest.quarters) > RECENT:
        older = list(digest.quarters)[: RECENT // 2]
        digest.past_quarters.append(_packed([(quarter, digest.quarters.pop(quarter)) for quarter in older]))


def _packed(quarters: list[tuple[int, Counted]]) -> bytes:
    """Quarters side by side, each by its distance from the one before: much of it repeats, and is packed away."""
    distances = [here - before for (here, _), (before, _) in zip(quarters, [(0, None), *quarters], strict=False)]
    counts = [of for _, of in quarters]
    columns = [each.answers for each in counts], [each.seconds for each in counts], [each.right for each in counts]
    numbers = (min(number, _MOST) for column in columns for number in column)
    return zlib.compress(struct.pack(_form(len(quarters)), *distances, *numbers))


def _unpacked(packed: bytes) -> Iterator[tuple[int, Counted]]:
    whole = zlib.decompress(packed)
    of = len(whole) // struct.calcsize(_form(1))
    numbers = struct.unpack(_form(of), whole)
    quarters = accumulate(numbers[:of])
    for quarter, *counted in zip(quarters, *(numbers[of * each : of * (each + 1)] for each in (1, 2, 3)), strict=True):
        yield quarter, Counted(*counted)


def _form(quarters: int) -> str:
    return f"<{quarters}i{3 * quarters}H"
