"""Take the pictures of the real app that the documents show: `make picture`."""

import asyncio
import os
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import cast
from uuid import UUID

from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from docs.examples import ROOT, example_guide
from docs.svg import fit_to_show
from tui.app import KruzhokApp
from tui.classroom.events import Began
from tui.classroom.hosting import HostedRoom
from tui.classroom.log_writer import new_log
from tui.classroom.made_up_class import MadeUpClass
from tui.classroom.protocol import Answer, Asked
from tui.classroom.timing import Clocks
from tui.classroom.words import RoomCode, RoomId
from tui.drawing.room import Lobby
from tui.guide.model import Guide
from tui.guide.words import QuestionId
from tui.memory.made_up import made_up
from tui.memory.record import Record
from tui.quiz.ask import Arranged, Paired, Picked, Recalled, Response, Written
from tui.quiz.choosing import Choice
from tui.quiz.question import Question
from tui.screens.host import HostScreen
from tui.screens.practice import PracticeScreen
from tui.study import Study, open_guide

HOME = ROOT / "docs" / "home.svg"
TYPES = ROOT / "docs" / "pictures"
ROOM = ROOT / "docs" / "room.svg"
ROOM_CODE, ROOM_SEED, ROOM_QUESTION = RoomCode("KRUZHK"), "demo", QuestionId("control-over-industry")
HOME_SIZE = (80, 24)
TYPE_SIZE = (80, 20)
"""What a type's picture has at least; more lines, where its question and verdict need them."""

ANSWERS: dict[str, Response] = {
    "choice": Picked(("The factory committees",)),
    "select": Picked(("Alexander Shliapnikov", "Alexandra Kollontai", "Leon Trotsky")),
    "true-false": Picked(("True",)),
    "date": Written(("autumn 1920",)),
    "text": Written(("alexandra kollontay",)),
    "number": Written(("four",)),
    "order": Arranged(
        (
            "The Opposition begins to form",
            "The Tenth Party Congress",
            "The Ninth All-Russia Conference",
            "What is left of it joins the Left Opposition",
        )
    ),
    "match": Paired(
        (
            ("Lenin", "Party officials teach the workers to administer"),
            ("The Workers' Opposition", "The factory committees take over"),
            ("Kronstadt", "All power to the soviets"),
        )
    ),
    "cloze": Written(("self-activity", "thougt", "speech")),
    "recall": Recalled("Workers, above all metal workers. Led by Shliapnikov, Kollontai and Medvedev.", (0, 1, 2)),
}
"""How the example of each type is answered: so that its verdict has something to teach."""
BEGUN: dict[str, Response] = {
    **{tag: ANSWERS[tag] for tag in ("date", "order")},
    "match": Paired((("Lenin", "Party officials teach the workers to administer"),)),
    "cloze": Written(("self-activity", "", "")),
    "recall": Recalled("Workers, above all metal workers.", ()),
}
"""What is there before an answer, for the types whose verdict does not show how one answers."""


def study(guide: Guide[Question]) -> Study:
    """A learner whose clock stands still."""
    return Study(guide, clock=lambda: datetime(2026, 1, 14, 9, tzinfo=UTC))


def learner() -> Study:
    """Somebody made up, with forty days behind them."""
    begun = study(open_guide(ROOT))
    begun.record = Record(made_up(begun.guide, begun.clock() - timedelta(hours=12)))
    return begun


async def home() -> str:
    """The home screen."""
    app = KruzhokApp(learner())
    async with app.run_test(size=HOME_SIZE) as pilot:
        await pilot.pause()
        return fit_to_show(app.export_screenshot(title="kruzhok"))


