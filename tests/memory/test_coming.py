from datetime import timedelta

from tests.memory.knowing import NOW, card, knows, point
from tui.memory.coming import comes_back
from tui.memory.mastery import Known


def test_it_is_said_when_what_was_asked_about_comes_back() -> None:
    known = knows(a=(0.3, 0), b=(5, 0), c=(6, 0), d=(60, 0), e=(90, 0))
    points = [point(name) for name in "abcde"]
    assert comes_back(points, known, NOW) == (
        "Reviews bring back the 5 key points asked about: 1 by tomorrow, 2 within a week, 2 in more than a week."
    )
    assert comes_back(points[1:3], known, NOW) == "Reviews bring back the 2 key points asked about within a week."
    assert comes_back(points[:1] * 2, known, NOW) == "A review brings back the key point asked about by tomorrow."


def test_of_what_is_not_known_nothing_is_said() -> None:
    assert comes_back([point("a"), point("b")], {point("a"): Known()}, NOW) == ""


def test_a_week_is_counted_in_the_learners_days() -> None:
    week = Known(card(7.5, 0, NOW + timedelta(hours=1)))
    assert comes_back([point("a")], {point("a"): week}, NOW).endswith("within a week.")
