"""Every type of question is played: what its frames tell before the reveal, and after it."""

from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from tests.classroom.hosts import Hosted, guide_with
from tests.classroom.rooms import SKIP, Class, choice, picked
from tests.quiz.test_types_all import QUESTIONS
from tui.classroom.protocol import Asked, FromHost, Saved, Shown, Shut
from tui.classroom.showing import Showing, State
from tui.classroom.words import Seat
from tui.guide.words import QuestionId
from tui.quiz.ask import Arranged, Paired, Picked, Response, Write, Written
from tui.quiz.explain import right_answer
from tui.quiz.question import Distractor, Question
from tui.quiz.types.recall import Recall
from tui.quiz.verdict import Grade
from tui.text import Clean

EXPLANATION = Clean("It says why.")
PLAYED = [
    replace(question, id=QuestionId(str(question.__struct_config__.tag)), explanation=EXPLANATION)
    for question in QUESTIONS
    if not isinstance(question, Recall)
]
every_type = pytest.mark.parametrize("question", PLAYED, ids=[question.id for question in PLAYED])


def frame(state: State) -> str:
    """What goes over the wire, where it is as the protocol has it."""
    encoded = msgspec.json.encode(state)
    assert msgspec.json.decode(encoded, type=FromHost) == state
    return encoded.decode()


def texts_of(response: Response) -> list[str]:
    """Every text by itself that a response has."""
    match response:
        case Paired():
            return [text for pair in response.pairs for text in pair]
        case Arranged():
            return list(response.items)
        case _:
            return list(right_answer(response))


def whys(question: Question) -> list[str]:
    given: tuple[Distractor, ...] = getattr(question, "distractors", ())
    return [each.why for each in given if each.why]


@every_type
async def test_no_frame_tells_a_key_before_the_reveal(tmp_path: Path, question: Question) -> None:
    hosted = Hosted(tmp_path, question)
    anna, ben = hosted.joins("Anna", "Ben")
    frames = [frame(hosted.host.state_for(ben))]
    hosted.host.open_next(limit=20)
    assert isinstance(await hosted.answers(anna, question.key), Saved)
    asked = hosted.host.state_for(ben)
    assert isinstance(asked, Asked)
    frames.append(frame(asked))
    hosted.host.close()
    assert isinstance(hosted.host.state_for(ben), Shut)
    frames.append(frame(hosted.host.state_for(ben)))
    hosted.host.pause()
    frames.append(frame(hosted.host.state_for(ben)))
    said = "".join(frames)
    assert not [secret for secret in (EXPLANATION, *whys(question)) if secret in said]
    times = 0 if isinstance(asked.ask, Write) else 1
    assert {said.count(f'"{text}"') for text in texts_of(question.key)} == {times}


@every_type
async def test_after_the_reveal_all_is_told(tmp_path: Path, question: Question) -> None:
    hosted = Hosted(tmp_path, question)
    anna, ben, carl = hosted.joins("Anna", "Ben", "Carl")
    hosted.host.open_next()
    await hosted.answers(anna, question.key)
    await hosted.answers(ben, SKIP)
    hosted.host.close()
    hosted.host.reveal()
    shown = [hosted.host.state_for(seat) for seat in (anna, ben, carl)]
    for state in shown:
        frame(state)
    assert [each.outcome.grade for each in shown if isinstance(each, Shown)] == [Grade.CORRECT, Grade.SKIPPED, None]
    first = shown[0]
    assert isinstance(first, Shown)
    assert first.total == 1
    assert first.outcome.yours == first.outcome.key == right_answer(question.key)
    assert len(first.outcome.parts) in {0, len(first.outcome.yours)}
    assert first.outcome.explanation == EXPLANATION
    assert hosted.host.shares().right == 1
    hosted.host.end()
    frame(hosted.host.state_for(anna))


async def test_why_what_they_chose_is_wrong_is_told_to_those_who_chose_it(tmp_path: Path) -> None:
    choice = PLAYED[0]
    hosted = Hosted(tmp_path, choice)
    anna, ben = hosted.joins("Anna", "Ben")
    hosted.host.open_next()
    await hosted.answers(anna, Picked(("The party",)))
    hosted.host.close()
    hosted.host.reveal()
    one, two = (hosted.host.shown_for(seat, hosted.host.room.rounds[0].number).outcome for seat in (anna, ben))
    assert (one.headline, one.why, two.why) == ("Not this one.", ("Lenin's.",), ())


async def test_what_was_typed_is_grouped_the_largest_first(tmp_path: Path) -> None:
    hosted = Hosted(tmp_path, next(question for question in PLAYED if question.id == "cloze"))
    seats = hosted.joins("Anna", "Ben", "Carl", "Dora")
    hosted.host.open_next()
    typed = [("self activity", "thought"), ("Self-activity", "thinking"), ("SELF-ACTIVITY!", "Thought"), ("work", "")]
    for seat, fields in zip(seats, typed, strict=True):
        await hosted.answers(seat, Written(fields))
    hosted.host.close()
    groups = hosted.host.typed_groups()
    assert [(each.count, each.right) for each in groups] == [(2, True), (1, True), (1, False)]
    assert groups[-1].text == "work · –"


def test_the_end_says_each_panel_once() -> None:
    questions = (choice("one"), choice("two"), choice("three"))
    of = Class(*questions, names="anna")
    for place in range(3):
        of.asks(place, {"anna": picked("near")})
    over = Showing(guide_with(*questions)).over(of.room, of.room.players[Seat("anna")])
    assert [panel.id for panel in over.panels] == [over.outcomes[0].taught]
    assert {outcome.taught for outcome in over.outcomes} == {over.panels[0].id}
