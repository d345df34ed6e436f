"""What others wrote, made harmless once, at the border (guides, typed answers, file names, exceptions)."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple, NewType

Clean = NewType("Clean", str)
"""Text without control, bidi-override or stray format characters, in NFC: safe to show."""

TEXT_LIMIT = 64 * 1024
"""How many characters of one text are kept if nothing else is said."""

JOINER = "\u200d"
"""The zero-width joiner: a format character, yet emoji and Indic scripts need it."""

_FILLER = "\u3164"
_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_FORBIDDEN = frozenset(("Cc", "Cf", "Cs", "Co", "Cn"))
_MARKS = frozenset(("Mn", "Me"))
_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_STACKING_MARKS = 2
_MARKS_IN_A_ROW = 4
_MARKS_LOOKED_AT = 64
# Nukta and virama belong to the letter, and vowel signs have class 0: चीज़ें has three marks in a row.
_LETTER_PARTS = frozenset((0, 7, 9))


class BadCharacter(NamedTuple):
    """A character that is not shown, and where it stands."""

    start: int
    """Its place in the text, counted from 0."""
    character: str
    """The character."""

    @property
    def code(self) -> str:
        """The kind of problem: `nul-character`, `bidi-character`, `control-character` or `invisible-character`."""
        if self.character == "\0":
            return "nul-character"
        if self.character in _BIDI:
            return "bidi-character"
        return "control-character" if unicodedata.category(self.character) == "Cc" else "invisible-character"

    @property
    def name(self) -> str:
        """Its number and name, harmless to show: `U+202E, right-to-left override`."""
        name = unicodedata.name(self.character, "").lower()
        return f"U+{ord(self.character):04X}" + (f", {name}" if name else "")


def counted(number: int, one: str, many: str | None = None) -> str:
    """A number with its word: `1 panel`, `3 panels`.

    Args:
        number: how many.
        one: the word for one.
        many: the word for several, if it has more to it than an s.
    """
    return f"{number} {one if number == 1 else many or one + 's'}"


def percent(share: float) -> str:
    """A share as one reads it: `71 %`; 0 and 100 only where they are exact."""
    whole = round(share * 100)
    if 0 < share < 1:
        whole = min(max(whole, 1), 99)
    return f"{min(max(whole, 0), 100)} %"


def figure(amount: float, decimals: int = 1) -> str:
    """An amount with decimals where it needs them: `3`, `2.5`.

    Args:
        amount: how much.
        decimals: how many it has at most.
    """
    whole = round(amount, decimals)
    return str(int(whole)) if whole == int(whole) else str(whole)


def points(amount: float) -> str:
    """Points in a class, as on a phone: `3`, `2.5`, `1.48`. With one decimal 1.48 of 1.5 would read as all of it."""
    return figure(amount, 2)


def capitalised(words: str) -> str:
    """Words with a capital first letter; the rest as it is, unlike `str.capitalize`."""
    return words[:1].upper() + words[1:]


def ended(words: str) -> str:
    """A sentence with its full stop, unless it has one or asks."""
    return words if words.endswith((".", "?")) else f"{words}."


def sentence(words: str) -> str:
    """Words as a sentence of their own, with a capital and its full stop."""
    return ended(capitalised(words))


def is_bad(character: str) -> bool:
    """Whether a character is dropped wherever it stands; line ends and tabs are not."""
    if character in "\n\r\t\x85" or character == JOINER:
        return False
    return character == _FILLER or unicodedata.category(character) in _FORBIDDEN


def bad_characters(text: str, among: Iterable[str] | None = None) -> Iterator[BadCharacter]:
    """The characters of a text that cleaning drops, in order.

    Args:
        text: any text.
        among: which characters to look for, if it is known which the text has.
    """
    bad = "".join(sorted(filter(is_bad, set(text) if among is None else among)))
    if bad:
        for found in re.finditer(f"[{re.escape(bad)}]", text):
            yield BadCharacter(found.start(), found.group())


def needs_cleaning(characters: str) -> bool:
    """Whether a text that has these characters may come out of cleaning changed.

    Args:
        characters: every character of the text other than printable ASCII and line feeds, in order.
    """
    if characters.isascii():
        return bool(characters)
    distinct = set(characters)
    if any(is_bad(character) or unicodedata.category(character) in _MARKS for character in distinct):
        return True
    return not distinct.isdisjoint("\t\r\v\f\x85\u2028\u2029") or not unicodedata.is_normalized("NFC", characters)


def _marks_thinned(text: str) -> str:
    """The text with no more than two marks stacked on a letter, and no endless row of any marks."""
    marks = "".join(sorted(character for character in set(text) if unicodedata.category(character) in _MARKS))
    return re.sub(f"[{re.escape(marks)}]{{3,}}", _thinned, text) if marks else text


def _thinned(row: re.Match[str]) -> str:
    kept, stacked = "", 0
    for mark in row.group()[:_MARKS_LOOKED_AT]:
        stacks = unicodedata.combining(mark) not in _LETTER_PARTS
        if stacks and stacked == _STACKING_MARKS:
            continue
        kept, stacked = kept + mark, stacked + stacks
        if len(kept) == _MARKS_IN_A_ROW:
            break
    return kept


def clean(text: str, *, one_line: bool = False, limit: int = TEXT_LIMIT) -> Clean:
    """The text as it may be shown: nothing in it moves the cursor, turns the line round or hides.

    What is dropped: control and format characters (the zero-width joiner excepted), surrogates, private and
    unassigned characters, the Hangul filler, and all but two of the marks stacked on a letter. The rest is in NFC.

    Args:
        text: what somebody else wrote.
        one_line: whether one line is meant: line ends and tabs become blanks, and the ends are trimmed.
        limit: how many characters are kept.

    Returns:
        The same text if there was nothing to do; cleaning twice changes nothing more.
    """
    text = text[:limit]
    if not (text.isascii() and text.isprintable()):
        text = _LINE_ENDS.sub("\n", text).replace("\t", " " if one_line else "    ")
        if one_line:
            text = text.replace("\n", " ")
        bad = {ord(character): None for character in set(text) if is_bad(character)}
        text = text.translate(bad) if bad else text
        if not text.isascii():
            # NFC takes some letters apart, which can put one more mark in a row.
            before = ""
            while text != before:
                before, text = text, unicodedata.normalize("NFC", _marks_thinned(text))
        text = text[:limit]
    return Clean(text.strip(" ") if one_line else text)
