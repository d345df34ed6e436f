"""A panel that is longer than what is read at one time is told of."""

from tests.samples import guide_of, lesson
from tui.authoring.long_panels import LONGEST, long_panels


def test_a_panel_may_be_as_long_as_is_read_at_one_time_and_no_longer() -> None:
    assert not list(long_panels(guide_of((lesson("short", 2, {}, words=LONGEST),), ())))
    (advice,) = long_panels(guide_of((lesson("long", 1, {}, words=LONGEST + 1),), ()))
    assert "121 words" in advice.message
