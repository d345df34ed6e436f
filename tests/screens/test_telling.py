"""What the screen says of a verdict besides what its rows say."""

from tests.quiz.test_types_all import sample
from tests.samples import sample_guide
from tui.quiz.ask import Written
from tui.quiz.verdict import Verdict
from tui.screens.telling import told_of


def test_a_gap_taken_with_a_typo_is_told_how_it_is_spelt_and_a_missed_one_has_its_row() -> None:
    guide = sample_guide()
    question = sample("cloze", tests=[next(iter(guide.questions.values())).tests[0]], explanation="")
    verdict = question.grade(Written(("self-aktivity", "wrong")))
    assert isinstance(verdict, Verdict)
    told = told_of(question, question.ask("seed"), verdict, guide, "It comes back.")
    assert told.why == ["gap 1: Spelt “self-activity”."]
    assert told.whereabouts.endswith(" It comes back.")
