"""A pupil answers, in each of the asks."""

import pytest
from playwright.async_api import Page, expect

from tests.classroom.page.pupil import Pupil
from tests.classroom.page.said import (
    ARRANGE,
    ASKS,
    CLOZE,
    COMMITTEES,
    OPTIONS,
    PAIR,
    PICK,
    SEVERAL,
    UNIONS,
    WRITE,
    asked,
)
from tui.classroom.protocol import Answer, AskedAgain, NotTaken
from tui.classroom.words import AnswerId
from tui.quiz.ask import Arranged, Field, Paired, Picked, Response, Skipped, Write, Written
from tui.text import clean

pytestmark = pytest.mark.asyncio(loop_scope="session")

SENT = """
  window.sent = [];
  const { send } = WebSocket.prototype;
  WebSocket.prototype.send = function (text) { sent.push(JSON.parse(text).type); send.call(this, text); };
"""
LEAST = 48
"""How many pixels high what is tapped must be."""


async def test_one_tap_answers_stays_in_sight_and_can_be_changed_until_the_close(pupil: Pupil, page: Page) -> None:
    await pupil.joins()
    await pupil.is_asked(PICK)
    await pupil.reads("Question 4 of 12", *OPTIONS)
    chosen = page.get_by_role("button", name=COMMITTEES)
    await chosen.click()
    await expect(pupil.state).to_have_text("Sent.")
    await expect(chosen).to_contain_text("sent")
    first = await pupil.sent(Picked((COMMITTEES,)))
    assert (first.round, first.vote) == (4, 1)
    await pupil.saved(first)
    await expect(pupil.state).to_have_text("Saved. You can change it until the close.")
    await expect(chosen).to_contain_text("saved")
    await expect(chosen).to_have_attribute("aria-pressed", "true")
    await pupil.taps(UNIONS)
    second = await pupil.sent(Picked((UNIONS,)))
    assert second.id != first.id
    await pupil.saved(second)
    await expect(chosen).to_have_attribute("aria-pressed", "false")
    await pupil.taps("I don't know")
    await pupil.saved(await pupil.sent(Skipped()))
    await expect(page.locator(".option[aria-pressed=true]")).to_have_count(0)
    await expect(page.get_by_role("button", name="I don't know")).to_have_attribute("aria-pressed", "true")


async def test_an_answer_that_is_not_taken_gives_way_to_the_one_before(pupil: Pupil, page: Page) -> None:
    await pupil.joins()
    await pupil.is_asked(PICK)
    await pupil.taps(UNIONS)
    await pupil.saved(await pupil.sent(Picked((UNIONS,))))
    await pupil.taps(COMMITTEES)
    answer = await pupil.sent(Picked((COMMITTEES,)))
    await pupil.host.say(NotTaken(id=AnswerId(answer.id), reason=clean("It came too late.")))
    await expect(pupil.state).to_have_text("It came too late. Your answer before it still counts.")
    await expect(page.get_by_role("button", name=UNIONS)).to_have_attribute("aria-pressed", "true")
    await pupil.taps(COMMITTEES)
    await pupil.sent(Picked((COMMITTEES,)))


@pytest.mark.usefixtures("apart")
async def test_of_quick_taps_the_last_one_counts(pupil: Pupil, page: Page) -> None:
    await page.add_init_script(SENT)
    await page.clock.install()
    await pupil.joins()
    await pupil.is_asked(PICK)
    for option in OPTIONS:
        await pupil.taps(option)
    first = await pupil.sent(Picked((OPTIONS[0],)))
    await pupil.host.say(NotTaken(id=AnswerId("of-another-time"), reason=clean("Too late.")))
    await pupil.has_heard_all()
    await page.clock.fast_forward(1_000)
    assert await page.evaluate("sent") == ["hello", "answer"], "an answer overtakes another"
    await pupil.acknowledge(first)
    await pupil.saved(await pupil.sent(Picked((OPTIONS[-1],))))


