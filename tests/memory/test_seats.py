"""The secret of a seat in a room, in the data folder."""

import stat
from pathlib import Path

import pytest

from tui.memory.forgetting import forget
from tui.memory.seats import forget_token, keep_token, token_of


def test_a_token_is_kept_for_its_room_alone(tmp_path: Path) -> None:
    keep_token(tmp_path, "ABCDEF", "secret")
    assert token_of(tmp_path, "ABCDEF") == "secret"
    assert token_of(tmp_path, "ABCDEG") is None
    forget_token(tmp_path, "ABCDEF")
    forget_token(tmp_path, "ABCDEF")
    assert token_of(tmp_path, "ABCDEF") is None


def test_nobody_else_reads_it(tmp_path: Path) -> None:
    keep_token(tmp_path, "ABCDEF", "secret")
    (file,) = tmp_path.iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_who_is_forgotten_has_no_seat(tmp_path: Path) -> None:
    keep_token(tmp_path, "ABCDEF", "secret")
    forget(tmp_path)
    assert not tmp_path.exists()


@pytest.mark.parametrize("damage", [b"", b"\n", b"\xff\xfe"])
def test_what_cannot_be_read_is_no_seat(tmp_path: Path, damage: bytes) -> None:
    keep_token(tmp_path, "ABCDEF", "secret")
    next(tmp_path.iterdir()).write_bytes(damage)
    assert token_of(tmp_path, "ABCDEF") is None


def test_a_folder_that_is_not_there_is_no_trouble(tmp_path: Path) -> None:
    keep_token(tmp_path / "gone", "ABCDEF", "secret")
    assert token_of(tmp_path / "gone", "ABCDEF") is None
