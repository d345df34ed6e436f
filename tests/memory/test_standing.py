"""How key points stand, by the answers on them."""

from tests.samples import sample_study
from tests.studying import only
from tui.quiz.ask import Picked, Recalled, Skipped, Written
from tui.study import Study


def marks(study: Study, lesson: int = 0) -> list[str]:
    """Each key point of a lesson, with `!` if it was missed, else with the tenths of how likely it is known."""
    standing = study.standing(study.guide.lessons[lesson])
    said = ("!" if each.missed else "" if each.chance is None else f"{each.chance:.1f}" for each in standing)
    return [f"{each.point.id} {mark}".strip() for each, mark in zip(standing, said, strict=True)]


def test_key_points_stand_by_the_last_answer_on_them() -> None:
    study = sample_study()
    assert marks(study) == ["formed", "met", "wanted", "blamed"]
    for name, response in (("when-formed", Picked(("right",))), ("month-met", Written(("near",)))):
        study.begin(only(name)).answer(response)
    study.begin(only("who-wanted")).answer(Skipped())
    assert marks(study) == ["formed 1.0", "met 1.0", "wanted !", "blamed"]
    study.begin(only("year-formed")).answer(Written(("no",)))
    assert marks(study)[0] == "formed !"


def test_what_was_missed_is_not_known_because_it_was_right_when_it_came_back() -> None:
    study = sample_study()
    sitting = study.begin(only("who-wanted"))
    sitting.answer(Skipped())
    sitting.go_on()
    sitting.answer(sitting.question.key)
    assert sitting.sitting.current.again
    assert marks(study)[2] == "wanted !"
    assert study.progress().lessons[0].mastery.chance == 0
    study.begin(only("who-wanted")).answer(sitting.question.key)
    assert marks(study)[2] == "wanted 1.0"


def test_a_recall_marks_each_of_its_points() -> None:
    study = sample_study()
    study.begin(only("all-of-quarrel")).answer(Recalled("it formed", (0, 2)))
    assert marks(study) == ["formed 1.0", "met", "wanted !", "blamed 1.0"]


def test_an_answer_taken_back_leaves_the_standing_as_it_was() -> None:
    study = sample_study()
    sitting = study.begin(only("when-formed"))
    sitting.answer(Picked(("wrong",)))
    sitting.take_back()
    assert marks(study)[0] == "formed"
