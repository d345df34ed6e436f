"""A room as a player in a terminal sees it: asked by the same widgets as anywhere, on the teacher's clock."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, ClassVar, cast

from textual import work
from textual.app import ComposeResult
from textual.message import Message

from tui.classroom.client import Away, Client, Told
from tui.classroom.protocol import (
    Asked,
    AskedAgain,
    Called,
    NotTaken,
    Over,
    Refusal,
    Refused,
    Saved,
    Shown,
    Shut,
    Stopped,
    Waiting,
    Welcome,
)
from tui.commands import HELP_KEY, JOIN, Command, named
from tui.drawing.joined import over_lines, shown_lines, shut_lines, waiting_lines
from tui.quiz.ask import Response, Skipped
from tui.screens.dialogs import Way, ask
from tui.screens.learners import NameScreen
from tui.screens.moments import asking, writing
from tui.screens.reading import ReadingScreen
from tui.typeset import Line, Span, wrap
from tui.widgets.asks.ask_view import AskView
from tui.widgets.asks.messages import Answered
from tui.widgets.column import Column
from tui.widgets.footer import KeyLine, own_bindings
from tui.widgets.panel_view import Page
from tui.widgets.title_line import TitleLine

if TYPE_CHECKING:
    from tui.in_class import InClass

SENT = "Sent."
SAVED = "Saved. You can change it until the close."
KEPT = "What you answered is on your own record; what you missed comes back in your reviews."
COMING = "Looking for the room."
LEAVE = named(JOIN, "leave")[0]
Making = Callable[[str, Callable[[Told], None]], Client]
"""Makes a player of this name, who tells what happens."""


class JoinScreen(ReadingScreen):
    """One player's screen, from the name to the end."""

    where = "join"
    BINDINGS = own_bindings(command for command in JOIN if command.name != "answer")
    AUTO_FOCUS: ClassVar[str | None] = ""

    @dataclass
    class Heard(Message):
        """Something was heard of the room."""

        told: Told
        """What."""

    def __init__(self, make: Making, in_class: "InClass", name: str = "") -> None:
        """Join a room.

        Args:
            make: makes the player.
            in_class: puts on the learner's record what they did.
            name: what they would be called; they are asked, if it is empty.
        """
        super().__init__()
        self._make = make
        self._in_class = in_class
        self._called = name
        self._client: Client | None = None
        self._asked: Asked | None = None
        self._until: float | None = None
        self._over = False
        self._draw: Callable[[int], list[Line]] = partial(_said, COMING)

    def compose(self) -> ComposeResult:
        """Where one is, the question or what else there is to read, the keys."""
        yield TitleLine("kruzhok", "")
        yield AskView()
        with Column():
            yield Page(self._lines)
        yield KeyLine(())

    def on_mount(self) -> None:
        """Come in, once there is a name; who was here before has one."""
        self._show_page(partial(_said, COMING))
        self.watch(self, "focused", self._tell_keys, init=False)
        self.set_interval(0.5, self._tell_time)
        if self._called or self._in_class.token:
            self._begin()
        else:
            self._ask_name("What will you be called in the room?")

    def _ask_name(self, head: str) -> None:
        self.app.push_screen(NameScreen(head, "come in by this name", self._named, self._called), self._after_name)

    def _named(self, name: str) -> None:
        self._called = name
        if self._client is None:
            self._begin()
        else:
            self._client.rename(name)

    def _after_name(self, _: None) -> None:
        if self._client is None:
            self.app.exit()

    def _begin(self) -> None:
        self._client = self._make(self._called, lambda told: cast("None", self.post_message(self.Heard(told))))
        self._play()

    @work
    async def _play(self) -> None:
        assert self._client is not None
        await self._client.run()

    # --- what is heard

    def on_join_screen_heard(self, event: Heard) -> None:
        """Show what has become of the room."""
        event.stop()
        told = event.told
        if not isinstance(told, Away):
            self.query_one(TitleLine).right = "" if self._in_class.unkept is None else "not kept"
        match told:
            case Away():
                self.query_one(TitleLine).right = "no connection: what you do is kept, and sent once it is back"
            case Welcome():
                self._in_class.come_in(told)
                self._called = told.name
                self.query_one(TitleLine).left = f"{told.title}: {told.name}"
            case Called():
                self._called = told.name
            case Asked():
                self._ask(told)
            case Saved() | AskedAgain() | NotTaken():
                self._told_of_answer(told)
            case Refused():
                self._refused(told)
            case _:
                self._show_state(told)

    def _show_state(self, told: Waiting | Shut | Shown | Stopped | Over) -> None:
        match told:
            case Waiting():
                self._show_page(partial(waiting_lines, told, self._called))
            case Shut():
                self._show_page(partial(shut_lines, told))
            case Shown():
                self._in_class.take(told)
                self._show_page(partial(shown_lines, told))
            case Stopped():
                self._show_page(partial(_said, "The room is paused. Your teacher lets it go on."))
            case Over():
                self._in_class.take(told)
                self._in_class.forget_seat()
                self._over = True
                self._show_page(partial(over_lines, told, self._in_class.unkept or KEPT))

    def _ask(self, asked: Asked) -> None:
        again = self._asked is not None and (self._asked.round, self._asked.vote) == (asked.round, asked.vote)
        self._asked = asked
        self._until = None if asked.seconds is None else time.monotonic() + asked.seconds
        view = self.query_one(AskView)
        self.query_one(Column).display = False
        shown, view.display = view.display, True
        if not (again and shown):
            view.show(asked.ask, asked.yours)
        if asked.yours is not None:
            view.say(SAVED)
        self._tell_time()
        self._tell_keys()

    def _told_of_answer(self, told: Saved | AskedAgain | NotTaken) -> None:
        view = self.query_one(AskView)
        if not view.display:
            return
        if isinstance(told, Saved):
            view.say(SAVED)
        else:
            view.ask_again(told.reason)

    def _refused(self, told: Refused) -> None:
        if told.refusal is Refusal.NAME:
            self._ask_name(told.reason)
        elif told.refusal not in {Refusal.STRANGER, Refusal.OFTEN}:
            self._over = True
            self._show_page(partial(_said, told.reason))

    # --- what is shown

    def _lines(self, width: int) -> list[Line]:
        return self._draw(width)

    def _show_page(self, draw: Callable[[int], list[Line]]) -> None:
        self._draw, self._asked, self._until = draw, None, None
        self.query_one(AskView).display = False
        self.query_one(Column).display = True
        self.set_focus(None)
        self.query_one(Page).redraw()
        self.column.scroll_home(animate=False)
        self._tell_keys()

    def _tell_time(self) -> None:
        if self._asked is None:
            return
        left = "" if self._until is None else f"   {max(int(self._until - time.monotonic() + 0.999), 0)} s left"
        vote = ", second vote" if self._asked.vote > 1 else ""
        title = self.query_one(TitleLine)
        if not title.right.startswith("no connection"):
            title.right = f"{self._asked.round} of {self._asked.of}{vote}{left}"

    def _tell_keys(self, *_: object) -> None:
        view = self.query_one(AskView)
        keys: tuple[Command, ...] = named(JOIN, "page_down")
        if self._asked is not None:
            ask = self._asked.ask
            keys = writing(ask, exam=False) if view.writing else asking(ask, view.ticking)
        self.query_one(KeyLine).show((*(each for each in keys if not each.right), HELP_KEY, LEAVE))

    # --- what the player does

    def on_answered(self, event: Answered) -> None:
        """Send it; it may be changed until the close."""
        event.stop()
        self._answer(event.response)

    def _answer(self, response: Response) -> None:
        if self._asked is not None and self._client is not None:
            self._client.answer(self._asked.round, self._asked.vote, response)
            view = self.query_one(AskView)
            view.show(self._asked.ask, None if isinstance(response, Skipped) else response)
            view.say(f"{SENT} You said that you don't know." if isinstance(response, Skipped) else SENT)

    def action_skip(self) -> None:
        """I don't know."""
        if self._asked is not None:
            self._answer(Skipped())

    def action_step_out(self) -> None:
        """Leave the field, or go back to it."""
        view = self.query_one(AskView)
        if view.writing:
            view.step_out()
        else:
            view.take_focus()

    def action_hand_in_writing(self) -> None:
        """Hand in what is there."""
        if self._asked is not None:
            self.query_one(AskView).hand_in()

    def action_leave(self) -> None:
        """Leave; before the end, once that is sure."""
        if self._over:
            self.app.exit()
            return

        def leave() -> None:
            if self._client is not None:
                self._client.leave()
            self.app.exit()

        body = "Your seat and your answers stay yours: kruzhok join with the same address brings you back."
        ask(self.app, "Leave the room?", body, [Way("s", "Stay"), Way("l", "Leave", leave)])


def _said(text: str, width: int) -> list[Line]:
    return wrap([Span(text)], width)
