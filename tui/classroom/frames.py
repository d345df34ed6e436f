"""What comes in a frame: one message of the protocol, or nonsense."""

import json
from typing import Any, NoReturn

import msgspec

from tui.classroom.protocol import LARGEST_FRAME, FromHost, FromPlayer


class Nonsense(Exception):
    """A frame holds no message of the protocol."""


def message_in(frame: str) -> FromPlayer:
    """The message in a frame that a player's device sent.

    Args:
        frame: its text.

    Raises:
        Nonsense: it is no JSON, has a key twice or a number that is none, is too long, or is none of the protocol's.
    """
    if len(frame) > LARGEST_FRAME:
        raise Nonsense("it is too long")
    try:
        read = json.loads(frame, object_pairs_hook=_each_once, parse_constant=_no_number)
        return msgspec.convert(read, FromPlayer)  # type: ignore[no-any-return]
    except (ValueError, RecursionError) as error:
        raise Nonsense(str(error)) from error


def frame_of(message: FromHost) -> str:
    """A message of the host's as a frame."""
    return _encoder.encode(message).decode()


_encoder = msgspec.json.Encoder()


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    read = dict(pairs)
    if len(read) != len(pairs):
        raise ValueError("a key stands twice")
    return read


def _no_number(text: str) -> NoReturn:
    raise ValueError(f"{text} is no number")
