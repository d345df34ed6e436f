"""Whatever a learner does, the log makes the same sitting again, and the record holds what the sitting says."""

from collections import Counter
from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from tests.samples import SetClock, right_answer_to, sample_study, wrong_answer_to
from tui.open_sitting import OpenSitting
from tui.quiz.ask import Paired, Skipped
from tui.quiz.choosing import Choice
from tui.quiz.events import Mode
from tui.quiz.sitting import SittingError, replay
from tui.study import Study

Step = Callable[[OpenSitting], object]

STEPS: list[Step] = [
    lambda sitting: sitting.answer(right_answer_to(sitting.question)),
    lambda sitting: sitting.answer(wrong_answer_to(sitting.question)),
    lambda sitting: sitting.answer(Skipped()),
    lambda sitting: sitting.answer(Paired(())),
    OpenSitting.go_on,
    OpenSitting.go_on,
    OpenSitting.overrule,
    OpenSitting.take_back,
    OpenSitting.flag,
    lambda sitting: sitting.move(1),
    lambda sitting: sitting.doubt("hm"),
    OpenSitting.tick,
]
ENDS: list[Step] = [OpenSitting.hand_in, OpenSitting.leave, OpenSitting.tick]


@st.composite
def sittings(draw: st.DrawFn) -> OpenSitting:
    """A sitting after some steps, and perhaps its end; a step that cannot be taken is not."""
    clock = SetClock()
    choice = Choice(count=draw(st.integers(1, 5)), seed=draw(st.text(min_size=1, max_size=3)))
    sitting = sample_study(clock=clock).begin(choice, draw(st.sampled_from(Mode)), minutes=1)
    for step in [*draw(st.lists(st.sampled_from(STEPS), max_size=30)), draw(st.sampled_from(ENDS))]:
        clock.move(seconds=draw(st.integers(-1, 5)))
        try:
            step(sitting)
        except SittingError:
            continue
    return sitting


@given(sittings())
def test_the_log_makes_the_same_sitting_again(sitting: OpenSitting) -> None:
    assert replay(sitting.log) == sitting.sitting


@given(sittings())
def test_the_record_counts_what_the_sitting_counts(sitting: OpenSitting) -> None:
    turns = [turn for turn in sitting.sitting.turns if turn.verdict is not None]
    if sitting.sitting.mode is Mode.EXAM and not sitting.sitting.finished:
        turns = []
    said = Counter((turn.question, turn.verdict.grade, turn.verdict.credit) for turn in turns if turn.verdict)
    assert isinstance(sitting.study, Study)
    assert Counter((each.question, each.grade, each.credit) for each in sitting.study.record.attempts) == said
