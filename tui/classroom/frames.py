"""What comes in a frame: one message of the protocol, or nonsense."""

import re

import msgspec

from tui.classroom.protocol import LARGEST_FRAME, Answer, FromHost, FromPlayer


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
        message: FromPlayer = _decode(frame)
    except (ValueError, RecursionError) as error:
        raise Nonsense(str(error)) from error
    # What reads as we would write it has each key once; only the rest is looked through.
    if _encode(message) != frame.encode() and _has_key_twice(frame, message):
        raise Nonsense("a key stands twice")
    return message


def frame_of(message: FromHost) -> str:
    """A message of the host's as a frame."""
    return _encode(message).decode()


def _has_key_twice(frame: str, message: FromPlayer) -> bool:
    keys = [msgspec.json.decode(text) for text, colon in _STRINGS.findall(frame) if colon]
    # A response says its type, too; nothing else stands in a message twice.
    return len(keys) != len(set(keys)) + isinstance(message, Answer)


_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(FromPlayer).decode
_STRINGS = re.compile(r'("(?:[^"\\]|\\.)*")(\s*:)?')
