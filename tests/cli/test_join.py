"""`kruzhok join`, up to where its screen begins."""

import pytest

from tests.cli.test_coverage import called
from tests.cli.test_report import Captured
from tui.classroom.client import Address
from tui.cli.status import Status


@pytest.fixture
def reached(monkeypatch: pytest.MonkeyPatch) -> list[Address]:
    """The rooms that would be joined."""
    found: list[Address] = []

    def play(address: Address, *_: object) -> Status:
        found.append(address)
        return Status.FINE

    monkeypatch.setattr("tui.cli.terminal.full_screen", lambda: True)
    monkeypatch.setattr("tui.cli.join._reach", lambda _: None)
    monkeypatch.setattr("tui.cli.join._play", play)
    return found


@pytest.mark.parametrize(
    "arguments",
    [["192.168.1.5:8080/abcdef"], ["192.168.1.5", "--code", "ABC def"], ["192.168.1.5/XXXXXX", "--code", "abcdef"]],
)
def test_a_room_is_joined_by_its_address_and_its_code(reached: list[Address], arguments: list[str]) -> None:
    assert called("join", *arguments) == Status.FINE
    assert reached == [Address("192.168.1.5", 8080, "ABCDEF")]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["192.168.1.5"], "Type the room's code behind the address"),
        (["192.168.1.5/ABC"], "192.168.1.5/ABC is no address of a room"),
        (["192.168.1.5", "--code", "../../"], "192.168.1.5:8080/../../ is no address of a room"),
    ],
)
def test_what_is_no_room_is_told(reached: list[Address], capsys: Captured, arguments: list[str], said: str) -> None:
    assert called("join", *arguments) == Status.WRONG_CALL
    assert said in capsys.readouterr().err
    assert reached == []
