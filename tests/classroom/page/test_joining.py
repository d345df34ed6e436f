"""A pupil comes into the room."""

import pytest
from msgspec.structs import replace
from playwright.async_api import Page, expect

from tests.classroom.page.fake_host import NAMES, FakeHost
from tests.classroom.page.pupil import Pupil
from tests.classroom.page.said import CODE, TOKEN, WRITE, asked, waiting, welcome
from tui.classroom.protocol import VERSION, Called, Goodbye, Hello, Refusal, Refused, Rename
from tui.classroom.words import Nickname, Token
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
    await pupil.is_new("Volga")
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
    assert await pupil.host.hear(Hello) == Hello(version=VERSION, code=CODE, token=TOKEN)
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
    await pupil.is_new("Rosa", "ABCDEF")
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


async def meets_another_room(pupil: Pupil) -> None:
    await pupil.host.hear(Hello)
    await pupil.host.say(refused(Refusal.STRANGER))
    await pupil.sees("Another room is here now")


async def test_where_another_room_answers_it_is_joined_and_the_seat_in_the_first_is_kept(
    pupil: Pupil, page: Page
) -> None:
    await pupil.joins()
    await page.reload()
    await meets_another_room(pupil)
    await pupil.reads(f"Your seat in room {CODE} is kept")
    await pupil.taps("Join the new room")
    await page.get_by_label("Code on the board").fill("QQQQQQ")
    await pupil.taps("Tula")
    await pupil.is_new("Tula", "QQQQQQ")
    other = Token("another secret")
    await pupil.host.say(replace(welcome(), token=other), waiting())
    await pupil.sees("You are in")
    for code, token in ((CODE, TOKEN), ("QQQQQQ", other)):
        await pupil.opens(f"/{code}")
        assert await pupil.host.hear(Hello) == Hello(version=VERSION, code=code, token=token)


@pytest.mark.usefixtures("apart")
async def test_where_another_room_answers_the_first_is_looked_for_seldom_until_it_is_back(
    pupil: Pupil, page: Page
) -> None:
    await page.clock.install()
    await pupil.joins()
    await pupil.is_asked(WRITE)
    await page.get_by_label("date").fill("March")
    await pupil.host.drop()
    await page.clock.fast_forward(1_000)
    await meets_another_room(pupil)
    for tries in (2, 3):
        await page.clock.fast_forward(7_999)
        assert pupil.host.tries == tries
        await page.clock.fast_forward(8_001)
        await meets_another_room(pupil)
    await pupil.taps("Join the new room")
    await page.clock.fast_forward(16_000)
    assert (await pupil.host.hear(Hello)).token == TOKEN, "who thinks about joining misses their own room"
    await pupil.host.say(welcome(), asked(WRITE))
    await expect(page.get_by_label("date")).to_have_value("March")
    await expect(pupil.line).to_be_empty()


@pytest.mark.usefixtures("apart")
async def test_where_neither_room_answers_nothing_is_said_of_another(pupil: Pupil, page: Page) -> None:
    await page.clock.install()
    await pupil.joins()
    await page.reload()
    await meets_another_room(pupil)
    pupil.host.is_there = False
    await page.clock.fast_forward(16_000)
    await pupil.sees("One moment")
    await expect(pupil.line).to_have_text("The room does not answer. Trying again by itself.")
    await page.clock.fast_forward(7_999)
    assert pupil.host.tries == 3
    pupil.host.is_there = True
    await page.clock.fast_forward(8_001)
    await pupil.comes_back()


@pytest.mark.usefixtures("apart")
async def test_a_wrong_code_for_the_other_room_leaves_the_seat_in_the_first(pupil: Pupil, page: Page) -> None:
    await page.clock.install()
    await pupil.joins()
    await page.reload()
    await meets_another_room(pupil)
    await pupil.taps("Join the new room")
    for code in ("QQQQQQ", CODE):
        await page.get_by_label("Code on the board").fill(code)
        await pupil.taps("Tula")
        if code == CODE:
            assert await pupil.host.hear(Hello) == Hello(version=VERSION, code=CODE, token=TOKEN)
            await pupil.host.say(refused(Refusal.STRANGER))
        await pupil.is_new("Tula", code)
        await pupil.host.say(refused(Refusal.CODE, "No room has this code."))
        await pupil.reads("No room has this code.")
    assert page.url == f"{pupil.host.address}/{CODE}"
    await page.clock.fast_forward(16_000)
    assert await pupil.host.hear(Hello) == Hello(version=VERSION, code=CODE, token=TOKEN)


async def test_who_is_not_known_in_a_room_of_the_same_code_takes_a_seat_anew(pupil: Pupil, page: Page) -> None:
    await pupil.joins()
    await page.reload()
    await meets_another_room(pupil)
    await pupil.taps("Join the new room")
    await page.get_by_label("Code on the board").fill(CODE)
    await pupil.taps("Tula")
    await pupil.host.hear(Hello)
    await pupil.host.say(refused(Refusal.STRANGER))
    await pupil.is_new("Tula")
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
    first = (await pupil.joins()).secret
    await page.get_by_text("Change name or leave").click()
    await pupil.taps("Leave the room")
    await pupil.host.hear(Goodbye)
    await pupil.sees("You have left the room")
    await pupil.taps("Join under another name")
    await pupil.taps("Perm")
    assert await pupil.is_new("Perm") != first


async def test_before_class_the_page_says_whether_it_can_be_seen(page: Page, host: FakeHost) -> None:
    await page.goto(f"{host.address}/see")
    await expect(page.locator("#socket")).to_contain_text("Everything is ready on this device.")
    host.is_there = False
    await page.reload()
    await expect(page.locator("#socket")).to_contain_text("Answers cannot be sent from here yet.")
