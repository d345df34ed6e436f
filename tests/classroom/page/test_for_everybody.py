"""Everybody can read the page: with large letters, by ear, in the dark, by keys, with a screen reader."""

import importlib.util
import json
from pathlib import Path

import pytest
from msgspec.structs import replace
from playwright.async_api import Browser, Page, expect

from tests.classroom.page.fake_host import FakeHost
from tests.classroom.page.pupil import Pupil
from tests.classroom.page.said import (
    ARRANGE,
    ASKS,
    COMMITTEES_PICKED,
    OVER,
    PARTLY,
    PICK,
    UNIONS,
    WRONG,
    asked,
    shown,
    shut,
)
from tui.classroom.protocol import Answer, AskedAgain, Refusal, Refused, Stopped
from tui.classroom.words import AnswerId
from tui.quiz.ask import Picked
from tui.text import clean

pytestmark = pytest.mark.asyncio(loop_scope="session")

SPEECH = """
  window.heard = [];
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  Object.defineProperty(window, "speechSynthesis", { value: {
    speaking: false,
    speak(one) { this.speaking = true; heard.push([one.lang, one.text]); },
    cancel() { this.speaking = false; },
  }});
"""


async def serious(page: Page) -> list[tuple[str, list[str]]]:
    """What axe finds in the page as it is now: rule and places."""
    if not await page.evaluate("'axe' in window"):
        spec = importlib.util.find_spec("axe_playwright_python")
        assert spec is not None
        assert spec.submodule_search_locations
        await page.evaluate((Path(spec.submodule_search_locations[0]) / "axe.min.js").read_text(encoding="utf-8"))
    found = json.loads(
        await page.evaluate(
            "axe.run({resultTypes: ['violations']}).then(found => JSON.stringify(found.violations.map("
            "one => [one.id, one.nodes.map(node => node.html)])))"
        )
    )
    return [(rule, places) for rule, places in found]


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_axe_finds_nothing_in_any_state(pupil: Pupil, page: Page, scheme: str) -> None:
    await page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    await pupil.opens("/see")
    await pupil.reads("Everything is ready")
    assert await serious(page) == []
    await pupil.opens("/")
    await pupil.reads("Weaver")
    await pupil.taps("Join")
    assert await serious(page) == []
    await pupil.joins()
    await page.locator("summary").click()
    assert await serious(page) == []
    for number, ask in enumerate(ASKS):
        await pupil.is_asked(ask, number + 1, vote=2, seconds=9)
        await pupil.taps("Send" if ask is not PICK else UNIONS)
        if ask in {PICK, ARRANGE}:
            await pupil.saved(await pupil.host.hear(Answer))
        assert await serious(page) == [], ask
    await page.locator("select").first.select_option(index=1)
    await pupil.taps("Send")
    await pupil.saved(await pupil.host.hear(Answer))
    assert await serious(page) == []
    pupil.host.is_there = False
    await pupil.host.drop()
    await expect(pupil.line).to_contain_text("You are offline.")
    await pupil.taps("I don't know")
    assert await serious(page) == []
    pupil.host.is_there = True
    await pupil.comes_back()
    for message, title in (
        (shut(COMMITTEES_PICKED, 7), "Closed"),
        (Stopped(), "paused"),
        (shown(replace(WRONG, round=7)), "Not right"),
        (shown(replace(PARTLY, round=8)), "1 of 2"),
        (OVER, "over"),
        (Refused(refusal=Refusal.REPLACED, reason=clean("Elsewhere.")), "another device"),
    ):
        await pupil.host.say(message)
        await pupil.sees(title)
        await page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        assert await serious(page) == [], title


async def test_what_is_new_has_the_focus_on_its_heading_and_the_tab(pupil: Pupil, page: Page) -> None:
    await pupil.joins()
    heading = page.get_by_role("heading", level=1)
    for number, ask in enumerate(ASKS):
        await pupil.is_asked(ask, number + 1)
        await expect(heading).to_be_focused()
        await expect(page).to_have_title(f"{ask.prompt} · kruzhok")
    await pupil.host.say(shown(replace(WRONG, round=7)))
    await pupil.sees("Not right.")
    await expect(heading).to_be_focused()
    await expect(page).to_have_title("Not right. · kruzhok")


async def test_a_question_is_answered_by_keys_alone(pupil: Pupil, page: Page) -> None:
    await pupil.joins()
    await pupil.is_asked(PICK)
    await page.keyboard.press("Tab")
    await page.keyboard.press("Tab")
    await page.keyboard.press("Space")
    answer = await pupil.sent(COMMITTEES_PICKED)
    await pupil.host.say(AskedAgain(id=AnswerId(answer.id), reason=clean("Once more.")))
    await expect(pupil.state).to_have_text("Once more.")
    await expect(pupil.state).to_have_role("status")


