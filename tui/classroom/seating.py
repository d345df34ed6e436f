"""What lets a player in: the room's code, and the secret that makes a seat one's own."""

import secrets
from hashlib import sha256
from typing import NamedTuple

from tui.classroom.words import Nickname, RoomCode, Seat, Token, TokenDigest

ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ34679"
"""The signs of a code: none that looks like another, read from afar."""
LENGTH = 6
"""How many signs a code has."""
TOKEN_BYTES = 16
"""How long a secret is: 128 bits."""


class NotSeated(Exception):
    """A player is not let in; the message tells them why, in a sentence."""


class WrongCode(NotSeated):
    """The code is not this room's, or the room is over."""


class RoomFull(NotSeated):
    """Every seat is taken."""


class UnknownToken(NotSeated):
    """The room knows nothing of this secret."""


class RemovedPlayer(NotSeated):
    """The host removed the player."""


class Seated(NamedTuple):
    """A player who came in."""

    seat: Seat
    """Their place in the room."""
    token: Token
    """Their secret: nobody but them has it."""
    name: Nickname
    """What they are called."""


def new_code() -> RoomCode:
    """A code that nobody can guess."""
    return RoomCode("".join(secrets.choice(ALPHABET) for _ in range(LENGTH)))


def code_in(typed: str) -> RoomCode:
    """A code as the room has it, whatever case and blanks it was typed in."""
    return RoomCode("".join(typed.split()).upper())


def new_token() -> Token:
    """A secret for a new player."""
    return Token(secrets.token_urlsafe(TOKEN_BYTES))


def digest_of(token: str) -> TokenDigest:
    """What the room keeps of a secret."""
    return TokenDigest(sha256(token.encode(errors="replace")).hexdigest())
