"""The five asks, line by line: how each is put, and how what is typed becomes a response.

What is typed is read here, never graded: a line that fits no response is asked for again.
"""

import re
from collections.abc import Callable, Sequence
from enum import Enum, auto
from typing import Protocol

from tui.plain.talk import Gone
from tui.quiz.ask import (
    Arrange,
    Arranged,
    Ask,
    Field,
    Pair,
    Paired,
    Pick,
    Picked,
    Recall,
    Recalled,
    Response,
    Write,
    Written,
)
from tui.text import capitalised

Say = Callable[[str, str], None]
"""Says a text with a mark before it."""


class Takes(Enum):
    """What a line may be beside a command."""

    CHOICE = auto()
    """Numbers and letters."""
    TEXT = auto()
    """Any text; after = it is no command, whatever it is."""
    NUMBER = auto()
    """Like a text, but 0 is a number, and - says I don't know."""
    TICKS = auto()
    """Numbers, or 0 for none; no command but those that keep what was written, or leave."""
    ANYTHING = auto()
    """Whatever it is: no line is a command."""


class Hear(Protocol):
    """Asks for a line."""

    def __call__(self, prompt: str, *, takes: Takes = Takes.CHOICE) -> str:
        """Ask for a line with a prompt; a command never comes back."""


LETTERS = "abcdefghijklmnopqrstuvwxyz"
END_OF_RECALL = "."

_PAIR = re.compile(r"(\d{1,3})[ \t]*[-=:.)]?[ \t]*([a-z])(?![a-z])", re.IGNORECASE)


class Turned(Exception):
    """The learner typed a command in place of an answer; the text is its name."""


class Unclear(Exception):
    """What was typed is no response to this ask; the text says what to type instead."""


def put(ask: Ask) -> list[tuple[str, str]]:
    """What stands below the prompt of an ask: lines, each with the mark before it."""
    match ask:
        case Pick(options=entries) | Arrange(items=entries):
            return _numbered(entries)
        case Pair(left=left, right=right):
            partners = [(f"  {letter}. ", each) for letter, each in zip(LETTERS, right, strict=False)]
            return [*_numbered(left), ("", "Partners:"), *partners]
        case Write(passage=passage, attribution=attribution) if passage:
            gaps = [f"[gap {number}]" for number in range(1, len(passage))]
            text = "".join(piece + gap for piece, gap in zip(passage, [*gaps, ""], strict=True))
            return [("  ", " ".join(text.split())), *([("  ", f"({attribution})")] if attribution else [])]
        case _:
            return []


def answer(ask: Ask, hear: Hear, checklist: Callable[[], Sequence[str]], say: Say) -> Response:
    """Hear a response to an ask.

    Args:
        ask: what was put.
        hear: asks for a line.
        checklist: the points to tick, for an ask that has them.
        say: says a text with a mark before it.

    Raises:
        Unclear: what was typed fits no response.
        Turned: a command was typed.
        Gone: the input has ended.
    """
    match ask:
        case Pick(options=options, several=several):
            return _picked(hear(_pick_prompt(options, several=several)), options, several=several)
        case Write(fields=fields):
            return _written(fields, hear, say)
        case Arrange(items=items):
            return Arranged(_in_order(hear(f"The numbers in the right order, such as {_sample(len(items))}:"), items))
        case Pair(left=left, right=right):
            return Paired(_pairs(hear("Pairs, such as 1b 2a:"), left, right))
        case Recall():
            return _recalled(hear, checklist, say)


def _numbered(entries: Sequence[str]) -> list[tuple[str, str]]:
    return [(f"  {number}. ", entry) for number, entry in enumerate(entries, 1)]


def _pick_prompt(options: Sequence[str], *, several: bool) -> str:
    return f"All that are right, such as 1 {len(options)}:" if several else f"Your answer, 1 to {len(options)}:"


def _written(fields: Sequence[Field], hear: Hear, say: Say) -> Written:
    typed: list[str] = []
    try:
        for field in fields:
            takes = Takes.NUMBER if field.number else Takes.TEXT
            typed.append(hear(_field_prompt(field), takes=takes))
    except (Gone, Turned):
        if typed:
            say(f"Not handed in: {'; '.join(typed)}.", "")
        raise
    return Written(tuple(typed))


