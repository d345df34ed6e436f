from hypothesis import given
from hypothesis import strategies as st

from tests.drawing.charts.held import COUNTS, NAMES, SHARES, WIDTHS, fits, lines_of
from tui.drawing.charts.mastery import (
    EMPTY,
    KindMastery,
    LessonMastery,
    kind_lines,
    legend,
    mark_of,
    mastery_lines,
    mastery_places,
    mastery_sentence,
    mastery_told,
)
from tui.typeset import cells, plain

LESSONS = (
    LessonMastery(1, "A quarrel", 0.83, (0.95, 0.85, 0.6, 0.97, None), frozenset([3])),
    LessonMastery(12, "Whose unions?", None, (None, None, None)),
)
ANY_LESSONS = st.lists(
    st.builds(
        LessonMastery,
        st.integers(1, 999),
        NAMES,
        st.none() | SHARES,
        st.lists(st.none() | SHARES, max_size=90).map(tuple),
        st.frozensets(st.integers(0, 89)),
    ),
    max_size=6,
)
KINDS = st.lists(st.builds(KindMastery, NAMES, st.none() | SHARES, COUNTS, COUNTS), max_size=7)


def test_a_lesson_is_one_row_with_a_mark_a_key_point() -> None:
    assert lines_of(mastery_lines(LESSONS, 62)) == [
        " 1  A quarrel       ●◐○!·                                 83 %",
        "12  Whose unions?   ···                                      –",
    ]
    assert lines_of(legend(70)) == ["Known   ● from 90 %   ◐ 70 %   ○ below   ! missed   · not asked"]


def test_where_there_is_little_room_the_marks_stand_below_the_title() -> None:
    lesson = LessonMastery(1, "What the Opposition wanted of the party", 0.5, (0.95,) * 40)
    assert lines_of(mastery_lines([lesson], 40))[:3] == [
        "1  What the Opposition wanted o…    50 %",
        "   " + 29 * "●",
        "   " + 11 * "●",
    ]


def test_each_class_has_a_sign_of_its_own() -> None:
    signs = [mark_of(chance).text for chance in (1, 0.9, 0.89, 0.7, 0.69, 0, None)]
    assert signs == ["●", "●", "◐", "◐", "○", "○", "·"]
    assert [mark_of(chance, missed=True).text for chance in (1, 0, None)] == ["!", "!", "·"]


def test_nothing_known_says_what_to_do() -> None:
    assert lines_of(mastery_lines([], 100)) == lines_of(kind_lines([], 100)) == [EMPTY]
    assert mastery_sentence([LESSONS[1]]) == EMPTY
    assert mastery_told([]) == [EMPTY]


def test_the_sentences_say_it_in_words() -> None:
    known = LessonMastery(2, "Lenin's answer", 0.9, (0.9,))
    assert mastery_sentence([LESSONS[0], known]) == ("Of 6 key points, 5 were asked and 2 hold well.")
    assert mastery_told([*LESSONS, known]) == [
        "Lesson 1, A quarrel: 83 %, 4 of 5 key points asked, 1 missed when last asked.",
        "Lesson 12, Whose unions?: not asked yet.",
        "Lesson 2, Lenin's answer: 90 %, 1 of 1 key point asked.",
    ]


def test_a_kind_has_a_bar_its_share_and_how_much_of_it_was_asked() -> None:
    kinds = [KindMastery("dates", 0.5, 3, 8), KindMastery("terms", None, 0, 4)]
    assert lines_of(kind_lines(kinds, 60)) == [
        "dates   ██████████████░░░░░░░░░░░░░░    50 %   3 of 8 asked",
        "terms   ····························       –   0 of 4 asked",
    ]


@given(ANY_LESSONS, WIDTHS)
def test_each_mark_stands_where_it_is_said_to(lessons: list[LessonMastery], width: int) -> None:
    lines = fits(lambda room: mastery_lines(lessons, room), width)
    for place in mastery_places(lessons, width):
        line = plain(lines[place.row])
        at = next(index for index in range(len(line)) if cells(line[:index]) == place.column and cells(line[index]))
        lesson = lessons[place.lesson]
        assert line[at] == mark_of(lesson.points[place.point], missed=place.point in lesson.missed).text
    assert len(mastery_places(lessons, width)) == sum(len(lesson.points) for lesson in lessons)
    assert mastery_sentence(lessons)
    assert mastery_told(lessons)


@given(KINDS, WIDTHS)
def test_kinds_fit_any_width(kinds: list[KindMastery], width: int) -> None:
    fits(lambda room: kind_lines(kinds, room), width)
