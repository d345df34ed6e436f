"""What `pip install .` gives: the command, its guide inside it, and nothing that it lacks."""

import subprocess
import sys
import venv
from collections.abc import Iterator
from importlib.metadata import distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parent.parent


def needed(name: str, seen: set[str]) -> Iterator[str]:
    """The distributions that one needs on this machine, itself left out."""
    for text in distribution(name).requires or ():
        requirement = Requirement(text)
        wanted = requirement.marker is None or requirement.marker.evaluate({"extra": ""})
        if wanted and requirement.name not in seen:
            seen.add(requirement.name)
            yield requirement.name
            yield from needed(requirement.name, seen)


def lend(name: str, packages: Path) -> None:
    """Let a fresh environment use what is installed here, by links: no network, no second download."""
    for top in {file.parts[0] for file in distribution(name).files or () if file.parts[0] not in {"..", "__pycache__"}}:
        link = packages / top
        if not link.exists():
            link.symlink_to(Path(str(distribution(name).locate_file(top))))


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, cwd=cwd, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False, encoding="utf-8"
    )


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh environment that has the wheel, what the wheel says it needs, and nothing else: its scripts."""
    folder = tmp_path_factory.mktemp("wheel")
    built = run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder, cwd=ROOT)
    assert built.returncode == 0, built.stderr
    wheel = next(folder.glob("*.whl"))
    venv.create(folder / "env", symlinks=True)
    packages = next((folder / "env").glob("lib/python*/site-packages"))
    target = ("--python", folder / "env/bin/python", "--disable-pip-version-check")
    done = run(sys.executable, "-m", "pip", *target, "install", "--no-index", "--no-deps", wheel, cwd=folder)
    assert done.returncode == 0, done.stderr
    metadata = next(packages.glob("kruzhok-*.dist-info"))
    names: set[str] = set()
    for line in (metadata / "METADATA").read_text(encoding="utf-8").splitlines():
        if line.startswith("Requires-Dist: "):
            name = Requirement(line.partition(": ")[2]).name
            names |= {name, *needed(name, names)}
    for name in names:
        lend(name, packages)
    checked = run(sys.executable, "-m", "pip", *target, "check", cwd=folder)
    assert checked.returncode == 0, checked.stdout
    return folder / "env/bin"


def test_the_installed_command_brings_its_guide_along(installed: Path, tmp_path: Path) -> None:
    done = run(installed / "kruzhok", "check", cwd=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    read = run(installed / "kruzhok", "read", "1", "--plain", cwd=tmp_path)
    assert read.returncode == 0, read.stderr
    assert read.stdout.startswith("The Workers' Opposition")


def test_the_installed_command_needs_nothing_else_for_its_screens(installed: Path, tmp_path: Path) -> None:
    done = run(
        installed / "python",
        "-c",
        "import tui.app, tui.screens.practice, tui.screens.exam, tui.screens.results",
        cwd=tmp_path,
    )
    assert done.returncode == 0, done.stderr


def test_the_installed_command_brings_the_pupils_page_along(installed: Path) -> None:
    packages = next(installed.parent.glob("lib/python*/site-packages"))
    page = "tui/classroom/page"
    brought = {path.name: path.read_bytes() for path in (packages / page).iterdir()}
    assert brought == {path.name: path.read_bytes() for path in (ROOT / page).iterdir()}


def test_the_installed_command_starts_a_guide(installed: Path, tmp_path: Path) -> None:
    done = run(installed / "kruzhok", "new", "tides", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    checked = run(installed / "kruzhok", "check", "tides", cwd=tmp_path)
    assert (checked.returncode, checked.stdout) == (0, "No mistakes.\n")
