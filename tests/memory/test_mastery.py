from hypothesis import given
from hypothesis import strategies as st

from tests.memory.knowing import NOW, card, knows, point
from tests.samples import sample_guide
from tui.guide.words import Kind
from tui.memory.mastery import Known, Mastery, by_kind, by_lesson, chance_of, mastery_of

GUIDE = sample_guide()
QUARREL = GUIDE.lessons[0]


def test_mastery_is_the_mean_chance_of_recall_and_what_was_not_met_counts_as_nothing() -> None:
    known = knows(formed=(10, 10), met=(10, 0))
    mastery = mastery_of(QUARREL.key_points, known, NOW)
    assert (round(mastery.chance, 3), mastery.met, mastery.not_met) == (round((0.9 + 1) / 4, 3), 2, 2)


def test_nothing_met_is_no_chance_and_no_mean() -> None:
    assert mastery_of(QUARREL.key_points, {}, NOW) == Mastery(0.0, 0, 4)
    assert mastery_of([], {}, NOW) == Mastery(0.0, 0, 0)


def test_a_key_point_that_was_asked_without_saying_anything_was_not_met() -> None:
    assert chance_of(point("formed"), {point("formed"): Known()}, NOW) is None
    assert chance_of(point("formed"), {point("formed"): Known(card(10, 10))}, NOW) is not None


def test_every_lesson_and_every_kind_has_its_mastery() -> None:
    known = knows(formed=(10, 10), spoke=(10, 0), gone=(3, 3))
    assert [(lesson.id, mastery.met, mastery.points) for lesson, mastery in by_lesson(GUIDE, known, NOW)] == [
        ("quarrel", 1, 4),
        ("unions", 1, 3),
        ("afterwards", 0, 1),
    ]
    assert {kind: (mastery.met, mastery.points) for kind, mastery in by_kind(GUIDE, known, NOW).items()} == {
        Kind.DATE: (2, 4),
        Kind.POSITION: (0, 2),
        Kind.CRITICISM: (0, 2),
    }


@given(st.dictionaries(st.sampled_from(list(GUIDE.key_points)), st.tuples(st.floats(0.01, 1e4), st.floats(-9, 1e4))))
def test_mastery_lies_between_nothing_and_certainty(cards: dict[str, tuple[float, float]]) -> None:
    mastery = mastery_of(GUIDE.key_points.values(), knows(**cards), NOW)
    assert 0 <= mastery.chance <= 1
    assert mastery.met == len(cards)
