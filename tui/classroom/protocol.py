"""What players and host say to each other, message by message, as JSON in text frames of a WebSocket.

A player can only say hello, answer, change their name and say goodbye: the powers of a host have no message. What a
host says before the reveal has no field that could hold a key.
"""

from enum import StrEnum
from typing import Annotated

from msgspec import Meta, Struct

from tui.classroom.words import AnswerId, Nickname, RoundNumber, Seat, Token
from tui.guide.words import GuideId, PanelId
from tui.quiz.ask import Ask, Response
from tui.quiz.verdict import Grade
from tui.text import Clean

VERSION = 2
"""The version of the protocol."""
LARGEST_FRAME = 4096
"""How many bytes a player's message has at most."""

Short = Annotated[str, Meta(max_length=64)]
"""A text that a player's device sends."""
Secret = Annotated[str, Meta(min_length=22, max_length=64)]
"""A secret that a player's device makes by chance: 128 bits have at least so many signs."""


class _Said(Struct, frozen=True, kw_only=True, tag=str.lower, forbid_unknown_fields=True):
    pass


class Hello(_Said, frozen=True, kw_only=True):
    """A player's first message: a new player brings the code, a name and a secret, one who comes back their token."""

    version: int
    """The version of the protocol that their device speaks."""
    code: Short
    """The room's code."""
    token: Short | None = None
    """Their secret, if they were told that it is theirs."""
    name: Short | None = None
    """What they would be called."""
    secret: Secret | None = None
    """What is to be a new player's token: said once more, as the line broke before the welcome, it is the same seat."""


class Answer(_Said, frozen=True, kw_only=True):
    """An answer to the open question, or a change of it."""

    id: Short
    """The answer's number, given by the device: sent twice, it is one answer."""
    round: int
    """To which round."""
    vote: int
    """In which vote of it."""
    response: Response
    """What they did."""


class Rename(_Said, frozen=True, kw_only=True):
    """A player would be called otherwise."""

    name: Short
    """What they would be called."""


class Goodbye(_Said, frozen=True, kw_only=True):
    """A player leaves; the seat stays theirs."""


FromPlayer = Hello | Answer | Rename | Goodbye
"""All that a player can say."""


class Welcome(_Said, frozen=True, kw_only=True):
    """The player has a seat. What the room does now follows at once, as a message of its own."""

    seat: Seat
    """Their place, known to all."""
    token: Token
    """Their secret, for coming back."""
    name: Nickname
    """What they are called."""
    guide: GuideId
    """The guide it is about."""
    title: Clean
    """The guide's title."""
    language: str
    """Its language, as a BCP 47 tag."""
    points: float
    """What they have so far."""


class Waiting(_Said, frozen=True, kw_only=True):
    """No question is open: the class gathers, or the host is about to go on."""

    players: int
    """How many have a seat."""
    asked: int
    """How many rounds there have been: none, while the class gathers."""


class Asked(_Said, frozen=True, kw_only=True):
    """A question is open."""

    round: RoundNumber
    """Which round."""
    vote: int
    """Which vote of it: 1, or 2 after a discussion."""
    of: int
    """How many questions the room has in all."""
    ask: Ask
    """What is asked, without a trace of its key."""
    seconds: float | None
    """How long this player still has; None without a limit."""
    yours: Response | None
    """What of theirs the host has already saved in this vote."""


class Saved(_Said, frozen=True, kw_only=True):
    """An answer is on the host's disk."""

    id: AnswerId
    """Which."""


class AskedAgain(_Said, frozen=True, kw_only=True):
    """An answer cannot be graded as it stands; the one before it, if any, still stands."""

    id: AnswerId
    """Which."""
    reason: Clean
    """Why, and what to type instead."""


class NotTaken(_Said, frozen=True, kw_only=True):
    """An answer came too late, or does not fit what is asked."""

    id: AnswerId
    """Which."""
    reason: Clean
    """Why."""


