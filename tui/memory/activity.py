"""When the learner was active, by quarters of an hour: of the long past in few bytes, as there are many."""

import struct
from collections.abc import Iterator

from tui.memory.digest import Counted, Digest

QUARTER = 900
"""The seconds of a quarter: every time zone's days begin with one."""
RECENT = 200
"""With more quarters than these, the older half of them is packed."""
_PACKED = struct.Struct("<iHHH")
_MOST = 0xFFFF


def activity(digest: Digest) -> Iterator[tuple[int, Counted]]:
    """The quarters of an hour in which something was answered, counted since 1970 in UTC, in their order.

    Args:
        digest: what the entries come to.
    """
    for quarter, answers, seconds, right in _PACKED.iter_unpack(digest.past_quarters):
        yield quarter, Counted(answers, seconds, right)
    yield from digest.quarters.items()


def pack_if_many(digest: Digest) -> None:
    """Pack the older quarters, once there are many: nothing is added to them any more.

    Args:
        digest: it is changed.
    """
    if len(digest.quarters) > RECENT:
        older = list(digest.quarters)[: RECENT // 2]
        counts = ((quarter, digest.quarters.pop(quarter)) for quarter in older)
        digest.past_quarters += b"".join(
            _PACKED.pack(quarter, min(of.answers, _MOST), min(of.seconds, _MOST), min(of.right, _MOST))
            for quarter, of in counts
        )
