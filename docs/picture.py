"""Take the pictures of the real app that the documents show: `make picture`."""

import asyncio
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import cast

from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from docs.examples import ROOT, example_guide
from docs.svg import fit_to_show
from tui.app import KruzhokApp
from tui.guide.model import Guide
from tui.memory.made_up import made_up
from tui.memory.record import Record
from tui.quiz.ask import Arranged, Paired, Picked, Recalled, Response, Written
from tui.quiz.choosing import Choice
from tui.quiz.question import Question
from tui.screens.practice import PracticeScreen
from tui.study import Study, open_guide

HOME = ROOT / "docs" / "home.svg"
TYPES = ROOT / "docs" / "pictures"
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
    made = {HOME: await home()}
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
