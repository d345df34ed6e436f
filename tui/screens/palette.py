"""The palette's list: the commands of this moment, quizzes, lessons, panels, themes."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, ClassVar, cast

from rich.text import Text
from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.command import CommandInput, CommandList, CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.containers import Horizontal, Vertical
from textual.widgets import LoadingIndicator

from tui.commands import Command
from tui.guide.words import Kind
from tui.keys import keys_at
from tui.screens.routes import routes
from tui.themes import THEMES
from tui.typeset import cells
from tui.widgets.marked_list import MarkedList

if TYPE_CHECKING:
    from textual.screen import Screen

    from tui.study import Study

_KINDS = {
    Kind.DATE: "dates",
    Kind.POSITION: "positions",
    Kind.CRITICISM: "criticisms",
    Kind.PERSON: "people",
    Kind.EVENT: "events",
    Kind.FIGURE: "figures",
    Kind.TERM: "terms",
}


WIDEST = 80
"""The widest that the list is drawn."""
MARGIN = 3
"""How far its text stands in; at the right, beside the scrollbar."""


@dataclass(frozen=True)
class Entry:
    """One line of the palette."""

    text: str
    """What it says."""
    do: Callable[[], object]
    """What it does."""
    key: str = ""
    """The key that does the same."""


def entries(screen: "Screen[object]", study: "Study") -> Iterator[Entry]:
    """All that the palette offers on this screen. While a question is asked it opens no panel: that would answer it."""
    yield from _commands(screen)
    if _where(screen) == "learners":
        pass
    elif not routes(screen).in_quiz:
        yield from _quizzes(screen, study)
        if _where(screen) != "home":
            yield Entry("Home", routes(screen).go_home)
            if _where(screen) != "progress":
                yield Entry("What you know, and what is due when", routes(screen).open_progress)
            yield Entry("Mistakes in the guide", routes(screen).open_problems)
    if _where(screen) != "learners" and (not routes(screen).in_quiz or _where(screen) == "lesson"):
        yield from _panels(screen, study)
    for name, theme in THEMES.items():
        yield Entry(f"Theme: {name}", partial(setattr, screen.app, "theme", theme.name))


def _panels(screen: "Screen[object]", study: "Study") -> Iterator[Entry]:
    """The lessons and their panels."""
    for number, lesson in enumerate(study.guide.lessons, 1):
        yield Entry(f"Lesson {number}: {lesson.title}", partial(routes(screen).open_lesson, lesson.id))
    for number, lesson in enumerate(study.guide.lessons, 1):
        for at, panel in enumerate(lesson.panels, 1):
            text = f"Panel {number}.{at}: {panel.title}"
            yield Entry(text, partial(routes(screen).open_lesson, lesson.id, panel.id))


def _where(screen: "Screen[object]") -> str:
    return getattr(screen, "where", "")


def _commands(screen: "Screen[object]") -> Iterator[Entry]:
    keys, idle = keys_at(_where(screen)), getattr(screen, "idle", ())
    # What only moves a mark or a page is of use by its key; here it comes last.
    for command in (*sorted(keys.own, key=lambda each: (each.right, each.need or 9)), *keys.general):
        if command.each or command.name in {"command_palette", *idle}:
            continue
        yield Entry(command.help, partial(_run, screen, command), command.key)


async def _run(screen: "Screen[object]", command: Command) -> None:
    await screen.run_action(f"{'app' if command.anywhere else 'screen'}.{command.name}")


def _quizzes(screen: "Screen[object]", study: "Study") -> Iterator[Entry]:
    from tui.quiz.choosing import AT_ONCE, Choice, on_lesson, to_prove  # noqa: PLC0415  the palette is opened without

    begin = routes(screen).open_quiz
    yield Entry("Every question of the guide", partial(begin, Choice()))
    yield Entry("Exam: 20 questions in 20 minutes", routes(screen).open_exam)
    kinds = dict.fromkeys(question.kind for question in study.guide.questions.values())
    for kind in kinds:
        yield Entry(f"Quiz on {_KINDS[kind]}", partial(begin, Choice(kind=kind, count=AT_ONCE)))
    for number, lesson in enumerate(study.guide.lessons, 1):
        yield Entry(f"Quiz on lesson {number}: {lesson.title}", partial(begin, on_lesson(lesson.id)))
    for number, lesson in enumerate(study.guide.lessons, 1):
        yield Entry(f"Prove that you know lesson {number}: {lesson.title}", partial(begin, to_prove(lesson.id)))


class Everything(Provider):
    """Every command, lesson and panel. Rich's Text carries the words: nothing in them acts as markup."""

    async def discover(self) -> Hits:
        """All of it, before anything is typed."""
        for entry in self._entries():
            yield DiscoveryHit(self._shown(entry, Text(entry.text)), entry.do, entry.text)

    async def search(self, query: str) -> Hits:
        """What matches."""
        matcher = self.matcher(query)
        for entry in self._entries():
            score, offsets = matcher.fuzzy_search.match(query, entry.text)
            if score > 0:
                text = Text(entry.text)
                for offset in offsets:
                    text.stylize("bold underline", offset, offset + 1)
                yield Hit(score, self._shown(entry, text), entry.do, entry.text)

    def _entries(self) -> Iterator[Entry]:
        study = cast("Study", getattr(self.app, "study", None))
        return entries(self.screen, study)

    def _shown(self, entry: Entry, text: Text) -> Text:
        """The entry, with its key at the right edge of the list, on the first line where it takes several."""
        if not entry.key:
            return text
        width = min(self.app.size.width, WIDEST) - 2 * MARGIN - 1
        first, *others = text.wrap(self.app.console, width - 2 - cells(entry.key))
        first.rstrip()
        gap = " " * (width - first.cell_len - cells(entry.key))
        return Text("\n").join([Text.assemble(first, gap, (entry.key, "dim")), *others])


class _Entries(CommandList, MarkedList, can_focus=False):
    """The list, with a sign at the marked entry."""

    SIGN_AT = 1


class Palette(CommandPalette):
    """All that can be done here, in a list that typing narrows."""

    DEFAULT_CSS = """
    Palette {
        & > Vertical, & > Vertical:dark {
            max-width: 80;
            margin-top: 2;
            background: $panel;
        }
        #--input, #--input.--list-visible {
            border: none;
            padding: 1 3;
            background: $panel;
        }
        CommandInput, CommandInput:focus {
            border: none;
            height: 1;
            padding: 0;
        }
        #--results {
            padding: 0 0 1 0;
            background: $panel;
        }
        CommandList, CommandList.--populating {
            border: none;
            scrollbar-size-vertical: 1;
            scrollbar-background: $panel;
            scrollbar-background-hover: $panel;
            scrollbar-background-active: $panel;
        }
        CommandList > .option-list--option {
            padding: 0 3;
            text-style: none;
        }
        LoadingIndicator {
            display: none;
        }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+c", "app.interrupt", show=False)]

    def __init__(self) -> None:
        """A palette over the screen that is shown."""
        super().__init__([Everything], placeholder="Type a word of what you look for")

    def dismiss(self, result: None = None) -> AwaitComplete:
        """Close it; what comes after that, as the second half of a double click does, closes nothing more."""
        return super().dismiss(result) if self.is_active else AwaitComplete()

    def compose(self) -> ComposeResult:
        """The field to type in, the list, and what Textual shows while it is filled."""
        with Vertical(id="--container"):
            with Horizontal(id="--input"):
                yield CommandInput(placeholder=self._placeholder, select_on_focus=False)
            with Vertical(id="--results"):
                yield _Entries()
                yield LoadingIndicator()
