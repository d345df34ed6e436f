"""What is wrong with a guide, as values with a place."""

from enum import StrEnum
from pathlib import PurePath
from typing import NamedTuple

from msgspec import Struct


class Place(NamedTuple):
    """Where something stands in the guide's files."""

    file: str
    """The file's path, as it was reached: the guide's folder as given, then the path inside it."""
    line: int
    """The line, counted from 1."""
    column: int
    """The column in characters, counted from 1."""

    @property
    def name(self) -> str:
        """The file's own name, without its folder."""
        return PurePath(self.file).name


class Severity(StrEnum):
    """How much a problem matters."""

    ERROR = "error"
    """What it concerns cannot be used."""
    WARNING = "warning"
    """It can be used, and should be looked at."""
    ADVICE = "advice"
    """It can be used, and might be better."""


class Problem(Struct, frozen=True, order=True):
    """One mistake of the author's: where, what is wrong, what to do."""

    place: Place
    """Where it is to be mended."""
    code: str
    """The kind of mistake, a short name that never changes: `unknown-field`."""
    message: str
    """What is wrong, in words for a teacher, without a full stop."""
    hint: str = ""
    """What to do, without a full stop."""
    severity: Severity = Severity.ERROR
    """Whether it keeps something from being used."""


class GuideError(Exception):
    """The guide cannot be opened at all: its folder is missing or unreadable."""
