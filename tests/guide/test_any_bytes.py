"""Whatever a file holds, it is read or told: nothing is raised."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.guide.toys import FILES, Toys, write
from tui.guide.reader import read_guide
from tui.text import clean

WORDS = [
    "- ",
    "  ",
    "id: ",
    "questions:",
    ": ",
    "\n",
    '"',
    "'",
    "[",
    "]",
    "{",
    "}",
    "&a",
    "*a",
    "!",
    "#",
    "|",
    ">",
    "---",
    "\t",
]
WORDS += [
    "```",
    "timeline",
    "## ",
    "# ",
    "> ",
    "~~~",
    "1",
    "é",
    "\u202e",
    "\\x1b",
    "<<",
    "? ",
    "%",
    "@",
    "...",
    "key_points",
]
YAMLISH = st.lists(st.sampled_from(WORDS)).map("".join).map(str.encode)
ANY = st.binary() | st.text().map(lambda text: text.encode(errors="surrogatepass")) | YAMLISH


@st.composite
def edited(draw: st.DrawFn, name: str) -> bytes:
    """One of the guide's files with a piece cut out and another put in."""
    text = FILES[name]
    start = draw(st.integers(0, len(text)))
    end = draw(st.integers(start, min(len(text), start + 40)))
    return text[:start].encode() + draw(ANY) + text[end:].encode()


@pytest.fixture(scope="module", params=FILES)
def file(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A guide of its own for each file: the example changes that one, and the rest is written once."""
    return write(tmp_path_factory.mktemp("guide")), request.param


@given(data=st.data())
def test_any_bytes(file: tuple[Path, str], data: st.DataObject) -> None:
    folder, name = file
    (folder / name).write_bytes(data.draw(ANY | edited(name)))
    guide = read_guide(folder, Toys.TYPES)
    for problem in guide.problems:
        assert problem.place.line >= 1
        assert problem.place.column >= 1
        assert clean(problem.message, one_line=True) == problem.message
    for question in guide.questions.values():
        assert set(question.tests) <= set(guide.key_points)
        assert clean(question.question) == question.question
        assert guide.panel_of(question)
    for point in guide.key_points.values():
        assert point.stance in guide.stances
        assert max(point.source) <= guide.source.paragraphs
