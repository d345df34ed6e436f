"""The line breaks, the page is loaded again, the room is paused: nothing is lost."""

from itertools import pairwise

import pytest
from playwright.async_api import Page, expect

from tests.classroom.page.pupil import Pupil
from tests.classroom.page.said import (
    CODE,
    COMMITTEES,
    COMMITTEES_PICKED,
    PICK,
    TOKEN,
    UNIONS,
    WRITE,
    asked,
    shut,
    waiting,
    welcome,
)
from tui.classroom.protocol import VERSION, Answer, Hello, NotTaken, Refusal, Refused, Stopped
from tui.classroom.words import AnswerId
from tui.quiz.ask import Picked, Written
from tui.text import clean

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_what_was_answered_offline_is_sent_once_the_page_is_back(pupil: Pupil) -> None:
    await pupil.joins()
    await pupil.is_asked(PICK)
    pupil.host.is_there = False
    await pupil.host.drop()
    await expect(pupil.line).to_contain_text("You are offline.")
    await pupil.taps(UNIONS)
    await pupil.taps(COMMITTEES)
    await expect(pupil.state).to_have_text("Kept here. It is sent by itself when you are back.")
    pupil.host.is_there = True
    assert await pupil.host.hear(Hello) == Hello(version=VERSION, code=CODE, token=TOKEN)
    await pupil.host.say(welcome(), asked(PICK))
    await pupil.saved(await pupil.sent(COMMITTEES_PICKED))
    await expect(pupil.line).to_be_empty()
    assert pupil.host.is_quiet


async def test_an_answer_whose_receipt_was_lost_is_sent_again_as_the_same_one(pupil: Pupil, page: Page) -> None:
    await pupil.joins()
    await pupil.is_asked(PICK)
    await pupil.taps(COMMITTEES)
    first = await pupil.sent(COMMITTEES_PICKED)
    await pupil.host.drop()
    await pupil.comes_back()
    await pupil.host.say(asked(PICK, yours=COMMITTEES_PICKED))
    second = await pupil.sent(COMMITTEES_PICKED)
    assert second == first
    await page.reload()
    await pupil.comes_back()
    await pupil.host.say(asked(PICK))
    assert await pupil.sent(COMMITTEES_PICKED) == first, "a reload forgot what was under way"
    await expect(page.get_by_role("button", name=COMMITTEES)).to_have_attribute("aria-pressed", "true")
    await pupil.saved(first)
    await page.reload()
    await pupil.comes_back()
    await pupil.host.say(asked(PICK, yours=COMMITTEES_PICKED))
    await expect(pupil.state).to_contain_text("Saved.")
    assert pupil.host.is_quiet


async def test_what_waits_is_kept_through_the_pause_of_a_resumed_room(pupil: Pupil, page: Page) -> None:
    await pupil.joins()
    await pupil.is_asked(PICK)
    pupil.host.is_there = False
    await pupil.host.drop()
    await pupil.taps(COMMITTEES)
    await expect(pupil.state).to_have_text("Kept here. It is sent by itself when you are back.")
    pupil.host.is_there = True
    await pupil.comes_back()
    await pupil.host.say(Stopped(), Stopped())
    await pupil.sees("The room is paused")
    await pupil.reads("What you did is kept, and sent when it goes on.")
    await pupil.has_heard_all()
    assert pupil.host.is_quiet
    await pupil.host.say(asked(PICK))
    answer = await pupil.sent(COMMITTEES_PICKED)
    await expect(page.get_by_role("button", name=COMMITTEES)).to_have_attribute("aria-pressed", "true")
    await pupil.saved(answer)
    assert pupil.host.is_quiet


async def test_an_answer_that_met_a_pause_is_sent_again_after_it(pupil: Pupil) -> None:
    await pupil.joins()
    await pupil.is_asked(PICK)
    await pupil.taps(COMMITTEES)
    answer = await pupil.sent(COMMITTEES_PICKED)
    await pupil.host.say(Stopped(), NotTaken(id=AnswerId(answer.id), reason=clean("The room is paused.")))
    await pupil.sees("The room is paused")
    await pupil.has_heard_all()
    await expect(pupil.line).to_be_empty()
    assert pupil.host.is_quiet
    await pupil.host.say(asked(PICK))
    assert await pupil.sent(COMMITTEES_PICKED) == answer
    await pupil.saved(answer)


