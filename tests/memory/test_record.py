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
    another = KeyPointId("another")
    asked = [((POINT,), Grade.WRONG), ((another, POINT), Grade.PARTLY), ((another,), Grade.CORRECT)]
    first, second, other = (
        replace(attempt(number), key_points=points, grade=grade) for number, (points, grade) in enumerate(asked, 1)
    )
    record = Record([first, second, other])
    assert record.grade_on(POINT) is Grade.PARTLY
    record.add(Amendment(attempt=second.id, change=Change.TAKEN_BACK, at=START))
    assert record.grade_on(POINT) is Grade.WRONG
    assert record.grade_on(another) is Grade.CORRECT
    record.add(Amendment(attempt=first.id, change=Change.OVERRULED, at=START))
    assert record.grade_on(POINT) is Grade.CORRECT
    assert record.grade_on(KeyPointId("a third")) is None
