"""Dates that stand in a text: "1920", "September 1920", "spring 1921", "8 March 1921"."""

import re
from functools import lru_cache

from tui.guide.edtf import MONTHS, SEASONS, PartialDate, parse_edtf

_SEASON_NUMBERS = {name: number for number, name in SEASONS.items()} | {"fall": 23}
YEAR = re.compile("[12][0-9]{3}")
"""What may be a year."""
_DATE = re.compile(
    rf"(?:\b(?:(?P<day>[0-9]{{1,2}})\s+)?(?P<month>{'|'.join(MONTHS)}),?\s+(?:of\s+)?"
    rf"|\b(?P<season>{'|'.join(_SEASON_NUMBERS)})\s+(?:of\s+)?)?"
    r"(?<![0-9.,/-])(?P<year>1[0-9]{3}|20[0-9]{2})(?![0-9]|[.,/-][0-9])",
    re.IGNORECASE,
)


@lru_cache(4096)
def dates_in(text: str) -> tuple[PartialDate, ...]:
    """The dates of a text, in its order; of an interval, both ends."""
    # Most texts have no year, and to see that takes a tenth of the time.
    return tuple(filter(None, map(_date, _DATE.finditer(text)))) if YEAR.search(text) else ()


def date_of(written: str) -> PartialDate | None:
    """A date of the guide's tables; nothing, where it is none."""
    try:
        return parse_edtf(written)
    except ValueError:
        return None


def agree(one: PartialDate, other: PartialDate) -> bool:
    """Whether two dates may mean the same day."""
    return one.earliest <= other.latest and other.earliest <= one.latest


def _date(found: re.Match[str]) -> PartialDate | None:
    month = next((number for number, name in enumerate(MONTHS, 1) if name == (found["month"] or "").title()), None)
    season = _SEASON_NUMBERS.get((found["season"] or "").lower())
    date = PartialDate(int(found["year"]), month, season, int(found["day"]) if found["day"] else None)
    # A day that no calendar has is no date.
    return date_of(date.edtf())
