from collections import Counter
from itertools import pairwise, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from tests.samples import guide_of, lesson, pick, recall, sample_guide
from tui.guide.model import Guide
from tui.guide.words import Kind, LessonId, QuestionId
from tui.quiz.choosing import AT_ONCE, Choice, choose, on_lesson, why_nothing
from tui.quiz.question import Question

QUARREL, UNIONS = LessonId("quarrel"), LessonId("unions")


def test_a_seed_gives_this_sitting_on_every_machine() -> None:
    assert choose(sample_guide(), Choice(seed="pinned")) == PINNED


def test_another_seed_gives_another_order() -> None:
    assert choose(sample_guide(), Choice(seed="other")) != PINNED
    assert set(choose(sample_guide(), Choice(seed="other"))) == set(PINNED)


def test_everything_is_chosen_once_if_nothing_is_said() -> None:
    guide = sample_guide()
    assert sorted(choose(guide, Choice())) == sorted(guide.questions)


def test_only_questions_of_the_lesson_and_kind_are_chosen() -> None:
    chosen = choose(sample_guide(), Choice(lesson=QUARREL, kind=Kind.DATE))
    assert set(chosen) == {"when-formed", "year-formed", "when-met", "month-met"}


def test_the_missed_ones_are_asked_in_a_new_order() -> None:
    only = tuple(map(QuestionId, ("when-formed", "who-held", "who-blamed", "what-objected", "gone")))
    orders = {choose(sample_guide(), Choice(only=only, seed=str(seed))) for seed in range(10)}
    assert len(orders) > 3
    assert all(set(order) == set(only) - {"gone"} for order in orders)


def test_a_count_takes_a_fair_share_of_lessons_and_kinds() -> None:
    guide = two_lessons_of_two_kinds()
    for seed in range(20):
        chosen = [guide.questions[each] for each in choose(guide, Choice(count=12, seed=str(seed)))]
        shares = Counter((guide.lesson_of(question).id, question.kind) for question in chosen)
        assert len(chosen) == 12
        assert len(shares) == 4
        assert max(shares.values()) - min(shares.values()) <= 2


def test_lessons_and_kinds_alternate_rather_than_stand_in_blocks() -> None:
    guide = two_lessons_of_two_kinds()
    for seed in range(20):
        chosen = [guide.questions[each] for each in choose(guide, Choice(seed=str(seed)))]
        alike = [
            one.kind is other.kind and guide.lesson_of(one) is guide.lesson_of(other) for one, other in pairwise(chosen)
        ]
        assert sum(alike) <= 2, seed


@pytest.mark.parametrize("seed", range(30))
def test_no_two_in_a_row_of_the_sample_share_a_key_point(seed: int) -> None:
    assert not neighbours_sharing(sample_guide(), choose(sample_guide(), Choice(seed=str(seed))))


@given(st.lists(st.integers(0, 5), min_size=1, max_size=30), st.text(max_size=5))
def test_two_in_a_row_share_a_key_point_only_if_that_cannot_be_avoided(points: list[int], seed: str) -> None:
    guide = one_lesson([[point] for point in points])
    chosen = choose(guide, Choice(seed=seed))
    most = max(Counter(points).values())
    unavoidable = max(0, most - (len(points) - most) - 1)
    assert sorted(chosen) == sorted(guide.questions)
    assert neighbours_sharing(guide, chosen) == unavoidable


@given(st.integers(0, 20), st.text(max_size=5))
def test_a_count_is_kept_as_far_as_there_are_questions(count: int, seed: str) -> None:
    guide = sample_guide()
    chosen = choose(guide, Choice(count=count, seed=seed))
    assert len(chosen) == len(set(chosen)) == min(count, len(guide.questions))


@pytest.mark.parametrize("seed", range(5))
def test_a_key_point_of_half_the_bank_is_not_left_over_at_the_end(seed: int) -> None:
    guide = one_lesson([[0]] * 500 + [[1 + number % 5] for number in range(499)])
    assert not neighbours_sharing(guide, choose(guide, Choice(seed=str(seed))))


