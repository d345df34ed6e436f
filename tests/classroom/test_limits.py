from heapq import heapify, heappop, heappush
from itertools import count

from hypothesis import given
from hypothesis import strategies as st

from tui.classroom.client import pause_after
from tui.classroom.limits import FORGOTTEN_AFTER, Addresses, Bucket, Limits, Rate


def test_a_burst_is_let_through_and_then_so_many_a_second() -> None:
    bucket = Bucket(Rate(3, 0.5), 0.0)
    assert [bucket.take(0.0) for _ in range(4)] == [0, 0, 0, 2]
    assert bucket.take(2.0) == 0
    assert bucket.wait(2.0) == 2
    assert bucket.take(3.0) == 1


@given(
    st.integers(1, 50),
    st.floats(0.1, 50),
    st.lists(st.floats(0, 10), max_size=200),
)
def test_no_more_comes_through_than_the_burst_and_the_rate_allow(
    burst: int, per_second: float, pauses: list[float]
) -> None:
    bucket, at, through = Bucket(Rate(burst, per_second), 0.0), 0.0, 0
    for pause in pauses:
        at += pause
        through += bucket.take(at) == 0
    assert through <= burst + per_second * at + 1e-6


def test_a_class_that_looks_for_its_room_where_another_answers_leaves_way_for_those_who_come_in() -> None:
    handshakes, jitter = Bucket(Limits().handshakes, 0.0), (each * 0.618 % 1 for each in count())
    tries = [(next(jitter), True) for _ in range(40)] + [(60.0 + number / 2, False) for number in range(40)]
    heapify(tries)
    while tries[0][0] < 600:
        at, comes_again = heappop(tries)
        assert handshakes.take(at) == 0
        if comes_again:
            heappush(tries, (at + pause_after(1, next(jitter), elsewhere=True), True))


def test_a_clock_that_stands_still_or_goes_back_gives_nothing() -> None:
    bucket = Bucket(Rate(1, 1.0), 10.0)
    assert bucket.take(10.0) == 0
    assert bucket.take(5.0) == 1
    assert bucket.take(10.0) == 1


def test_an_address_is_forgotten_once_nothing_came_for_long() -> None:
    now = [0.0]
    known = Addresses(Limits(wrong_codes=Rate(1, 0.0001)), lambda: now[0])
    known.of("one").wrong_codes.take(0.0)
    known.of("two").sockets = 1
    now[0] = FORGOTTEN_AFTER - 1
    assert known.of("one").wrong_codes.take(now[0]) > 0
    now[0] += FORGOTTEN_AFTER + 1
    known.of("three")
    assert known.of("one").wrong_codes.take(now[0]) == 0
    assert known.of("two").sockets == 1
