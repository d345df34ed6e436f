"""One browser, and in it for each test a page that remembers nothing and talks to a host of its own."""

import fcntl
import shutil
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, ConsoleMessage, Error, Page, async_playwright

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


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def shared(browser: Browser) -> AsyncIterator[Page]:
    """A page that one test after another has: to open a window takes the browser a second."""
    async with opened(browser) as page:
        yield page


@pytest.fixture
def apart() -> None:
    """The test changes the browser's clock or its scripts, and so has a page of its own."""


@pytest_asyncio.fixture(loop_scope="session")
async def page(request: pytest.FixtureRequest, alone: None, browser: Browser, shared: Page) -> AsyncIterator[Page]:
    """A page of which no script fails, that the policy forbids nothing, and that remembers nothing."""
    if "apart" in request.fixturenames:
        async with opened(browser) as page, without_trouble(page):
            yield page
        return
    async with without_trouble(shared):
        yield shared
    await shared.evaluate("localStorage.clear()")
    await shared.context.clear_cookies()
    await shared.emulate_media(color_scheme="null", contrast="null", reduced_motion="reduce")
    await shared.goto("about:blank")


@asynccontextmanager
async def opened(browser: Browser) -> AsyncIterator[Page]:
    """A page on a phone, with all that it remembers to itself."""
    context = await browser.new_context(viewport={"width": 360, "height": 740}, reduced_motion="reduce")
    context.set_default_timeout(10_000)
    yield await context.new_page()
    await context.close()


@asynccontextmanager
async def without_trouble(page: Page) -> AsyncIterator[None]:
    """Hear what goes wrong in a page: nothing may."""
    troubles: list[str] = []

    def fails(error: Error) -> None:
        troubles.append(str(error))

    def says(said: ConsoleMessage) -> None:
        if "Content Security Policy" in said.text:
            troubles.append(said.text)

    page.on("pageerror", fails)
    page.on("console", says)
    yield
    page.remove_listener("pageerror", fails)
    page.remove_listener("console", says)
    assert troubles == []


@pytest.fixture
def pupil(page: Page, host: FakeHost) -> Pupil:
    return Pupil(page, host)
