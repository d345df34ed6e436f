"""What a player may be called, and when two names look alike."""

import unicodedata
from collections.abc import Iterable
from itertools import count

from tui.classroom.blocking import NOTHING_BLOCKED, BlockFile, BlockList
from tui.classroom.skeleton import skeleton
from tui.classroom.words import Nickname
from tui.text import Clean, clean

LONGEST = 24
"""How many characters a name has at most."""

_UNSEEN = "\u115f\u1160\u2800\uffa0"
"""Fillers: letters and signs that show nothing."""


class NameRefused(Exception):
    """A name cannot be had; the message tells the player why, in a sentence."""


def nickname(typed: str, taken: Iterable[str], blocked: BlockFile | BlockList = NOTHING_BLOCKED) -> Nickname:
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