async def room() -> str:
    """A made-up class, once the key of a question is shown."""
    guide = open_guide(ROOT)
    clocks = Clocks(study(guide).clock, lambda: 0.0)
    others = [each for each in guide.questions.values() if each.id != ROOM_QUESTION]
    began = Began(
        id=RoomId(UUID(int=1)),
        code=ROOM_CODE,
        guide=guide.id,
        title=guide.title,
        questions=(guide.questions[ROOM_QUESTION], *others[:9]),
        seed=ROOM_SEED,
        seats=60,
    )
    with TemporaryDirectory() as folder, ExitStack() as leaving:
        path = Path(folder) / "room.jsonl"
        log = new_log(path)
        log.add(began, clocks.wall())
        log.let_go()
        hosted = HostedRoom.resume(path, guide, clocks)
        leaving.callback(hosted.let_go)
        played(hosted, MadeUpClass(guide, 24, ROOM_SEED))
        lobby = Lobby(addresses=("192.168.1.5:8080",), code=ROOM_CODE, link="")
        screen = HostScreen(hosted, lobby, None, lambda: guide)
        app = KruzhokApp(study(guide), lambda ways: ways.open_screen(screen))
        async with app.run_test(size=HOME_SIZE) as pilot:
            await settled(pilot)
            return fit_to_show(app.export_screenshot(title="kruzhok"))


def played(hosted: HostedRoom, made_up: MadeUpClass) -> None:
    """Let a class come in and answer one question, and show its key."""
    seats = [hosted.join(ROOM_CODE, pupil.name).seat for pupil in made_up.pupils]
    hosted.open_next()
    for seat, pupil in zip(seats, made_up.pupils, strict=True):
        asked = hosted.state_for(seat)
        assert isinstance(asked, Asked)
        for doing in made_up.doings(pupil, asked)[-1:]:
            answer = Answer(id=pupil.name, round=asked.round, vote=asked.vote, response=doing.response)
            hosted.answer(seat, answer, lambda _: None)
    hosted.close()
    hosted.reveal()


async def of_type(question: Question, guide: Guide[Question]) -> dict[str, str]:
    """A question with its verdict and, where that differs much, as it is asked; each by its file's name."""
    tag = str(question.__struct_config__.tag)
    app = KruzhokApp(study(guide), lambda ways: ways.open_quiz(Choice(only=(question.id,), seed="picture")))
    made = {}
    async with app.run_test(size=TYPE_SIZE) as pilot:
        await settled(pilot)
        screen = cast("PracticeScreen", app.screen)
        if tag in BEGUN:
            screen.show_turn(BEGUN[tag])
            made[f"{tag}-asked.svg"] = await whole(pilot, screen)
        screen.show_turn(ANSWERS[tag])
        screen.take(ANSWERS[tag])
        made[f"{tag}.svg"] = await whole(pilot, screen)
    return made


async def whole(pilot: Pilot[int], screen: PracticeScreen) -> str:
    """The screen, with as many lines as it needs and no cursor that comes and goes."""
    for field in screen.query(Input):
        field.cursor_blink = False
    for text in screen.query(TextArea):
        text.cursor_blink = False
    width, height = TYPE_SIZE
    await pilot.resize_terminal(width, height)
    await settled(pilot)
    while screen.ask_view.page.max_scroll_y:
        height += screen.ask_view.page.max_scroll_y
        await pilot.resize_terminal(width, height)
        await settled(pilot)
    return fit_to_show(pilot.app.export_screenshot(title="kruzhok"))


async def settled(pilot: Pilot[int]) -> None:
    """Wait until all is drawn."""
    for _ in range(3):
        await pilot.pause()


async def pictures() -> dict[Path, str]:
    """Every picture, by the file it belongs in."""
    guide = example_guide()
    made = {HOME: await home(), ROOM: await room()}
    for question in guide.questions.values():
        made |= {TYPES / name: picture for name, picture in (await of_type(question, guide)).items()}
    return made


def main() -> None:
    """Take them all, in the dark and in colour whatever the terminal is."""
    for name in ("COLORFGBG", "COLORTERM", "NO_COLOR"):
        os.environ.pop(name, None)
    TYPES.mkdir(exist_ok=True)
    for path, picture in asyncio.run(pictures()).items():
        path.write_text(picture, encoding="utf-8")
        print(f"Taken: {path.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
