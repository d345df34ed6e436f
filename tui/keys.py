"""What the keys do, screen by screen: help and palette read it here."""

from typing import Literal

from msgspec import Struct

from tui.commands import (
    ANSWER_FOR,
    ANYWHERE,
    EXAM,
    GO_TO,
    HELP,
    HOME,
    HOST,
    JOIN,
    LEARNERS,
    LESSON,
    LOOK_THROUGH,
    PANEL,
    PLAYERS,
    PROBLEMS,
    PROGRESS,
    QUIZ,
    REPORT,
    RESULTS,
    Command,
)

Where = Literal[
    "anywhere",
    "home",
    "lesson",
    "go to",
    "quiz",
    "exam",
    "results",
    "look through",
    "problems",
    "learners",
    "help",
    "progress",
    "report",
    "host",
    "players",
    "answer for",
    "panel",
    "join",
]
"""A screen, by what one does there."""


class Keys(Struct, frozen=True):
    """What the keys do on a screen."""

    where: Where
    """The screen."""
    title: str
    """What it is called in the help."""
    commands: tuple[Command, ...]
    """Its commands; those of the app that its footer shows, or that it words itself, stand among them."""
    without: tuple[str, ...] = ()
    """The names of those of the app's commands that do nothing there."""

    @property
    def own(self) -> tuple[Command, ...]:
        """What works on this screen alone, or is worded for it."""
        return tuple(command for command in self.commands if command not in ANYWHERE)

    @property
    def general(self) -> tuple[Command, ...]:
        """What works here as it does anywhere."""
        left_out = {*self.without, *(command.name for command in self.own)}
        return tuple(command for command in ANYWHERE if command.name not in left_out)


SCREENS = (
    Keys("home", "Home", HOME),
    Keys("lesson", "Lesson", LESSON),
    Keys("go to", "Go to a panel", GO_TO, without=("copy", "edit")),
    Keys("quiz", "Quiz", QUIZ),
    # The guide's files hold the answers.
    Keys("exam", "Exam", EXAM, without=("edit",)),
    Keys("results", "Results", RESULTS, without=("edit",)),
    Keys("look through", "Looking through", LOOK_THROUGH),
    Keys("progress", "What you know", PROGRESS),
    Keys("problems", "Mistakes in the guide", PROBLEMS),
    Keys("host", "Hosting a room", HOST, without=("edit", "copy")),
    Keys("players", "Players of the room", PLAYERS, without=("edit", "copy")),
    Keys("answer for", "Typing for a player", ANSWER_FOR, without=("edit", "copy")),
    Keys("join", "Playing in a room", JOIN, without=("edit", "copy")),
    Keys("panel", "Panel", PANEL, without=("edit", "copy")),
    Keys("report", "Report of a class", REPORT, without=("edit",)),
    Keys("learners", "Who is learning?", LEARNERS, without=("copy", "edit")),
    Keys("help", "Help", HELP, without=("copy", "edit", "help")),
)
"""What the keys do, screen by screen."""


def keys_at(where: str) -> Keys:
    """What the keys do on a screen; on one that has none of its own, what works anywhere."""
    return next((keys for keys in SCREENS if keys.where == where), Keys("anywhere", "Anywhere", ANYWHERE))
