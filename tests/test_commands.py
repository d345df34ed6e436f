from collections import Counter
from importlib import import_module

import pytest

from tui.commands import ANYWHERE, HOME, LESSON, QUIZ, named
from tui.keys import SCREENS, Keys, keys_at

KEYS_OF_THE_APP = {key for command in ANYWHERE for key in command.keys}


SOMEWHERE = (*SCREENS, keys_at("no screen of its own"))


@pytest.mark.parametrize("screen", SOMEWHERE, ids=lambda screen: screen.where)
def test_a_key_does_one_thing_on_a_screen(screen: Keys) -> None:
    # Of the letters that answer, an exam reserves some.
    commands = [command for command in (*screen.own, *screen.general) if command.name != "answer"]
    keys = Counter(key for command in commands for key in command.keys)
    assert [key for key, times in keys.items() if times > 1] == []


@pytest.mark.parametrize("screen", SOMEWHERE, ids=lambda screen: screen.where)
def test_nothing_is_reached_by_a_bare_escape_alone(screen: Keys) -> None:
    assert [command.name for command in screen.commands if set(command.keys) <= {"escape"}] == []


@pytest.mark.parametrize("screen", SOMEWHERE, ids=lambda screen: screen.where)
def test_every_command_says_what_it_does(screen: Keys) -> None:
    for command in screen.commands:
        assert command.help[0].isupper()
        assert not command.help.endswith(".")
        assert command.label


@pytest.mark.parametrize(
    ("where", "screen"),
    [
        ("home", "home.HomeScreen"),
        ("lesson", "lesson.LessonScreen"),
        ("go to", "goto.GoToScreen"),
        ("quiz", "practice.PracticeScreen"),
        ("exam", "exam.ExamScreen"),
        ("results", "results.ResultsScreen"),
        ("look through", "look_through.LookThroughScreen"),
        ("progress", "progress.ProgressScreen"),
        ("problems", "problems.ProblemsScreen"),
        ("learners", "learners.LearnersScreen"),
        ("help", "help.HelpScreen"),
    ],
)
def test_every_command_of_a_screen_can_be_done_there(where: str, screen: str) -> None:
    module, name = screen.split(".")
    found = getattr(import_module(f"tui.screens.{module}"), name)
    own = [command for command in keys_at(where).own if not command.anywhere and command.name != "answer"]
    assert own
    assert [command.name for command in own if not hasattr(found, f"action_{command.name}")] == []
    assert found.where == where


def test_an_exam_has_no_command_that_tells_before_the_end() -> None:
    assert {command.name for command in keys_at("exam").commands}.isdisjoint({"take_back", "overrule", "show_panel"})


def test_every_command_of_the_app_can_be_done() -> None:
    app = import_module("tui.app").KruzhokApp

    assert [command.name for command in ANYWHERE if not hasattr(app, f"action_{command.name}")] == []


def test_a_key_is_written_as_people_read_it() -> None:
    assert [command.key for command in named(HOME, "go_on", "open_numbered", "command_palette", "help")] == [
        "enter",
        "1-9",
        "^p",
        "?",
    ]
    assert named(LESSON, "previous_panel")[0].key == "←"


def test_an_unknown_name_is_an_error() -> None:
    with pytest.raises(KeyError):
        named(QUIZ, "no such thing")
