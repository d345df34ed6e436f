"""One browser, and in it for each test a page of its own that talks to a host of its own."""

import fcntl
import shutil
import tempfile
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, BrowserContext, Page, async_playwright

from tests.classroom.page.fake_host import FakeHost
from tests.classroom.page.pupil import Pupil

SWITCHES = ["--no-sandbox", "--headless", "--disable-gpu", "--no-first-run", "--disable-background-networking"]


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=shutil.which("chromium"), args=SWITCHES)
        yield browser
        await browser.close()


@pytest.fixture
def alone() -> Iterator[None]:
    """Where tests run in several processes, one browser at a time is busy."""
    with (Path(tempfile.gettempdir()) / "kruzhok-tests-browser.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@pytest_asyncio.fixture(loop_scope="session")
async def host(alone: None) -> AsyncIterator[FakeHost]:
    async with FakeHost() as host:
        yield host


@pytest_asyncio.fixture(loop_scope="session")
async def context(alone: None, browser: Browser) -> AsyncIterator[BrowserContext]:
    context = await browser.new_context(viewport={"width": 360, "height": 740}, reduced_motion="reduce")
    context.set_default_timeout(10_000)
    yield context
    await context.close()


@pytest_asyncio.fixture(loop_scope="session")
async def page(context: BrowserContext) -> AsyncIterator[Page]:
    """A page of which no script fails, and that the policy forbids nothing."""
    page = await context.new_page()
    troubles: list[str] = []
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("console", lambda said: troubles.append(said.text) if "Content Security Policy" in said.text else None)
    yield page
    assert troubles == []


@pytest.fixture
def pupil(page: Page, host: FakeHost) -> Pupil:
    return Pupil(page, host)