async def test_several_are_picked_and_sent(pupil: Pupil) -> None:
    await pupil.joins()
    await pupil.is_asked(SEVERAL)
    await pupil.taps("Send")
    await expect(pupil.state).to_contain_text("Choose at least one first")
    for option in ("One-man management", "Strikes", "Bureaucracy", "Strikes"):
        await pupil.taps(option)
    assert pupil.host.is_quiet
    await pupil.taps("Send")
    await pupil.saved(await pupil.sent(Picked(("Bureaucracy", "One-man management"))))
    await pupil.taps("Strikes")
    await expect(pupil.state).to_have_text("Changed, but not sent yet: your answer before it counts.")
    await pupil.taps("Send the change")
    answer = await pupil.sent(Picked(SEVERAL.options))
    await pupil.taps("Strikes")
    await pupil.acknowledge(answer)
    await pupil.has_heard_all()
    await expect(pupil.state).to_contain_text("not sent yet")


async def test_what_cannot_be_graded_is_told_beside_the_field_and_the_answer_before_it_stands(
    pupil: Pupil, page: Page
) -> None:
    await pupil.joins()
    await pupil.is_asked(WRITE)
    date = page.get_by_label("date")
    await expect(date).to_have_accessible_description("For example 1905, May 1905, spring 1905")
    await expect(page.get_by_label("number")).to_have_attribute("inputmode", "decimal")
    await date.press("Enter")
    await expect(pupil.state).to_contain_text("Type your answer first")
    await date.fill(" March 1921 ")
    await date.press("Enter")
    await pupil.saved(await pupil.sent(Written(("March 1921", ""))))
    await date.fill("in spring, I think")
    await date.press("Enter")
    answer = await pupil.host.hear(Answer)
    await pupil.host.say(AskedAgain(id=AnswerId(answer.id), reason=clean("That is no date.")))
    await expect(pupil.state).to_have_text("That is no date. Your answer before it still counts.")
    await expect(date).to_be_focused()
    await expect(date).to_have_attribute("aria-invalid", "true")
    await expect(date).to_have_accessible_description(
        "For example 1905, May 1905, spring 1905 That is no date. Your answer before it still counts."
    )


async def test_what_is_too_long_for_a_message_is_told_and_not_sent(pupil: Pupil, page: Page) -> None:
    await pupil.joins()
    await pupil.is_asked(Write(CLOZE.prompt, tuple(Field(clean(f"name {number}")) for number in range(8))))
    for box in await page.get_by_role("textbox").all():
        await box.fill("Ы" * 300)
    await pupil.taps("Send")
    await expect(pupil.state).to_contain_text("This is too long to be sent.")
    for box in (await page.get_by_role("textbox").all())[1:]:
        await box.fill("")
    await pupil.taps("Send")
    await pupil.sent(Written(("Ы" * 300, *[""] * 7)))


async def test_gaps_are_filled_in_their_passage(pupil: Pupil, page: Page) -> None:
    await pupil.joins()
    await pupil.is_asked(CLOZE)
    await pupil.reads("There can be no", "of thought and opinion", "Alexandra Kollontai")
    await page.get_by_label("gap 1").fill("self-activity")
    await page.keyboard.press("Tab")
    await page.keyboard.type("freedom")
    await page.keyboard.press("Enter")
    await pupil.sent(Written(("self-activity", "freedom")))


async def test_items_are_put_in_order_by_taps_and_by_keys(pupil: Pupil, page: Page) -> None:
    first, second, third, fourth = ARRANGE.items
    await pupil.joins()
    await pupil.is_asked(ARRANGE)
    await pupil.taps(f"Move down: {first}")
    await expect(page.locator("#said")).to_have_text(f"{first}: now 2 of 4")
    await page.get_by_role("button", name=f"Move up: {fourth}").focus()
    await page.keyboard.press("Enter")
    await page.keyboard.press("ArrowUp")
    await page.keyboard.press("ArrowUp")
    await page.keyboard.press("ArrowUp")
    await expect(page.get_by_role("button", name=f"Move up: {fourth}")).to_be_focused()
    await expect(page.locator("ol li .text")).to_have_text([fourth, second, first, third])
    await pupil.taps("Send")
    await pupil.sent(Arranged((fourth, second, first, third)))


