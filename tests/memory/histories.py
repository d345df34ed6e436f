"""Histories of all kinds: for tests of what entries come to."""

from datetime import timedelta
from uuid import UUID

from hypothesis import strategies as st
from msgspec.structs import replace

from tests.memory.writing import attempt
from tests.samples import START
from tui.guide.words import KeyPointId, LessonId, PanelId, QuestionId
from tui.memory.attempt import (
    AfreshTakenBack,
    Amendment,
    Attempt,
    AttemptId,
    Change,
    Doubt,
    Entry,
    MarkerId,
    Occasion,
    PanelRead,
    Proved,
    SettingChosen,
    SittingId,
    StartedAfresh,
)
from tui.quiz.ask import Paired, Picked, Recalled, Skipped, Written
from tui.quiz.confidence import Confidence
from tui.quiz.verdict import Credit, Grade

POINTS = tuple(KeyPointId(f"point-{number}") for number in range(3))
QUESTIONS = tuple(QuestionId(f"question-{number}") for number in range(4))
PANELS = tuple(PanelId(f"panel-{number}") for number in range(3))
LESSON = LessonId("quarrel")
RESPONSES = (
    Picked(("the unions",)),
    Picked(("the unions", "the party")),
    Written(("1920",)),
    Paired((("Lenin", "party"),)),
    Recalled("some", (0,)),
    Skipped(),
)
_FEW = st.integers(1, 6)
_times = st.integers(0, 40).map(lambda hours: START + timedelta(hours=7 * hours))


@st.composite
def _attempts(draw: st.DrawFn) -> Attempt:
    at, grade = draw(_times), draw(st.sampled_from(Grade))
    return replace(
        attempt(),
        id=AttemptId(UUID(int=draw(_FEW))),
        question=draw(st.sampled_from(QUESTIONS)),
        key_points=tuple(draw(st.lists(st.sampled_from(POINTS), min_size=1, max_size=2, unique=True))),
        again=draw(st.booleans()),
        response=draw(st.sampled_from(RESPONSES)),
        key=draw(st.sampled_from((None, Picked(("the party",)), Paired((("Lenin", "unions"),))))),
        confidence=draw(st.sampled_from((None, *Confidence))),
        occasion=draw(st.sampled_from(Occasion)),
        sitting=draw(st.none() | _FEW.map(lambda number: SittingId(UUID(int=number)))),
        grade=grade,
        credit=Credit({Grade.CORRECT: 1.0, Grade.PARTLY: 0.5}.get(grade, 0.0)),
        began=at - timedelta(seconds=draw(st.integers(-5, 900))),
        answered=at,
    )


_others: st.SearchStrategy[Entry] = st.one_of(
    st.builds(
        Amendment,
        attempt=_FEW.map(lambda number: AttemptId(UUID(int=number))),
        change=st.sampled_from(Change),
        at=_times,
    ),
    st.builds(PanelRead, panel=st.sampled_from(PANELS), at=_times),
    st.builds(Doubt, question=st.sampled_from(QUESTIONS), word=st.just("why"), at=_times),
    st.builds(
        StartedAfresh,
        id=st.integers(11, 14).map(lambda number: MarkerId(UUID(int=number))),
        lesson=st.sampled_from((None, LESSON)),
        key_points=st.just(POINTS[:2]),
        questions=st.just(QUESTIONS[:2]),
        panels=st.just(PANELS[:2]),
        at=_times,
    ),
    st.builds(AfreshTakenBack, marker=st.integers(11, 14).map(lambda number: MarkerId(UUID(int=number))), at=_times),
    st.builds(Proved, lesson=st.just(LESSON), key_points=st.just(POINTS[1:]), panels=st.just(PANELS[1:]), at=_times),
    st.builds(SettingChosen, name=st.just("minutes"), value=st.sampled_from(("5", "20")), at=_times),
)


def id_of(entry: Entry) -> int | None:
    """The number of an entry's own id, where it has one."""
    return entry.id.int if isinstance(entry, Attempt | StartedAfresh) else None


def _once(entries: list[Entry]) -> list[Entry]:
    """Of several with the same id, the first, as in a file."""
    return list({id_of(entry) or -number: entry for number, entry in reversed(list(enumerate(entries, 1)))}.values())


histories: st.SearchStrategy[list[Entry]] = st.lists(_attempts() | _others, max_size=30).map(_once)
"""Entries in an order in which they may have come."""
