"""A question is closed, its key is shown, the room is over."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from playwright.async_api import Page, expect

from tests.classroom.page.pupil import Pupil
from tests.classroom.page.said import (
    COMMITTEES_PICKED,
    OVER,
    PARTLY,
    PICK,
    RIGHT,
    TAUGHT,
    UNANSWERED,
    WRITE,
    WRONG,
    asked,
    shown,
    shut,
    waiting,
)
from tui.classroom.showing import ACCEPTED
from tui.quiz.ask import Written

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_the_close_shows_what_stands_and_says_what_does_not_count(pupil: Pupil, page: Page) -> None:
    await pupil.joins()
    await pupil.is_asked(PICK)
    await pupil.host.say(shut(COMMITTEES_PICKED))
    await pupil.sees("Closed")
    await pupil.reads(PICK.prompt, "Your answer", *COMMITTEES_PICKED.options)
    await pupil.is_asked(WRITE, 5)
    await page.get_by_label("date").fill("1921")
    await pupil.host.say(shut(None, 5))
    await pupil.reads("You sent no answer to this one.", "What you had not sent does not count.")
    await pupil.host.say(asked(WRITE, 5, vote=2))
    await pupil.reads("If you don't, your first answer counts.")
    await expect(page.get_by_label("date")).to_have_value("")
    await pupil.host.say(shut(Written(("1922", "")), 5, 2))
    await pupil.reads("1922")
    await expect(page.locator("main")).not_to_contain_text("does not count")


async def test_a_verdict_is_a_sign_a_word_and_what_is_to_be_learnt(pupil: Pupil, page: Page) -> None:
    await pupil.joins()
    await pupil.host.say(shown(WRONG))
    await pupil.sees("✗ Not right.")
    await pupil.reads(WRONG.question, *WRONG.yours, *WRONG.key, *WRONG.why, WRONG.explanation, "0 points for this")
    await expect(page.get_by_text(TAUGHT.paragraphs[0])).to_be_hidden()
    await page.locator("summary").press("Enter")
    await expect(page.get_by_text(TAUGHT.paragraphs[1])).to_be_visible()
    await pupil.host.say(shown(PARTLY, 4))
    await pupil.sees("◐ 1 of 2 right.")
    await expect(page.locator(".yours li")).to_contain_text(["✓ Nearly all", "✗ Those who led"])
    await pupil.reads("0.5 points for this, 4 points so far.")
    await pupil.host.say(shown(replace(UNANSWERED, round=6)))
    await pupil.sees("· You gave no answer.")
    await pupil.reads(*UNANSWERED.key)


async def test_who_typed_what_the_teacher_accepted_sees_the_key_beside_it(pupil: Pupil, page: Page) -> None:
    await pupil.joins()
    await pupil.host.say(shown(RIGHT))
    await pupil.sees("✓ Right.")
    await expect(page.locator(".key")).to_have_count(0)
    await pupil.host.say(shown(replace(RIGHT, round=2, headline=ACCEPTED, accepted=True)))
    await pupil.sees(f"✓ {ACCEPTED}")
    await expect(page.locator(".key li")).to_have_text(list(RIGHT.key))


async def test_a_broken_line_does_not_close_the_panel_that_is_read(pupil: Pupil, page: Page) -> None:
    await pupil.joins()
    await pupil.host.say(shown(WRONG))
    await pupil.sees("Not right.")
    await page.locator("summary").click()
    await pupil.host.drop()
    await pupil.comes_back()
    await pupil.host.say(shown(WRONG))
    await pupil.has_heard_all()
    await expect(page.get_by_text(TAUGHT.paragraphs[0])).to_be_visible()


async def test_a_question_graded_anew_changes_the_points_and_disturbs_nobody(pupil: Pupil, page: Page) -> None:
    await pupil.joins()
    await pupil.host.say(shown(WRONG))
    await pupil.sees("Not right.")
    await pupil.host.say(shown(replace(WRONG, grade=RIGHT.grade, headline=RIGHT.headline, points=1), 4.5))
    await pupil.sees("✓ Right.")
    await pupil.is_asked(PICK, 5)
    await pupil.host.say(shown(RIGHT, 5.5))
    await expect(pupil.line).to_have_text("Question 1 was graded anew: 5.5 points so far.")
    await pupil.sees(PICK.prompt)
    await expect(page.locator("#who")).to_contain_text("5.5 points")
    await pupil.host.say(waiting(12, 5))
    await pupil.sees("The next question comes soon")
    await expect(pupil.line).to_be_empty()


async def test_the_end_shows_what_was_missed_and_gives_a_file_to_take_home(
    pupil: Pupil, page: Page, tmp_path: Path
) -> None:
    await pupil.joins()
    await pupil.host.say(OVER)
    await pupil.sees("The room is over")
    await pupil.reads("1 of 4 right, 1.5 of 4 points.")
    missed = page.locator(".missed")
    await expect(missed).to_contain_text([*UNANSWERED.key, *WRONG.key, PARTLY.key[1]])
    await expect(missed.locator("summary")).to_have_count(3)
    await expect(page.locator("main li").filter(has_text=RIGHT.question)).to_contain_text("✓")
    async with page.expect_download() as download:
        await page.get_by_role("link", name="Save the file").click()
    saved = await download.value
    assert saved.suggested_filename == OVER.file_name
    await saved.save_as(tmp_path / "home")
    assert (tmp_path / "home").read_text(encoding="utf-8") == OVER.file
    await pupil.host.drop()
    await pupil.sees("The room is over")
    await expect(pupil.line).to_be_empty()
    assert pupil.host.tries == 1


async def test_a_room_in_which_nothing_was_asked_ends_without_a_file(pupil: Pupil, page: Page) -> None:
    await pupil.joins()
    await pupil.host.say(replace(OVER, outcomes=(), file="", total=0.0, most=0.0))
    await pupil.reads("No question was asked while you were here.")
    await expect(page.get_by_role("link")).to_have_count(0)
