"""A pupil comes into the room."""

import pytest
from playwright.async_api import Page, expect

from tests.classroom.page.fake_host import NAMES, FakeHost
from tests.classroom.page.pupil import Pupil
from tests.classroom.page.said import CODE, TOKEN, waiting, welcome
from tui.classroom.protocol import Called, Goodbye, Hello, Refusal, Refused, Rename
from tui.classroom.words import Nickname
from tui.text import clean

pytestmark = pytest.mark.asyncio(loop_scope="session")

SHOWN_OUT = {
    Refusal.FULL: ("The room is full", "Try again"),
    Refusal.REMOVED: ("You were taken out of the room", None),
    Refusal.REPLACED: ("You are playing on another device", "Play here"),
    Refusal.NONSENSE: ("Something went wrong on this page", "Load again"),
    Refusal.VERSION: ("This page is out of date", "Load again"),
}


def refused(refusal: Refusal, reason: str = "Because.", wait: float = 0) -> Refused:
    return Refused(refusal=refusal, reason=clean(reason), wait=wait)


async def test_one_tap_on_a_name_is_enough_where_the_address_brings_the_code(pupil: Pupil) -> None:
    await pupil.opens(f"/{CODE.lower()}")
    await pupil.reads(CODE, "A nickname only, nothing private", *NAMES)
    await pupil.taps("Volga")
    assert await pupil.host.hear(Hello) == Hello(version=1, code=CODE, name="Volga")
    await pupil.taps("Tula")
    await pupil.host.say(welcome(), waiting())
    await pupil.sees("You are in")
    await pupil.reads("Weaver", "3.5 points", "12 players are here.", "The Workers' Opposition")
    await pupil.host.say(waiting(13))
    await pupil.reads("13 players are here.")
    assert pupil.host.is_quiet, "two taps made two players"


async def test_a_seat_outlives_a_reload_by_its_token_that_no_address_holds(pupil: Pupil, page: Page) -> None:
    asked_for: list[str] = []
    page.on("request", lambda request: asked_for.append(request.url))
    assert (await pupil.joins()).token is None
    await page.reload()
    assert await pupil.host.hear(Hello) == Hello(version=1, code=CODE, token=TOKEN)
    await pupil.host.say(welcome(), waiting())
    await pupil.sees("You are in")
    assert asked_for
    assert not any(TOKEN in address for address in asked_for)
    assert await page.context.cookies() == []


async def test_code_and_name_are_typed_by_keys_alone(pupil: Pupil, page: Page) -> None:
    await pupil.opens("/")
    await page.get_by_label("Or type one").press("Enter")
    await pupil.reads("The code has 6 letters and numbers.")
    await expect(page.get_by_label("Code on the board")).to_be_focused()
    await page.keyboard.type("abcdef")
    for _ in NAMES:
        await page.keyboard.press("Tab")
    await page.keyboard.press("Tab")
    await page.keyboard.type("Rosa")
    await page.keyboard.press("Enter")
    assert await pupil.host.hear(Hello) == Hello(version=1, code="ABCDEF", name="Rosa")
    assert page.url == f"{pupil.host.address}/ABCDEF"


async def test_a_wrong_code_and_a_name_that_cannot_be_had_are_told_beside_their_field(pupil: Pupil, page: Page) -> None:
    await pupil.opens()
    await pupil.taps("Neva")
    await pupil.host.hear(Hello)
    await pupil.host.say(refused(Refusal.CODE, "No room has this code. Look at the board."))
    code = page.get_by_label("Code on the board")
    await expect(code).to_be_focused()
    await expect(code).to_have_accessible_description("No room has this code. Look at the board.")
    await code.fill("QQQQQQ")
    await pupil.taps("Perm")
    assert (await pupil.host.hear(Hello)).code == "QQQQQQ"
    await pupil.host.say(refused(Refusal.NAME, "Take another name."))
    name = page.get_by_label("Or type one")
    await expect(name).to_be_focused()
    await expect(name).to_have_accessible_description("Take another name.")
    await name.fill("Rosa")
    await name.press("Enter")
    assert (await pupil.host.hear(Hello)).name == "Rosa"


async def test_whoever_is_shown_out_reads_why_and_what_to_do(pupil: Pupil, page: Page) -> None:
    await pupil.joins()
    for refusal, (title, action) in SHOWN_OUT.items():
        await pupil.host.say(refused(refusal))
        await pupil.sees(title)
        await expect(page.locator("main button")).to_have_count(1 if action else 0)
        if action:
            await pupil.taps(action)
        else:
            await page.reload()
        assert (await pupil.host.hear(Hello)).token == TOKEN
        await pupil.host.say(welcome(), waiting())
        await pupil.sees("You are in")


async def test_a_seat_in_another_room_is_given_up_for_a_new_one(pupil: Pupil, page: Page) -> None:
    await pupil.joins()
    await page.reload()
    await pupil.host.hear(Hello)
    await pupil.host.say(refused(Refusal.STRANGER))
    await pupil.reads("Your seat was in another room.")
    await pupil.taps("Tula")
    assert await pupil.host.hear(Hello) == Hello(version=1, code=CODE, name="Tula")
    await pupil.host.say(welcome(), waiting())
    await pupil.sees("You are in")


@pytest.mark.usefixtures("apart")
async def test_too_many_tries_are_followed_by_one_in_time(pupil: Pupil, page: Page) -> None:
    await page.clock.install()
    await pupil.opens()
    await pupil.taps("Neva")
    await pupil.host.hear(Hello)
    await pupil.host.say(refused(Refusal.OFTEN, "Too much came at once.", wait=20))
    await pupil.reads("Too much came at once.")
    await page.clock.fast_forward(19_000)
    assert pupil.host.tries == 1
    await page.clock.fast_forward(2_000)
    await pupil.host.hear(Hello)
    assert pupil.host.tries == 2


async def test_a_name_is_changed_and_a_bad_one_is_told_beside_it(pupil: Pupil, page: Page) -> None:
    await pupil.joins()
    await page.get_by_text("Change name or leave").click()
    await page.get_by_label("New name").fill("Shit")
    await pupil.taps("Change name")
    await pupil.host.hear(Rename)
    await pupil.host.say(refused(Refusal.NAME, "Take another name."))
    await expect(page.get_by_label("New name")).to_have_accessible_description("Take another name.")
    await page.get_by_label("New name").fill("Rosa")
    await page.keyboard.press("Enter")
    assert await pupil.host.hear(Rename) == Rename(name="Rosa")
    await pupil.host.say(Called(name=Nickname(clean("Rosa 2"))))
    await expect(page.locator("#who")).to_contain_text("Rosa 2")


async def test_a_device_is_passed_on_to_somebody_else(pupil: Pupil, page: Page) -> None:
    await pupil.joins()
    await page.get_by_text("Change name or leave").click()
    await pupil.taps("Leave the room")
    await pupil.host.hear(Goodbye)
    await pupil.sees("You have left the room")
    await pupil.taps("Join under another name")
    await pupil.taps("Perm")
    assert await pupil.host.hear(Hello) == Hello(version=1, code=CODE, name="Perm")


async def test_before_class_the_page_says_whether_it_can_be_seen(page: Page, host: FakeHost) -> None:
    await page.goto(f"{host.address}/see")
    await expect(page.locator("#socket")).to_contain_text("Everything is ready on this device.")
    host.is_there = False
    await page.reload()
    await expect(page.locator("#socket")).to_contain_text("Answers cannot be sent from here yet.")
