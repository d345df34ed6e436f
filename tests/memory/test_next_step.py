"""What the learner is advised to do next, and how long it takes."""

from datetime import timedelta

from tests.samples import (
    PLACE,
    SetClock,
    guide_of,
    sample_guide,
    sample_study,
)
from tests.studying import ALL, QUARREL, answer_all, only, read_everything
from tui.guide.blocks import Argument, Block, Comparison, Quotation, Timeline
from tui.guide.model import Panel
from tui.guide.tables import Claim, DateEntry
from tui.guide.words import PanelId, Paragraph, StanceId
from tui.memory.attempt import Proved
from tui.memory.next_step import reading_time
from tui.quiz.ask import Skipped
from tui.quiz.choosing import Choice, on_lesson
from tui.quiz.events import Mode
from tui.text import Clean


def test_what_is_due_comes_before_reading_on() -> None:
    clock = SetClock()
    study = sample_study(clock=clock)
    study.mark_read(study.guide.lessons[0].panels[0].id)
    answer_all(study.begin(Choice(lesson=QUARREL)))
    assert study.next_step().what == "read"
    clock.move(days=3)
    step = study.next_step()
    assert (step.what, step.headline) == ("review", "Review what is due")
    assert step.amount.startswith("4 key points, ")
    assert step.reason == "Asked before it is forgotten, it holds longest."


def test_after_a_week_away_the_first_step_is_small_and_calm() -> None:
    clock = SetClock()
    study = sample_study(clock=clock)
    answer_all(study.begin(ALL))
    study.choose("minutes", 20)
    clock.move(days=8)
    step = study.next_step()
    assert step.headline.startswith("Welcome back, ")
    assert step.headline.endswith(" today")
    assert step.minutes <= 10


def test_more_than_fits_waits_for_the_days_to_come() -> None:
    clock = SetClock()
    study = sample_study(clock=clock)
    answer_all(study.begin(ALL))
    study.choose("minutes", 1)
    clock.move(days=3)
    step = study.next_step()
    assert step.minutes == 1
    assert step.reason.endswith("; the rest is for the days to come.")


def test_the_first_step_is_the_first_panel() -> None:
    study = sample_study()
    step = study.next_step()
    assert (step.what, step.lesson and step.lesson.id, step.panel and step.panel.id) == (
        "read",
        "quarrel",
        "quarrel-panel-1",
    )
    assert (step.headline, step.reason) == ("Read lesson 1, Quarrel", "It is the first.")
    assert (step.amount, step.minutes) == ("4 panels, 2 minutes", 2)


def test_a_lesson_begun_is_gone_on_with() -> None:
    study = sample_study()
    study.mark_read(study.guide.lessons[0].panels[0].id)
    step = study.next_step()
    assert (step.headline, step.reason) == ("Go on with lesson 1, Quarrel", "Panel 2 of 4 is next.")
    assert step.panel == study.guide.lessons[0].panels[1]


def test_after_a_lesson_comes_the_next() -> None:
    study = sample_study()
    for panel in study.guide.lessons[0].panels:
        study.mark_read(panel.id)
    step = study.next_step()
    assert (step.headline, step.amount) == ("Read lesson 2, Unions", "2 panels, 1 minute")


def test_when_all_is_read_the_first_quiz_that_was_not_taken_comes_next() -> None:
    study = sample_study()
    read_everything(study)
    step = study.next_step()
    assert (step.what, step.choice, step.headline) == (
        "quiz",
        on_lesson(QUARREL),
        "Take the quiz on lesson 1, Quarrel",
    )
    assert step.amount == "8 questions, 4 minutes"
    answer_all(study.begin(Choice(lesson=QUARREL)))
    step = study.next_step()
    assert step.lesson == study.guide.lessons[1]


def test_a_quiz_counts_as_taken_once_half_of_its_key_points_were_met() -> None:
    study = sample_study()
    read_everything(study)
    for name, lesson in (("when-formed", 0), ("year-formed", 0), ("when-met", 1)):
        answer_all(study.begin(only(name)))
        assert study.next_step().lesson == study.guide.lessons[lesson]


def test_a_lesson_that_was_proved_needs_no_quiz() -> None:
    study = sample_study()
    lesson = study.guide.lesson(QUARREL)
    points, panels = tuple(point.id for point in lesson.key_points), tuple(panel.id for panel in lesson.panels)
    read_everything(study)
    assert study.next_step().lesson is lesson
    study.keep(Proved(lesson=lesson.id, key_points=points, panels=panels, at=study.clock()))
    assert study.next_step().lesson is study.guide.lessons[1]


def test_then_what_was_missed_then_a_mixed_quiz() -> None:
    study = sample_study()
    read_everything(study)
    answer_all(study.begin(ALL))
    sitting = study.begin(only("who-held", "who-wanted"), Mode.EXAM)
    sitting.answer(Skipped())
    missed = sitting.question.id
    sitting.hand_in()
    step = study.next_step()
    assert (step.what, step.lesson, step.choice) == ("quiz", None, Choice(only=(missed,)))
    assert step.choice is not None
    answer_all(study.begin(step.choice))
    assert (study.next_step().what, study.next_step().choice) == ("quiz", Choice(count=12))


def test_a_guide_without_questions_is_done_when_read() -> None:
    study = sample_study(guide_of(sample_guide().lessons, ()))
    assert study.next_step().what == "read"
    read_everything(study)
    assert (study.next_step().what, study.next_step().headline) == ("done", "You have read it all")


def test_an_empty_guide_says_so() -> None:
    step = sample_study(guide_of((), ())).next_step()
    assert (step.what, step.lesson, step.reason) == ("done", None, "This guide has no lesson that can be used.")


def test_reading_takes_a_minute_for_two_hundred_words() -> None:
    assert reading_time(sample_guide().lessons[0].panels) == timedelta(minutes=2)


def test_every_block_takes_its_time_to_read() -> None:
    def claim(words: str) -> Claim:
        return Claim(id=words, claim=Clean(words), holder=StanceId("document"), source=Paragraph(1))

    ten = Clean("one two three four five six seven eight nine ten")
    two = Clean("one two")
    entry = DateEntry(id="a", date="1919", event=ten, source=Paragraph(1))
    blocks: list[tuple[Block, int]] = [
        (Comparison((two, two), ((ten, ten),), (two,)), 26),
        (Quotation(ten, two, two, (Paragraph(1),)), 14),
        (Timeline((entry, entry)), 22),
        (Argument(claim(ten), two, (Argument(claim(ten), two),), (Argument(claim(ten), two, hits=two),)), 34),
    ]
    for block, words in blocks:
        panel = Panel(PanelId("a"), Clean("A"), (block,), PLACE)
        assert reading_time([panel]) == timedelta(minutes=words / 200)
