"""What is recorded of a learner, and what of it counts."""

import pytest

from tests.samples import (
    START,
    sample_study,
)
from tests.studying import answer_all, only
from tui.memory.attempt import PanelRead
from tui.quiz.ask import Picked, Skipped


def test_a_panel_is_read_once() -> None:
    study = sample_study()
    lesson = study.guide.lessons[0]
    first = lesson.panels[0].id
    assert not study.has_read(first)
    study.mark_read(first)
    study.mark_read(first)
    assert study.has_read(first)
    assert study.read_in(lesson) == 1
    assert study.record.entries == (PanelRead(panel=first, at=START),)


def test_only_what_counts_can_be_amended() -> None:
    study = sample_study()
    sitting = study.begin(only("when-formed"))
    sitting.answer(Picked(("wrong",)))
    sitting.take_back()
    entries = study.record.entries
    amendment = entries[-1]
    with pytest.raises(KeyError):
        study.record.add(amendment)
    assert study.record.entries == entries


def test_questions_are_missed_by_their_last_answer_in_the_order_of_those() -> None:
    study = sample_study()
    for name in ("who-held", "who-wanted", "when-met", "who-held"):
        study.begin(only(name)).answer(Skipped())
    answer_all(study.begin(only("when-met")))
    assert study.record.missed() == ("who-wanted", "who-held")
