"""How long a key takes to be seen: from the key's arrival to the last frame it changes, without a terminal."""

import asyncio
import time
from pathlib import Path
from typing import Any

from textual import events
from textual.app import App, ComposeResult
from textual.widgets import OptionList

from tui.app import KruzhokApp
from tui.guide.words import QuestionId
from tui.quiz.ask import Pick
from tui.quiz.choosing import Choice
from tui.study import Study, open_guide

ROOT = Path(__file__).parent.parent
QUIET = 0.06
"""Seconds without a frame after which a key has done all it does."""


class SeesFrames(App[Any]):
    """Mixed into an app, notes when frames are displayed."""

    last_frame = 0.0

    def _display(self, screen: Any, renderable: Any) -> None:
        super()._display(screen, renderable)
        self.last_frame = time.perf_counter()

    async def seconds_to_show(self, key: str) -> float:
        """Send a key as the terminal's driver does, and wait until nothing changes any more."""
        assert self._driver is not None
        began = time.perf_counter()
        self._driver.send_message(events.Key(key, key if len(key) == 1 else None))
        while time.perf_counter() - max(began, self.last_frame) < QUIET:
            await asyncio.sleep(0.005)
        if self.last_frame < began:
            raise RuntimeError(f"the key {key} changed nothing")
        return self.last_frame - began


class Bare(SeesFrames):
    """A list of four options."""

    def compose(self) -> ComposeResult:
        """The list."""
        yield OptionList(*(f"Option {number}" for number in range(4)))


class Ours(SeesFrames, KruzhokApp):
    """The app."""


def next_question_and_option_move(blocks: int = 8, keys: int = 6) -> tuple[list[float], list[float]]:
    """Seconds from key to picture: of the next question, and of a move in a bare list.

    Args:
        blocks: how often each app is opened, in turn.
        keys: how many keys each is sent then; the first one does not count.
    """
    ours: list[float] = []
    bare: list[float] = []
    for _ in range(blocks):
        bare += asyncio.run(_moves(keys))[1:]
        ours += asyncio.run(_questions(keys))[1:]
    return ours, bare


async def _moves(keys: int) -> list[float]:
    app = Bare()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        return [await app.seconds_to_show("down") for _ in range(keys)]


async def _questions(keys: int) -> list[float]:
    study = Study(open_guide(ROOT))
    picks = tuple(each.id for each in study.guide.questions.values() if isinstance(each.ask(""), Pick))
    app = Ours(study, _quiz_of(picks))
    seconds: list[float] = []
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        for _ in range(keys):
            await app.seconds_to_show("0")
            seconds.append(await app.seconds_to_show("enter"))
    return seconds


def _quiz_of(picks: tuple[QuestionId, ...]) -> Any:
    return lambda app: app.open_quiz(Choice(only=picks, seed="bench"))