async def test_each_left_is_given_a_partner(pupil: Pupil, page: Page) -> None:
    await pupil.joins()
    await pupil.is_asked(PAIR)
    await pupil.taps("Send")
    await expect(pupil.state).to_contain_text("Choose a partner for at least one first")
    await page.get_by_label(PAIR.left[1]).select_option(f"a {PAIR.right[0]}")
    await pupil.taps("Send")
    await pupil.saved(await pupil.sent(Paired(((PAIR.left[1], PAIR.right[0]),))))
    await expect(pupil.state).to_have_text("Saved. 1 still has no partner. You can change it until the close.")
    await page.get_by_label(PAIR.left[0]).select_option(f"c {PAIR.right[2]}")
    await pupil.taps("Send the change")
    await pupil.sent(Paired(((PAIR.left[0], PAIR.right[2]), (PAIR.left[1], PAIR.right[0]))))


async def test_an_answer_that_the_host_has_is_put_back_in_its_place(pupil: Pupil, page: Page) -> None:
    await pupil.joins()
    responses: tuple[Response, ...] = (
        Picked((COMMITTEES,)),
        Picked(("Strikes",)),
        Written(("March 1921", "3")),
        Written(("a", "b")),
        Arranged(ARRANGE.items[::-1]),
        Paired(((PAIR.left[0], PAIR.right[1]),)),
    )
    for number, (ask, response) in enumerate(zip(ASKS, responses, strict=True)):
        await pupil.host.say(asked(ask, number + 1, yours=response))
        await pupil.sees(ask.prompt)
        lacking = "1 still has no partner. " if ask is PAIR else ""
        await expect(pupil.state).to_have_text(f"Saved. {lacking}You can change it until the close.")
        if ask is not PICK:
            await page.locator("button.main").click()
            await pupil.saved(await pupil.sent(response))
        else:
            await expect(page.get_by_role("button", name=COMMITTEES)).to_have_attribute("aria-pressed", "true")


async def test_all_that_is_tapped_is_large_and_nothing_runs_off_a_phone(pupil: Pupil, page: Page) -> None:
    await pupil.joins()
    for size in ("", "large", "larger"):
        await page.evaluate("size => document.documentElement.dataset.size = size", size)
        for number, ask in enumerate(ASKS):
            await pupil.is_asked(ask, number + 1)
            heights = await page.eval_on_selector_all(
                "button, input, select, summary", "all => all.map(one => one.getBoundingClientRect().height)"
            )
            assert min(heights) >= LEAST, ask
            width = await page.evaluate("document.documentElement.scrollWidth")
            assert width <= 360, ask


async def test_what_others_wrote_is_never_markup(pupil: Pupil, page: Page) -> None:
    await pupil.joins()
    await pupil.is_asked(PICK)
    await expect(page.get_by_role("button", name="<b>Nobody</b>")).to_be_visible()
    await expect(page.locator("main b")).to_have_count(0)


async def test_options_and_partners_have_the_signs_of_the_projector(pupil: Pupil, page: Page) -> None:
    await pupil.joins()
    await pupil.is_asked(PICK)
    for number, option in enumerate(OPTIONS, 1):
        await expect(page.locator(".option").nth(number - 1)).to_have_accessible_name(f"{number} {option}")
    await pupil.is_asked(PAIR, 2)
    for number, left in enumerate(PAIR.left, 1):
        await expect(page.locator("select").nth(number - 1)).to_have_accessible_name(f"{number} {left}")
    lettered = [f"{letter} {right}" for letter, right in zip("abc", PAIR.right, strict=True)]
    await expect(page.locator("select").first.locator("option")).to_have_text(["Choose a partner", *lettered])
