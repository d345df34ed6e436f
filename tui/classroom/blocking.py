"""The host's own list of words that no name may have."""

from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from tui.classroom.skeleton import cores, skeleton

BLOCKED = "blocked-names.txt"
"""In the data folder: the host's own list of words that no name may have."""
LARGEST_LIST = 256 * 1024
"""How many bytes of that list are read."""


class BlockList(Struct, frozen=True):
    """The host's own list of words that no name may have. None is shipped: each host knows their class."""

    words: frozenset[str] = frozenset()
    """Refused where they are a word of a name, or all of it; as `skeleton` has them."""
    parts: frozenset[str] = frozenset()
    """Refused anywhere in a name."""

    def blocks(self, name: str) -> bool:
        """Whether a name has one of the words, in whatever case, accents, look-alikes, digits and signs it is put."""
        words = skeleton(name).split()
        wholes = ("".join(words), *cores(name))
        if not self.words.isdisjoint((*words, *wholes, *(core for word in name.split() for core in cores(word)))):
            return True
        return any(part in whole for part in self.parts for whole in wholes)


NOTHING_BLOCKED = BlockList()
"""The list of a host who has none."""


def block_list(folder: Path) -> BlockList:
    """The host's list: a word a line; one with a * at its end is refused inside of other words, too; # begins a remark.

    Args:
        folder: the data folder.

    Raises:
        OSError: it is there and cannot be read.
    """
    try:
        with (folder / BLOCKED).open("rb") as file:
            text = file.read(LARGEST_LIST).decode("utf-8-sig", errors="replace")
    except FileNotFoundError:
        return NOTHING_BLOCKED
    lines = [line.partition("#")[0].strip() for line in text.splitlines()]
    return BlockList(
        frozenset(filter(None, (_whole(line) for line in lines if not line.endswith("*")))),
        frozenset(filter(None, (_whole(line) for line in lines if line.endswith("*")))),
    )


class BlockFile:
    """The list in its file: who adds a word while the class comes in has it heeded from then on."""

    def __init__(self, folder: Path) -> None:
        """Read it.

        Args:
            folder: the data folder.

        Raises:
            OSError: it is there and cannot be read.
        """
        self._folder = folder
        self._form = self._now()
        self._list = block_list(folder)

    def blocks(self, name: str) -> bool:
        """Whether a name has one of the words that are in the file now; where it cannot be read, that were last."""
        with suppress(OSError):
            if (form := self._now()) != self._form:
                self._list, self._form = block_list(self._folder), form
        return self._list.blocks(name)

    def _now(self) -> tuple[int, ...]:
        """What is another once the file was changed."""
        try:
            found = (self._folder / BLOCKED).stat()
        except FileNotFoundError:
            return ()
        return found.st_ino, found.st_size, found.st_mtime_ns


def _whole(line: str) -> str:
    return "".join(skeleton(line.rstrip("*")).split())
