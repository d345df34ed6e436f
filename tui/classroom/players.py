"""A player in a room."""

from msgspec import Struct

from tui.classroom.words import Nickname, RoundNumber, Seat, TokenDigest


class Player(Struct, frozen=True):
    """Who has, or had, a seat."""

    seat: Seat
    """Their place in the room."""
    name: Nickname
    """What they are called."""
    token: TokenDigest | None
    """What tells their secret; None on paper."""
    came: RoundNumber
    """The first round that they could answer."""
    present: bool = True
    """Whether they are connected."""
    removed: bool = False
    """Whether the host removed them: their seat is void, and what it answered does not count."""
    more_time: float = 0.0
    """How much more time they have in every round with a limit, as a share of it."""

    @property
    def on_paper(self) -> bool:
        """Whether they have no device, and the host types for them."""
        return self.token is None
