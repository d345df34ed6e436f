"""Coverage, against figures counted by hand, and what holds of any guide."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace as with_fields

from tests.samples import guide_of, lesson, pick, recall, sample_guide, write
from tui.guide.coverage import Coverage, coverage_of
from tui.guide.errors import Place
from tui.guide.model import Guide, KeyPoint, Lesson
from tui.guide.words import KeyPointId, Kind, Paragraph, QuestionId
from tui.quiz.question import Question

DATE, POSITION, CRITICISM = Kind.DATE, Kind.POSITION, Kind.CRITICISM


def test_what_a_guide_covers_as_counted_by_hand() -> None:
    """The sample's lessons teach ¶1–¶4, ¶1–¶3 and ¶1 of 16; seven of its eight key points are tested."""
    coverage = coverage_of(sample_guide())
    assert (len(coverage.paragraphs), coverage.taught, coverage.tested) == (16, 4, 4)
    assert (coverage.whole.total, coverage.whole.tested, coverage.whole.tested_twice) == (8, 7, 6)
    assert coverage.whole.questions == 14
    assert (coverage.share_taught, coverage.whole.share, coverage.share) == (
        Fraction(1, 4),
        Fraction(7, 8),
        Fraction(1, 4),
    )


def test_each_paragraph_knows_its_panels_and_questions() -> None:
    second, fifth = (coverage_of(sample_guide()).paragraphs[number - 1] for number in (2, 5))
    assert second.panels == ("quarrel-panel-2", "unions-panel-2")
    assert second.questions == ("when-met", "month-met", "who-held", "what-held")
    assert (fifth.paragraph, fifth.panels, fifth.questions) == (5, (), ())


def test_a_question_on_two_key_points_of_a_paragraph_counts_once_for_it() -> None:
    one = lesson("one", 1, {"first": DATE, "second": DATE})
    same = tuple(with_fields(point, source=(Paragraph(3),)) for point in one.key_points)
    guide = guide_of((with_fields(one, key_points=same),), (pick("both", DATE, "first", "second"),))
    coverage = coverage_of(guide)
    assert coverage.paragraphs[2].questions == ("both",)
    assert (coverage.whole.tested, coverage.whole.tested_twice, coverage.whole.questions) == (2, 0, 1)


def test_each_key_point_knows_its_questions_and_their_types() -> None:
    points = {each.point.id: each for each in coverage_of(sample_guide()).points}
    formed = points[KeyPointId("formed")]
    assert formed.lesson == "quarrel"
    assert formed.questions == ("when-formed", "year-formed", "all-of-quarrel")
    assert formed.types == ("toy-pick", "toy-write", "toy-recall")
    assert points[KeyPointId("ended")].questions == ()
    assert points[KeyPointId("ended")].types == ()


def test_a_key_point_named_twice_by_one_question_is_tested_once() -> None:
    guide = guide_of((lesson("one", 1, {"first": DATE}),), (pick("q", DATE, "first", "first"),))
    assert coverage_of(guide).whole.tested_twice == 0


def test_kinds_stances_and_lessons_are_counted() -> None:
    coverage = coverage_of(sample_guide())
    kinds = {group.id: (group.total, group.tested, group.tested_twice, group.questions) for group in coverage.by_kind}
    assert set(kinds) == set(Kind)
    assert kinds["date"] == (4, 3, 2, 6)
    assert kinds["position"] == (2, 2, 2, 5)
    assert kinds["criticism"] == (2, 2, 2, 5)
    assert kinds["event"] == (0, 0, 0, 0)
    (document,) = coverage.by_stance
    assert (document.id, document.name, document.total, document.tested) == ("document", "The document's view", 8, 7)
    lessons = [(group.id, group.total, group.tested, group.questions) for group in coverage.by_lesson]
    assert lessons == [("quarrel", 4, 4, 8), ("unions", 3, 3, 6), ("afterwards", 1, 0, 0)]


def test_questions_are_counted_by_kind_and_type() -> None:
    coverage = coverage_of(sample_guide())
    assert coverage.questions_by_kind == {**dict.fromkeys(Kind, 0), DATE: 5, POSITION: 4, CRITICISM: 4, Kind.EVENT: 1}
    assert coverage.questions_by_type == {"toy-pick": 9, "toy-write": 4, "toy-recall": 1}


def placed(name: str, line: int, sources: dict[str, tuple[int, ...]]) -> Lesson:
    """A lesson whose key points stand in lines of their own, ten apart."""
    made = lesson(name, 1, dict.fromkeys(sources, DATE))
    points = tuple(
        with_fields(point, place=Place(f"{name}.md", line + 10 * index, 3), source=tuple(map(Paragraph, cited)))
        for index, (point, cited) in enumerate(zip(made.key_points, sources.values(), strict=True))
    )
    return with_fields(made, key_points=points, place=Place(f"{name}.md", 1, 1))


def in_bank(guide: Guide[Question], **lines: int) -> Guide[Question]:
    places = {QuestionId(name): Place("bank.yaml", line, 5) for name, line in lines.items()}
    return replace(guide, question_places=places)


