"""What a host says in the tests."""

from tui.classroom.protocol import Asked, Outcome, Over, Shown, Shut, Taught, Waiting, Welcome
from tui.classroom.words import Nickname, RoundNumber, Seat, Token
from tui.guide.words import GuideId, PanelId
from tui.quiz.ask import Arrange, Ask, Field, Pair, Pick, Picked, Response, Write
from tui.quiz.verdict import Grade
from tui.text import Clean, clean

CODE = "K7PQRS"
TOKEN = Token("0123456789abcdef0123456789abcdef")


def cleaned(*texts: str) -> tuple[Clean, ...]:
    return tuple(clean(text) for text in texts)


UNIONS, COMMITTEES = cleaned("The trade unions", "The factory committees")
OPTIONS = (
    UNIONS,
    COMMITTEES,
    *cleaned("The party's officials, until the workers have learnt how to run an industry", "<b>Nobody</b>"),
)
PICK = Pick(clean("Who should run the economy, according to the Workers' Opposition?"), OPTIONS)
SEVERAL = Pick(
    clean("What did the group fight?"), cleaned("Bureaucracy", "Strikes", "One-man management"), several=True
)
WRITE = Write(
    clean("When did the Tenth Party Congress meet?"),
    (Field(clean("date"), example=clean("1905, May 1905, spring 1905")), Field(clean("number"), number=True)),
)
CLOZE = Write(
    clean("Complete the sentence with which Kollontai begins."),
    (Field(clean("gap 1")), Field(clean("gap 2"))),
    passage=cleaned("There can be no", "without", "of thought and opinion"),
    attribution=clean("Alexandra Kollontai, The Workers' Opposition"),
)
ARRANGE = Arrange(
    clean("Put these in order, the earliest first."),
    cleaned("The Tenth Congress", "The trade union debate", "The civil war in the north ends", "Kronstadt rises"),
)
PAIR = Pair(
    clean("Who was what in the Workers' Opposition?"),
    cleaned("Nearly all its people", "Those who led it"),
    cleaned("Veteran Bolsheviks of many years' standing", "Unionised workers", "Party bureaucrats"),
)
ASKS: tuple[Ask, ...] = (PICK, SEVERAL, WRITE, CLOZE, ARRANGE, PAIR)


def welcome(language: str = "en") -> Welcome:
    return Welcome(
        seat=Seat("s1"),
        token=TOKEN,
        name=Nickname(clean("Weaver")),
        guide=GuideId("workers-opposition"),
        title=clean("The Workers' Opposition"),
        language=language,
        points=3.5,
    )


def waiting(players: int = 12, asked: int = 0) -> Waiting:
    return Waiting(players=players, asked=asked)


def asked(
    ask: Ask, number: int = 4, *, vote: int = 1, seconds: float | None = None, yours: Response | None = None
) -> Asked:
    return Asked(round=RoundNumber(number), vote=vote, of=12, ask=ask, seconds=seconds, yours=yours)


def shut(yours: Response | None, number: int = 4, vote: int = 1) -> Shut:
    return Shut(round=RoundNumber(number), vote=vote, yours=yours)


TAUGHT = Taught(
    id=PanelId("two-things-called-workers-control"),
    lesson=clean("Whose unions?"),
    panel=clean("Two things called workers' control"),
    paragraphs=cleaned(
        "The document asks which organisations were to run the economy.", "The unions had become an arm of the state."
    ),
)
WRONG = Outcome(
    round=RoundNumber(4),
    question=PICK.prompt,
    grade=Grade.WRONG,
    credit=0,
    points=0,
    headline=clean("Not right."),
    yours=(COMMITTEES,),
    parts=(),
    key=(UNIONS,),
    why=cleaned("The document's complaint is that they meant the unions, not these."),
    explanation=clean("The Opposition wanted the unions to run the national economy (¶4)."),
    taught=TAUGHT.id,
)
PARTLY = Outcome(
    round=RoundNumber(5),
    question=PAIR.prompt,
    grade=Grade.PARTLY,
    credit=0.5,
    points=0.5,
    headline=clean("1 of 2 right. Half a point."),
    yours=cleaned("Nearly all its people: Unionised workers", "Those who led it: Party bureaucrats"),
    parts=(Grade.CORRECT, Grade.WRONG),
    key=cleaned("Nearly all its people: Unionised workers", "Those who led it: Veteran Bolsheviks"),
    why=(),
    explanation=clean("So the document describes the group (¶3)."),
    taught=TAUGHT.id,
)
RIGHT = Outcome(
    round=RoundNumber(1),
    question=SEVERAL.prompt,
    grade=Grade.CORRECT,
    credit=1,
    points=1,
    headline=clean("Right."),
    yours=cleaned("Bureaucracy", "One-man management"),
    parts=(Grade.CORRECT, Grade.CORRECT),
    key=cleaned("Bureaucracy", "One-man management"),
    why=(),
    explanation=clean("Both are named (¶1)."),
    taught=TAUGHT.id,
)
UNANSWERED = Outcome(
    round=RoundNumber(2),
    question=WRITE.prompt,
    grade=None,
    credit=0,
    points=0,
    headline=clean("You gave no answer."),
    yours=(),
    parts=(),
    key=cleaned("March 1921"),
    why=(),
    explanation=clean("It met in March 1921 (¶11)."),
    taught=TAUGHT.id,
)


def shown(outcome: Outcome, total: float = 3.5) -> Shown:
    return Shown(outcome=outcome, panels=(TAUGHT,), total=total, lines="")


OVER = Over(
    outcomes=(RIGHT, UNANSWERED, WRONG, PARTLY),
    panels=(TAUGHT,),
    total=1.5,
    most=4,
    file='{"kruzhok":1}\n{"attempt":1}\n',
    file_name="kruzhok-K7PQRS-Weaver.jsonl",
)

COMMITTEES_PICKED = Picked((COMMITTEES,))