def _field_prompt(field: Field) -> str:
    label = field.label or "answer"
    hint = f", such as {field.example}" if field.example else ""
    unit = f" of {field.unit}" if field.unit else ""
    zero = " (0 is the number; - is I don't know)" if field.number else ""
    return f"{capitalised(label)}{hint}{unit}{zero}:"


def _sample(count: int) -> str:
    return " ".join(str(number) for number in (*range(2, count + 1), 1))


def _picked(line: str, options: Sequence[str], *, several: bool) -> Picked:
    whole = [option for option in options if option.casefold() == line.casefold()]
    if whole:
        return Picked((whole[0],))
    places = [_place(word, len(options)) for word in re.split(r"[\s,;]+", line) if word]
    wanted = "one or more numbers" if several else "one number"
    if not places or None in places or (len(places) > 1 and not several):
        raise Unclear(f"Type {wanted} from 1 to {len(options)}.")
    return Picked(tuple(dict.fromkeys(options[place] for place in places if place is not None)))


def _place(word: str, count: int) -> int | None:
    word = word.rstrip(".)")
    if word.isascii() and word.isdecimal() and len(word) < 4:
        place = int(word) - 1
    else:
        place = LETTERS.find(word.casefold()) if len(word) == 1 else -1
    return place if 0 <= place < count else None


def _in_order(line: str, items: Sequence[str]) -> tuple[str, ...]:
    places = [_place(word, len(items)) for word in re.split(r"[\s,;>-]+", line) if word]
    if len(places) == 1 and line.isdecimal() and len(line) == len(items) < 10:
        places = [_place(digit, len(items)) for digit in line]
    order = [place for place in places if place is not None]
    if len(order) != len(places) or sorted(order) != list(range(len(items))):
        raise Unclear(f"Type each number from 1 to {len(items)} once, such as {_sample(len(items))}.")
    return tuple(items[place] for place in order)


def _pairs(line: str, left: Sequence[str], right: Sequence[str]) -> tuple[tuple[str, str], ...]:
    found = _PAIR.findall(line)
    rest = re.sub(r"[\s,;]+", "", _PAIR.sub("", line))
    pairs = {_place(number, len(left)): _place(letter, len(right)) for number, letter in found}
    if rest or not found or len(pairs) != len(found) or None in pairs or None in pairs.values():
        raise Unclear(
            f"Type a number from 1 to {len(left)} and a letter from a to {LETTERS[len(right) - 1]} for each pair, "
            "each number once, such as 1b 2a."
        )
    known = [(number, letter) for number, letter in pairs.items() if number is not None and letter is not None]
    return tuple((left[number], right[letter]) for number, letter in known)


def _recalled(hear: Hear, checklist: Callable[[], Sequence[str]], say: Say) -> Recalled:
    say("Write all you remember, as many lines as you like. A line with nothing but a full stop ends it.", "")
    written: list[str] = []
    ticked: tuple[int, ...] | None = None
    try:
        line = hear("First line; . ends:", takes=Takes.TEXT)
        while line != END_OF_RECALL:
            written.append(line)
            line = hear("More; . ends:", takes=Takes.ANYTHING)
        points = checklist()
        say("These are the points. Which of them did you write?", "")
        for number, point in enumerate(points, 1):
            say(point, f"  {number}. ")
        while ticked is None:
            ticked = _ticked(
                hear(f"Their numbers, such as 1 {len(points)}; 0 if none:", takes=Takes.TICKS), len(points)
            )
    except Gone:
        if not any(written):
            raise
        say("The input has ended. What you wrote is handed in with no point ticked.", "")
        ticked = ()
    except Turned:
        if any(written):
            say("What you wrote is not handed in.", "")
        raise
    return Recalled("\n".join(written), ticked)


def _ticked(line: str, count: int) -> tuple[int, ...] | None:
    words = [word for word in re.split(r"[\s,;]+", line) if word]
    if words == ["0"]:
        return ()
    places = [_place(word, count) for word in words]
    known = [place for place in places if place is not None]
    return tuple(sorted(set(known))) if known and len(known) == len(places) else None
