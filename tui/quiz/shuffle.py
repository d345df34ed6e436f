"""Order from a seed, the same on every machine and in every version of Python."""

from collections.abc import Iterable
from typing import TypeVar

Item = TypeVar("Item")


def shuffled(items: Iterable[Item], seed: str) -> tuple[Item, ...]:
    """The items in an order that the seed alone decides.

    Each place draws a number from the hash of the seed and the place, and the items are sorted by it: uniform
    as far as the hash is, and independent of `random`, whose shuffle may change between versions.

    Args:
        items: what to shuffle.
        seed: any text.
    """
    from hashlib import blake2b  # noqa: PLC0415  loads OpenSSL, and home shuffles nothing

    drawn = [(blake2b(f"{seed}/{place}".encode(), digest_size=8).digest(), item) for place, item in enumerate(items)]
    return tuple(item for _, item in sorted(drawn, key=lambda pair: pair[0]))
