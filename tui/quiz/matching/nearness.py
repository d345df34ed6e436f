"""How near a date comes to the key, as a credit and in words."""

from msgspec import Struct
from msgspec.structs import replace

from tui.guide.edtf import MONTHS, PartialDate, Precision
from tui.text import capitalised

_STEP = 0.5
_FARTHEST = 3
_UNITS = {Precision.YEAR: "year", Precision.SEASON: "season", Precision.MONTH: "month", Precision.DAY: "day"}
_COUNTS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


class Nearness(Struct, frozen=True):
    """How near a date comes to the key."""

    credit: float
    """0 to 1."""
    says: str
    """What is right and what is not, in a sentence; empty where there is nothing to say."""


def nearness(given: PartialDate, key: PartialDate) -> Nearness:
    """How near a date comes to the key.

    The two are compared at the coarser of their precisions, n units (years, seasons, months or days) apart:

        credit = 1/2 ** n, and 0 beyond n = 3;
        halved once for each step that the answer is coarser than the key (day, month or season, year).

    So the right date earns 1, a neighbouring one 1/2, the right year for a month 1/2, for a day 1/4; a finer answer
    that lies within the key earns 1. The right month, season or day of a neighbouring year is one unit off, not twelve:
    it is the year alone that was mistaken. An approximate key (`1919~`) lets n be one less, at its own precision. The
    rule is ours: it halves as a grade for a near miss usually does, and falls with the distance.

    Of two intervals, starts and ends are compared, and the credit is the mean. Of one date against an interval, the
    missing end costs half: what lies within it, or n units before or after it, earns half of 1/2 ** n; an interval
    given for a single date, half again for each unit by which it is longer than one. Whether a date is unsure (`?`)
    never counts.

    Args:
        given: the learner's date.
        key: the right one.
    """
    if key.end is not None and given.end is not None:
        return _interval(given, key)
    if key.end is not None:
        return _within(given, key)
    if given.end is not None:
        return _too_wide(given, key)
    return max((_single(reading, key) for reading in _readings(given, key)), key=lambda near: near.credit)


def _readings(given: PartialDate, key: PartialDate) -> list[PartialDate]:
    """What a date may mean: winter 1921, where no winter is wanted, is also the one that ended early in 1921."""
    if given.season == 24 and not key.season and given.year > 1:
        return [given, replace(given, year=given.year - 1)]
    return [given]


def _place(when: PartialDate, precision: Precision) -> int:
    """The place of a date on a line of years, seasons, months or days."""
    if precision is Precision.YEAR:
        return when.year
    if precision is Precision.DAY:
        return when.earliest.toordinal()
    if precision is Precision.SEASON:
        return 4 * when.year + when.season - 21 if when.season else (12 * when.year + (when.month or 1) - 3) // 3
    return 12 * when.year + (when.month or 1) - 1


def _levels(precision: Precision) -> int:
    return {Precision.YEAR: 0, Precision.SEASON: 1, Precision.MONTH: 1, Precision.DAY: 2}[precision]


def _steps(given: PartialDate, key: PartialDate) -> int:
    """How many steps a date is coarser than the key; a season is coarser than a month, by one step."""
    if given.precision >= key.precision:
        return 0
    return max(1, _levels(key.precision) - _levels(given.precision))


def _decayed(units: int) -> float:
    return float(_STEP**units) if units <= _FARTHEST else 0.0


def _single(given: PartialDate, key: PartialDate) -> Nearness:
    common = min(given.precision, key.precision)
    apart = _place(given, common) - _place(key, common)
    slack = 1 if key.approximate and common == key.precision else 0
    steps = _steps(given, key)
    units = max(0, abs(apart) - slack)
    if _is_neighbouring_year(given, key, common, apart):
        units = 1
    credit = _decayed(units) * _STEP**steps
    if apart:
        amount = _amount(apart, common)
        if common is Precision.DAY and (given.month, given.day) == (key.month, key.day):
            amount = _amount(given.year - key.year, Precision.YEAR)
        right = _right_parts(given, key, but="year" if "year" in amount else "")
        says = f"Right {right}, {amount}" if right else capitalised(amount)
        return Nearness(credit, says + (": near enough, as the date is approximate." if credit == 1 else "."))
    if steps:
        return Nearness(credit, f"Right {_UNITS[given.precision]}, but {_missing(given, key)} is wanted too.")
    return Nearness(credit, f"It lies in {key.shown()}." if given.precision > key.precision else "")


