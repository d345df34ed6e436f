"""Every command, declared once: the footer, the palette, the `?` help and the docs read it here."""

from collections.abc import Iterable
from typing import Literal

from msgspec import Struct

Where = Literal["anywhere", "home", "lesson", "go to", "quiz", "exam", "results", "problems", "help"]
"""The screen on which a command works."""


class Command(Struct, frozen=True):
    """Something the learner can do."""

    name: str
    """What the screen calls it: `next_panel` is done by the method `action_next_panel`."""
    keys: tuple[str, ...]
    """The keys that do it, as Textual names them; the first is the one shown."""
    label: str
    """What it does, in one or two words, for the footer."""
    help: str
    """What it does, in a sentence without a full stop, for help and palette."""
    where: Where
    """The screen on which it works."""
    need: int = 3
    """How much the footer needs it: 1 always, 2 if there is room, 3 if there is plenty, 0 never."""
    right: bool = False
    """Whether it stands at the right end of the footer: the way out."""
    shown: str = ""
    """How its key is written, where the key's own name will not do."""
    each: bool = False
    """Whether each of its keys does a thing of its own: the action is told which key it was."""

    @property
    def anywhere(self) -> bool:
        """Whether the app does it, rather than the screen."""
        return self.where == "anywhere"

    @property
    def key(self) -> str:
        """Its key as the learner reads it: `enter`, `^p`, `1-9`."""
        return self.shown or key_as_read(self.keys[0])


_WRITTEN = {
    "question_mark": "?",
    "exclamation_mark": "!",
    "left": "←",
    "right": "→",
    "up": "↑",
    "down": "↓",
    "escape": "esc",
    "pageup": "pgup",
    "pagedown": "pgdn",
}


def key_as_read(key: str) -> str:
    """A key's name as the learner reads it: `ctrl+p` is `^p`."""
    return _WRITTEN.get(key, key.replace("ctrl+", "^"))


DIGITS = tuple("123456789")
LETTERS = tuple("abcdefghi")

HELP_KEY = Command("help", ("question_mark", "f1"), "help", "Show what the keys do here", "anywhere", need=1)
PALETTE = Command("command_palette", ("ctrl+p",), "more", "Search all commands, lessons and panels", "anywhere")
COPY = Command("copy", ("y",), "copy", "Copy what is shown, with its ¶", "anywhere", need=0)
THEME = Command("next_theme", ("ctrl+t",), "theme", "Change between dark, light and high contrast", "anywhere", need=0)
SUSPEND = Command(
    "suspend_process", ("ctrl+z",), "suspend", "Go back to the shell for a while; fg returns", "anywhere", need=0
)
QUIT = Command("quit", ("ctrl+q",), "quit", "Leave kruzhok at once", "anywhere", need=0)

ANYWHERE = (HELP_KEY, PALETTE, COPY, THEME, SUSPEND, QUIT)
"""What works on every screen."""

HOME = (
    Command("go_on", ("enter",), "go on", "Take the step that is marked", "home", need=1),
    Command("move_down", ("down", "j"), "next", "Mark the next lesson", "home", need=0),
    Command("move_up", ("up", "k"), "previous", "Mark the lesson before", "home", need=0),
    Command(
        "open_numbered", DIGITS, "lesson", "Open the lesson with this number", "home", need=1, shown="1-9", each=True
    ),
    Command("quiz", ("t",), "quiz", "Take a quiz on the whole guide", "home", need=2),
    Command("exam", ("x",), "exam", "Take an exam: against the clock, verdicts at the end", "home", need=2),
    Command("go_to", ("g",), "go to", "Go to any panel of the guide", "home", need=0),
    Command("problems", ("m",), "mistakes", "Show the mistakes in the guide's files", "home", need=0),
    HELP_KEY,
    PALETTE,
    Command("leave", ("q",), "quit", "Leave kruzhok", "home", need=1, right=True),
)
"""What works on the home screen."""

LESSON = (
    Command(
        "read_on",
        ("enter", "space"),
        "read on",
        "Move down by a screen; at the end, to the next panel",
        "lesson",
        need=1,
    ),
    Command("next_panel", ("right", "n"), "next", "Go to the next panel", "lesson", need=2),
    Command("previous_panel", ("left", "backspace", "p"), "back", "Go to the panel before", "lesson", need=1),
    Command("scroll_down", ("down", "j"), "down", "Move the page down", "lesson", need=0),
    Command("scroll_up", ("up", "k"), "up", "Move the page up", "lesson", need=0),
    Command("page_down", ("pagedown",), "page down", "Move down by a screen", "lesson", need=0),
    Command("page_up", ("pageup",), "page up", "Move up by a screen", "lesson", need=0),
    Command("first_panel", ("home",), "first", "Go to the lesson's first panel", "lesson", need=0),
    Command("last_panel", ("end",), "last", "Go to the lesson's last panel", "lesson", need=0),
    Command("go_to", ("g",), "go to", "Go to any panel of the guide", "lesson", need=2),
    Command("quiz", ("t",), "quiz", "Take the lesson's quiz", "lesson", need=2),
    HELP_KEY,
    Command("leave", ("q", "escape"), "home", "Go back", "lesson", need=1, right=True),
)
"""What works in a lesson."""

