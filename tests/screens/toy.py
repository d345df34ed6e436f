"""A sitting with every type of question, on the small guide, with a clock that tests set."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from tests.screens.small import NASTY, guide
from tui.guide.words import KeyPointId, Kind, QuestionId
from tui.quiz.question import Distractor, Question
from tui.quiz.types.choice import Choice
from tui.quiz.types.cloze import Cloze
from tui.quiz.types.date import Date
from tui.quiz.types.match import Match, Partners
from tui.quiz.types.number import Number
from tui.quiz.types.order import Order
from tui.quiz.types.recall import Recall
from tui.quiz.types.select import Select
from tui.quiz.types.text import Text
from tui.quiz.types.true_false import TrueFalse
from tui.study import Study
from tui.text import Clean

FIRST = tuple(KeyPointId(f"point-1-{index}") for index in range(3))
SECOND = tuple(KeyPointId(f"point-2-{index}") for index in range(2))


def asked(
    name: str, text: str, tests: tuple[KeyPointId, ...] = FIRST[:1], kind: Kind = Kind.POSITION
) -> dict[str, Any]:
    """What every question has."""
    return {
        "id": QuestionId(name),
        "kind": kind,
        "tests": tests,
        "question": Clean(text),
        "explanation": Clean(f"The document says so {NASTY}."),
    }


CHOICE = Choice(
    **asked("choice", f"Who should run industry? {NASTY}"),
    answer=Clean("The trade unions themselves"),
    distractors=(
        Distractor(
            choice=Clean("Party officials, teaching the workers as they go"), why=Clean("That was Lenin's answer.")
        ),
        Distractor(choice=Clean(f"The factory committees {NASTY}"), why=Clean(f"They meant the unions {NASTY}.")),
    ),
)
SELECT = Select(
    **asked("select", "Which two did they want?", SECOND[:1]),
    answers=(Clean("Free speech"), Clean("Elections")),
    distractors=(
        Distractor(choice=Clean("Decrees"), why=Clean("Those came from above.")),
        Distractor(choice=Clean("Posts")),
    ),
)
TRUE_FALSE = TrueFalse(
    **asked("true-false", "The unions voted them down.", kind=Kind.CRITICISM),
    answer=False,
    correction=Clean("The party's leaders did."),
)
DATE = Date(**asked("date", "When did the conference meet?", kind=Kind.DATE), answer=Clean("1920-09"))
TEXT = Text(
    **asked("text", "Who wrote the pamphlet?", kind=Kind.PERSON),
    answer=Clean("Alexandra Kollontai"),
    also=(Clean("Kollontai"),),
)
NUMBER = Number(**asked("number", "How many came?", kind=Kind.FIGURE), answer=37.0, unit=Clean("delegates"))
ORDER = Order(
    **asked("order", "In which order?", kind=Kind.EVENT), items=(Clean("First"), Clean("Second"), Clean("Third"))
)
MATCH = Match(
    **asked("match", "Who held what?", SECOND[:1]),
    pairs=(
        Partners(left=Clean("Lenin"), right=Clean("Officials teach")),
        Partners(left=Clean("Kollontai"), right=Clean("Masses build")),
    ),
    extra=(Clean("Soviets decide"),),
)
CLOZE = Cloze(
    **asked("cloze", "Fill the gap.", kind=Kind.TERM),
    text=Clean("The party is {afraid} of criticism."),
    speaker=Clean("Kollontai"),
    work=Clean("The Workers' Opposition"),
)
RECALL = Recall(**asked("recall", "What do you remember?", FIRST))
ALL: tuple[Question, ...] = (CHOICE, SELECT, TRUE_FALSE, DATE, TEXT, NUMBER, ORDER, MATCH, CLOZE, RECALL)


@dataclass
class Watch:
    """A clock that stands still until it is set on."""

    now: datetime = field(default_factory=lambda: datetime(2026, 1, 14, 12, tzinfo=UTC))

    def __call__(self) -> datetime:
        return self.now

    def pass_by(self, **span: float) -> None:
        self.now += timedelta(**span)


def study_of(*questions: Question, clock: Watch | None = None) -> Study:
    """A learner with these questions, all of them if none are given."""
    chosen = questions or ALL
    return Study(guide(questions={question.id: question for question in chosen}), clock or Watch())
