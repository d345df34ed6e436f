"""How the learner wants to study a guide: kept in their record, so that it is the same on all machines once merged."""

from collections.abc import Mapping
from datetime import date

from msgspec import Struct

MINUTES = (5, 10, 20)
"""How long a review may be, where it is chosen from a list."""


class Settings(Struct, frozen=True):
    """What the learner chose; a field's name is the setting's."""

    minutes: int = 10
    """How many minutes a day they want to review: no review is longer."""
    confidence: bool = False
    """Whether they say of each answer how sure they are of it."""
    by: date | None = None
    """The day they want to be ready for."""
    theme: str = ""
    """What kruzhok looks like, as they call it; empty, where it goes by the terminal."""


def settings_in(chosen: Mapping[str, str]) -> Settings:
    """What the learner chose.

    Args:
        chosen: each setting's last choice as text; one that cannot be read, as a later version may write it, is as if
            nothing had been chosen.
    """
    minutes, by = chosen.get("minutes", ""), chosen.get("by", "")
    usual = Settings()
    return Settings(
        int(minutes) if minutes.isdecimal() and minutes.isascii() and 0 < int(minutes) <= 1440 else usual.minutes,
        chosen.get("confidence") == "yes",
        _day(by),
        chosen.get("theme", ""),
    )


def written(value: int | bool | date | str | None) -> str:
    """What was chosen for a setting, as its text.

    Args:
        value: the choice; None for what holds where nothing is chosen.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
