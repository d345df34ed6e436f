"""The whole in real parts: three pupils in a browser, the server, and a host driven by keys."""

from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, expect

from tests.classroom.players import Served
from tests.classroom.rooms import choice, text
from tests.screens.test_home import settle
from tests.screens.test_host import LOBBY
from tui.app import KruzhokApp
from tui.classroom.room import Phase
from tui.screens.host import HostScreen
from tui.study import Study

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def joins(browser: Browser, served: Served, name: str) -> Page:
    """A pupil with a browser of their own comes in."""
    context = await browser.new_context(viewport={"width": 360, "height": 740}, reduced_motion="reduce")
    context.set_default_timeout(10_000)
    page = await context.new_page()
    await page.goto(f"{served.url}/{served.code}")
    await page.get_by_label("Or type one").fill(name)
    await page.get_by_label("Or type one").press("Enter")
    await expect(page.get_by_role("heading", level=1)).to_contain_text("You are in")
    return page


def phase(served: Served) -> Phase:
    return served.host.room.phase


async def test_three_pupils_play_with_a_host(browser: Browser, alone: None, tmp_path: Path) -> None:
    async with Served(tmp_path, choice("who"), text("name")) as served:
        screen = HostScreen(served.host, LOBBY, None, lambda: served.hosted.guide)
        app = KruzhokApp(Study(served.hosted.guide), lambda ways: ways.open_screen(screen))
        async with app.run_test(size=(120, 40)) as pilot:
            await settle(pilot)
            anna, boris, vera = [await joins(browser, served, name) for name in ("Anna", "Boris", "Vera")]
            await pilot.press("enter")
            for page, option in ((anna, "right"), (boris, "near"), (vera, "near")):
                await expect(page.get_by_role("heading", level=1)).to_contain_text("who?")
                assert "Not quite." not in await page.content()
                await page.get_by_role("button", name=option).click()
                await expect(page.locator("#state")).to_contain_text("Saved.")
            assert served.host.answered() == (3, 3)
            await boris.get_by_role("button", name="right").click()
            await expect(boris.locator("#state")).to_contain_text("Saved.")
            await vera.reload()
            await expect(vera.get_by_role("heading", level=1)).to_contain_text("who?")
            await pilot.press("enter", "enter")
            assert phase(served) is Phase.REVEALED
            await expect(vera.locator("body")).to_contain_text("Not quite.")
            assert [served.host.room.total_of(player) for player in served.host.room.playing] == [1, 1, 0]
            await pilot.press("enter")
            await expect(anna.get_by_role("heading", level=1)).to_contain_text("name?")
            await anna.get_by_role("textbox").fill("Kollontai")
            await anna.get_by_role("textbox").press("Enter")
            await expect(anna.locator("#state")).to_contain_text("Saved.")
            await pilot.press("enter", "enter", "enter", "e")
            await settle(pilot)
            assert phase(served) is Phase.ENDED
            async with anna.expect_download() as taken:
                await anna.get_by_role("link", name="file").or_(anna.get_by_role("button", name="file")).first.click()
            home = tmp_path / "home.jsonl"
            await (await taken.value).save_as(home)
            assert home.read_text(encoding="utf-8").count('"type":"attempt"') == 2
            for page in (anna, boris, vera):
                await page.context.close()
