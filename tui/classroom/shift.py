"""What a second vote changed, after a discussion."""

from msgspec import Struct

from tui.classroom.room import Room
from tui.classroom.rounds import Round
from tui.classroom.statistics import normalised_gain


class Shift(Struct, frozen=True, kw_only=True):
    """What the second vote changed, counted over those who gave an answer in both votes."""

    stayed_right: int
    """Right twice."""
    gained: int
    """First wrong, then right."""
    lost: int
    """First right, then wrong."""
    stayed_wrong: int
    """Wrong twice."""
    gain: float | None
    """The share of what could be gained; None where all were right before."""

    @property
    def pupils(self) -> int:
        """How many voted twice."""
        return self.stayed_right + self.gained + self.lost + self.stayed_wrong


def shift_of(room: Room, asked: Round) -> Shift:
    """What the second vote of a round changed.

    Args:
        room: the room; of removed players nothing counts.
        asked: a round with two votes.
    """
    before, after = asked.votes
    twice = [player.seat for player in room.playing if player.seat in before and player.seat in after]
    pairs = [tuple(asked.verdict_of(vote[seat].response).credit >= 1 for vote in asked.votes) for seat in twice]
    stayed_right, gained, lost = (pairs.count(pair) for pair in ((True, True), (False, True), (True, False)))
    of = len(pairs)
    return Shift(
        stayed_right=stayed_right,
        gained=gained,
        lost=lost,
        stayed_wrong=pairs.count((False, False)),
        gain=normalised_gain((stayed_right + lost) / of, (stayed_right + gained) / of) if of else None,
    )
