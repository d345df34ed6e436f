"""A room that is hosted: who comes in, what is taken, what time does, and what a crash leaves."""

from pathlib import Path

import pytest

from tests.classroom.hosts import Hosted
from tests.classroom.rooms import picked
from tui.classroom.events import Answered, Revealed
from tui.classroom.log import read_log
from tui.classroom.protocol import Asked, Over, Saved, Shown, Shut, Stopped, Waiting
from tui.classroom.words import AnswerId
from tui.quiz.verdict import Grade


@pytest.fixture
def hosted(tmp_path: Path) -> Hosted:
    return Hosted(tmp_path)


async def test_an_answer_is_on_the_disk_before_it_is_acknowledged(hosted: Hosted) -> None:
    (anna,) = hosted.joins("Anna")
    hosted.host.open_next()
    assert await hosted.answers(anna, picked("right")) == Saved(id=AnswerId("1"))
    assert any(isinstance(each.event, Answered) for each in read_log(hosted.path).events)


async def test_a_round_goes_from_asking_to_the_key(hosted: Hosted) -> None:
    host = hosted.host
    anna, ben = hosted.joins("Anna", "Ben")
    assert host.state_for(anna) == Waiting(players=2, asked=0)
    host.open_next(limit=20)
    state = host.state_for(anna)
    assert isinstance(state, Asked)
    assert (state.seconds, state.of, state.yours) == (20, 2, None)
    await hosted.answers(anna, picked("right"))
    assert tuple(host.answered()) == (1, 2)
    assert [player.name for player in host.missing()] == ["Ben"]
    host.close()
    assert isinstance(host.state_for(anna), Shut)
    host.reveal()
    shown = host.state_for(ben)
    assert isinstance(shown, Shown)
    assert (shown.outcome.grade, shown.outcome.key, shown.total) == (None, ("right",), 0)
    right = host.shown_for(anna, host.room.rounds[0].number)
    assert (right.outcome.grade, right.outcome.headline, right.total) == (Grade.CORRECT, "Right.", 1)
    assert right.outcome.taught.paragraphs
    host.pause()
    assert host.state_for(anna) == Stopped()
    host.go_on()
    host.end()
    over = host.state_for(anna)
    assert isinstance(over, Over)
    assert (len(over.outcomes), over.total, over.most) == (1, 1, 1)
    assert isinstance(hosted.heard[-3], type(hosted.heard[-3]))
    assert any(isinstance(each, Revealed) for each in hosted.heard)