async def test_larger_text_and_the_other_colours_are_a_tap_away_and_stay(pupil: Pupil, page: Page) -> None:
    async def look() -> tuple[float, str]:
        style = "getComputedStyle(document.body)"
        size = await page.evaluate(f"parseFloat({style}.fontSize)")
        return size, await page.evaluate(f"{style}.backgroundColor")

    await page.emulate_media(color_scheme="light")
    await pupil.joins()
    small, light = await look()
    await pupil.taps("Larger text")
    await pupil.taps("Dark")
    large, dark = await look()
    assert large > small
    assert dark != light
    await page.reload()
    assert await look() == (large, dark)
    await pupil.taps("Larger text")
    await pupil.taps("Normal text")
    await pupil.taps("Light")
    assert await look() == (small, light)
    await page.emulate_media(color_scheme="dark", contrast="more")
    assert (await look())[1] == "rgb(255, 255, 255)"


@pytest.mark.usefixtures("apart")
async def test_what_is_asked_is_read_aloud_in_the_guides_language(pupil: Pupil, page: Page) -> None:
    await page.add_init_script(SPEECH)
    await pupil.joins("ru")
    await pupil.is_asked(PICK)
    await expect(page.get_by_role("heading", level=1)).to_have_attribute("lang", "ru")
    await pupil.taps("Read aloud")
    assert await page.evaluate("heard") == [["ru", PICK.prompt], *(["ru", option] for option in PICK.options)]
    await pupil.host.say(shown(WRONG))
    await pupil.sees("Not right.")
    assert not await page.evaluate("speechSynthesis.speaking"), "it reads on what is gone"
    await pupil.taps("Read aloud")
    heard = await page.evaluate("heard.slice(5)")
    assert ["en", "Not right."] in heard
    assert ["ru", WRONG.explanation] in heard
    await pupil.taps("Stop reading")
    assert not await page.evaluate("speechSynthesis.speaking")


@pytest.mark.usefixtures("apart")
async def test_nothing_offers_to_read_where_the_browser_cannot(pupil: Pupil, page: Page) -> None:
    await page.add_init_script("delete window.speechSynthesis")
    await pupil.joins()
    await expect(page.get_by_role("button", name="Read aloud")).to_have_count(0)


@pytest.mark.usefixtures("apart")
async def test_the_time_left_is_shown_every_second_and_told_seldom(pupil: Pupil, page: Page) -> None:
    await page.add_init_script(
        "window.told = []; addEventListener('DOMContentLoaded', () => new MutationObserver(() =>"
        " told.push(document.getElementById('said').textContent))"
        ".observe(document.getElementById('said'), {childList: true}))"
    )
    await page.clock.install()
    await pupil.joins()
    await page.clock.pause_at(await page.evaluate("Date.now() + 1000"))
    await pupil.is_asked(PICK, seconds=75)
    timer = page.get_by_role("timer")
    await expect(timer).to_have_text("1:15 left")
    await page.clock.run_for(1_000)
    await expect(timer).to_have_text("1:14 left")
    await page.clock.run_for(66_000)
    await expect(timer).to_have_text("0:08 left")
    await page.clock.run_for(9_000)
    await expect(timer).to_have_text("Time is up")
    assert await page.evaluate("told") == [
        "1 minute 15 seconds left",
        "1 minute left",
        "30 seconds left",
        "10 seconds left",
    ]
    await pupil.is_asked(PICK, 5)
    await expect(timer).to_be_hidden()


@pytest.mark.usefixtures("apart")
async def test_who_has_no_time_left_is_not_told_that_an_answer_can_change(pupil: Pupil, page: Page) -> None:
    await page.clock.install()
    await pupil.joins()
    await page.clock.pause_at(await page.evaluate("Date.now() + 1000"))
    await pupil.is_asked(PICK, seconds=5)
    await pupil.taps(UNIONS)
    await pupil.saved(await pupil.sent(Picked((UNIONS,))))
    await expect(pupil.state).to_have_text("Saved. You can change it until the close.")
    await page.clock.run_for(6_000)
    await expect(pupil.state).to_have_text("Time is up. Your answer is saved.")
    await pupil.host.say(asked(PICK, seconds=30, yours=Picked((UNIONS,))))
    await expect(pupil.state).to_have_text("Saved. You can change it until the close.")


async def test_what_is_chosen_is_seen_where_the_system_sets_all_colours(browser: Browser, host: FakeHost) -> None:
    context = await browser.new_context(forced_colors="active")
    try:
        pupil = Pupil(await context.new_page(), host)
        await pupil.joins()
        await pupil.is_asked(PICK)
        await pupil.taps(UNIONS)
        outlines = await pupil.page.eval_on_selector_all(
            ".option", "all => all.map(one => getComputedStyle(one).outlineStyle)"
        )
        assert outlines == ["solid", "none", "none", "none"]
    finally:
        await context.close()
