"""A small guide made by hand, toy types of question, and a clock that is set: for tests of what is above the guide."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import ClassVar
from uuid import UUID

from tui.guide.blocks import Prose
from tui.guide.errors import Place
from tui.guide.model import Guide, KeyPoint, Lesson, Panel, Source
from tui.guide.tables import Tables
from tui.guide.words import GuideId, KeyPointId, Kind, LessonId, PanelId, Paragraph, QuestionId, StanceId
from tui.quiz.ask import Ask, Field, Pick, Picked, Recall, Recalled, Response, Write, Written
from tui.quiz.question import Question
from tui.quiz.shuffle import shuffled
from tui.quiz.verdict import AskAgain, Credit, Grade, Note, Verdict, grade_of
from tui.study import Study
from tui.text import Clean

START = datetime(2026, 1, 14, 9, tzinfo=UTC)
PLACE = Place("sample", 1, 1)
RIGHT, WRONG = "right", "wrong"


class ToyPick(Question, frozen=True, kw_only=True, tag="toy-pick"):
    """Four options, of which "right" is right; "wrong" has a note."""

    @property
    def key(self) -> Response:
        return Picked((RIGHT,))

    def ask(self, seed: str) -> Ask:
        return Pick(prompt=self.question, options=shuffled(map(Clean, (RIGHT, WRONG, "other", "another")), seed))

    def mark(self, response: Response) -> Verdict | AskAgain:
        if not isinstance(response, Picked) or not response.options:
            return AskAgain(reason=Clean("Choose one."))
        right = response == self.key
        notes = (Note(about=Clean(WRONG), says=Clean("That was somebody else's view.")),)
        return Verdict(
            grade=grade_of(right),
            credit=Credit(float(right)),
            key=self.key,
            notes=notes if response.options == (WRONG,) else (),
        )


class ToyWrite(Question, frozen=True, kw_only=True, tag="toy-write"):
    """One field: "right" is right, "near" is half right, nothing is asked again."""

    @property
    def key(self) -> Response:
        return Written((RIGHT,))

    def ask(self, seed: str) -> Ask:
        return Write(prompt=self.question, fields=(Field(label=Clean("answer")),))

    def mark(self, response: Response) -> Verdict | AskAgain:
        if not isinstance(response, Written) or not response.fields[0]:
            return AskAgain(reason=Clean("Type an answer."))
        credit = {RIGHT: 1.0, "near": 0.5}.get(response.fields[0], 0.0)
        return Verdict(grade=grade_of(credit), credit=Credit(credit), key=self.key)


class ToyRecall(Question, frozen=True, kw_only=True, tag="toy-recall"):
    """All of `tests`, to be ticked."""

    may_open: ClassVar[bool] = False

    @property
    def key(self) -> Response:
        return Recalled("", tuple(range(len(self.tests))))

    def ask(self, seed: str) -> Ask:
        return Recall(prompt=self.question, points=len(self.tests))

    def mark(self, response: Response) -> Verdict | AskAgain:
        ticked = response.ticked if isinstance(response, Recalled) else ()
        parts = tuple(Grade.CORRECT if point in ticked else Grade.WRONG for point in range(len(self.tests)))
        credit = len(ticked) / len(self.tests)
        return Verdict(grade=grade_of(credit), credit=Credit(credit), key=self.key, parts=parts)


def pick(name: str, kind: Kind, *tests: str) -> ToyPick:
    """A question with four options."""
    return ToyPick(id=QuestionId(name), kind=kind, tests=tuple(map(KeyPointId, tests)), question=Clean(f"{name}?"))


def write(name: str, kind: Kind, *tests: str) -> ToyWrite:
    """A question with one field."""
    return ToyWrite(id=QuestionId(name), kind=kind, tests=tuple(map(KeyPointId, tests)), question=Clean(f"{name}?"))


def recall(name: str, kind: Kind, *tests: str) -> ToyRecall:
    """A question for all one remembers."""
    return ToyRecall(id=QuestionId(name), kind=kind, tests=tuple(map(KeyPointId, tests)), question=Clean(f"{name}?"))


def lesson(name: str, panels: int, points: dict[str, Kind], words: int = 100) -> Lesson:
    """A lesson of some panels, with its key points dealt out over them."""
    ids = [PanelId(f"{name}-panel-{number}") for number in range(1, panels + 1)]
    key_points = tuple(
        KeyPoint(
            KeyPointId(point),
            kind,
            StanceId("document"),
            Clean(f"{point} says so."),
            (Paragraph(index + 1),),
            ids[index % panels],
            PLACE,
        )
        for index, (point, kind) in enumerate(points.items())
    )
    prose = Prose(Clean("word " * words))
    made = tuple(Panel(panel, Clean(panel.replace("-", " ")), (prose,), PLACE) for panel in ids)
    return Lesson(LessonId(name), Clean(name.capitalize()), made, key_points, PLACE)


def guide_of(lessons: tuple[Lesson, ...], questions: tuple[Question, ...]) -> Guide[Question]:
    """A guide of these lessons and questions."""
    return Guide[Question](
        id=GuideId("sample"),
        folder=Path("sample"),
        title=Clean("A sample"),
        language="en",
        source=Source(Clean("Source"), Clean("Somebody"), 16),
        stances={StanceId("document"): Clean("The document's view")},
        lessons=lessons,
        tables=Tables(),
        questions={question.id: question for question in questions},
        question_places={question.id: PLACE for question in questions},
        problems=(),
    )


def sample_guide() -> Guide[Question]:
    """Three lessons (four panels, two, one) and fourteen questions; the last lesson has none."""
    date, position, criticism = Kind.DATE, Kind.POSITION, Kind.CRITICISM
    quarrel = {"formed": date, "met": date, "wanted": position, "blamed": criticism}
    unions = {"spoke": date, "held": position, "objected": criticism}
    return guide_of(
        (
            lesson("quarrel", 4, quarrel),
            lesson("unions", 2, unions),
            lesson("afterwards", 1, {"ended": date}),
        ),
        (
            pick("when-formed", date, "formed"),
            write("year-formed", date, "formed"),
            pick("when-met", date, "met"),
            write("month-met", date, "met"),
            pick("who-wanted", position, "wanted"),
            pick("what-wanted", position, "wanted"),
            pick("who-blamed", criticism, "blamed"),
            recall("all-of-quarrel", Kind.EVENT, "formed", "wanted", "blamed"),
            write("when-spoke", date, "spoke"),
            pick("who-held", position, "held"),
            pick("what-held", position, "held"),
            pick("who-objected", criticism, "objected"),
            pick("what-objected", criticism, "objected"),
            write("why-objected", criticism, "objected"),
        ),
    )


@dataclass
class SetClock:
    """A clock that stands still until it is moved."""

    now: datetime = START
    """The time it shows."""

    def __call__(self) -> datetime:
        return self.now

    def move(self, **span: float) -> None:
        """Let time pass: `move(minutes=2)`."""
        self.now += timedelta(**span)


@dataclass
class Counter:
    """Gives ids one after the other."""

    given: int = field(default=0)
    """How many were given."""

    def __call__(self) -> UUID:
        self.given += 1
        return UUID(int=self.given)


def sample_study(guide: Guide[Question] | None = None, clock: SetClock | None = None) -> Study:
    """A run with the sample guide, or another, at a set time."""
    return Study(guide or sample_guide(), clock or SetClock(), Counter())


def right_answer_to(question: Question) -> Response:
    """The right answer."""
    return question.key


def wrong_answer_to(question: Question) -> Response:
    """A wrong answer, whatever the ask."""
    match question.key:
        case Picked():
            return Picked((WRONG,))
        case Written():
            return Written((WRONG,))
        case _:
            return Recalled("nothing", ())
