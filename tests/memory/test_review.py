"""What a review of a record asks: what the record says was met or read goes along with what is due."""

from collections.abc import Callable

from tests.samples import SetClock, guide_of, lesson, pick, sample_study, write
from tests.studying import answer_all, only
from tui.guide.words import Kind, PanelId
from tui.study import Study

FIRST, LATER = lesson("first", 1, {"a": Kind.DATE}), lesson("later", 1, {"z": Kind.DATE})
GUIDE = guide_of(
    (FIRST, LATER),
    (pick("only-a", Kind.DATE, "a"), write("a-and-z", Kind.DATE, "a", "z"), pick("only-z", Kind.DATE, "z")),
)


def reviewed(done: Callable[[Study], object]) -> list[str]:
    """What is asked of the first lesson three days after its quiz, and after something else was done."""
    clock = SetClock()
    study = sample_study(GUIDE, clock)
    answer_all(study.begin(only("only-a")))
    done(study)
    clock.move(days=3)
    return [turn.question for turn in study.review(20, FIRST).sitting.turns]


def test_what_was_neither_asked_nor_read_does_not_go_along() -> None:
    assert reviewed(lambda study: None) == ["only-a"]


def test_what_was_read_or_asked_in_another_lesson_goes_along() -> None:
    assert reviewed(lambda study: study.mark_read(PanelId("later-panel-1"))) == ["a-and-z"]
    assert reviewed(lambda study: answer_all(study.begin(only("only-z")))) == ["a-and-z"]
