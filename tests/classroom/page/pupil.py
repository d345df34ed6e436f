"""A pupil before the page."""

from playwright.async_api import Locator, Page, expect

from tests.classroom.page.fake_host import FakeHost
from tests.classroom.page.said import CODE, asked, waiting, welcome
from tui.classroom.protocol import VERSION, Answer, Called, Hello, Saved
from tui.classroom.words import AnswerId, Nickname
from tui.quiz.ask import Ask, Response
from tui.text import clean


class Pupil:
    """What a pupil does and sees; the host answers as a test says."""

    def __init__(self, page: Page, host: FakeHost) -> None:
        self.page = page
        self.host = host
        self._names = 1

    async def opens(self, path: str = f"/{CODE}") -> None:
        await self.page.goto(self.host.address + path)

    async def joins(self, language: str = "en") -> Hello:
        """Take a name and be let in."""
        await self.opens()
        await self.taps("Weaver")
        hello = await self.host.hear(Hello)
        await self.host.say(welcome(language), waiting())
        await self.sees("You are in")
        return hello

    async def is_asked(self, ask: Ask, number: int = 4, *, vote: int = 1, seconds: float | None = None) -> None:
        await self.host.say(asked(ask, number, vote=vote, seconds=seconds))
        await self.sees(ask.prompt)

    async def comes_back(self) -> None:
        """Be welcomed on a line that the page has opened by itself."""
        await self.host.hear(Hello)
        await self.host.say(welcome())

    async def is_new(self, name: str, code: str = CODE) -> str:
        """Ask to be let in as somebody new; with which secret."""
        hello = await self.host.hear(Hello)
        assert hello.secret is not None
        assert hello == Hello(version=VERSION, code=code, name=name, secret=hello.secret)
        return hello.secret

    async def taps(self, name: str) -> None:
        await self.page.get_by_role("button", name=name).click()

    async def sees(self, title: str) -> None:
        await expect(self.page.get_by_role("heading", level=1)).to_contain_text(title)

    async def reads(self, *texts: str) -> None:
        for text in texts:
            await expect(self.page.locator("body")).to_contain_text(text)

    async def sent(self, response: Response) -> Answer:
        """What the page sent, which must be this response."""
        answer = await self.host.hear(Answer)
        assert answer.response == response
        return answer

    async def acknowledge(self, answer: Answer) -> None:
        """Say that an answer is saved, whatever the page shows."""
        await self.host.say(Saved(id=AnswerId(answer.id)))

    async def saved(self, answer: Answer) -> None:
        await self.host.say(Saved(id=AnswerId(answer.id)))
        await expect(self.state).to_contain_text("Saved.")

    async def has_heard_all(self) -> None:
        """Wait until the page has taken in all that the host said."""
        self._names += 1
        name = f"Weaver {self._names}"
        await self.host.say(Called(name=Nickname(clean(name))))
        await expect(self.page.locator("#who")).to_contain_text(name)

    @property
    def state(self) -> Locator:
        return self.page.locator("#state")

    @property
    def line(self) -> Locator:
        return self.page.locator("#line")
