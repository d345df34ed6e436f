"""A small guide made by hand, with text that would act if anything read it as markup."""

from pathlib import Path

from tui.guide.blocks import Argument, Block, Comparison, Prose, Quotation, Timeline
from tui.guide.errors import Place, Problem
from tui.guide.model import Guide, KeyPoint, Lesson, Panel, Source
from tui.guide.tables import Claim, DateEntry, Tables
from tui.guide.words import GuideId, KeyPointId, Kind, LessonId, PanelId, Paragraph, QuestionId, StanceId
from tui.quiz.question import Question
from tui.study import Study
from tui.text import Clean

PLACE = Place("quiz_bank.yaml", 12, 3)
NASTY = "[@click=app.quit]Press[/] [sic] [1918, 1920] [/]"
PROBLEM = Problem(PLACE, "unknown-field", "There is no field [anwser]", "Did you mean answer?")


def claim(text: str) -> Claim:
    return Claim(id=text, claim=Clean(text), holder=StanceId("lenin"), source=Paragraph(1))


BLOCKS: tuple[Block, ...] = (
    Prose(Clean(f"It begins *here*. {NASTY}")),
    Comparison((Clean("One"), Clean("Other")), ((Clean("an arm of the state"), Clean("made by workers")),)),
    Quotation(Clean("a brake on all work"), Clean("Shliapnikov"), Clean("1918"), (Paragraph(7),), "1918"),
    Timeline(
        (
            DateEntry(id="a", date="1919", event=Clean("It forms"), lane=Clean("Opposition"), source=Paragraph(2)),
            DateEntry(id="b", date="1920-09", event=Clean("It meets"), lane=Clean("Congresses"), source=Paragraph(4)),
        )
    ),
    Argument(
        claim("Unions should run it."),
        Clean("The Opposition's view"),
        (Argument(claim("They are the workers'."), Clean("The Opposition's view")),),
        (Argument(claim("They must be taught."), Clean("Lenin's view"), hits=Clean("The Opposition's view")),),
    ),
)


def panel(title: str, *blocks: Block) -> Panel:
    return Panel(PanelId(title.lower()), Clean(title), blocks or (Prose(Clean(f"What {title} says.")),), PLACE)


def lesson(number: int, title: str, panels: tuple[Panel, ...]) -> Lesson:
    points = tuple(
        KeyPoint(
            KeyPointId(f"point-{number}-{index}"),
            Kind.DATE,
            StanceId("lenin"),
            Clean(f"Point {index}."),
            (Paragraph(index + 1),),
            each.id,
            PLACE,
        )
        for index, each in enumerate(panels)
    )
    return Lesson(LessonId(f"lesson-{number}"), Clean(title), panels, points, PLACE)


LESSONS = (
    lesson(1, "A quarrel", (panel("Inside"), panel("Drawn", *BLOCKS), panel("Ended"))),
    lesson(2, f"Unions {NASTY}", (panel("Whose"), panel("Theirs"))),
)


def guide(
    lessons: tuple[Lesson, ...] = LESSONS,
    problems: tuple[Problem, ...] = (),
    questions: dict[QuestionId, Question] | None = None,
) -> Guide[Question]:
    return Guide(
        folder=Path("a-guide"),
        id=GuideId("a-guide"),
        title=Clean("A small guide [sic]"),
        language="en",
        source=Source(Clean("A document"), Clean("somebody"), 16),
        stances={StanceId("lenin"): Clean("Lenin's view")},
        lessons=lessons,
        tables=Tables(),
        questions=questions or {},
        question_places={},
        problems=problems,
    )


def study(lessons: tuple[Lesson, ...] = LESSONS, problems: tuple[Problem, ...] = ()) -> Study:
    return Study(guide(lessons, problems))
