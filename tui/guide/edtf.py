"""Partial dates in EDTF, the Library of Congress' notation (https://www.loc.gov/standards/datetime/).

Read are level 0 without times of day (`1920`, `1920-09`, `1920-09-22`, `1919/1922`) and, of level 1, the seasons 21 to
24 and the qualifiers `~` (about), `?` (unsure) and `%` (both). Years are 0001 to 9999.
"""

import re
from calendar import monthrange
from datetime import date, timedelta
from enum import IntEnum

from msgspec import Struct

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
"""The months in order; January stands at 0."""


def day_in_words(day: date) -> str:
    """A day as one says it, without its year: `9 November`."""
    return f"{day.day} {MONTHS[day.month - 1]}"


SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
"""The seasons by their EDTF number."""

LOOK = {
    "type": ["string", "integer"],
    "minimum": 1,
    "pattern": r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?[~?%]?(/[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?[~?%]?)?$",
}
"""What every date in EDTF looks like, for editors, as JSON Schema; whether it exists in the calendar is not in it."""

_LONGEST = 40
_POINT = re.compile(r"(?P<year>[0-9]{4})(-(?P<part>[0-9]{2})(-(?P<day>[0-9]{2}))?)?(?P<qualifier>[~?%]?)")
_LOOSE = re.compile(r"(?P<year>[0-9]{4})[-/.](?P<part>[0-9]{1,2})([-/.](?P<day>[0-9]{1,2}))?")


class Precision(IntEnum):
    """How much of a date is known, from coarse to fine."""

    YEAR = 0
    SEASON = 1
    MONTH = 2
    DAY = 3


class PartialDate(Struct, frozen=True):
    """A date of which some may be unknown, or an interval between two of them."""

    year: int
    """The year, 1 to 9999; of an interval, as all the fields but `end`, that of its start."""
    month: int | None = None
    """The month, 1 to 12."""
    season: int | None = None
    """The season, 21 (spring) to 24 (winter), instead of a month."""
    day: int | None = None
    """The day of the month."""
    approximate: bool = False
    """Whether it is "about" then."""
    uncertain: bool = False
    """Whether the source is unsure."""
    end: "PartialDate | None" = None
    """The end of an interval."""

    @property
    def start(self) -> "PartialDate":
        """The start of an interval; a single date itself."""
        if self.end is None:
            return self
        return PartialDate(self.year, self.month, self.season, self.day, self.approximate, self.uncertain)

    @property
    def precision(self) -> Precision:
        """How much is known; of an interval, the coarser of its two ends."""
        own = (
            Precision.DAY
            if self.day
            else Precision.MONTH
            if self.month
            else Precision.SEASON
            if self.season
            else Precision.YEAR
        )
        return own if self.end is None else min(own, self.end.precision)

    @property
    def earliest(self) -> date:
        """The first day it may mean. Seasons are those of the north, by months: spring starts on 1 March."""
        if self.season:
            return date(self.year, 3 * (self.season - 20), 1)
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> date:
        """The last day it may mean. Winter ends with February of the next year."""
        if self.end is not None:
            return self.end.latest
        if self.day:
            return self.earliest
        if self.season == 24:
            return date.max if self.year == date.max.year else date(self.year + 1, 3, 1) - timedelta(days=1)
        month = 3 * (self.season - 20) + 2 if self.season else self.month or 12
        return date(self.year, month, monthrange(self.year, month)[1])

    def edtf(self) -> str:
        """The date in EDTF: `1920-09`."""
        if self.end is not None:
            return f"{self.start.edtf()}/{self.end.edtf()}"
        part = self.month or self.season
        text = f"{self.year:04}" + (f"-{part:02}" if part else "") + (f"-{self.day:02}" if self.day else "")
        return (
            text
            + {(False, False): "", (True, False): "~", (False, True): "?", (True, True): "%"}[
                self.approximate, self.uncertain
            ]
        )

    def shown(self) -> str:
        """The date for people: "September 1920", "spring 1921", "about 1919", "8 March 1921", "1919–1922"."""
        if self.end is None:
            doubt = ("perhaps " if self.uncertain else "") + ("about " if self.approximate else "")
            return doubt + " ".join(self._words())
        first, last = self.start, self.end
        if any((first.approximate, first.uncertain, last.approximate, last.uncertain)):
            return f"{first.shown()} – {last.shown()}"
        ahead, behind = first._words(), last._words()
        if len(ahead) != len(behind) or (first.season is None) != (last.season is None):
            return f"{first.shown()} – {last.shown()}"
        shared = 0
        while shared < len(ahead) - 1 and ahead[-1 - shared :] == behind[-1 - shared :]:
            shared += 1
        own = ahead[: len(ahead) - shared]
        dash = "–" if len(own) == 1 else " – "
        return " ".join(own) + dash + " ".join(behind)

    def _words(self) -> list[str]:
        middle = MONTHS[self.month - 1] if self.month else SEASONS.get(self.season or 0, "")
        # With two digits, a year would be taken for another one's last two.
        year = str(self.year) if self.year > 99 else f"{self.year:04}"
        return [word for word in (str(self.day or ""), middle, year) if word]


def parse_edtf(text: str) -> PartialDate:
    """Read a date that an author wrote.

    Args:
        text: the date in EDTF.

    Returns:
        The date, which exists in the calendar.

    Raises:
        ValueError: it is not EDTF, or there is no such day; the message is for a teacher, without a full stop.
    """
    if len(text) > _LONGEST:
        raise ValueError("this is too long for a date; write it as 1920, 1920-09 or 1920-09-22")
    start, slash, end = text.partition("/")
    if not slash or _LOOSE.fullmatch(text):
        return _point(text)
    first, last = _point(start), _point(end)
    if last.latest < first.earliest:
        raise ValueError(f"{text} ends before it starts")
    return PartialDate(first.year, first.month, first.season, first.day, first.approximate, first.uncertain, end=last)


def _point(text: str) -> PartialDate:
    found = _POINT.fullmatch(text)
    if not found:
        raise ValueError(_not_edtf(text))
    year, part = int(found["year"]), int(found["part"] or 0)
    if not year:
        raise ValueError(f"{text} does not exist: years count from 0001")
    if found["part"] and not (1 <= part <= 12 or part in SEASONS):
        raise ValueError(f"{text} does not exist: months are 01 to 12, seasons 21 (spring) to 24 (winter)")
    approximate, uncertain = found["qualifier"] in {"~", "%"}, found["qualifier"] in {"?", "%"}
    if part in SEASONS:
        if found["day"]:
            raise ValueError(f"{text} does not exist: a season has no days")
        return PartialDate(year, season=part, approximate=approximate, uncertain=uncertain)
    day = int(found["day"]) if found["day"] else None
    if day is not None and not 1 <= day <= monthrange(year, part)[1]:
        days = monthrange(year, part)[1]
        raise ValueError(f"{text} does not exist: {MONTHS[part - 1]} {year} has {days} days")
    return PartialDate(year, part or None, None, day, approximate, uncertain)


def _not_edtf(text: str) -> str:
    """What is wrong with a date that has not the form of EDTF, and how to write it."""
    if not text:
        return "a date is missing; write it as 1920, 1920-09 or 1920-09-22, an interval as 1919/1922"
    loose = _LOOSE.fullmatch(text)
    if loose and not loose["day"] and int(loose["part"]) > 12:
        return f"{text} is not EDTF; write an interval with four digits a year, as 1919/1922"
    if loose:
        parts = [loose["year"], loose["part"].zfill(2), (loose["day"] or "").zfill(2)]
        return f"{text} is not EDTF; write {'-'.join(part for part in parts if part != '00')}"
    return f"{text} is not EDTF; write it as 1920, 1920-09 (September), 1920-09-22, 1920-21 (spring) or 1919~ (about)"
