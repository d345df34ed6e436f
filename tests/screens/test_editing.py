"""The author's editor, at the line that is on the screen."""

from pathlib import Path

import pytest

from tests.screens.small import LESSONS, PLACE, study
from tests.screens.test_home import settle, shown
from tui.app import KruzhokApp
from tui.guide.errors import Place
from tui.screens.editing import NO_EDITOR, editor_call

HERE = str(Path("quiz_bank.yaml").absolute())


@pytest.mark.parametrize(
    ("editor", "call"),
    [
        ("vi", ["vi", "+12", HERE]),
        ("emacs -nw", ["emacs", "-nw", "+12", HERE]),
        ("/opt/an editor/nano", ["/opt/an", "editor/nano", "+12", HERE]),
        ("'/opt/an editor/nano'", ["/opt/an editor/nano", "+12", HERE]),
        ("code", ["code", "--wait", "--goto", f"{HERE}:12"]),
        ("hx", ["hx", f"{HERE}:12"]),
        ("kate", ["kate", "--block", "--line", "12", HERE]),
    ],
)
def test_an_editor_is_told_the_line_in_its_own_way(editor: str, call: list[str]) -> None:
    assert editor_call(PLACE, {"EDITOR": editor}) == call


def test_visual_comes_before_editor() -> None:
    assert editor_call(PLACE, {"VISUAL": "emacs", "EDITOR": "ed"})[0] == "emacs"
    assert editor_call(PLACE, {"VISUAL": "", "EDITOR": "ed"})[0] == "ed"


@pytest.mark.parametrize("editor", ["", "'"])
def test_without_an_editor_there_is_no_call(editor: str) -> None:
    assert editor_call(PLACE, {"EDITOR": editor}) == []


def test_a_file_is_never_taken_for_an_option() -> None:
    assert editor_call(Place("-c:!sh/quiz_bank.yaml", 1, 1), {"EDITOR": "vi"})[-1].startswith("/")


async def test_without_an_editor_it_says_what_to_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)
    app = KruzhokApp(study(), lambda ways: ways.open_lesson(LESSONS[0].id))
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("e")
        await settle(pilot)
        assert NO_EDITOR[: NO_EDITOR.index(" to")] in shown(app)
