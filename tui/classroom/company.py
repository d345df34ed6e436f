"""A made-up class as players of a room: each comes in by a socket as anybody does, and all go when the host does."""

import asyncio
from typing import Protocol

from tui.classroom.client import Address, Client, Told
from tui.classroom.made_up_class import MadeUpClass, Pupil
from tui.classroom.protocol import Asked, Over, Shown, Shut, Stopped, Waiting
from tui.quiz.ask import Response


class Serving(Protocol):
    """What lets players into a room for as long as its host is there."""

    async def start(self) -> None:
        """Let players in, in the event loop that runs."""

    async def stop(self) -> None:
        """Let nobody in any more."""


class Company:
    """Lets a made-up class in behind a server's door, and ends with it."""

    def __init__(self, server: Serving, address: Address, made_up: MadeUpClass) -> None:
        """Nobody is there yet.

        Args:
            server: serves the room.
            address: where, with the room's code.
            made_up: who they are.
        """
        self._server = server
        self._players = [_Player(address, made_up, pupil) for pupil in made_up.pupils]
        self._playing: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Let players in, the made-up ones one after another."""
        await self._server.start()
        self._playing = asyncio.create_task(self._play())

    async def stop(self) -> None:
        """Take the pupils away, and let nobody in any more."""
        try:
            await self._end()
        finally:
            await self._server.stop()

    async def _play(self) -> None:
        async with asyncio.TaskGroup() as all_of_them:
            for player in self._players:
                all_of_them.create_task(player.play())

    async def _end(self) -> None:
        if self._playing is None:
            return
        self._playing.cancel()
        await asyncio.wait((self._playing,))
        if not self._playing.cancelled():
            self._playing.result()


class _Player:
    """One pupil, who answers when they have thought."""

    def __init__(self, address: Address, made_up: MadeUpClass, pupil: Pupil) -> None:
        self._made_up = made_up
        self._pupil = pupil
        self._thinking: list[asyncio.TimerHandle] = []
        self._tries = 0
        self._answered = (0, 0)
        self._client = Client(address, pupil.name, None, self._hear, self._jitter)

    async def play(self) -> None:
        """Come in after a while, and play until the room is over."""
        try:
            await asyncio.sleep(self._pupil.comes)
            await self._client.run()
        finally:
            self._rest()

    def _jitter(self) -> float:
        self._tries += 1
        return self._made_up.draw("jitter", self._pupil.number, self._tries)

    def _hear(self, told: Told) -> None:
        match told:
            case Asked():
                self._rest()
                if (told.round, told.vote) != self._answered:
                    self._think(told)
            case Over():
                self._rest()
                self._client.leave()
            case Waiting() | Shut() | Shown() | Stopped():
                self._rest()

    def _think(self, asked: Asked) -> None:
        loop = asyncio.get_running_loop()
        self._thinking = [
            loop.call_later(doing.after, self._answer, asked, doing.response)
            for doing in self._made_up.doings(self._pupil, asked)
        ]

    def _answer(self, asked: Asked, response: Response) -> None:
        self._answered = (asked.round, asked.vote)
        self._client.answer(asked.round, asked.vote, response)

    def _rest(self) -> None:
        """Think about nothing any more."""
        for due in self._thinking:
            due.cancel()
        self._thinking = []