async def test_an_answer_that_comes_too_late_is_told(pupil: Pupil) -> None:
    await pupil.joins()
    await pupil.is_asked(PICK)
    await pupil.taps(COMMITTEES)
    await pupil.host.hear(Answer)
    await pupil.host.drop()
    await pupil.comes_back()
    await pupil.host.say(shut(None))
    answer = await pupil.sent(COMMITTEES_PICKED)
    await pupil.host.say(NotTaken(id=AnswerId(answer.id), reason=clean("It came after the close.")))
    await pupil.sees("Closed")
    await expect(pupil.line).to_have_text("It came after the close.")
    await pupil.is_asked(PICK, 5)
    await expect(pupil.line).to_be_empty()


async def test_what_was_typed_outlives_a_broken_line_and_a_pause(pupil: Pupil, page: Page) -> None:
    await pupil.joins()
    await pupil.is_asked(WRITE)
    date = page.get_by_label("date")
    await date.fill("March")
    await pupil.host.drop()
    await pupil.comes_back()
    await pupil.host.say(asked(WRITE))
    await expect(pupil.line).to_be_empty()
    await expect(date).to_be_focused()
    await pupil.host.say(Stopped())
    await pupil.sees("The room is paused")
    await pupil.host.say(asked(WRITE))
    await expect(date).to_have_value("March")


async def test_what_was_begun_outlives_a_reload_until_it_is_saved(pupil: Pupil, page: Page) -> None:
    async def comes_again(number: int = 4, vote: int = 1) -> None:
        await page.reload()
        await pupil.comes_back()
        await pupil.host.say(asked(WRITE, number, vote=vote))
        await pupil.sees(WRITE.prompt)

    await pupil.joins()
    await pupil.is_asked(WRITE)
    date = page.get_by_label("date")
    await date.fill("March 19")
    await comes_again()
    await expect(date).to_have_value("March 19")
    await date.press("End")
    await page.keyboard.type("21")
    await comes_again()
    await expect(date).to_have_value("March 1921")
    await date.press("Enter")
    await pupil.saved(await pupil.sent(Written(("March 1921", ""))))
    await comes_again()
    await expect(date).to_have_value("")
    await date.fill("May")
    await comes_again(5)
    await expect(date).to_have_value("")
    await comes_again(4, vote=2)
    await expect(date).to_have_value("")


async def test_what_was_sent_is_after_a_reload_no_change_that_was_not(pupil: Pupil, page: Page) -> None:
    await pupil.joins()
    await pupil.is_asked(WRITE)
    await page.get_by_label("date").fill("March 1921")
    await page.keyboard.press("Enter")
    given = Written(("March 1921", ""))
    await pupil.sent(given)
    await page.reload()
    await pupil.comes_back()
    await pupil.host.say(asked(WRITE, yours=given))
    await pupil.saved(await pupil.sent(given))


async def test_an_answer_saved_during_a_pause_is_told_after_it(pupil: Pupil) -> None:
    await pupil.joins()
    await pupil.is_asked(PICK)
    await pupil.taps(COMMITTEES)
    answer = await pupil.sent(COMMITTEES_PICKED)
    await pupil.host.say(Stopped())
    await pupil.sees("The room is paused")
    await pupil.acknowledge(answer)
    await pupil.host.say(asked(PICK, yours=COMMITTEES_PICKED))
    await expect(pupil.state).to_contain_text("Saved.")


async def test_an_answer_under_way_goes_out_after_the_seat_was_taken_back(pupil: Pupil) -> None:
    await pupil.joins()
    await pupil.is_asked(PICK)
    await pupil.taps(COMMITTEES)
    answer = await pupil.sent(COMMITTEES_PICKED)
    await pupil.host.say(Refused(refusal=Refusal.REPLACED, reason=clean("Elsewhere.")))
    await pupil.taps("Play here")
    await pupil.comes_back()
    await pupil.host.say(asked(PICK))
    assert await pupil.host.hear(Answer) == answer


@pytest.mark.usefixtures("apart")
async def test_a_device_that_has_slept_asks_for_a_new_line(pupil: Pupil, page: Page) -> None:
    await page.clock.install()
    await pupil.joins()
    look = "hidden => { Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });"
    look += " document.dispatchEvent(new Event('visibilitychange')); }"
    await page.evaluate(look, True)
    await page.clock.fast_forward(29_000)
    await page.evaluate(look, False)
    await expect(pupil.line).to_be_empty()
    await page.evaluate(look, True)
    await page.clock.fast_forward(31_000)
    await page.evaluate(look, False)
    await page.clock.fast_forward(1_000)
    await pupil.comes_back()
    assert pupil.host.tries == 2


