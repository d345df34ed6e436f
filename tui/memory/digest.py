"""What a learner's record of one guide comes to: as large as what was learnt, however often it was asked.

It is folded from the entries (`tui.memory.folding`), can be written down, and could be thrown away at any time. Unlike
the rest of the core it changes in place: a million entries are folded into it in seconds.
"""

from datetime import datetime

import msgspec
from msgspec import Struct, field

from tui.guide.words import KeyPointId, LessonId, PanelId, QuestionId
from tui.memory.attempt import Change, Entry, Occasion
from tui.memory.order import Order
from tui.memory.pace import Pace
from tui.memory.rating import Rating
from tui.memory.schedule import Card
from tui.quiz.ask import Response
from tui.quiz.confidence import Confidence
from tui.quiz.events import Mode
from tui.quiz.verdict import Grade

FORM = 9
"""Which form it has. Whatever changes what entries come to, here or in what it is folded by, raises this."""


class Reviewed(Struct, array_like=True, frozen=True, gc=False):
    """What one attempt said of the memory of a key point."""

    at: datetime
    """When."""
    rating: Rating
    """How well it was remembered."""
    stability: float
    """The stability since."""


class OnPoint(Struct, array_like=True):
    """What the entries come to for one key point."""

    card: Card | None = None
    """Its forgetting curve; None as long as nothing was said of it."""
    grade: Grade | None = None
    """How the last attempt on it went; None if there was none."""
    question: QuestionId | None = None
    """The question by which it was asked last."""
    first: datetime | None = None
    """When it was first asked."""
    attempts: int = 0
    """How often it was asked."""
    surely_wrong: bool = False
    """Whether the learner was sure of the last answer, and it was wrong."""
    reviews: list[Reviewed] = field(default_factory=list)
    """The last of what attempts said of it."""

    @property
    def missed(self) -> bool:
        """Whether the last of it was that it was not recalled."""
        return bool(self.reviews) and self.reviews[-1].rating is Rating.AGAIN


class OnQuestion(Struct, array_like=True):
    """What the entries come to for one question."""

    at: datetime
    """When it was last asked."""
    fingerprint: str
    """How it read then."""
    grade: Grade | None = None
    """How that went, unless it was passed over; None if the learner has started afresh since, or always did so."""
    key: Response | None = None
    """The right answer then, where it was kept."""
    asked: int = 0
    """How often it was asked."""
    right: int = 0
    """How often it was fully right, since the last fresh start."""
    mistakes: dict[str, int] = field(default_factory=dict)
    """What was wrongly picked, paired or typed since then, and how often."""


class Counted(Struct, array_like=True, gc=False):
    """Some answers, counted."""

    answers: int = 0
    """How many."""
    seconds: int = 0
    """How long they took; whoever was elsewhere meanwhile counts for no longer than `tui.memory.pace` says."""
    right: int = 0
    """How many were fully right."""


class OneSitting(Struct, array_like=True):
    """A sitting in brief."""

    mode: Mode
    """Practice or exam."""
    began: datetime
    """When its first answer was begun."""
    ended: datetime
    """When its last answer was given."""
    asked: int = 0
    """How many questions were answered, each once."""
    credit: float = 0.0
    """What was earned of that."""
    occasion: Occasion = Occasion.QUIZ
    """A quiz, a review, or a class."""

    @property
    def name(self) -> str:
        """What such a sitting is called."""
        return "exam" if self.mode is Mode.EXAM else self.occasion.value


class FreshStart(Struct, array_like=True, frozen=True):
    """A fresh start that was not taken back."""

    lesson: LessonId | None
    """Which lesson; None for everything."""
    at: datetime
    """When."""


class Digest(Struct, array_like=True):
    """What the entries come to. What is named by an id has it in hexadecimal."""

    points: dict[KeyPointId, OnPoint] = field(default_factory=dict)
    """Each key point that was asked about or proved."""
    questions: dict[QuestionId, OnQuestion] = field(default_factory=dict)
    """Each question that was asked, the one asked last at the end."""
    panels: dict[PanelId, datetime] = field(default_factory=dict)
    """Each panel that was read, in the order of the first reading, and when that was."""
    quarters: dict[int, Counted] = field(default_factory=dict)
    """When the learner was last active, by quarters of an hour: `tui.memory.activity`."""
    past_quarters: list[bytes] = field(default_factory=list)
    """The same of the time before, packed."""
    pace: Pace = Pace()
    """How long the learner takes over a question."""
    by_confidence: dict[Confidence, Counted] = field(default_factory=dict)
    """All answers of which the learner said how sure they were."""
    sittings: dict[str, OneSitting] = field(default_factory=dict)
    """The last sittings, the latest at the end."""
    fresh_starts: dict[str, FreshStart] = field(default_factory=dict)
    """The last fresh starts, the latest at the end."""
    early: dict[str, Change] = field(default_factory=dict)
    """What was done to attempts and fresh starts that have not arrived, or are lost."""
    latest: Order | None = None
    """The order of the last entry that is in it, other than those that amend others."""
    settings: dict[str, str] = field(default_factory=dict)
    """What the learner chose last for each setting."""


class Kept(Struct, array_like=True):
    """What is written down: the digest of most entries, and the last ones, which may still be amended."""

    digest: bytes
    """What most entries come to, written down."""
    whole: bytes
    """What all of them come to, written down: where nothing else has come, no more is needed."""
    latest: Order | None
    """Of the first digest: the order of the last entry in it."""
    early: dict[str, Change]
    """Of the first digest: what was done to what has not arrived."""
    entries: list[Entry]
    """The last entries, in their order."""
    changes: dict[str, Change]
    """What was done to them."""
    last: datetime | None = None
    """When the entry that came last happened."""


_encoder = msgspec.msgpack.Encoder()
_digest_decoder = msgspec.msgpack.Decoder(Digest)
_kept_decoder = msgspec.msgpack.Decoder(Kept)


def written(what: Digest | Kept) -> bytes:
    """The digest, with or without the last entries, to be written down."""
    return _encoder.encode(what)


def read(body: bytes) -> Digest:
    """The digest that was written down.

    Raises:
        msgspec.MsgspecError: it is none, or one of another form.
    """
    return _digest_decoder.decode(body)


def read_kept(body: bytes) -> Kept:
    """The digest and the last entries that were written down.

    Raises:
        msgspec.MsgspecError: it is neither, or of another form.
    """
    return _kept_decoder.decode(body)
