"""`kruzhok join`, up to where its screen begins and after it has ended."""

import pytest

from tests.cli.test_coverage import called
from tui.classroom.client import Address
from tui.cli.status import Status
from tui.in_class import InClass


def test_who_joins_another_room_goes_there_and_comes_as_somebody_new_where_its_code_is_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    others, played = ["OTHERS", "OTHERS", ""], list[tuple[str, bool]]()

    def play(address: Address, in_class: InClass, name: str) -> tuple[int, str]:
        played.append((address.code, in_class.is_anew))
        assert name == "Anna"
        return Status.FINE, others.pop(0)

    monkeypatch.setattr("tui.cli.terminal.full_screen", lambda: True)
    monkeypatch.setattr("tui.cli.join._reach", lambda _: None)
    monkeypatch.setattr("tui.cli.join._play", play)
    assert called("join", "192.0.2.1:8080/ABCDEF", "--name", "Anna") == Status.FINE
    assert played == [("ABCDEF", False), ("OTHERS", False), ("OTHERS", True)]
