"""Dates as people type them.

Read are years, seasons, months and days in words or figures, in any order that leaves no doubt, with "about" and the
like, and intervals ("1919–1922", "March to May 1921", "8–16 March 1921"). `1920-21` typed by a learner means the years
1920 to 1921, not, as in EDTF, spring 1920; `8.3.1921` with points means 8 March, as wherever dates have points. What
can be read in two ways is asked again: `8/3/1921`, `'21`, `1905-07`. Early, mid and late are read as the whole: "late
1920" is 1920, which the learner is to be told (`names_part`).
"""

import re
import unicodedata
from calendar import monthrange

from anyascii import anyascii
from msgspec import Struct
from msgspec.structs import replace

from tui.guide.edtf import MONTHS, PartialDate
from tui.quiz.matching.edits import edits
from tui.quiz.matching.spelt_years import spelt_years_in_digits

LONGEST = 100
"""The most characters a typed date may have."""

_UNREADABLE = "I cannot read that as a date. Type it like 1605, May 1605, spring 1605 or 5 May 1605."
_FOUR_DIGITS = "Type the year with four digits, like 1605."
_NO_YEAR = "The year is missing. Type it too, with four digits, like May 1605."
_TWO_DATES = "Those are two dates. Type only the one you think right, like 1605."
_OPEN = "That leaves the date open. Type the date itself, like 1605."
_TOO_WIDE = "That is too wide. Type one year, like 1605, or the first and the last, like 1605 to 1607."
_SEASON_WORDS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_ABOUT = {"c", "ca", "circa", "about", "around", "approx", "approximately", "roughly", "abt", "~", "%"}
_PERHAPS = {"perhaps", "probably", "possibly", "maybe", "?", "%"}
_FILLERS = {"the", "of", "in", "on", "by", "from", "between", "year", "ad", "ce", "at"} | {
    *("i", "think", "believe", "guess", "it", "was"),
}
_PARTS = {"early", "late", "mid", "middle", "beginning", "start", "end"}
"""Words for a part of a year, season or month: the whole of it is taken, as no date in EDTF says less."""
_OPENING = {"before", "after", "since", "than"}
_TO = {"to", "until", "till", "through"}
_TIDYING = (
    ("(?i)\\b(early|late|mid)[-\u2010-\u2015]", r"\1 "),
    ("(?i)(winter [0-9]{4})[\u2012-\u2015]([0-9])", r"\1-\2"),
    ("[\u2012-\u2015\u2212]", " to "),
    ("[\u2010\u2011]", "-"),
    (r"\s[-]\s", " to "),
)
_SPLITTING = (
    (r"\b([0-9]{1,2})(st|nd|rd|th)\b", r"\1"),
    ("([~?%])", r" \1 "),
    (r"(?<=[a-z])-(?=[a-z])", " to "),
    (r"(?<![0-9])[-/.]|[-/.](?![0-9])|[,()']", " "),
    ("(?<=[0-9])(?=[a-z])|(?<=[a-z])(?=[0-9])", " "),
)


class _Said(Struct):
    """What one date, or one end of an interval, was found to say."""

    year: int | None = None
    month: int | None = None
    season: int | None = None
    day: int | None = None
    number: int | None = None
    approximate: bool = False
    uncertain: bool = False

    def says(self, **found: int) -> None:
        """Take up what a word says, once."""
        for name, value in found.items():
            if getattr(self, name) is not None:
                raise ValueError(_UNREADABLE)
            setattr(self, name, value)


def read_date(text: str) -> PartialDate:
    """Read a date as a person types it.

    Args:
        text: any text.

    Returns:
        The date, which exists in the calendar.

    Raises:
        ValueError: it is no date, or one that can be read in two ways; the message tells the learner what to type.
    """
    text = text.strip()
    if not text or len(text) > LONGEST:
        raise ValueError(_UNREADABLE)
    sides: list[list[str]] = [[]]
    for token in _tokens(text):
        if token in _TO:
            sides.append([])
        elif token not in _FILLERS and token not in _PARTS:
            sides[-1].append(token)
    if len(sides) == 1:
        return _date(_said(sides[0]))
    if len(sides) > 2:
        raise ValueError(_UNREADABLE)
    return _interval(_said(sides[0]), _said(sides[1]))


def names_part(text: str) -> bool:
    """Whether a date that can be read names a part of a year, season or month, of which the whole is read.

    Args:
        text: what `read_date` reads.
    """
    return not _PARTS.isdisjoint(_tokens(text.strip()))


def _tokens(text: str) -> list[str]:
    """The words and figures of a date, intervals in figures opened up: "1919-1922" is "1919", "to", "1922"."""
    plain = unicodedata.normalize("NFKC", text)
    for pattern, into in _TIDYING:
        plain = re.sub(pattern, into, plain)
    plain = spelt_years_in_digits(anyascii(plain).lower())
    if re.search("(?<![0-9a-z])'[0-9]{2}(?![0-9])", plain):
        raise ValueError(_FOUR_DIGITS)
    if re.search("[0-9]{4}'?s|century", plain):
        raise ValueError(_TOO_WIDE)
    for pattern, into in _SPLITTING:
        plain = re.sub(pattern, into, plain)
    words = plain.replace(" and ", " to ").split()
    if any(word[0].isdigit() for word in words):
        if "or" in words:
            raise ValueError(_TWO_DATES)
        if not _OPENING.isdisjoint(words):
            raise ValueError(_OPEN)
    winter, month = "winter" in words, any(_month(word) for word in words)
    return [token for word in words for token in _opened(word, winter=winter, month=month)]