def _is_neighbouring_year(given: PartialDate, key: PartialDate, common: Precision, apart: int) -> bool:
    """Whether two dates are the same day, month or season of two years that follow each other."""
    if common is Precision.DAY:
        return (given.month, given.day) == (key.month, key.day) and abs(given.year - key.year) == 1
    return abs(apart) == {Precision.MONTH: 12, Precision.SEASON: 4}.get(common)


def _missing(given: PartialDate, key: PartialDate) -> str:
    if given.precision is Precision.YEAR and key.precision is Precision.DAY:
        return "the day"
    return f"the {_UNITS[key.precision]}"


def _right_parts(given: PartialDate, key: PartialDate, but: str) -> str:
    """The parts that two dates share but for one, in words: "month and year"; nothing where they share none."""
    names = ("day", "month", "season", "year")
    said = [name for name in names if getattr(key, name) is not None and name != but]
    shared = [name for name in said if getattr(key, name) == getattr(given, name)]
    return " and ".join(filter(None, [", ".join(shared[:-1]), *shared[-1:]]))


def _amount(apart: int, unit: Precision) -> str:
    """A distance in words: "one year late", "14 months early"; long ones in the next larger unit as well."""
    size, name = abs(apart), _UNITS[unit]
    side = "late" if apart > 0 else "early"
    for smaller, factor, larger in ((Precision.MONTH, 12, "year"), (Precision.SEASON, 4, "year")):
        if unit is smaller and size >= factor:
            rest = f" and {_counted(size % factor, name)}" if size % factor else ""
            return f"{_counted(size // factor, larger)}{rest} {side}"
    if unit is Precision.DAY and size > 60:
        months = round(size / 30.44)
        return f"about {_counted(months, 'month') if months < 24 else _counted(round(months / 12), 'year')} {side}"
    return f"{_counted(size, name)} {side}"


def _counted(size: int, unit: str) -> str:
    number = _COUNTS[size] if size < len(_COUNTS) else str(size)
    return f"{number} {unit}" + ("" if size == 1 else "s")


def _interval(given: PartialDate, key: PartialDate) -> Nearness:
    assert given.end is not None
    assert key.end is not None
    start, end = nearness(given.start, key.start), nearness(given.end, key.end)
    parts = [f"{name}: {_small(near.says)}" for name, near in (("Start", start), ("End", end)) if near.says]
    return Nearness((start.credit + end.credit) / 2, " ".join(parts))


def _small(sentence: str) -> str:
    """A sentence in the middle of another; names of months keep their capital."""
    return sentence if sentence.startswith(MONTHS) else sentence[0].lower() + sentence[1:]


def _within(given: PartialDate, key: PartialDate) -> Nearness:
    """One date for an interval."""
    assert key.end is not None
    if key.earliest <= given.latest and given.earliest <= key.latest:
        return Nearness(_STEP, f"It lasted longer: {key.shown()}.")
    near = nearness(given, key.end if given.earliest > key.latest else key.start)
    return Nearness(near.credit * _STEP, f"{near.says} It lasted longer than that, too.".strip())


def _too_wide(given: PartialDate, key: PartialDate) -> Nearness:
    """An interval for one date."""
    assert given.end is not None
    if key.earliest <= given.earliest and given.latest <= key.latest:
        return Nearness(1.0, f"It lies in {key.shown()}.")
    common = min(given.precision, key.precision)
    length = _place(given.end, min(common, given.end.precision)) - _place(
        given.start, min(common, given.start.precision)
    )
    if given.earliest <= key.latest and key.earliest <= given.latest:
        credit = _decayed(max(1, length)) * _STEP ** _steps(given, key)
        return Nearness(credit, "It lies in there, but one date is wanted.")
    near = nearness(given.end if given.latest < key.earliest else given.start, key)
    return Nearness(near.credit * _STEP, f"{near.says} One date is wanted.".strip())