@given(
    st.lists(st.sets(st.integers(0, 5), min_size=1, max_size=2).map(sorted), min_size=1, max_size=6),
    st.text(max_size=3),
)
def test_questions_on_several_key_points_are_kept_apart_too(points: list[list[int]], seed: str) -> None:
    guide = one_lesson(points)
    meeting = neighbours_sharing(guide, choose(guide, Choice(seed=seed)))
    fewest = min(neighbours_sharing(guide, order) for order in permutations(guide.questions))
    assert meeting == fewest


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize("recalls", [1, 3, 40])
def test_a_sitting_begins_with_a_recall_only_if_there_is_nothing_else(recalls: int, seed: int) -> None:
    only = lesson("only", 1, {f"point-{at}": Kind.EVENT for at in range(recalls + 1)})
    all_recalls = tuple(recall(f"r{at}", Kind.EVENT, f"point-{at}") for at in range(recalls))
    guide = guide_of((only,), (*all_recalls, pick("q", Kind.EVENT, f"point-{recalls}")))
    assert choose(guide, Choice(seed=str(seed)))[0] == "q"
    assert len(choose(guide_of((only,), all_recalls), Choice(seed=str(seed)))) == recalls


def test_ten_thousand_questions_on_one_key_point_are_chosen_at_once() -> None:
    guide = one_lesson([[0]] * 10_000)
    assert len(choose(guide, Choice())) == 10_000


@pytest.mark.parametrize(
    ("choice", "word"),
    [
        (Choice(lesson=LessonId("afterwards")), "Lesson 3, Afterwards, has no questions."),
        (
            Choice(lesson=LessonId("unknown")),
            "The guide has no lesson unknown any more. Choose another lesson, or all of them.",
        ),
        (
            Choice(kind=Kind.PERSON),
            "No question is of the kind person. There are questions of the kind criticism or date or event",
        ),
        (
            Choice(lesson=UNIONS, kind=Kind.EVENT),
            "Lesson 2, Unions, has no question of the kind event. There are questions of the kind criticism or date or",
        ),
        (Choice(only=(QuestionId("gone"),)), "None of these questions fits any more."),
        (Choice(count=0), "A quiz needs at least one question."),
    ],
)
def test_nothing_to_ask_says_which_wish_left_nothing(choice: Choice, word: str) -> None:
    assert not choose(sample_guide(), choice)
    assert why_nothing(sample_guide(), choice).startswith(word)


def test_nothing_to_ask_of_an_empty_bank_says_where_to_write_some() -> None:
    assert "quiz_bank.yaml" in why_nothing(guide_of(sample_guide().lessons, ()), Choice())


def one_lesson(points: list[list[int]]) -> Guide[Question]:
    kinds = list(Kind)
    return guide_of(
        (lesson("only", 1, {f"point-{point}": kinds[point % len(kinds)] for each in points for point in each}),),
        tuple(
            pick(f"q{index}", kinds[each[0] % len(kinds)], *(f"point-{point}" for point in each))
            for index, each in enumerate(points)
        ),
    )


def two_lessons_of_two_kinds() -> Guide[Question]:
    kinds = (Kind.DATE, Kind.POSITION)
    points = {name: {f"{name}-{kind}-{index}": kind for kind in kinds for index in range(8)} for name in ("one", "two")}
    return guide_of(
        tuple(lesson(name, 2, own) for name, own in points.items()),
        tuple(pick(f"about-{point}", kind, point) for own in points.values() for point, kind in own.items()),
    )


def neighbours_sharing(guide: Guide[Question], chosen: tuple[QuestionId, ...]) -> int:
    questions = [guide.questions[each] for each in chosen]
    return sum(not set(one.tests).isdisjoint(other.tests) for one, other in pairwise(questions))


PINNED = (
    "what-wanted",
    "who-objected",
    "when-met",
    "what-objected",
    "year-formed",
    "what-held",
    "who-blamed",
    "when-spoke",
    "who-wanted",
    "why-objected",
    "all-of-quarrel",
    "who-held",
    "month-met",
    "when-formed",
)


@pytest.mark.parametrize("seed", range(20))
def test_a_lessons_quiz_asks_about_each_of_its_key_points_first(seed: int) -> None:
    guide = one_lesson([[0]] * 20 + [[1 + number] for number in range(14)])
    choice = on_lesson(guide.lessons[0].id)
    chosen = choose(guide, structs.replace(choice, seed=str(seed)))
    assert len(chosen) == AT_ONCE
    assert len({guide.questions[each].tests[0] for each in chosen}) == 15


def test_a_lessons_quiz_of_another_seed_asks_other_questions() -> None:
    guide = one_lesson([[number % 5] for number in range(40)])
    choice = on_lesson(guide.lessons[0].id)
    one, other = (set(choose(guide, structs.replace(choice, seed=seed))) for seed in ("one", "other"))
    assert one != other
