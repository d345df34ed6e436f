"""A room as a player in a terminal sees it: asked by the same widgets as anywhere, on the teacher's clock."""

import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, ClassVar, cast

from textual import work
from textual.app import ComposeResult
from textual.message import Message

from tui.classroom.client import Away, Client, Told, is_code
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
from tui.classroom.seating import code_in
from tui.commands import JOIN, named
from tui.drawing.joined import over_lines, shown_lines, shut_lines, waiting_lines
from tui.memory.learners import BadName
from tui.quiz.ask import Skipped
from tui.screens.answering import AnsweringScreen
from tui.screens.dialogs import Dialog, Way, ask
from tui.screens.naming import NameScreen
from tui.screens.reading import ReadingScreen
from tui.screens.routes import routes
from tui.text import points
from tui.typeset import Line, Span, wrap
from tui.widgets.asks.ask_view import AskView
from tui.widgets.asks.messages import Answered
from tui.widgets.column import Column
from tui.widgets.footer import KeyLine, own_bindings
from tui.widgets.panel_view import Page
from tui.widgets.title_line import TitleLine

if TYPE_CHECKING:
    from tui.in_class import InClass

SENT = "On its way."
"""Said of an answer that the host has not acknowledged yet."""
UNSENT = "No connection: it is sent once the room is back."
"""Said of such an answer as long as the room cannot be reached."""
SAVED = "Saved. You can change it until the close."
"""Said of an answer that is on the host's disk."""
UNKNOWING = "You said that you don't know."
"""Said, too, of an answer that is none."""
KEPT = "What you answered is on your own record; what you missed comes back in your reviews."
"""Said at the end, unless the record could not be written."""
COMING = "Looking for the room."
"""Said until the host answers."""
PAUSED = "The room is paused. Your teacher lets it go on."
"""Said while time stands still."""
ELSEWHERE = (
    "Another room answers at this address now, and does not know you. Your seat is kept, and your room is looked for "
    "again by itself. If your teacher has begun a new room, n joins that one."
)
"""Said where somebody else hosts in the room's place."""
AWAY = "no connection: what you do is kept"
"""Said in the title as long as the room cannot be reached."""
TICK = 0.5
"""So often, in seconds, the time that is left is told."""
LEAVE = named(JOIN, "leave")[0]
Making = Callable[[str, Callable[[Told], None]], Client]
"""Makes a player of this name, who tells what happens."""
Offering = Callable[[], Awaitable[Sequence[str]]]
"""Gives the names that the room offers."""