async def test_the_same_words_in_another_round_or_vote_are_another_question(pupil: Pupil, page: Page) -> None:
    await pupil.joins()
    await pupil.host.say(asked(PICK, yours=Picked((UNIONS,))))
    await expect(page.locator(".option[aria-pressed=true]")).to_have_count(1)
    await pupil.host.say(asked(PICK, 5))
    await expect(page.locator(".option[aria-pressed=true]")).to_have_count(0)
    await pupil.host.say(asked(PICK, 5, yours=Picked((UNIONS,))))
    await expect(page.locator(".option[aria-pressed=true]")).to_have_count(1)
    await pupil.host.say(asked(PICK, 5, vote=2))
    await pupil.reads("Second vote")
    await expect(page.locator(".option[aria-pressed=true]")).to_have_count(0)


@pytest.mark.usefixtures("apart")
async def test_tries_are_spread_and_then_grow_rarer(pupil: Pupil, page: Page) -> None:
    await page.add_init_script("""
      Math.random = () => 0.5;
      window.tries = [];
      window.WebSocket = class {
        constructor() {
          tries.push(performance.now());
          Promise.resolve().then(() => this.onclose());
        }
        close() {}
      };
    """)
    await page.clock.install()
    await pupil.opens()
    await page.clock.pause_at(await page.evaluate("Date.now() + 1000"))
    await pupil.taps("Neva")
    await pupil.reads("The room does not answer. Trying again by itself.")
    await page.clock.run_for(24_000)
    tries = await page.evaluate("tries")
    assert [later - earlier for earlier, later in pairwise(tries)] == [500, 1000, 2000, 4000, 8000, 8000]


@pytest.mark.usefixtures("apart")
async def test_a_host_that_says_nothing_any_more_is_left_for_a_new_line(pupil: Pupil, page: Page) -> None:
    await page.clock.install()
    await pupil.joins()
    await pupil.is_asked(PICK)
    await pupil.taps(COMMITTEES)
    first = await pupil.host.hear(Answer)
    await page.clock.fast_forward(10_001)
    await expect(pupil.line).to_contain_text("You are offline.")
    await page.clock.fast_forward(1_000)
    await pupil.comes_back()
    await pupil.host.say(asked(PICK))
    assert await pupil.host.hear(Answer) == first


@pytest.mark.usefixtures("apart")
async def test_a_host_that_never_says_anything_is_tried_again(pupil: Pupil, page: Page) -> None:
    await page.clock.install()
    await pupil.opens()
    await pupil.taps("Neva")
    await pupil.host.hear(Hello)
    await page.clock.fast_forward(10_001)
    await expect(pupil.line).to_have_text("The room does not answer. Trying again by itself.")
    await page.clock.fast_forward(1_000)
    await pupil.host.hear(Hello)


async def test_a_line_that_breaks_before_the_welcome_leaves_one_seat(pupil: Pupil, page: Page) -> None:
    await pupil.opens()
    await pupil.taps("Neva")
    secret = await pupil.is_new("Neva")
    await pupil.host.drop()
    assert await pupil.is_new("Neva") == secret
    await page.reload()
    await pupil.taps("Tula")
    assert await pupil.is_new("Tula") == secret
    await pupil.host.say(welcome(), waiting())
    await pupil.sees("You are in")
    await pupil.host.drop()
    assert await pupil.host.hear(Hello) == Hello(version=VERSION, code=CODE, token=TOKEN)


@pytest.mark.usefixtures("apart")
async def test_whoever_plays_on_another_device_is_not_called_back_by_this_one(pupil: Pupil, page: Page) -> None:
    await page.clock.install()
    await pupil.joins()
    await pupil.host.say(Refused(refusal=Refusal.REPLACED, reason=clean("Elsewhere.")))
    await pupil.sees("You are playing on another device")
    await pupil.host.drop()
    await page.clock.fast_forward(60_000)
    assert pupil.host.tries == 1
    await expect(pupil.line).to_be_empty()


@pytest.mark.usefixtures("apart")
async def test_a_browser_that_keeps_nothing_still_plays(pupil: Pupil, page: Page) -> None:
    await page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('forbidden'); } })"
    )
    await pupil.joins()
    await pupil.host.drop()
    assert (await pupil.host.hear(Hello)).token == TOKEN
    await pupil.host.say(welcome(), waiting())
    await expect(pupil.line).to_be_empty()
