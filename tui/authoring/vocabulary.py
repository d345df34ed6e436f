"""Sets of words as sets of bits, so that every question of a bank can be held against every other in no time."""

from collections.abc import Iterable


class Vocabulary:
    """Gives each word its bit."""

    def __init__(self) -> None:
        """No word is known yet."""
        self._bits: dict[str, int] = {}

    def bits(self, words: Iterable[str]) -> int:
        """The bits of some words, each counted once."""
        found = 0
        for word in words:
            found |= 1 << self._bits.setdefault(word, len(self._bits))
        return found
