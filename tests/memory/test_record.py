"""What counts on a key point, as attempts come and are amended."""

from msgspec.structs import replace

from tests.memory.writing import attempt
from tests.samples import START
from tui.guide.words import KeyPointId
from tui.memory.attempt import Amendment, Change
from tui.memory.record import Record
from tui.quiz.verdict import Grade

POINT = KeyPointId("point")


def test_the_latest_on_a_key_point_is_the_last_that_was_not_taken_back() -> None:
    first, second, other = (
        replace(attempt(number), key_points=points)
        for number, points in enumerate([(POINT,), (KeyPointId("another"), POINT), (KeyPointId("another"),)], 1)
    )
    record = Record([first, second, other])
    assert record.latest_on(POINT) == second
    record.add(Amendment(attempt=second.id, change=Change.TAKEN_BACK, at=START))
    assert record.latest_on(POINT) == first
    assert record.latest_on(KeyPointId("another")) == other
    record.add(Amendment(attempt=first.id, change=Change.OVERRULED, at=START))
    latest = record.latest_on(POINT)
    assert latest
    assert latest.grade is Grade.CORRECT
    assert record.latest_on(KeyPointId("a third")) is None