def _opened(word: str, *, winter: bool, month: bool) -> list[str]:
    """One word of a date, or the interval that its figures mean."""
    span = re.fullmatch("([0-9]{1,4})[-/]([0-9]{1,4})", word)
    if not span:
        return [word]
    first, last = span[1], span[2]
    if month and len(first) <= 2 and len(last) <= 2:
        return [first, "to", last]
    if len(first) != 4 or len(last) == 3:
        return [word]
    if winter and (int(first) + 1) % 10 ** len(last) == int(last):
        return [first]
    if len(last) == 4:
        return [first, "to", last]
    year = _shortened(first, last)
    if 1 <= int(last) <= 12 and year > int(first):
        raise ValueError(f"{word} can be read in two ways. Type {MONTHS[int(last) - 1]} {first}, or {first} to {year}.")
    return [first, "to", str(year)] if int(last) > 12 else [word]


def _shortened(first: str, last: str) -> int:
    """The year that is meant by the last digits of it, after another."""
    return int(first[: -len(last)] + last)


def _month(word: str) -> int | None:
    """The month that a word means: a name, its first three letters or more, or a name with a typo."""
    names = [name.lower() for name in MONTHS]
    if len(word) >= 3:
        for number, name in enumerate(names, 1):
            if name.startswith(word):
                return number
    near = [number for number, name in enumerate(names, 1) if _typo(word, name)]
    return near[0] if len(near) == 1 else 9 if word == "sept" else None


def _typo(word: str, name: str) -> bool:
    return min(len(word), len(name)) >= 5 and edits(word, name) <= len(name) // 5


def _season(word: str) -> int | None:
    return _SEASON_WORDS.get(word) or next((at for name, at in _SEASON_WORDS.items() if _typo(word, name)), None)


def _said(tokens: list[str]) -> _Said:
    said = _Said()
    for token in tokens:
        if token in _ABOUT or token in _PERHAPS:
            said.approximate |= token in _ABOUT
            said.uncertain |= token in _PERHAPS
        elif token[0].isdigit():
            said.says(**_figures(token))
        elif month := _month(token):
            said.says(month=month)
        elif season := _season(token):
            said.says(season=season)
        else:
            raise ValueError(_UNREADABLE)
    return said


def _figures(token: str) -> dict[str, int]:
    """What a token of figures says: "1920-09" a year and a month."""
    parts = re.split("[-/.]", token)
    numbers = [int(part) for part in parts]
    match ["Y" if len(part) in {3, 4} else "N" if len(part) <= 2 else "?" for part in parts]:
        case ["Y"]:
            return {"year": numbers[0]}
        case ["N"]:
            return {"number": numbers[0]}
        case ["Y", "N"]:
            return {"year": numbers[0], "month": numbers[1]}
        case ["N", "Y"]:
            return {"month": numbers[0], "year": numbers[1]}
        case ["Y", "N", "N"]:
            return {"year": numbers[0], "month": numbers[1], "day": numbers[2]}
        case ["N", "N", "Y"]:
            return _day_and_month(token, *numbers)
        case ["N", "N"] | ["N", "N", "N"]:
            raise ValueError(_FOUR_DIGITS)
    raise ValueError(_UNREADABLE)


def _day_and_month(token: str, first: int, second: int, year: int) -> dict[str, int]:
    if "." in token or first == second or (first > 12 and second <= 12):
        return {"day": first, "month": second, "year": year}
    if second > 12:
        return {"day": second, "month": first, "year": year}
    if first and second:
        raise ValueError(
            f"{token} can be read in two ways. Type the month as a word: "
            f"{first} {MONTHS[second - 1]} {year}, or {second} {MONTHS[first - 1]} {year}."
        )
    raise ValueError(_UNREADABLE)


def _interval(first: _Said, last: _Said) -> PartialDate:
    """The interval between two dates, where each may leave out what the other says."""
    alone = first.month is first.season is first.number is None and last.month is last.season is last.year is None
    if alone and first.year and last.number is not None and not last.day:
        if last.number <= first.year % 100 and 1 <= last.number <= 12:
            return _date(replace(first, month=last.number))
        last = replace(last, year=_shortened(f"{first.year:04}", f"{last.number:02}"), number=None)
    for one, other in ((first, last), (last, first)):
        if one.year is None:
            one.year = other.year
        if one.number is not None and one.month is None:
            one.month = other.month
    start, end = _date(first), _date(last)
    if end.latest < start.earliest:
        raise ValueError("That ends before it starts. Type the earlier date first.")
    return replace(start, end=end)


def _date(said: _Said) -> PartialDate:
    if said.year is None:
        if said.number is not None or said.day:
            raise ValueError(_FOUR_DIGITS)
        raise ValueError(_NO_YEAR if said.month or said.season else _UNREADABLE)
    year, month, day, number = said.year, said.month, said.day, said.number
    if number is not None:
        if said.season or day:
            raise ValueError(_UNREADABLE)
        month, day = (number, None) if month is None else (month, number)
    if said.season and month:
        raise ValueError(_UNREADABLE)
    if not year:
        raise ValueError("There is no year 0. Type another.")
    if month is not None and not 1 <= month <= 12:
        raise ValueError(f"There is no month {month}. Type it as a word: May {year}.")
    if month and day is not None and not 1 <= day <= (days := monthrange(year, month)[1]):
        raise ValueError(f"There is no such day: {MONTHS[month - 1]} {year} has {days} days.")
    return PartialDate(year, month, said.season, day, said.approximate, said.uncertain)
