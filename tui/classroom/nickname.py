"""What a player may be called, and when two names look alike."""

import unicodedata
from collections.abc import Iterable
from itertools import count
from pathlib import Path

from msgspec import Struct

from tui.classroom.words import Nickname
from tui.text import JOINER, Clean, clean

LONGEST = 24
"""How many characters a name has at most."""
BLOCKED = "blocked-names.txt"
"""In the data folder: the host's own list of words that no name may have."""
LARGEST_LIST = 256 * 1024
"""How many bytes of that list are read."""

_UNSEEN = "\u115f\u1160\u2800\uffa0"
"""Fillers: letters and signs that show nothing."""
_CYRILLIC = "авеёкмнорстухѕіјѵԁԛԝһԍӏ"
_GREEK = "αβεηικνορτυχγ"
_ALIKE = str.maketrans(_CYRILLIC + _GREEK, "abeekmhopctyxsijvdqwhgiabenikvoptuxy")
"""Letters as the Latin ones that they look like, in capitals or small."""
_SIGNS = str.maketrans("0134578@$!|l", "oieastbasiii")
"""Signs as the letters for which they are written, to be read all the same."""


class NameRefused(Exception):
    """A name cannot be had; the message tells the player why, in a sentence."""


class BlockList(Struct, frozen=True):
    """The host's own list of words that no name may have. None is shipped: each host knows their class."""

    words: frozenset[str] = frozenset()
    """Refused where they are a word of a name, or all of it; as `skeleton` has them."""
    parts: frozenset[str] = frozenset()
    """Refused anywhere in a name."""

    def blocks(self, name: str) -> bool:
        """Whether a name has one of the words, whatever case, accents and look-alikes it is written in."""
        words = skeleton(name).split()
        whole = "".join(words)
        return not self.words.isdisjoint((*words, whole)) or any(part in whole for part in self.parts)


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
        return BlockList()
    lines = [line.partition("#")[0].strip() for line in text.splitlines()]
    return BlockList(
        frozenset(filter(None, (_whole(line) for line in lines if not line.endswith("*")))),
        frozenset(filter(None, (_whole(line) for line in lines if line.endswith("*")))),
    )


def nickname(typed: str, taken: Iterable[str], blocked: BlockList = BlockList()) -> Nickname:  # noqa: B008  frozen
    """What a player is called who would be called so.

    Args:
        typed: what they typed.
        taken: the names of all others who have a seat.
        blocked: the host's list.

    Returns:
        The name, cleaned; with a number if it is taken.

    Raises:
        NameRefused: it cannot be had.
    """
    name = clean(" ".join(clean(typed, one_line=True).translate(dict.fromkeys(map(ord, _UNSEEN))).split()))
    if not typed.strip():
        raise NameRefused("Type a name, or pick one.")
    if not any(unicodedata.category(character)[0] in "LNPS" for character in name):
        raise NameRefused("Nothing of this name can be seen. Type another, or pick one.")
    if len(name) > LONGEST:
        raise NameRefused(f"This name is too long. Use {LONGEST} characters at most.")
    if blocked.blocks(name):
        raise NameRefused("This name cannot be had here. Type another, or pick one.")
    return numbered(name, taken)


def numbered(name: Clean, taken: Iterable[str]) -> Nickname:
    """A name as it is if nobody has it, else with the first number that makes it one of its own."""
    used = {each.casefold() for each in taken}
    if name.casefold() not in used:
        return Nickname(name)
    tries = (f"{name[: LONGEST - len(str(number)) - 1].rstrip()} {number}" for number in count(2))
    return Nickname(Clean(next(each for each in tries if each.casefold() not in used)))


def look_alikes(names: Iterable[Nickname]) -> tuple[tuple[Nickname, ...], ...]:
    """The names that can be taken for each other, one with a Cyrillic A for one with a Latin: a group of all alike.

    Args:
        names: the names of all who have a seat, each unlike the others.
    """
    groups: dict[str, list[Nickname]] = {}
    for name in names:
        groups.setdefault(skeleton(name), []).append(name)
    return tuple(tuple(group) for group in groups.values() if len(group) > 1)


def skeleton(name: str) -> str:
    """What a name looks like: without case, accents and scripts, with signs as the letters they stand for.

    Args:
        name: any name; two whose skeletons are the same can be taken for each other.
    """
    plain = unicodedata.normalize("NFKD", name.casefold()).replace(JOINER, "").translate(_ALIKE)
    letters = "".join(each for each in plain if not unicodedata.category(each).startswith("M")).translate(_SIGNS)
    return " ".join("".join(each if each.isalnum() else " " for each in letters).split())


def _whole(line: str) -> str:
    return "".join(skeleton(line.rstrip("*")).split())
