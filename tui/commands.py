"""Every command, declared once: the footer, the palette, the `?` help and the docs read it here."""

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace


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
    need: int = 3
    """How much the footer needs it: 1 always, 2 if there is room, 3 if there is plenty, 0 never."""
    right: bool = False
    """Whether it stands at the right end of the footer: the way out."""
    shown: str = ""
    """How its key is written, where the key's own name will not do."""
    each: bool = False
    """Whether each of its keys does a thing of its own: the action is told which key it was."""
    anywhere: bool = False
    """Whether the app does it, rather than the screen."""

    @property
    def key(self) -> str:
        """Its key as the learner reads it: `enter`, `^p`, `1-9`."""
        return self.shown or key_as_read(self.keys[0])


_WRITTEN = {
    "question_mark": "?",
    "slash": "/",
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

HELP_KEY = Command("help", ("question_mark", "f1"), "help", "Show what the keys do here", anywhere=True, need=1)
PALETTE = Command("command_palette", ("ctrl+p",), "more", "Search all that can be done here", anywhere=True)
COPY = Command("copy", ("y",), "copy", "Copy what is shown, with its ¶", anywhere=True, need=0)
THEME = Command(
    "next_theme", ("ctrl+t",), "theme", "Change between dark, light and high contrast", anywhere=True, need=0
)
EDIT = Command(
    "edit", ("e", "E"), "edit", "Open your editor where this stands in the guide's files", anywhere=True, need=0
)
SUSPEND = Command(
    "suspend_process", ("ctrl+z",), "suspend", "Go back to the shell for a while; fg returns", anywhere=True, need=0
)
QUIT = Command("quit", ("ctrl+q",), "quit", "Leave kruzhok at once", anywhere=True, need=0)

INTERRUPT = Command(
    "interrupt",
    ("ctrl+c",),
    "stop",
    "Stop kruzhok; in a quiz or a room you are asked first",
    anywhere=True,
    need=0,
)


def named(commands: Iterable[Command], *names: str) -> tuple[Command, ...]:
    """Those of the commands with these names, in the order of the names: for a footer that changes with the moment.

    Raises:
        KeyError: no command has such a name.
    """
    by_name = {command.name: command for command in commands}
    return tuple(by_name[name] for name in names)


ANYWHERE = (HELP_KEY, PALETTE, COPY, EDIT, THEME, SUSPEND, QUIT, INTERRUPT)
"""What works on every screen."""

HOME = (
    Command("go_on", ("enter",), "go on", "Take the step that is marked", need=1),
    Command("move_down", ("down", "j"), "next", "Mark the next lesson", need=0),
    Command("move_up", ("up", "k"), "previous", "Mark the lesson before", need=0),
    Command(
        "open_numbered",
        DIGITS,
        "lesson",
        "Open the lesson with this number; ↓ marks those beyond 9",
        need=1,
        shown="1-9",
        each=True,
    ),
    Command("drop", ("d",), "drop", "Drop the quiz that was cut off; what you answered counts", need=1),
    Command("review", ("r",), "review", "Review what is due: 5, 10 or 20 minutes", need=1),
    Command("quiz", ("t",), "quiz", "Take a short quiz on the whole guide", need=2),
    Command("exam", ("x",), "exam", "Take an exam: timed, with the verdicts at the end", need=3),
    Command("progress", ("p",), "progress", "Show what you know, and what is due when", need=2),
    Command("go_to", ("g",), "go to", "Go to any panel of the guide", need=0),
    Command("date", ("b",), "date", "Set a date to be ready for, change it or drop it", need=0),
    Command("confidence", ("c",), "how sure", "Say of each answer how sure you are, or no longer", need=0),
    Command("afresh", ("f",), "afresh", "Start everything afresh, or take a fresh start back", need=0),
    Command("problems", ("m",), "mistakes", "Show the mistakes in the guide's files", need=0),
    Command("learners", ("w",), "who", "Change the learner, or begin a record for someone new", need=0),
    HELP_KEY,
    PALETTE,
    Command("results", ("l",), "last result", "Show how the last quiz went, once more", need=3),
    Command("leave", ("q",), "quit", "Leave kruzhok", need=1, right=True),
)
"""What works on the home screen."""

LESSON = (
    Command(
        "read_on",
        ("enter", "space"),
        "read on",
        "Move down by a screen; at the end, to the next panel",
        need=1,
    ),
    Command("next_panel", ("right", "n"), "next", "Go to the next panel", need=2),
    Command("previous_panel", ("left", "backspace", "p"), "back", "Go to the panel before", need=1),
    Command("scroll_down", ("down", "j"), "down", "Move the page down", need=0),
    Command("scroll_up", ("up", "k"), "up", "Move the page up", need=0),
    Command("page_down", ("pagedown",), "page down", "Move down by a screen", need=0),
    Command("page_up", ("pageup",), "page up", "Move up by a screen", need=0),
    Command("first_panel", ("home",), "first", "Go to the lesson's first panel", need=0),
    Command("last_panel", ("end",), "last", "Go to the lesson's last panel", need=0),
    Command("go_to", ("g",), "go to", "Go to any panel of the guide", need=2),
    Command("quiz", ("t",), "quiz", "Take the lesson's quiz", need=2),
    Command("prove", ("x",), "prove it", "Prove that you know this lesson: five questions, all right at once", need=3),
    Command("afresh", ("f",), "afresh", "Start this lesson afresh, or take a fresh start back", need=0),
    HELP_KEY,
    Command("leave", ("q", "escape"), "home", "Go back", need=1, right=True),
)
"""What works in a lesson."""

GO_TO = (
    Command("choose", ("enter",), "open", "Open the marked panel", need=1),
    Command("move_down", ("down",), "next", "Mark the next panel", need=2),
    Command("move_up", ("up",), "previous", "Mark the panel before", need=2),
    replace(HELP_KEY, keys=("f1",), need=2),
    Command("leave", ("escape", "ctrl+b"), "back", "Go back without opening one", need=1, right=True),
)
"""What works in the list of all panels; letters there filter the list."""

QUIZ = (
    Command("go_on", ("enter",), "go on", "Give the answer; after the verdict, go on", need=1),
    Command("answer", (*DIGITS, *LETTERS), "answer", "Answer with this option", need=1, shown="1-9", each=True),
    Command("skip", ("0",), "I don't know", "Say that you don't know: an honest mark, never a guess", need=1),
    Command(
        "step_out", ("tab",), "other keys", "While you type: next field; after the last one keys are commands", need=0
    ),
    Command("hand_in_writing", ("ctrl+s",), "hand in", "Hand in a longer text that you typed", need=0),
    Command("doubt", ("exclamation_mark",), "doubtful", "Say that the question is doubtful", need=2),
    Command("take_back", ("u",), "take back", "Take back the last slip", need=2),
    Command("overrule", ("o",), "I was right", "Overrule the verdict on what you typed: I was right", need=2),
    Command("show_panel", ("v",), "show the panel", "Show the panel that teaches it", need=2),
    replace(COPY, help="Copy the question and its ¶"),
    HELP_KEY,
    Command("leave", ("q", "escape"), "leave", "Leave the quiz; its result so far is shown", need=1, right=True),
)
"""What works in a quiz."""

HOW_SURE = (
    Command("sure", ("s",), "sure", "You are sure", need=1),
    Command("think_so", ("t",), "I think so", "You think so", need=1),
    Command("guess", ("g",), "a guess", "You have guessed", need=1),
    Command("leave", ("escape", "ctrl+b"), "back", "Go back to the answer", need=1, right=True, shown="^b"),
)
"""What works where it is asked how sure one is."""

IN_EXAM = (
    Command("previous_question", ("left", "p"), "before", "Go to the question before", need=2),
    Command("next_question", ("right", "n"), "next", "Go to the next question", need=2),
    Command("flag", ("f", "F"), "flag", "Flag the question, to come back to it", need=2),
    Command("hand_in", ("h", "H"), "hand in", "Hand in the exam", need=1),
)
"""What an exam adds to a quiz."""

EXAM = (
    *named(QUIZ, "answer"),
    Command("go_on", ("enter",), "keep", "Keep the answer; once it is kept, go on", need=1),
    *named(QUIZ, "skip", "step_out"),
    Command("hand_in_writing", ("ctrl+s",), "keep", "Keep a longer text that you typed", need=0),
    *IN_EXAM,
    *named(QUIZ, "doubt", "copy", "help"),
    Command("leave", ("q", "escape"), "leave", "Leave the exam; it counts as it is", need=1, right=True),
)
"""What works in an exam: nothing that gives a verdict before the end."""

RESULTS = (
    Command("retry", ("enter", "r"), "try these again", "Take the missed questions again", need=1),
    Command(
        "show_missed",
        DIGITS,
        "show the panel",
        "Show the panel that teaches the missed question",
        need=1,
        shown="1-9",
        each=True,
    ),
    Command("look_through", ("l",), "look through", "Look through every question with its verdict", need=2),
    replace(COPY, help="Copy the result"),
    HELP_KEY,
    Command("leave", ("q", "escape"), "home", "Go home", need=1, right=True),
)
"""What works on the results of a sitting."""

LOOK_THROUGH = (
    Command("go_on", ("enter",), "go on", "Go to the next question; after the last, back to the result", need=0),
    *(replace(command, need=1) for command in named(IN_EXAM, "previous_question", "next_question")),
    *(replace(command, need=1) for command in named(QUIZ, "show_panel")),
    *named(QUIZ, "copy", "help"),
    Command("leave", ("q", "escape"), "back", "Go back to the result", need=1, right=True),
)
"""What works where the questions of a sitting are looked through."""

PROGRESS = (
    Command("show_panel", ("enter", "v"), "show the panel", "Show the panel that teaches the chosen key point", need=1),
    Command("turn", DIGITS[:6], "page", "Open the page with this number", need=1, shown="1-6", each=True),
    Command("next_page", ("tab", "n"), "next page", "Open the next page", need=2),
    Command("previous_page", ("shift+tab", "b"), "page before", "Open the page before", need=0),
    Command("move_right", ("right", "l"), "next", "Choose the next key point", need=0),
    Command("move_left", ("left", "h"), "before", "Choose the key point before", need=0),
    Command("move_down", ("down", "j"), "down", "Choose one of the next lesson, or move the page", need=0),
    Command("move_up", ("up", "k"), "up", "Choose one of the lesson before, or move the page", need=0),
    Command("page_down", ("space", "pagedown"), "down", "Move down by a screen", need=0),
    Command("page_up", ("pageup",), "up", "Move up by a screen", need=0),
    Command("drill", ("d",), "drill mix-ups", "Ask the questions in whose answers you mix something up", need=2),
    replace(COPY, help="Copy the page as text"),
    HELP_KEY,
    Command("leave", ("q", "escape"), "back", "Go back", need=1, right=True),
)
"""What works where it is shown what the learner knows."""

PROBLEMS = (
    Command("page_down", ("space", "pagedown"), "down", "Move down by a screen", need=1),
    Command("page_up", ("pageup",), "up", "Move up by a screen", need=2),
    Command("scroll_down", ("down", "j"), "down", "Move the list down", need=0),
    Command("scroll_up", ("up", "k"), "up", "Move the list up", need=0),
    replace(COPY, help="Copy the list", need=2),
    HELP_KEY,
    Command("leave", ("q", "escape", "enter"), "back", "Go back", need=1, right=True),
)
"""What works on the list of the guide's mistakes."""

HOST = (
    Command("go_on", ("enter",), "go on", "Do what comes next: open a question, close it, show its key", need=1),
    Command("second_vote", ("v",), "vote again", "Vote once more after a discussion, before the key is shown", need=1),
    Command("answers", ("d",), "answers", "Show what was answered, before the key", need=2),
    Command("accept", ("a",), "accept", "Accept as right what some typed", need=1),
    Command("show_panel", ("l",), "panel", "Show the panel that teaches the question", need=1),
    Command("ranking", ("k",), "ranking", "Show who has most, or no longer", need=2),
    Command(
        "missing",
        ("w",),
        "who is missing",
        "Show who has not answered yet, or no longer: everybody who sees the projector sees it",
        need=3,
    ),
    Command("pause", ("space",), "pause", "Let time stand still, or run on", need=2),
    Command("limit", ("t",), "time", "Say how long the next questions are open", need=2),
    Command("pass_over", ("s",), "drop", "Drop the question: it counts for nobody", need=3),
    Command(
        "players",
        ("p",),
        "players",
        "Show the players to everybody who sees the projector: remove, rename, more time, type for one on paper",
        need=2,
    ),
    Command("way_in", ("i",), "way in", "Show how to come in, over whatever is going on, or go back", need=2),
    Command("names", ("n",), "names", "Hide the names in the lobby and the ranking, or show them", need=3),
    Command("regrade", ("g",), "grade anew", "Grade anew by the questions as they read now", need=0),
    Command("report", ("r",), "report", "Show the report", need=1),
    Command("scroll_down", ("down", "j"), "down", "Move the page down", need=0),
    Command("scroll_up", ("up",), "up", "Move the page up", need=0),
    HELP_KEY,
    Command("end", ("x",), "end", "End the room", need=3),
    Command("leave", ("q", "escape"), "leave", "Leave the room, or end it", need=1, right=True),
)
"""What works where a room is hosted."""

_MARKING = (
    Command("move_down", ("down", "j"), "next", "Mark the next one; after the last, the first", need=0),
    Command("move_up", ("up", "k"), "previous", "Mark the one before; before the first, the last", need=0),
    Command("page_down", ("pagedown",), "down", "Mark one a screen further down", need=0),
    Command("page_up", ("pageup",), "up", "Mark one a screen further up", need=0),
    Command("mark_first", ("home",), "first", "Mark the first one", need=0),
    Command("mark_last", ("end",), "last", "Mark the last one", need=0),
)

PLAYERS = (
    Command("add", ("a",), "on paper", "Add a player on paper, for whom you type", need=1),
    Command("answer_for", ("enter",), "type for", "Type the answer of the marked player on paper", need=1),
    Command("more_time", ("m",), "more time", "Give the marked player half as much time again, or no longer", need=1),
    Command("rename", ("r",), "other name", "Give the marked player another name", need=2),
    Command("find", ("slash",), "find", "Find a player by a part of the name", need=2),
    Command("remove", ("x",), "remove", "Remove the marked player: what they answered does not count", need=1),
    Command("add_seats", ("s",), "more seats", "Make ten more seats", need=2),
    *_MARKING,
    HELP_KEY,
    Command("leave", ("q", "escape"), "back", "Go back to the room", need=1, right=True),
)
"""What works on the players of a room."""

_IN_A_ROOM = Command(
    "go_on", ("enter", "ctrl+s"), "hand in", "Hand in the answer; until the close it can change", need=1
)

JOIN = (
    *named(QUIZ, "answer"),
    _IN_A_ROOM,
    *named(QUIZ, "skip", "step_out"),
    *named(PROBLEMS, "page_down", "page_up", "scroll_down", "scroll_up"),
    Command("join_other", ("n",), "join the new room", "Join the room that answers in place of yours", need=1),
    HELP_KEY,
    Command(
        "leave", ("q", "escape", "ctrl+b"), "leave", "Leave the room; seat and answers stay yours", need=1, right=True
    ),
)
"""What works where one plays in a room."""

ANSWER_FOR = (
    *named(QUIZ, "answer"),
    _IN_A_ROOM,
    *named(QUIZ, "skip", "step_out"),
    HELP_KEY,
    Command("leave", ("q", "escape", "ctrl+b"), "back", "Go back without an answer", need=1, right=True),
)
"""What works where the host types for a player on paper."""

PANEL = (
    *named(PROBLEMS, "page_down", "page_up", "scroll_down", "scroll_up"),
    HELP_KEY,
    Command("leave", ("q", "escape", "enter", "l"), "back", "Go back", need=1, right=True),
)
"""What works on a panel shown by itself."""

REPORT = (
    *named(PROBLEMS, "page_down", "page_up", "scroll_down", "scroll_up"),
    replace(COPY, help="Copy the report as text", need=2),
    HELP_KEY,
    Command("leave", ("q", "escape", "enter"), "back", "Go back", need=1, right=True),
)
"""What works on the report of a class."""

LEARNERS = (
    Command("choose", ("enter",), "choose", "Go on as the marked learner", need=1),
    Command(
        "choose_numbered", DIGITS, "choose", "Go on as the learner with this number", need=0, shown="1-9", each=True
    ),
    *_MARKING,
    Command("begin", ("n",), "someone new", "Begin a record for someone new", need=1),
    Command("rename", ("r",), "other name", "Give the marked learner another name", need=1),
    HELP_KEY,
    Command("leave", ("q", "escape"), "leave", "Go back; at the start, leave kruzhok", need=1, right=True),
)
"""What works where it is asked who is learning."""

HELP = (
    Command("page_down", ("space", "pagedown"), "down", "Move down by a screen", need=1),
    Command("page_up", ("pageup",), "up", "Move up by a screen", need=2),
    Command("scroll_down", ("down", "j"), "down", "Move the page down", need=0),
    Command("scroll_up", ("up", "k"), "up", "Move the page up", need=0),
    Command("leave", ("q", "escape", "enter", "question_mark"), "back", "Go back", need=1, right=True),
)
"""What works on the help."""
