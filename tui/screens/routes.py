"""The ways from screen to screen. A screen knows no more of the app than this."""

from typing import TYPE_CHECKING, Any, Literal, Protocol, cast

from textual.app import App
from textual.screen import Screen

from tui.guide.model import Lesson
from tui.guide.words import LessonId, PanelId
from tui.screens.too_small import mind_the_size
from tui.themes import chosen_theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.memory.attempt import SittingId
    from tui.memory.learners import Learner, Learners
    from tui.open_sitting import OpenSitting
    from tui.quiz.choosing import Choice
    from tui.quiz.sitting import Mode
    from tui.screens.quiz import QuizScreen
    from tui.screens.results import ResultsScreen
    from tui.study import Study


LONG_ENOUGH = 20
"""For so many seconds it is said what becomes of the record: three sentences, read calmly."""


class Routes:
    """Where a learner can be sent. Home lies under everything; a screen is read in when it is first wanted."""

    def __init__(self, app: "App[Any]", study: "Study", learners: "Callable[[], Learners] | None" = None) -> None:
        """The ways of this app.

        Args:
            app: what shows the screens.
            study: the learner and the guide.
            learners: finds out who else learns on this computer; nobody does, if None.
        """
        self._learners = learners
        self._app = app
        self._study = study
        self._quiz: QuizScreen | None = None
        self._results: ResultsScreen | None = None
        self._told: str | None = None
        self.last_sitting: OpenSitting | None = None
        """The sitting whose results were shown last."""

    @property
    def in_quiz(self) -> bool:
        """Whether a sitting is open under what is shown."""
        return self._quiz is not None and self._quiz in self._app.screen_stack

    def ask_to_leave(self) -> bool:
        """Before the program is left, ask whether to leave the sitting or the room in which something would be lost.

        Returns:
            Whether that is asked now.
        """
        from tui.screens.leaving import ask_to_leave  # noqa: PLC0415  once, at the end

        return ask_to_leave(self._app)

    def open_lesson(self, lesson: LessonId | None = None, panel: PanelId | None = None) -> None:
        """Show a lesson: at the panel given, else at the first one not yet read. No lesson: one still to read."""
        from tui.screens.lesson import LessonScreen  # noqa: PLC0415  home does without

        lessons = self._study.guide.lessons
        wanted = next((each for each in lessons if each.id == lesson), None) if lesson else self._lesson_to_read()
        if wanted is None:
            # Its file may have been removed since the list, the quiz or the palette was opened.
            self.say("There is no such lesson in the guide any more." if lesson else "There is no lesson to read.")
            return
        unread = (each for each in wanted.panels if not self._study.has_read(each.id))
        shown = next((each for each in wanted.panels if each.id == panel), None) or next(unread, wanted.panels[0])
        self._drop_passing()
        if not isinstance(self._app.screen, LessonScreen):
            self._app.push_screen(LessonScreen(self._study, wanted, shown))
        elif self._app.screen.mark.lesson is wanted:
            self._app.screen.move_to(wanted.panels.index(shown))
        else:
            self._app.switch_screen(LessonScreen(self._study, wanted, shown))

    def _lesson_to_read(self) -> Lesson | None:
        lessons = self._study.guide.lessons
        unread = (lesson for lesson in lessons if self._study.read_in(lesson) < len(lesson.panels))
        return next(unread, lessons[0] if lessons else None)

    def open_quiz(self, choice: "Choice", mode: "Mode | None" = None, minutes: float | None = None) -> None:
        """Begin a sitting, over home or the results it was begun from; says so if there is nothing to ask."""
        from tui.quiz.sitting import Mode  # noqa: PLC0415  as above
        from tui.study import NothingToAsk  # noqa: PLC0415

        try:
            sitting = self._study.begin(choice, mode or Mode.PRACTICE, minutes)
        except NothingToAsk as nothing:
            self.say(str(nothing))
            return
        self._begin_sitting(sitting)

    def open_review(self, minutes: int | None = None, lesson: Lesson | None = None, *, further: bool = False) -> None:
        """Begin a review; says so if there is nothing to ask.

        Args:
            minutes: how long it is at most; as long as the learner chose last, if None.
            lesson: only what this lesson teaches.
            further: whether it goes on with what helps most, in what time is left.
        """
        from tui.study import NothingToAsk  # noqa: PLC0415  as above

        try:
            sitting = self._study.review(minutes, lesson, further=further)
        except NothingToAsk as nothing:
            self.say(str(nothing))
            return
        self._begin_sitting(sitting)

    def choose_review(self) -> None:
        """Ask how long a review is to be, and begin it."""
        from tui.screens.choosing_review import choose_review  # noqa: PLC0415  as above

        choose_review(self._app, self, self._study)

    def choose_date(self) -> None:
        """Ask for a day to be ready for."""
        from tui.screens.ready import ReadyScreen  # noqa: PLC0415  as above

        self._app.push_screen(ReadyScreen(self._study))
        mind_the_size(self._app)

    def _begin_sitting(self, sitting: "OpenSitting") -> None:
        if self._app.screen is not self._results:
            self.go_home()
        self._show_sitting(sitting)

    def _show_sitting(self, sitting: "OpenSitting") -> None:
        self._quiz = _screen_of(sitting)
        self._app.push_screen(self._quiz)
        mind_the_size(self._app)

    def go_on_with(self, sitting: "SittingId") -> None:
        """Go on with a sitting that was cut off; of an exam whose time is up, show how it went."""
        self._show_taken_up(self._study.cut_off.resume(sitting))

    def take_up(self) -> None:
        """Go on with the sitting that was cut off last."""
        offered = self._study.cut_off.offered
        if offered:
            self.go_on_with(offered.log.sitting)
        else:
            self.say("No quiz was cut off, or it is open in another window.")

    def ask_to_drop(self) -> None:
        """Ask whether to drop the sitting that was cut off."""
        offered = self._study.cut_off.offered
        if offered is None:
            self.say("Nothing was cut off, so there is nothing to drop.")
            return
        from tui.screens.dialogs import Way, ask  # noqa: PLC0415  as above

        def drop() -> None:
            self._show_taken_up(self._study.cut_off.drop(offered.log.sitting))

        ways = [Way("k", "Keep it"), Way("d", f"Drop the {offered.sitting.name}", drop)]
        ask(self._app, f"Drop the {offered.sitting.name}?", offered.if_dropped, ways)

    def show_exam_handed_in(self, *, at_once: bool) -> None:
        """Hand in the exams whose time ran out while kruzhok was closed.

        Args:
            at_once: whether to show how the latest of them went; else it is only said.
        """
        handed_in = self._study.cut_off.hand_in()
        if handed_in and at_once:
            self._show_taken_up(handed_in[0])
        elif handed_in:
            self.last_sitting = handed_in[0]
            self.say("The time of your exam ran out, and it was handed in. On the home screen, l shows how it went.")

    def _show_taken_up(self, sitting: "OpenSitting | None") -> None:
        self.go_home()
        if sitting is None:
            self.say("It is open in another window, or nothing of it can be asked any more. What you answered is kept.")
        elif sitting.sitting.finished:
            self.open_results(sitting)
        else:
            self._show_sitting(sitting)

    def open_exam(self) -> None:
        """Begin an exam on the whole guide: twenty questions, a minute each."""
        from tui.quiz.choosing import IN_EXAM, Choice  # noqa: PLC0415  as above
        from tui.quiz.sitting import Mode  # noqa: PLC0415

        self.open_quiz(Choice(count=IN_EXAM), Mode.EXAM, IN_EXAM)

    def take_step(self) -> None:
        """Take the one next step."""
        step = self._study.next_step()
        if step.sitting is not None:
            self.go_on_with(step.sitting)
        elif step.lesson is not None and step.panel is not None:
            self.open_lesson(step.lesson.id, step.panel.id)
        elif step.choice is not None:
            self.open_quiz(step.choice)
        elif step.what == "review":
            self.open_review()

    def open_results(self, sitting: "OpenSitting") -> None:
        """Show how a sitting went, in place of its quiz; or once more, from home."""
        from tui.screens.results import ResultsScreen  # noqa: PLC0415  as above

        self.go_home()
        self._results = ResultsScreen(sitting)
        self._app.push_screen(self._results)
        if self._results.time_is_up and sitting is not self.last_sitting:
            self._tell_the_time_is_up()
        self._quiz = None
        self.last_sitting = sitting
        mind_the_size(self._app)
        self.tell_of_record()

    def _tell_the_time_is_up(self) -> None:
        """Stand over the results until enter is pressed: what one was typing is no command to them."""
        from tui.screens.dialogs import Way, ask  # noqa: PLC0415  as above

        says = "What you had answered was handed in, and what you were typing too, if it could be read."
        if self._quiz is None:
            says = "It ran out while the exam was closed. What you had answered was handed in."
        ask(self._app, "The time is up", says, [Way("enter", "See how it went")])

    def open_problems(self) -> None:
        """Show the mistakes in the guide's files."""
        from tui.screens.problems import ProblemsScreen  # noqa: PLC0415  as above

        self._app.push_screen(ProblemsScreen(self._study))

    def open_screen(self, screen: Screen[None]) -> None:
        """Show a screen that is no part of studying: a room that is hosted, the report of a class."""
        self._app.push_screen(screen)
        mind_the_size(self._app)

    def open_progress(self, page: str = "") -> None:
        """Show what the learner knows.

        Args:
            page: the name of the page to open; the first, if left out.
        """
        from tui.screens.progress import ProgressScreen  # noqa: PLC0415  as above

        if isinstance(self._app.screen, ProgressScreen):
            return
        self._app.push_screen(ProgressScreen(self._study, page))
        mind_the_size(self._app)

    def open_goto(self) -> None:
        """Show the list of all panels."""
        from tui.screens.goto import GoToScreen  # noqa: PLC0415  as above

        self._app.push_screen(GoToScreen(self._study, getattr(self._app.screen, "panel", None)))

    def open_learners(self, then: "Callable[[], object] | None" = None) -> None:
        """Ask who is learning.

        Args:
            then: what to do once they have said it, from their home.
        """
        from tui.paths import NoDataFolder  # noqa: PLC0415  as above
        from tui.screens.learners import LearnersScreen  # noqa: PLC0415

        if self._learners is None:
            self.say("Nothing is kept here, so there is nobody to change to.")
            return
        try:
            learners = self._learners()
        except NoDataFolder as error:
            self.say(str(error))
            return
        self._app.push_screen(LearnersScreen(learners, self._study, then))
        mind_the_size(self._app)

    def go_on_as(self, learner: "Learner", then: "Callable[[], object] | None" = None) -> None:
        """Be another learner from here on, at home.

        Args:
            learner: who.
            then: what else to do; if nothing, it is said what is to be known of their record.
        """
        lost = self._study.change_learner(lambda: learner.folder, learner.name)
        self._app.theme = chosen_theme(self._study.settings.theme)
        self._quiz = self._results = self._told = self.last_sitting = None
        self.go_home()
        self.look_over_record()
        if lost:
            self.say(f"Of what the learner before did, {lost} could not be kept.")
        if then:
            then()
        else:
            self.tell_of_record()
            self.offer_backup()
            self.show_exam_handed_in(at_once=True)

    def open_help(self) -> None:
        """Show what the keys do here."""
        from tui.screens.help import HelpScreen  # noqa: PLC0415  as above

        if not isinstance(self._app.screen, HelpScreen):
            self._app.push_screen(HelpScreen(getattr(self._app.screen, "where", "home")))

    def open_palette(self) -> None:
        """Show all that can be done here."""
        from tui.screens.palette import Palette  # noqa: PLC0415  as above

        if not isinstance(self._app.screen, Palette):
            self._app.push_screen(Palette())

    def go_home(self) -> None:
        """Show the home screen."""
        while len(self._app.screen_stack) > 1:
            self._app.pop_screen()

    def leave(self) -> None:
        """Go back to the screen before."""
        if len(self._app.screen_stack) > 1:
            self._app.pop_screen()

    def _drop_passing(self) -> None:
        """Leave what lies on top only for a moment: help, the list of panels."""
        while getattr(self._app.screen, "passing", False) and len(self._app.screen_stack) > 1:
            self._app.pop_screen()

    def say(self, text: str, seconds: float = 4) -> None:
        """A word at the edge of the screen, for a moment."""
        self._app.notify(text, markup=False, timeout=seconds)

    def tell_of_record(self) -> None:
        """Say what has become of the learner's record, if that has changed: mostly that what they do is not kept."""
        news = self._study.notice
        if news != self._told:
            self._told = news
            severity: Literal["error", "information"] = "error" if self._study.unkept else "information"
            said = news or "What you do is kept again."
            # What was said of it before is no longer so.
            self._app.clear_notifications()
            self._app.notify(said, severity=severity, markup=False, timeout=LONG_ENOUGH)

    def look_over_record(self) -> None:
        """Look for damage in what was not read of the record, and tell of it, while the learner goes on."""
        if look := self._study.to_look_over:
            from tui.screens.looking_over import look_over  # noqa: PLC0415  seldom

            look_over(self._app, look, self.tell_of_record)

    def offer_backup(self) -> None:
        """Where something happened to the record and a backup can mend it, ask whether it shall."""
        if offer := self._study.offer:
            from tui.screens.dialogs import Way, ask  # noqa: PLC0415  as above

            ways = [Way("n", "Go on without it"), Way("b", "Bring it back from the backup", self._take_backup)]
            ask(self._app, "Something is missing from your record", f"{offer.what}\n\n{offer.says}", ways)

    def _take_backup(self) -> None:
        came = self._study.take_backup()
        if came:
            self.say(f"{came} {'entry is' if came == 1 else 'entries are'} back.")
        self.tell_of_record()

    def copy(self, text: str) -> None:
        """Put a text on the clipboard, and say so."""
        self._app.copy_to_clipboard(text)
        self.say("Copied.")


def _screen_of(sitting: "OpenSitting") -> "QuizScreen":
    """The screen on which a sitting is taken."""
    from tui.quiz.sitting import Mode  # noqa: PLC0415  home does without

    if sitting.sitting.mode is Mode.EXAM:
        from tui.screens.exam import ExamScreen  # noqa: PLC0415  as above

        return ExamScreen(sitting)
    from tui.screens.practice import PracticeScreen  # noqa: PLC0415  as above
    from tui.screens.review import ReviewScreen  # noqa: PLC0415

    return PracticeScreen(sitting) if sitting.sitting.minutes is None else ReviewScreen(sitting)


class _Routed(Protocol):
    @property
    def routes(self) -> Routes: ...


def routes(screen: "Screen[Any]") -> Routes:
    """The ways from a screen to others."""
    return cast(_Routed, screen.app).routes
