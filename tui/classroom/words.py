"""The words of the room: seats, names and codes."""

from typing import NewType
from uuid import UUID

from tui.text import Clean

RoomId = NewType("RoomId", UUID)
"""Unique across machines."""
RoomCode = NewType("RoomCode", str)
"""What players type to find the room: six letters and digits, none of which looks like another."""
Seat = NewType("Seat", str)
"""A player's place in the room, known to all: nothing can be done with it alone."""
Token = NewType("Token", str)
"""The secret that makes a seat one's own: 128 bits, in the player's hands only."""
TokenDigest = NewType("TokenDigest", str)
"""What the host keeps of a token: it tells the right one from others, and cannot be turned back into it."""
Nickname = NewType("Nickname", Clean)
"""What a player is called in the room, unlike any other there."""
AnswerId = NewType("AnswerId", str)
"""Given by the player's device, so that an answer sent twice is one answer."""
RoundNumber = NewType("RoundNumber", int)
"""Which of the room's questions, in the order in which they were opened, from 1 on."""
