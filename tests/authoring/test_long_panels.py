"""A panel that is longer than what is read at one time is told of."""

from pathlib import Path

from tests.samples import guide_of, lesson
from tui.authoring.long_panels import LONGEST, long_panels
from tui.authoring.mistakes import MEANINGS
from tui.study import open_guide

ROOT = Path(__file__).parent.parent.parent


def test_a_panel_may_be_as_long_as_is_read_at_one_time_and_no_longer() -> None:
    assert not list(long_panels(guide_of((lesson("short", 2, {}, words=LONGEST),), ())))
    (advice,) = long_panels(guide_of((lesson("long", 1, {}, words=LONGEST + 1),), ()))
    assert "121 words" in advice.message


def test_the_guide_that_ships_has_none() -> None:
    assert not list(long_panels(open_guide(ROOT)))


def test_what_explains_it_names_the_number_that_is_held_to() -> None:
    assert f"{LONGEST} words" in MEANINGS["long-panel"]
