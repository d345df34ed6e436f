"""An exam: a clock, flags, going back and forth, handing in; the verdicts come at the end."""

from datetime import timedelta
from functools import partial
from typing import ClassVar

from tui.commands import IN_EXAM, Command
from tui.open_sitting import OpenSitting
from tui.quiz.ask import Recalled, Response, Skipped, fits
from tui.quiz.verdict import AskAgain
from tui.screens.dialogs import Way, ask
from tui.screens.moments import KEEP, PUT_DOWN, in_exam, writing
from tui.screens.quiz import QuizScreen
from tui.screens.routes import routes
from tui.widgets.footer import own_bindings

LAST_MOMENT = timedelta(seconds=2)
"""So long before the end, what is half done is kept."""
KEPT = "Kept. Enter goes on; you can change it until you hand in."
NOT_KNOWN = "Noted: you don't know. Enter goes on; an answer takes its place."


class ExamScreen(QuizScreen):
    """A sitting in which answers are kept, and may be changed, until all are handed in."""

    where = "exam"
    BINDINGS = own_bindings(IN_EXAM)
    RESERVED: ClassVar[str] = "fh"
    BESIDE: ClassVar[bool] = False
    no_place: ClassVar[str] = "The guide's files hold the answers: look at them after the exam."
    """Why nothing is opened in the editor."""

    def __init__(self, sitting: OpenSitting) -> None:
        """An exam, at its current question."""
        super().__init__(sitting)
        self.drafts: dict[int, Response] = {}

    def on_mount(self) -> None:
        """Start the clock that is seen; the one that counts is the study's."""
        self.set_interval(1, self.tick)

    def tick(self) -> None:
        """A second has passed."""
        if self not in self.app.screen_stack:
            return
        left = self.open.time_left
        if left is not None and timedelta(0) < left <= LAST_MOMENT:
            self._keep_draft()
        if self.open.tick():
            routes(self).open_results(self.open)
        else:
            self.tell_place()

    def show_turn(self, draft: Response | None = None) -> None:
        """Show the current question, as it was answered or left."""
        sitting, ask = self.open.sitting, self.open.ask
        given = draft or self.drafts.get(sitting.at) or sitting.current.response
        self.put(ask, given if given and fits(ask, given) else None)
        if isinstance(given, Skipped):
            self.ask_view.say(NOT_KNOWN)
        self.tell_place()

    def marks(self) -> list[str]:
        """The flag and the time left."""
        flagged = ["flagged"] if self.open.sitting.current.flagged else []
        return [*flagged, *([f"{self._clock} left"] if self._clock else [])]

    @property
    def _clock(self) -> str:
        """The time left, as on a clock; nothing where there is no limit."""
        left = self.open.time_left
        if left is None:
            return ""
        minutes, seconds = divmod(int(left.total_seconds()), 60)
        return f"{minutes}:{seconds:02}"

    def keys_now(self) -> tuple[Command, ...]:
        """What the keys do at this moment."""
        if self.ask_view.writing:
            return writing(self.open.ask, exam=True)
        sitting = self.open.sitting
        last = sitting.at + 1 == len(sitting.turns)
        done = PUT_DOWN if self.ask_view.lifting else KEEP
        return in_exam(self.open.ask, self.ask_view.ticking, first=sitting.at == 0, last=last, done=done)

    def take(self, response: Response) -> None:
        """Keep an answer; the same one once more goes on."""
        sitting = self.open.sitting
        if response == sitting.current.response:
            self.action_next_question()
            return
        outcome = self.open.answer(response)
        if isinstance(outcome, AskAgain):
            self.ask_view.ask_again(outcome.reason)
            return
        self.drafts.pop(sitting.at, None)
        self.ask_view.say(NOT_KNOWN if isinstance(response, Skipped) else KEPT)
        self.tell_place()

    def if_left(self) -> str:
        """What becomes of the answers and of the rest, if one leaves now."""
        return "The whole exam counts, what is left open as not known."

    def _keep_draft(self) -> None:
        """Keep what is half done: as the answer if it can be one, else to go on with."""
        draft = self.ask_view.draft
        at = self.open.sitting.at
        if draft is None or draft == self.open.sitting.current.response:
            return
        self.drafts[at] = draft
        half = isinstance(draft, Recalled) and not draft.ticked
        if not half and not isinstance(self.open.answer(draft), AskAgain):
            self.drafts.pop(at)

    def _move_to(self, place: int) -> None:
        if 0 <= place < len(self.open.sitting.turns):
            self._keep_draft()
            self.open.move(place)
            self.show_turn()

    def action_go_on(self) -> None:
        """Keep what is there; where that is done, go on."""
        if isinstance(self.open.sitting.current.response, Skipped) and not self.ask_view.draft:
            self.action_next_question()
        else:
            self.ask_view.hand_in()

    def action_previous_question(self) -> None:
        """Go to the question before."""
        self._move_to(self.open.sitting.at - 1)

    def action_next_question(self) -> None:
        """Go to the next question; after the last one there is only handing in."""
        if self.open.sitting.at + 1 < len(self.open.sitting.turns):
            self._move_to(self.open.sitting.at + 1)
        else:
            self.action_hand_in()

    def action_flag(self) -> None:
        """Flag the question, or take its flag off."""
        self.open.flag()
        self.tell_place()

    def action_hand_in(self) -> None:
        """Hand in, once it is clear what is left open."""
        self._keep_draft()
        sitting = self.open.sitting
        flagged = tuple(place for place, turn in enumerate(sitting.turns) if turn.flagged)
        unsure = sitting.left_open or flagged
        ways = [Way("g", "Go on with the exam"), Way("h", "Hand in", self._hand_in)]
        if unsure:
            ways.insert(1, Way("o", f"Go to question {unsure[0] + 1}", partial(self._move_to, unsure[0])))
        ask(self.app, "Hand in the exam?", self._before_handing_in(flagged), ways)

    def _hand_in(self) -> None:
        self.open.hand_in()
        routes(self).open_results(self.open)

    def _before_handing_in(self, flagged: tuple[int, ...]) -> str:
        left = self.open.sitting.left_open
        lines = [f"Left open: {_listed(left)}." if left else "Every question is answered."]
        if flagged:
            lines.append(f"Flagged: {_listed(flagged)}.")
        if self._clock:
            lines.append(f"There is time: {self._clock} left.")
        return "\n".join(lines)


def _listed(places: tuple[int, ...]) -> str:
    return ", ".join(str(place + 1) for place in places)
