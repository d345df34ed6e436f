"""What an exam adds to a quiz: a clock, flags, going back, handing in."""

from datetime import timedelta

from tui.open_sitting import OpenSitting
from tui.quiz.ask import Recalled, Response
from tui.quiz.sitting import Mode
from tui.quiz.verdict import AskAgain
from tui.screens.asking import AskingScreen
from tui.screens.dialogs import Dialog, Way
from tui.screens.routes import routes

LAST_MOMENT = timedelta(seconds=2)
"""So long before the end, what is half done is kept."""


class ExamMoves(AskingScreen):
    """Moving through an exam. What is half done is kept when one moves on."""

    def __init__(self, sitting: OpenSitting) -> None:
        """An exam, or a sitting that is none and makes no use of this."""
        super().__init__()
        self.open = sitting
        self.drafts: dict[int, Response] = {}

    @property
    def is_exam(self) -> bool:
        """Whether verdicts wait for the end."""
        return self.open.sitting.mode is Mode.EXAM

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only an exam has flags, moves and handing in. What answers is for the ask; the screen has no hand in it."""
        del parameters
        if action == "answer":
            return False
        return self.is_exam or action not in {"previous_question", "next_question", "flag", "hand_in"}

    def on_mount(self) -> None:
        """Start the clock that is seen; the one that counts is the study's."""
        if self.is_exam:
            self.set_interval(1, self.tick)

    def tick(self) -> None:
        """A second has passed."""
        if self.open.sitting.finished:
            return
        left = self.open.time_left
        if left is not None and timedelta(0) < left <= LAST_MOMENT:
            self.keep_draft()
        if self.open.tick():
            self.notify("The time is up; what you answered was handed in.", markup=False)
            routes(self).open_results(self.open)
        else:
            self.tell_place()

    def tell_place(self) -> None:
        """Say where one is."""

    def show_turn(self) -> None:
        """Show the current question."""

    def clock(self) -> str:
        """The time left, as on a clock."""
        left = self.open.time_left
        if left is None:
            return ""
        minutes, seconds = divmod(int(left.total_seconds()), 60)
        return f"{minutes}:{seconds:02} left"

    def keep_draft(self) -> None:
        """Keep what is half done: as the answer if it can be one, else to go on with."""
        draft = self.ask_view.draft
        at = self.open.sitting.at
        if draft is None or draft == self.open.sitting.current.response:
            return
        self.drafts[at] = draft
        half = isinstance(draft, Recalled) and not draft.ticked
        if not half and not isinstance(self.open.answer(draft), AskAgain):
            self.drafts.pop(at)

    def move_to(self, place: int) -> None:
        """Go to another question."""
        if 0 <= place < len(self.open.sitting.turns):
            self.keep_draft()
            self.open.move(place)
            self.show_turn()

    def action_previous_question(self) -> None:
        """Go to the question before."""
        self.move_to(self.open.sitting.at - 1)

    def action_next_question(self) -> None:
        """Go to the next question; after the last one there is only handing in."""
        if self.open.sitting.at + 1 < len(self.open.sitting.turns):
            self.move_to(self.open.sitting.at + 1)
        else:
            self.action_hand_in()

    def action_flag(self) -> None:
        """Flag the question, or take its flag off."""
        self.open.flag()
        self.tell_place()

    def action_hand_in(self) -> None:
        """Hand in, once it is clear what is left open."""
        self.keep_draft()
        sitting = self.open.sitting
        left = sitting.left_open
        flagged = [place for place, turn in enumerate(sitting.turns) if turn.flagged]
        ways = [Way("g", "Go on with the exam"), Way("h", "Hand in")]
        if left or flagged:
            ways.insert(1, Way("o", f"Go to question {(left or flagged)[0] + 1}"))
        body = "\n".join(
            [
                f"Left open: {_listed(left)}." if left else "Every question is answered.",
                *([f"Flagged: {_listed(flagged)}."] if flagged else []),
                *([f"There is time: {self.clock()}."] if self.clock() else []),
            ]
        )

        def decided(way: str | None) -> None:
            if way == "h":
                self.open.hand_in()
                routes(self).open_results(self.open)
            elif way == "o":
                self.move_to([*left, *flagged][0])

        self.app.push_screen(Dialog("Hand in the exam?", body, ways), decided)


def _listed(places: "tuple[int, ...] | list[int]") -> str:
    return ", ".join(str(place + 1) for place in places)
