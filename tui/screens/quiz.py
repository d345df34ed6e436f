"""The quiz: practice with its verdicts at once, or an exam with none before the end."""

from collections.abc import Callable
from typing import ClassVar

from tui.commands import EXAM, HELP_KEY, QUIZ, Command
from tui.guide.model import Guide
from tui.quiz.ask import Skipped
from tui.quiz.question import Question
from tui.quiz.verdict import AskAgain, Verdict
from tui.screens.dialogs import Dialog, DoubtScreen, Way
from tui.screens.exam import ExamMoves
from tui.screens.moments import DOUBT, LEAVE, TAKE_BACK, asking, in_exam, told, writing
from tui.screens.routes import routes
from tui.screens.telling import told_of
from tui.widgets.asks.messages import Answered, WrittenDown
from tui.widgets.footer import own_bindings

KEPT = "Kept. Enter goes on; you can change it until you hand in."
NOT_KNOWN = "Noted: you don't know. Enter goes on; an answer takes its place."


class QuizScreen(ExamMoves):
    """A sitting: shows its question, hands the answer over, shows what comes back."""

    BINDINGS = own_bindings((*QUIZ, *EXAM))
    RESERVED: ClassVar[str] = "fh"

    @property
    def where(self) -> str:
        """Whose commands help shows first."""
        return "exam" if self.is_exam else "quiz"

    @property
    def guide(self) -> Guide[Question]:
        """The guide that is taught."""
        return self.open.study.guide

    @property
    def question(self) -> Question:
        """The question of the current turn."""
        return self.open.question

    def on_mount(self) -> None:
        """Begin."""
        self.title_line.left = self._title()
        self.show_turn()

    # --- what is seen

    def show_turn(self) -> None:
        """Show the current question, with its verdict if it has one to be seen."""
        sitting = self.open.sitting
        given = self.drafts.get(sitting.at) or sitting.current.response
        self.put(self.open.ask, given)
        if self.open.verdict:
            self._reveal(self.open.verdict)
        elif isinstance(given, Skipped):
            self.ask_view.say(NOT_KNOWN)
        self.tell_place()

    def _reveal(self, verdict: Verdict) -> None:
        turn = self.open.sitting.current
        if turn.response is not None:
            self.ask_view.reveal(verdict, turn.response)
        self.tell(told_of(self.question, self.open.ask, verdict, self.guide, self._comes_back()))

    def _comes_back(self) -> bool:
        sitting = self.open.sitting
        later = sitting.turns[sitting.at + 1 :]
        return any(turn.question == sitting.current.question for turn in later)

    def tell_place(self) -> None:
        """Say what is asked about, and how far one is."""
        sitting = self.open.sitting
        turn, place = sitting.current, sitting.position
        marks = [
            *(["doubtful"] if turn.doubt is not None else []),
            *(["flagged"] if turn.flagged else []),
            *(["once more"] if turn.again else []),
            *([self.clock()] if self.is_exam and self.clock() else []),
            f"{place.n} of {place.of}",
        ]
        self.title_line.right = "   ".join(marks)
        self.progress_line.share = sitting.settled / place.of

    def _title(self) -> str:
        name = "Exam" if self.is_exam else "Quiz"
        guide = self.guide
        lessons = {guide.lesson_of(guide.questions[turn.question]).id for turn in self.open.sitting.turns}
        if len(lessons) > 1:
            return f"{name} on {guide.title}"
        lesson = guide.lesson(lessons.pop())
        return f"{name} on lesson {guide.lessons.index(lesson) + 1}, {lesson.title}"

    def keys_now(self) -> tuple[Command, ...]:
        """What the keys do at this moment."""
        if self.open.verdict:
            return told(self.open.can_overrule, self.open.can_take_back)
        if self.ask_view.writing:
            return writing(self.open.ask, self.is_exam)
        sitting = self.open.sitting
        exam = in_exam(sitting.at == 0, sitting.at + 1 == len(sitting.turns)) if self.is_exam else ()
        back = (TAKE_BACK,) if self.open.can_take_back else ()
        return (*asking(self.open.ask, self.ask_view.ticking, self.is_exam), *exam, DOUBT, *back, HELP_KEY, LEAVE)

    # --- what the learner does

    def on_answered(self, event: Answered) -> None:
        """Have the answer graded and kept, and show what comes of it."""
        event.stop()
        sitting = self.open.sitting
        if sitting.finished or self.open.verdict:
            return
        if self.is_exam and event.response == sitting.current.response:
            self.action_next_question()
            return
        outcome = self.open.answer(event.response)
        if isinstance(outcome, AskAgain):
            self.ask_view.ask_again(outcome.reason)
            return
        self.drafts.pop(sitting.at, None)
        if outcome is not None:
            self._reveal(outcome)
        else:
            self.ask_view.say(NOT_KNOWN if isinstance(event.response, Skipped) else KEPT)
        self.tell_place()

    def on_written_down(self, event: WrittenDown) -> None:
        """Show what there was to remember."""
        event.stop()
        self.ask_view.show_checklist(self.open.checklist)

    def action_go_on(self) -> None:
        """After the verdict go on; before it, hand in what is there."""
        if self.open.verdict:
            if self.open.go_on():
                self.show_turn()
            else:
                routes(self).open_results(self.open)
        elif self.is_exam and isinstance(self.open.sitting.current.response, Skipped) and not self.ask_view.draft:
            self.action_next_question()
        else:
            self.ask_view.hand_in()

    def action_hand_in_writing(self) -> None:
        """Hand in what is written, from the footer."""
        self.ask_view.hand_in()

    def action_step_out(self) -> None:
        """Leave the field, or go back to it."""
        if self.ask_view.writing:
            self.ask_view.step_out()
        else:
            self.ask_view.take_focus()

    def action_skip(self) -> None:
        """I don't know."""
        self.post_message(Answered(Skipped()))

    def action_doubt(self) -> None:
        """Ask what is doubtful about the question."""

        def said(word: str | None) -> None:
            if word is not None:
                self.open.doubt(word)
                self.tell_place()

        self.app.push_screen(DoubtScreen(self.open.sitting.current.doubt or ""), said)

    def action_take_back(self) -> None:
        """Take back the last answer: it is asked once more."""
        if self.open.can_take_back:
            self.open.take_back()
            self.show_turn()
            self.ask_view.say("Taken back. It does not count; answer once more.")

    def action_overrule(self) -> None:
        """I was right."""
        if self.open.can_overrule:
            self.open.overrule()
            verdict = self.open.verdict
            if verdict:
                self._reveal(verdict)
            self.tell_place()

    def action_show_panel(self) -> None:
        """Show the panel that teaches it; before an answer that would give it away."""
        if self.open.verdict:
            super().action_show_panel()
        elif not self.is_exam:
            self.ask_view.say("Answer first, or say 0 for “I don't know”; then v shows the panel.")

    def action_leave(self) -> None:
        """Leave, once that is sure."""
        if not self._answered() and self.ask_view.draft is None:
            self._leave()
        else:
            self._ask_whether_to_leave(self._leave)

    def _answered(self) -> int:
        """How many different questions have an answer."""
        return sum(turn.response is not None and not turn.again for turn in self.open.sitting.turns)

    def _what_counts(self) -> str:
        """What leaving now means."""
        answered, of = self._answered(), self.open.sitting.position.of
        if not answered:
            return "Nothing is answered yet, so nothing counts. What you have begun here is dropped."
        are, they = ("is", "It counts") if answered == 1 else ("are", "They count")
        if self.is_exam:
            return f"{answered} of {of} {are} answered. The whole exam counts, what is left open as not known."
        return f"{answered} of {of} {are} answered. {they}, and you see how it went; the rest is not asked."

    def _ask_whether_to_leave(self, leave: Callable[[], None]) -> None:
        name = "exam" if self.is_exam else "quiz"
        ways = (Way("s", f"Stay in the {name}"), Way("l", f"Leave the {name}"))

        def decided(way: str | None) -> None:
            if way == "l":
                leave()

        self.app.push_screen(Dialog(f"Leave the {name}?", self._what_counts(), ways), decided)

    def _leave(self) -> None:
        """Leave for the results; without any, go back to where the quiz was begun: home, or the results before."""
        answered = self._answered()
        self.open.leave()
        if answered:
            routes(self).open_results(self.open)
        else:
            routes(self).leave()