def test_what_no_panel_teaches_is_to_be_written_below_the_paragraph_before_it() -> None:
    lessons = (placed("one", 4, {"a": (2,), "b": (3, 4)}), placed("two", 7, {"c": (9,)}))
    gaps = [gap for gap in coverage_of(guide_of(lessons, ())).gaps if gap.paragraphs]
    assert [(gap.paragraphs, gap.place[:2]) for gap in gaps] == [
        ((1,), ("one.md", 4)),
        ((5, 6, 7, 8), ("one.md", 14)),
        ((10, 11, 12, 13, 14, 15, 16), ("two.md", 7)),
    ]
    assert [gap.message for gap in gaps] == [
        "¶1 is taught by no panel",
        "¶5 to ¶8 are taught by no panel",
        "¶10 to ¶16 are taught by no panel",
    ]
    assert "`source: 5`" in gaps[1].hint


def test_a_question_is_to_be_written_below_the_last_one_of_its_lesson_or_of_one_before() -> None:
    lessons = (
        placed("one", 4, {"a": (1,)}),
        placed("two", 4, {"b": (2,), "c": (3,)}),
        placed("three", 4, {"d": (4,)}),
    )
    guide = in_bank(guide_of(lessons, (pick("p", DATE, "b"), pick("q", DATE, "b"))), p=2, q=30)
    gaps = [gap for gap in coverage_of(guide).gaps if gap.key_point]
    assert [(gap.key_point, gap.place) for gap in gaps] == [
        ("a", Place("sample/quiz_bank.yaml", 1, 1)),
        ("c", Place("bank.yaml", 30, 5)),
        ("d", Place("bank.yaml", 30, 5)),
    ]
    assert gaps[1].message == "no question tests `c`: c says so."
    assert gaps[1].hint == "write one with `tests: c`"


@pytest.mark.parametrize(
    ("lessons", "file"), [((), "sample/lessons/guide.yaml"), ((placed("one", 4, {}),), "one.md")], ids=["none", "one"]
)
def test_a_guide_without_key_points_covers_nothing(lessons: tuple[Lesson, ...], file: str) -> None:
    coverage = coverage_of(guide_of(lessons, ()))
    assert {coverage.share, coverage.whole.share, coverage.share_taught} == {Fraction(0)}
    (gap,) = coverage.gaps
    assert gap.place == Place(file, 1, 1)
    assert gap.paragraphs == tuple(range(1, 17))


NAMES = [f"point-{number}" for number in range(6)]
KINDS = st.sampled_from(Kind)
QUESTIONS = st.lists(
    st.tuples(st.sampled_from((pick, write, recall)), KINDS, st.lists(st.sampled_from(NAMES), min_size=1, max_size=4)),
    max_size=8,
)
POINTS = st.fixed_dictionaries(
    {name: st.tuples(KINDS, st.sets(st.integers(1, 16), min_size=1, max_size=3)) for name in NAMES}
)


def any_guide(points: dict[str, tuple[Kind, set[int]]], questions: tuple[Question, ...]) -> Guide[Question]:
    """Two lessons of three key points each."""
    lessons = []
    for name, own in (("one", NAMES[:3]), ("two", NAMES[3:])):
        made = lesson(name, 2, {point: points[point][0] for point in own})
        lessons.append(with_fields(made, key_points=tuple(_sourced(each, points) for each in made.key_points)))
    return guide_of(tuple(lessons), questions)


def _sourced(point: KeyPoint, points: dict[str, tuple[Kind, set[int]]]) -> KeyPoint:
    return with_fields(point, source=tuple(map(Paragraph, sorted(points[point.id][1]))))


def figures(coverage: Coverage) -> list[Fraction | int]:
    """Every figure that more questions may only raise."""
    groups = (coverage.whole, *coverage.by_kind, *coverage.by_stance, *coverage.by_lesson)
    return [
        coverage.share,
        coverage.share_taught,
        coverage.taught,
        coverage.tested,
        *(len(each.questions) for each in coverage.paragraphs),
        *(len(each.questions) for each in coverage.points),
        *(
            figure
            for group in groups
            for figure in (group.share, group.total, group.tested, group.tested_twice, group.questions)
        ),
        *coverage.questions_by_kind.values(),
        -len(coverage.gaps),
    ]


@given(POINTS, QUESTIONS)
def test_one_more_question_never_lowers_anything(
    points: dict[str, tuple[Kind, set[int]]], asked: list[tuple[type, Kind, list[str]]]
) -> None:
    questions = tuple(make(f"question-{number}", kind, *tests) for number, (make, kind, tests) in enumerate(asked))
    before = figures(coverage_of(any_guide(points, questions[:-1])))
    after = figures(coverage_of(any_guide(points, questions)))
    assert all(one <= other for one, other in zip(before, after, strict=True))


@given(POINTS, QUESTIONS)
def test_shares_are_shares_and_groups_add_up(
    points: dict[str, tuple[Kind, set[int]]], asked: list[tuple[type, Kind, list[str]]]
) -> None:
    questions = tuple(make(f"question-{number}", kind, *tests) for number, (make, kind, tests) in enumerate(asked))
    coverage = coverage_of(any_guide(points, questions))
    groups = (coverage.whole, *coverage.by_kind, *coverage.by_stance, *coverage.by_lesson)
    assert all(0 <= share <= 1 for share in (coverage.share, *(group.share for group in groups)))
    assert all(group.tested_twice <= group.tested <= group.total for group in groups)
    for dealt in (coverage.by_kind, coverage.by_stance, coverage.by_lesson):
        assert sum(group.tested for group in dealt) == coverage.whole.tested
    assert sum(coverage.questions_by_type.values()) == sum(coverage.questions_by_kind.values()) == len(questions)
    assert sum(len(gap.paragraphs) for gap in coverage.gaps) == 16 - coverage.taught
    assert sum(gap.key_point is not None for gap in coverage.gaps) == 6 - coverage.whole.tested
