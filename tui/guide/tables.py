"""The tables that several lessons share: each fact stands once, here."""

from enum import StrEnum
from typing import Annotated

from msgspec import Meta, Struct, field

from tui.guide.words import Paragraph, StanceId
from tui.text import Clean

Sources = Paragraph | tuple[Paragraph, ...]
"""One ¶ or several."""


class Lane(StrEnum):
    """The row of the timeline on which a date stands."""

    PARTY = "party"
    OPPOSITION = "opposition"
    CONGRESSES = "congresses"


class DateEntry(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """When something happened: one entry of `dates.yaml`."""

    id: str
    """What timelines and lessons call it by."""
    date: Annotated[str, Meta(description="When, in EDTF", examples=["1920-09"])]
    """When, in EDTF: `1920`, `1920-09`, `1919~`, `1919/1922`."""
    event: Clean
    """What happened."""
    lane: Lane
    """The row of the timeline."""
    source: Sources
    """The ¶ that say so."""


class Person(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Somebody in the document: one entry of `people.yaml`."""

    id: str
    """What the guide calls the person by."""
    name: Clean
    """The name as the learner sees it."""
    role: Clean
    """Who the person was, in a few words."""
    source: Sources
    """The ¶ that name the person."""
    also: tuple[Clean, ...] = ()
    """Other spellings of the name."""


class Position(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What was argued over, and who held what: one entry of `positions.yaml`."""

    id: str
    """What comparisons call it by."""
    question: Clean
    """What was argued over."""
    views: dict[StanceId, Clean]
    """What each holder held."""
    source: Sources
    """The ¶ that say so."""


class Term(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A word the learner needs: one entry of `terms.yaml`."""

    id: str
    """What the guide calls the term by."""
    term: Clean
    """The word."""
    meaning: Clean
    """What it means here."""
    source: Sources
    """The ¶ that use it."""
    also: tuple[Clean, ...] = ()
    """Other forms of the word."""


class Claim(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One step of an argument: one entry of `argument.yaml`."""

    id: str
    """What other claims and the lessons call it by."""
    claim: Clean
    """What is claimed."""
    holder: StanceId
    """Who claims it."""
    source: Sources
    """The ¶ that say so."""
    supports: str | None = None
    """The claim for which this is a reason."""
    objects_to: str | None = None
    """The claim against which this speaks."""
    hits: StanceId | None = None
    """Whom the claim is aimed at."""


class Tables(Struct, frozen=True, kw_only=True):
    """All shared tables of a guide, each in the order of its file."""

    dates: dict[str, DateEntry] = field(default_factory=dict)
    """Dates by id."""
    people: dict[str, Person] = field(default_factory=dict)
    """People by id."""
    positions: dict[str, Position] = field(default_factory=dict)
    """Positions by id."""
    terms: dict[str, Term] = field(default_factory=dict)
    """Terms by id."""
    argument: dict[str, Claim] = field(default_factory=dict)
    """Claims by id."""