class Shut(_Said, frozen=True, kw_only=True):
    """The question is closed; the key is not yet shown."""

    round: RoundNumber
    """Which round."""
    vote: int
    """Which vote of it."""
    yours: Response | None
    """The answer of theirs that stands."""


class Taught(Struct, frozen=True, kw_only=True):
    """A panel that teaches questions, as text."""

    id: PanelId
    """By which outcomes name it."""
    lesson: Clean
    """The lesson's title."""
    panel: Clean
    """The panel's title."""
    paragraphs: tuple[Clean, ...]
    """What it says."""


class Outcome(Struct, frozen=True, kw_only=True):
    """How one player fared in one round."""

    round: RoundNumber
    """Which round."""
    question: Clean
    """What was asked."""
    grade: Grade | None
    """The verdict in a word; None where they gave no answer, or could not."""
    credit: float
    """0 to 1."""
    points: float
    """What it earned."""
    headline: Clean
    """The verdict in a few words."""
    yours: tuple[Clean, ...]
    """Their answer in words, a line each."""
    parts: tuple[Grade, ...]
    """A grade for each of these lines, where they were graded each."""
    key: tuple[Clean, ...]
    """The right answer in words, a line each."""
    why: tuple[Clean, ...]
    """What is to be said of their answer: why what they chose is wrong."""
    explanation: Clean
    """Why the key is right."""
    taught: PanelId | None
    """The panel that teaches it, which stands in the same message; None where the guide has it no more."""
    accepted: bool = False
    """Whether the host accepted their answer: by the key it is not right."""


class Shown(_Said, frozen=True, kw_only=True):
    """The key was shown, or the round was graded anew: how the player fared."""

    outcome: Outcome
    """In this round."""
    panels: tuple[Taught, ...]
    """The panel that teaches it, if there is one."""
    total: float
    """What they have in all now."""
    lines: str
    """What it puts on the record, as lines of a file that `kruzhok data merge` takes; empty where it is nothing."""


class Stopped(_Said, frozen=True, kw_only=True):
    """Time stands still; a message says when it runs on: what was open is asked again."""


class Called(_Said, frozen=True, kw_only=True):
    """What the player is called from now on."""

    name: Nickname
    """Their name."""


class Over(_Said, frozen=True, kw_only=True):
    """The room is over: how it went for this player, and what to take home."""

    outcomes: tuple[Outcome, ...]
    """All rounds that count and that they could answer, in order."""
    panels: tuple[Taught, ...]
    """The panels that teach them, each once."""
    total: float
    """What they have in all."""
    most: float
    """What they could have, points for speed among it."""
    file: str
    """Their attempts, as a file that `kruzhok data merge` takes; empty where there are none."""
    file_name: str
    """What that file may be called."""


class Refusal(StrEnum):
    """Why a player is not let in, or is shown out."""

    CODE = "code"
    """No room has this code."""
    STRANGER = "stranger"
    """The room knows nothing of this token: the seat was in another room."""
    FULL = "full"
    """Every seat is taken."""
    NAME = "name"
    """The name cannot be had."""
    REMOVED = "removed"
    """The host removed the player."""
    REPLACED = "replaced"
    """The seat was taken up on another device."""
    OFTEN = "often"
    """Too much came from there in too short a time, or the room cannot keep a seat just now: it is tried again."""
    NONSENSE = "nonsense"
    """The message is none of the protocol's."""
    VERSION = "version"
    """The device speaks another version of the protocol."""


class Refused(_Said, frozen=True, kw_only=True):
    """The player is not let in, or is shown out; the connection ends with it, unless it is about a name."""

    refusal: Refusal
    """Why."""
    reason: Clean
    """Why, and what to do, in a sentence."""
    wait: float = 0
    """After how many seconds trying again may help; 0 if it won't."""


FromHost = Welcome | Waiting | Asked | Saved | AskedAgain | NotTaken | Shut | Shown | Stopped | Called | Over | Refused
"""All that a host says."""