GO_TO = (
    Command("choose", ("enter",), "open", "Open the marked panel", "go to", need=1),
    Command("move_down", ("down",), "next", "Mark the next panel", "go to", need=2),
    Command("move_up", ("up",), "previous", "Mark the panel before", "go to", need=2),
    Command("leave", ("escape", "ctrl+b"), "back", "Go back without opening one", "go to", need=1, right=True),
)
"""What works in the list of all panels; letters there filter the list."""

QUIZ = (
    Command("go_on", ("enter",), "go on", "Give the answer; after the verdict, go on", "quiz", need=1),
    Command("answer", (*DIGITS, *LETTERS), "answer", "Answer with this option", "quiz", need=1, shown="1-9", each=True),
    Command("skip", ("0",), "I don't know", "Say that you don't know: an honest mark, never a guess", "quiz", need=1),
    Command(
        "step_out", ("tab",), "other keys", "While you type: leave the field, so that keys are commands", "quiz", need=0
    ),
    Command("hand_in_writing", ("ctrl+s",), "hand in", "Hand in a longer text that you typed", "quiz", need=0),
    Command("doubt", ("exclamation_mark",), "doubtful", "Say that the question is doubtful", "quiz", need=2),
    Command("take_back", ("u",), "take back", "Take back the last slip", "quiz", need=2),
    Command("overrule", ("o",), "I was right", "Overrule the verdict on what you typed: I was right", "quiz", need=2),
    Command("show_panel", ("v",), "show the panel", "Show the panel that teaches it", "quiz", need=2),
    Command("copy", ("y",), "copy", "Copy the question and its ¶", "quiz", need=0),
    HELP_KEY,
    Command(
        "leave", ("q", "escape"), "leave", "Leave the quiz; its result so far is shown", "quiz", need=1, right=True
    ),
)
"""What works in a quiz."""

EXAM = (
    Command("previous_question", ("left", "p"), "before", "Go to the question before", "exam", need=2),
    Command("next_question", ("right", "n"), "next", "Go to the next question", "exam", need=2),
    Command("flag", ("f",), "flag", "Flag the question, to come back to it", "exam", need=2),
    Command("hand_in", ("h",), "hand in", "Hand in the exam", "exam", need=1),
)
"""What works in an exam beside the commands of a quiz."""

RESULTS = (
    Command("retry", ("enter", "r"), "try these again", "Take the missed questions again", "results", need=1),
    Command(
        "show_missed",
        DIGITS,
        "show the panel",
        "Show the panel that teaches the missed question",
        "results",
        need=1,
        shown="1-9",
        each=True,
    ),
    Command("look_through", ("l",), "look through", "Look through every question with its verdict", "results", need=2),
    Command("copy", ("y",), "copy", "Copy the result", "results", need=0),
    HELP_KEY,
    Command("leave", ("q", "escape"), "home", "Go home", "results", need=1, right=True),
)
"""What works on the results of a sitting."""

PROBLEMS = (
    Command("scroll_down", ("down", "j"), "down", "Move the list down", "problems", need=2),
    Command("scroll_up", ("up", "k"), "up", "Move the list up", "problems", need=2),
    Command("copy", ("y",), "copy", "Copy the list", "problems", need=2),
    HELP_KEY,
    Command("leave", ("q", "escape", "enter"), "back", "Go back", "problems", need=1, right=True),
)
"""What works on the list of the guide's mistakes."""

HELP = (
    Command("scroll_down", ("down", "j"), "down", "Move the page down", "help", need=2),
    Command("scroll_up", ("up", "k"), "up", "Move the page up", "help", need=2),
    Command("leave", ("q", "escape", "enter", "question_mark"), "back", "Go back", "help", need=1, right=True),
)
"""What works on the help."""

SCREENS: tuple[tuple[str, tuple[Command, ...]], ...] = (
    ("Home", HOME),
    ("Lesson", LESSON),
    ("Go to", GO_TO),
    ("Quiz", QUIZ),
    ("Exam", EXAM),
    ("Results", RESULTS),
    ("Mistakes in the guide", PROBLEMS),
    ("Help", HELP),
    ("Anywhere", ANYWHERE),
)
"""All commands, screen by screen."""


def named(commands: Iterable[Command], *names: str) -> tuple[Command, ...]:
    """Those of the commands with these names, in the order of the names: for a footer that changes with the moment.

    Raises:
        KeyError: no command has such a name.
    """
    by_name = {command.name: command for command in commands}
    return tuple(by_name[name] for name in names)
