"""The pages of progress, drawn of a made-up learner."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.drawing.charts.held import WIDTHS, fits, lines_of
from tests.samples import START, guide_of, sample_guide
from tui.drawing.progress_pages import NO_LESSONS, PAGES, PageOf, moved, whereabouts
from tui.memory.made_up import made_up
from tui.memory.progress import Progress, progress_of
from tui.memory.record import Record
from tui.typeset import cells, plain

NOW = START + timedelta(days=60)
MADE_UP = progress_of(sample_guide(), Record(made_up(sample_guide(), NOW)), NOW)
NOTHING = progress_of(sample_guide(), Record(), NOW)
EMPTY = progress_of(guide_of((), ()), Record(), NOW)


@pytest.mark.parametrize("progress", [MADE_UP, NOTHING, EMPTY], ids=["made up", "nothing", "no lesson"])
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
@given(WIDTHS)
def test_every_page_fits_every_width(page: PageOf, progress: Progress, width: int) -> None:
    fits(lambda cells_: page.draw(progress, 0, cells_).lines, width)


@given(WIDTHS, st.integers(0, len(MADE_UP.points) - 1))
def test_each_key_point_has_a_mark_and_the_chosen_one_looks_chosen(width: int, point: int) -> None:
    sheet = PAGES[0].draw(MADE_UP, point, width)
    assert [mark.point for mark in sheet.marks] == list(range(len(MADE_UP.points)))
    (here,) = [
        (row, cells("".join(before.text for before in line[:index])))
        for row, line in enumerate(sheet.lines)
        for index, span in enumerate(line)
        if span.role == "chosen"
    ]
    assert here == (sheet.marks[point].row, sheet.marks[point].column)
    assert all(plain(sheet.lines[mark.row])[mark.column] in "●◐○!·" for mark in sheet.marks)


def test_with_room_the_curve_stands_beside_the_lessons() -> None:
    assert not any("Chance of recall, by the day." in line for line in lines_of(PAGES[0].draw(MADE_UP, 0, 99).lines))
    assert any("Chance of recall, by the day." in line for line in lines_of(PAGES[0].draw(MADE_UP, 0, 100).lines))


def test_nothing_known_says_what_to_do() -> None:
    assert lines_of(PAGES[0].draw(NOTHING, 0, 80).lines)[0].startswith("Nothing is answered yet.")
    assert lines_of(PAGES[0].draw(EMPTY, 0, 80).lines) == [NO_LESSONS]
    assert lines_of(PAGES[3].draw(NOTHING, 0, 80).lines)[0].startswith("No day is filled in yet.")


def test_it_is_said_where_a_key_point_is_taught_and_how_well_it_is_known() -> None:
    assert whereabouts(NOTHING, 0) == "not asked, lesson 1, panel 1"
    assert whereabouts(NOTHING, 6) == "not asked, lesson 2, panel 1"
    assert whereabouts(MADE_UP, 1).endswith(" %, lesson 1, panel 2")


def test_steps_end_at_the_ends_and_keep_to_the_lessons() -> None:
    assert [moved(NOTHING, point, 0, along) for point, along in ((0, -1), (0, 1), (3, 1), (7, 1))] == [0, 1, 4, 7]
    assert [moved(NOTHING, point, down, 0) for point, down in ((3, 1), (6, 1), (7, -1), (7, 1), (1, -1))] == [
        6,
        7,
        4,
        7,
        1,
    ]
