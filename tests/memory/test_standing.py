"""How key points stand, by the answers on them."""

from tests.samples import (
    sample_study,
)
from tests.studying import only
from tui.quiz.ask import Picked, Recalled, Skipped, Written
from tui.study import Study


def marks(study: Study, lesson: int = 0) -> list[str]:
    return [f"{each.point.id} {each.mark}" for each in study.standing(study.guide.lessons[lesson])]


def test_key_points_stand_by_the_last_answer_on_them() -> None:
    study = sample_study()
    assert marks(study) == ["formed unmet", "met unmet", "wanted unmet", "blamed unmet"]
    for name, response in (("when-formed", Picked(("right",))), ("month-met", Written(("near",)))):
        study.begin(only(name)).answer(response)
    study.begin(only("who-wanted")).answer(Skipped())
    assert marks(study) == ["formed right", "met partly", "wanted wrong", "blamed unmet"]
    study.begin(only("year-formed")).answer(Written(("no",)))
    assert marks(study)[0] == "formed wrong"


def test_a_recall_marks_each_of_its_points() -> None:
    study = sample_study()
    study.begin(only("all-of-quarrel")).answer(Recalled("it formed", (0, 2)))
    assert marks(study) == ["formed right", "met unmet", "wanted wrong", "blamed right"]


def test_an_answer_taken_back_leaves_the_standing_as_it_was() -> None:
    study = sample_study()
    sitting = study.begin(only("when-formed"))
    sitting.answer(Picked(("wrong",)))
    sitting.take_back()
    assert marks(study)[0] == "formed unmet"
