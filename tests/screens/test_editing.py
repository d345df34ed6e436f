"""The author's editor, at the line that is on the screen."""

import signal
import sys
from pathlib import Path

import pytest
from textual.drivers.headless_driver import HeadlessDriver

from tests.guides import small_guide
from tests.screens.small import LESSONS, study
from tests.screens.test_home import settle, shown
from tui.app import KruzhokApp
from tui.screens.editing import NO_EDITOR, editor_call
from tui.study import Study, open_guide

BANK = Path("quiz_bank.yaml")
HERE = str(BANK.absolute())


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
    assert editor_call(BANK, 12, {"EDITOR": editor}) == call


@pytest.mark.parametrize(
    ("editor", "call"),
    [
        (r"C:\tools\vim.exe -n", [r"C:\tools\vim.exe", "-n", "+12", HERE]),
        (r'"C:\Program Files\code.cmd"', [r"C:\Program Files\code.cmd", "--wait", "--goto", f"{HERE}:12"]),
    ],
)
def test_on_windows_a_backslash_parts_folders(editor: str, call: list[str]) -> None:
    assert editor_call(BANK, 12, {"EDITOR": editor}, windows=True) == call


def test_visual_comes_before_editor() -> None:
    assert editor_call(BANK, 12, {"VISUAL": "emacs", "EDITOR": "ed"})[0] == "emacs"
    assert editor_call(BANK, 12, {"VISUAL": "", "EDITOR": "ed"})[0] == "ed"


@pytest.mark.parametrize("editor", ["", "'"])
def test_without_an_editor_there_is_no_call(editor: str) -> None:
    assert editor_call(BANK, 12, {"EDITOR": editor}) == []


def test_a_file_is_never_taken_for_an_option() -> None:
    assert editor_call(Path("-c:!sh", BANK), 1, {"EDITOR": "vi"})[-1].startswith("/")


async def test_without_an_editor_it_says_what_to_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)
    app = KruzhokApp(study(), lambda ways: ways.open_lesson(LESSONS[0].id))
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("e")
        await settle(pilot)
        assert NO_EDITOR[: NO_EDITOR.index(" to")] in shown(app)


async def test_quotes_that_do_not_close_are_told_as_such(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", "it's")
    app = KruzhokApp(study(), lambda ways: ways.open_lesson(LESSONS[0].id))
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("e")
        await settle(pilot)
        assert "The quotes in $VISUAL" in shown(app)


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What became of the terminal: given away, taken back."""
    told: list[str] = []
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setattr(HeadlessDriver, "can_suspend", True)
    monkeypatch.setattr(HeadlessDriver, "suspend_application_mode", lambda _: told.append("given away"))
    monkeypatch.setattr(HeadlessDriver, "resume_application_mode", lambda _: told.append("taken back"))
    return told


async def edited(guide: Path, *keys: str) -> str:
    """What is shown after `e`, with other keys before."""
    app = KruzhokApp(Study(open_guide(guide)))
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await pilot.press(*keys, "e")
        await settle(pilot)
        return " ".join(shown(app).replace("▌", "").split())


async def test_an_editor_that_cannot_be_started_leaves_the_terminal_to_the_app(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, terminal: list[str]
) -> None:
    monkeypatch.setenv("EDITOR", "no-such-editor")
    assert "no-such-editor cannot be started: No such file or directory." in await edited(small_guide(tmp_path))
    assert terminal == ["given away", "taken back"]


async def test_ctrl_c_in_the_editor_is_the_editors_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, terminal: list[str]
) -> None:
    script = "import os, signal; os.kill(os.getppid(), signal.SIGINT); os.kill(os.getpid(), signal.SIGINT)"
    monkeypatch.setenv("EDITOR", f'"{sys.executable}" -c "{script}"')
    before = signal.getsignal(signal.SIGINT)
    assert "How it began" in await edited(small_guide(tmp_path))
    assert terminal == ["given away", "taken back"]
    assert signal.getsignal(signal.SIGINT) is before


@pytest.mark.parametrize("odd", ["u\u0308ber", "\x1b[31mred", "not\udcff-utf-8", "line\nend", " blanks "])
async def test_the_file_that_is_opened_is_the_file_itself_whatever_its_name(
    odd: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, terminal: list[str]
) -> None:
    guide = small_guide(tmp_path / odd)
    lesson = (guide / "lessons" / "01-how-it-began.md").rename(guide / "lessons" / f"01-{odd}.md")
    script = "import os, sys; os.rename(sys.argv[2], sys.argv[2] + '.opened')"
    monkeypatch.setenv("EDITOR", f'"{sys.executable}" -c "{script}"')
    await edited(guide, "1")
    assert lesson.with_name(f"{lesson.name}.opened").exists()
