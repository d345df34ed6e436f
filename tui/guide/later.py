"""What is read only when somebody looks into it: the first screen does without the bank."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TypeVar, overload

Key = TypeVar("Key")
Value = TypeVar("Value")


class LateMapping(Mapping[Key, Value]):
    """A mapping that is made at the first look."""

    def __init__(self, make: Callable[[], Mapping[Key, Value]]) -> None:
        """A mapping not made yet.

        Args:
            make: makes it; called once.
        """
        self._make = make

    @cached_property
    def _made(self) -> Mapping[Key, Value]:
        return self._make()

    @property
    def is_read(self) -> bool:
        """Whether somebody has looked into it."""
        return "_made" in self.__dict__

    def __getitem__(self, key: Key) -> Value:
        """What stands under a key."""
        return self._made[key]

    def __iter__(self) -> Iterator[Key]:
        """The keys, in order."""
        return iter(self._made)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._made)


class LateSequence(Sequence[Value]):
    """A sequence that is made at the first look."""

    def __init__(self, make: Callable[[], Sequence[Value]]) -> None:
        """A sequence not made yet.

        Args:
            make: makes it; called once.
        """
        self._make = make

    @cached_property
    def _made(self) -> Sequence[Value]:
        return self._make()

    @overload
    def __getitem__(self, index: int) -> Value: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Value]: ...

    def __getitem__(self, index: int | slice) -> Value | Sequence[Value]:
        """One of them, or some."""
        return self._made[index]

    def __len__(self) -> int:
        """How many there are."""
        return len(self._made)

    def __eq__(self, other: object) -> bool:
        """Whether another sequence holds the same."""
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        """As of a tuple of the same."""
        return hash(tuple(self))
