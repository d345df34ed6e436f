"""The report on paper, as Chromium prints it."""

import pytest
from playwright.async_api import Browser

from tests.classroom.page.conftest import opened
from tests.classroom.rooms import Class, choice, text, typed
from tests.samples import START
from tui.classroom.report.html import written
from tui.classroom.report.making import report_of

pytestmark = pytest.mark.asyncio(loop_scope="session")


@pytest.mark.usefixtures("alone")
async def test_a_question_with_many_answers_begins_on_the_page_of_its_heading(browser: Browser) -> None:
    names = [f"pupil{number}" for number in range(24)]
    lesson = Class(text("long"), choice("never"), names=" ".join(names))
    lesson.asks(0, {name: typed(f"answer of {name}") for name in names})
    async with opened(browser) as page:
        await page.set_content(written(report_of(lesson.room, START, None)))
        paper = await page.pdf(prefer_css_page_size=True)
    assert paper.count(b"/Type /Page\n") == 3
