"""The tables that several lessons share: each fact stands once, here."""

from typing import Annotated

from msgspec import Meta, Struct, field

from tui.guide.edtf import LOOK
from tui.guide.words import Paragraph, StanceId
from tui.text import Clean

_FROM_ONE = Meta(extra_json_schema={"minimum": 1})
Sources = Annotated[
    Annotated[Paragraph, _FROM_ONE]
    | Annotated[tuple[Annotated[Paragraph, _FROM_ONE], ...], Meta(extra_json_schema={"minItems": 1})],
    Meta(examples=[4, [3, 7]]),
]
"""One ¶ or several."""


class DateEntry(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """When something happened: one entry of `dates.yaml`."""

    id: Annotated[str, Meta(examples=["ninth-conference"])]
    """What timelines and lessons call it by."""
    date: Annotated[str, Meta(examples=["1920-09", "1919/1922"], extra_json_schema=LOOK)]
    """When, in EDTF: `1920`, `1920-09`, `1919~`, `1919/1922`."""
    event: Annotated[Clean, Meta(examples=["The Ninth All-Russia Conference debates the economy"])]
    """What happened."""
    source: Sources
    """The ¶ that say so."""
    lane: Annotated[Clean, Meta(examples=["Congresses"])] = Clean("")
    """The row of the timeline, by its name; dates of one lane share it."""


class Person(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Somebody in the document: one entry of `people.yaml`."""

    id: Annotated[str, Meta(examples=["shliapnikov"])]
    """What the guide calls the person by."""
    name: Annotated[Clean, Meta(examples=["Alexander Shliapnikov"])]
    """The name as the learner sees it."""
    role: Annotated[Clean, Meta(examples=["Veteran Bolshevik, a leader of the Opposition"])]
    """Who the person was, in a few words."""
    source: Sources
    """The ¶ that name the person."""
    also: Annotated[tuple[Clean, ...], Meta(examples=[["Shlyapnikov"]])] = ()
    """Other spellings of the name."""


class Position(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What was argued over, and who held what: one entry of `positions.yaml`."""

    id: Annotated[str, Meta(examples=["who-runs-industry"])]
    """What comparisons call it by."""
    question: Annotated[Clean, Meta(examples=["Who should run the economy?"])]
    """What was argued over."""
    views: Annotated[
        dict[StanceId, Clean],
        Meta(examples=[{"opposition": "The trade unions themselves"}], extra_json_schema={"minProperties": 1}),
    ]
    """What each holder held."""
    source: Sources
    """The ¶ that say so."""


class Term(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A word the learner needs: one entry of `terms.yaml`."""

    id: Annotated[str, Meta(examples=["platform"])]
    """What the guide calls the term by."""
    term: Annotated[Clean, Meta(examples=["Platform"])]
    """The word."""
    meaning: Annotated[Clean, Meta(examples=["A faction's published programme."])]
    """What it means here."""
    source: Sources
    """The ¶ that use it."""
    also: Annotated[tuple[Clean, ...], Meta(examples=[["programme"]])] = ()
    """Other forms of the word."""


class Claim(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One step of an argument: one entry of `argument.yaml`."""

    id: Annotated[str, Meta(examples=["unions-are-not-workers"])]
    """What other claims and the lessons call it by."""
    claim: Annotated[Clean, Meta(examples=["Union control would not have been workers' control."])]
    """What is claimed."""
    holder: Annotated[StanceId, Meta(examples=["document"])]
    """Who claims it."""
    source: Sources
    """The ¶ that say so."""
    supports: Annotated[str | None, Meta(examples=["unions-are-not-workers"])] = None
    """The claim for which this is a reason."""
    objects_to: Annotated[str | None, Meta(examples=["unions-are-not-workers"])] = None
    """The claim against which this speaks."""
    hits: Annotated[StanceId | None, Meta(examples=["opposition"])] = None
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
