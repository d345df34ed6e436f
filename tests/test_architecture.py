"""The house's arrows: what may import what, and what is never loaded without need."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).parent.parent
LOADED = """
import sys
from tui.cli.main import main
try:
    status = main(sys.argv[1:])
except SystemExit as left:
    status = left.code
sys.stderr.write("loaded:" + ",".join(sorted({name.partition(".")[0] for name in sys.modules})))
sys.exit(status)
"""


def test_every_import_contract_holds(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    status = lint_imports(no_cache=True)
    assert status == 0, capsys.readouterr().out


@pytest.mark.parametrize(
    "call",
    [
        ["--version"],
        ["--help"],
        ["check"],
        ["coverage"],
        ["progress"],
        ["progress", "--json"],
        ["schema"],
        ["add", "--help"],
        ["read", "1", "--plain"],
        ["quiz", "--plain", "--seed", "1"],
    ],
    ids=" ".join,
)
def test_what_shows_no_screen_never_loads_textual(call: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOADED, *call],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    loaded = set(done.stderr.rpartition("loaded:")[2].split(","))
    assert "tui" in loaded
    assert not loaded & {"textual", "rich", "watchfiles"}


def test_the_package_is_a_docstring() -> None:
    body = ast.parse((ROOT / "tui/__init__.py").read_text(encoding="utf-8")).body
    assert len(body) == 1
    assert isinstance(body[0], ast.Expr)


def test_no_module_and_no_function_outgrows_its_idea() -> None:
    too_large = []
    for path in sorted((ROOT / "tui").rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        if text.count("\n") > 400:
            too_large.append(f"{path}: {text.count(chr(10))} lines")
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = (node.end_lineno or node.lineno) - node.lineno + 1
                if length > 50:
                    too_large.append(f"{path}:{node.lineno}: {node.name} has {length} lines")
    assert not too_large
