import socket
from contextlib import closing
from ipaddress import IPv4Address

import pytest

from tui.classroom.addresses import HERE, PORTS, CannotListen, address_of, listening, own_addresses, own_name
from tui.classroom.words import RoomCode


def test_an_address_is_in_capitals_so_that_its_picture_is_small() -> None:
    assert address_of("192.168.1.5", 8080, RoomCode("ABCDEF")) == "HTTP://192.168.1.5:8080/ABCDEF"


def test_own_addresses_are_others_ways_to_this_computer() -> None:
    assert all(not IPv4Address(each).is_loopback for each in own_addresses())


@pytest.mark.parametrize(
    ("called", "name"),
    [
        ("Teacher", "teacher.local"),
        ("Annas-MacBook.local", "annas-macbook.local"),
        ("pc7.school.example", "pc7.local"),
        ("", None),
        ("localhost", None),
    ],
)
def test_the_name_in_the_local_network_is_made_of_the_computers(
    monkeypatch: pytest.MonkeyPatch, called: str, name: str | None
) -> None:
    monkeypatch.setattr(socket, "gethostname", lambda: called)
    assert own_name() == name


def test_a_port_that_is_taken_is_told_with_another() -> None:
    with closing(listening(HERE, 0, 8)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(CannotListen, match=f"Port {port} is taken.*--port {port + 1}"):
            listening(HERE, port, 8)


def test_without_a_port_the_first_that_is_free_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    with closing(listening(HERE, 0, 8)) as taken:
        monkeypatch.setattr("tui.classroom.addresses.PORTS", (taken.getsockname()[1], 0))
        with closing(listening(HERE, None, 8)) as found:
            assert found.getsockname()[1] not in {0, taken.getsockname()[1]}
    assert PORTS == (8080, 8000, 0)


def test_an_address_of_somebody_else_is_told() -> None:
    with pytest.raises(CannotListen, match=r"^No room can be hosted at [\d.]+ \(.*\)\. Leave --bind out"):
        listening("192.0.2.1", 0, 8)


def test_without_a_network_there_is_no_address(monkeypatch: pytest.MonkeyPatch) -> None:
    def offline(*_: object, **__: object) -> None:
        raise OSError("Network is unreachable")

    monkeypatch.setattr(socket, "getaddrinfo", offline)
    monkeypatch.setattr(socket.socket, "connect", offline)
    assert own_addresses() == ()