class JoinScreen(ReadingScreen, AnsweringScreen):
    """One player's screen, from the name to the end."""

    where = "join"
    BINDINGS = own_bindings(command for command in JOIN if command.name != "answer")
    AUTO_FOCUS: ClassVar[str | None] = ""
    other: str = ""
    """The code of the room that is to be joined in place of this one, once this screen has ended; empty for none."""

    @dataclass
    class Heard(Message):
        """Something was heard of the room."""

        told: Told
        """What."""

    def __init__(self, make: Making, offered: Offering, in_class: "InClass", name: str = "") -> None:
        """Join a room.

        Args:
            make: makes the player.
            offered: gives names to choose from.
            in_class: puts on the learner's record what they did.
            name: what they would be called; they are asked, if it is empty.
        """
        super().__init__()
        self.ask_view = AskView()
        self._make = make
        self._offered = offered
        self._in_class = in_class
        self._called = name
        self._client: Client | None = None
        self._leaving: Dialog | None = None
        self._asked: Asked | None = None
        self._put: Asked | None = None
        self._round = 0
        self._until: float | None = None
        self._away = self._unsaved = self._over = self._elsewhere = False
        self._draw: Callable[[int], list[Line]] = partial(_said, COMING)

    def compose(self) -> ComposeResult:
        """Where one is, the question or what else there is to read, the keys."""
        yield TitleLine("kruzhok", "")
        yield self.ask_view
        with Column():
            yield Page(self._lines)
        yield KeyLine(())

    def on_mount(self) -> None:
        """Come in, once there is a name; who was here before has one."""
        self._show_page(partial(_said, COMING))
        self.watch(self, "focused", self.tell_keys, init=False)
        self.set_interval(TICK, self._tick)
        if self._called or self._in_class.token:
            self._begin()
        else:
            self._ask_name("What will you be called in the room?")

    @work
    async def _ask_name(self, head: str) -> None:
        offered = await self._offered()
        asking = NameScreen(head, "come in by this name", self._named, self._called, offered)
        self.app.push_screen(asking, self._after_name)

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
        self.run_worker(self._client.run())

    # --- what is heard

    def on_join_screen_heard(self, event: Heard) -> None:
        """Show what has become of the room."""
        event.stop()
        self._away = isinstance(event.told, Away)
        was_elsewhere, self._elsewhere = self._elsewhere, False
        match event.told:
            case Away() if was_elsewhere:
                self._show_page(partial(_said, COMING))
            case Away():
                if self._unsaved:
                    self.ask_view.say(UNSENT)
            case Welcome(name=name, title=title):
                self._in_class.come_in(event.told)
                self._called = name
                self.query_one(TitleLine).left = f"{title}: {name}"
            case Called(name=name):
                self._called = name
            case Asked():
                self._ask(event.told)
            case Saved() | AskedAgain() | NotTaken():
                self._told_of_answer(event.told)
            case Refused(refusal=Refusal.STRANGER):
                self._elsewhere = True
                self._show_page(partial(_said, ELSEWHERE))
            case Refused(refusal=Refusal.NAME, reason=reason):
                self._ask_name(reason)
            case Refused(refusal=refusal, reason=reason):
                if refusal is not Refusal.OFTEN:
                    self._over = True
                    self._show_page(partial(_said, reason))
            case _:
                self._show_state(event.told)
        self._tell_place()

    def _show_state(self, told: Waiting | Shut | Shown | Stopped | Over) -> None:
        if isinstance(told, Shown | Over):
            self._in_class.take(told)
        match told:
            case Waiting():
                self._show_page(partial(waiting_lines, told, self._called))
            case Shut():
                self._round = told.round
                self._show_page(partial(shut_lines, told))
            case Shown() if told.outcome.round < self._round:
                number, total = told.outcome.round, points(told.total)
                routes(self).say(f"Question {number} was graded anew: you have {total} in all.")
            case Shown():
                self._round = told.outcome.round
                self._show_page(partial(shown_lines, told))
            case Stopped():
                self._show_page(partial(_said, PAUSED))
            case Over():
                self._in_class.forget_seat()
                self._over = True
                self._show_page(partial(over_lines, told, self._in_class.unkept or KEPT))

    def _ask(self, asked: Asked) -> None:
        again = self._put is not None and (self._put.round, self._put.vote) == (asked.round, asked.vote)
        self._asked, self._put, self._round = asked, asked, asked.round
        self._until = None if asked.seconds is None else time.monotonic() + asked.seconds
        if not self.ask_view.display:
            # Hidden just now, the last question would give the keyboard up only after this one has taken it.
            self.call_after_refresh(self.ask_view.take_focus)
        self.query_one(Column).display, self.ask_view.display = False, True
        if again:
            self.ask_view.take_focus()
        else:
            self._unsaved = False
            self.ask_view.show(asked.ask, asked.yours)
        if self._unsaved:
            self.ask_view.say(SENT)
        elif asked.yours is not None:
            self.ask_view.say(SAVED)
        self.tell_keys()

    def _told_of_answer(self, told: Saved | AskedAgain | NotTaken) -> None:
        self._unsaved = False
        if self._asked is None:
            return
        if isinstance(told, Saved):
            self.ask_view.say(SAVED)
        else:
            self.ask_view.ask_again(told.reason)

    # --- what is shown

    def _lines(self, width: int) -> list[Line]:
        return self._draw(width)

    def _show_page(self, draw: Callable[[int], list[Line]]) -> None:
        self._draw, self._asked, self._until = draw, None, None
        self.query_one(Column).display, self.ask_view.display = True, False
        self.set_focus(None)
        self.query_one(Page).redraw()
        self.column.scroll_home(animate=False)
        self.tell_keys()

    def _tick(self) -> None:
        if self._until is not None:
            self._tell_place()

    def _tell_place(self) -> None:
        facts = [AWAY] if self._away else ["not kept"] if self._in_class.unkept else []
        if self._asked is not None:
            vote = ", second vote" if self._asked.vote > 1 else ""
            facts.append(f"{self._asked.round} of {self._asked.of}{vote}")
        if self._until is not None:
            facts.append(f"{max(int(self._until - time.monotonic() + 0.999), 0)} s left")
        self.query_one(TitleLine).right = "   ".join(facts)

    def tell_keys(self, *_: object) -> None:
        """Show in the footer what the keys do at this moment."""
        reading = (*named(JOIN, "join_other" if self._elsewhere else "page_down", "help"), LEAVE)
        keys = reading if self._asked is None else self.keys_to_answer(self._asked.ask, LEAVE)
        self.query_one(KeyLine).show(keys)

    # --- what the player does

    def action_go_on(self) -> None:
        """Hand in what is there, as long as anything is asked."""
        if self._asked is not None:
            super().action_go_on()

    def on_answered(self, event: Answered) -> None:
        """Send it; it may be changed until the close."""
        event.stop()
        if self._asked is None or self._client is None:
            return
        self._client.answer(self._asked.round, self._asked.vote, event.response)
        self._unsaved = True
        skipped = isinstance(event.response, Skipped)
        self.ask_view.show(self._asked.ask, None if skipped else event.response)
        said = UNSENT if self._away else SENT
        self.ask_view.say(f"{said} {UNKNOWING}" if skipped else said)

    def action_join_other(self) -> None:
        """Ask for the code of the room that answers in place of this one."""
        if self._elsewhere:
            self.app.push_screen(NameScreen("What is the new room's code?", "join it", self._leave_for))

    def _leave_for(self, typed: str) -> None:
        code = code_in(typed)
        if not is_code(code):
            raise BadName("A code has 6 letters and numbers, as the board shows it")
        self.other = code
        if self._client is not None:
            self._client.leave()
        self.call_later(self.app.exit)

    def action_leave(self) -> None:
        """Leave; before the end, once that is sure."""
        if not self.ask_to_leave():
            self.app.exit()

    def ask_to_leave(self, besides: str = "") -> bool:
        """Ask whether to leave, unless the room is over or nobody came in yet.

        Args:
            besides: what else to know before deciding.

        Returns:
            Whether that is asked now; not if it is asked already.
        """
        client = self._client
        if self._over or client is None or self._leaving in self.app.screen_stack:
            return False

        def leave() -> None:
            client.leave()
            self.app.exit()

        body = "Your seat and your answers stay yours: kruzhok join with the same address brings you back."
        told = "\n".join(filter(None, (body, besides)))
        self._leaving = ask(self.app, "Leave the room?", told, [Way("s", "Stay"), Way("l", "Leave", leave)])
        return True


def _said(text: str, width: int) -> list[Line]:
    return wrap([Span(text)], width)
