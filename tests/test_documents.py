"""The documents promise what there is: files, commands, examples and their pictures."""

import html
import re
from pathlib import Path
from typing import get_args

import pytest

from docs.examples import QUESTIONS, example_guide, examples, write_files
from docs.picture import ROOM_QUESTION
from docs.svg import fit_to_show
from tui.authoring.schema import TABLES
from tui.cli.main import COMMANDS, command_named
from tui.cli.parser import Parser
from tui.guide.blocks import Block
from tui.guide.errors import Severity
from tui.quiz.types import TYPES
from tui.study import open_guide

ROOT = Path(__file__).parent.parent
PICTURES = ROOT / "docs" / "pictures"
DOCUMENTS = sorted({*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")})
LINKS = {
    (document, link.partition("#")[0])
    for document in DOCUMENTS
    for link in re.findall(r"\]\(([^)\s]+)\)", document.read_text(encoding="utf-8"))
    if not link.startswith(("#", "http"))
}
CALLS = sorted(
    {
        call.partition(" > ")[0].partition("#")[0].strip()
        for document in DOCUMENTS
        for call in re.findall(r"(?:`|^)kruzhok( [^`\n]+)?", document.read_text(encoding="utf-8"), re.MULTILINE)
        if call
    }
)
OPTIONS = sorted(
    {each for document in DOCUMENTS for each in re.findall(r"`(--[a-z-]+)", document.read_text(encoding="utf-8"))}
)


def parser_of(name: str) -> Parser:
    parser = Parser(prog="kruzhok")
    command_named(name).arguments(parser)
    return parser


def words_in(picture: str) -> str:
    return " ".join(html.unescape(" ".join(re.findall(r">([^<>]+)</text>", picture))).split())


def test_every_link_leads_to_a_file() -> None:
    assert LINKS
    assert not [(document.name, link) for document, link in LINKS if not (document.parent / link).exists()]


@pytest.mark.parametrize("call", CALLS)
def test_every_call_that_a_document_names_is_understood(call: str) -> None:
    name, *rest = call.split()
    if rest and name.startswith("--"):
        parser_of("open").parse_args([name, *rest])
    elif rest:
        parser_of(name).parse_args(rest)
    else:
        assert name in (*COMMANDS, "--version", "tides")


@pytest.mark.parametrize("option", OPTIONS)
def test_every_option_that_a_document_names_is_there(option: str) -> None:
    helps = [parser_of(name).format_help() for name in (*COMMANDS, "open")]
    assert any(re.search(rf"{option}\b", text) for text in helps)


def test_every_type_has_an_example_that_is_read_without_a_mistake() -> None:
    guide = example_guide()
    assert guide.problems == ()
    assert list(examples()) == list(TYPES)
    assert [type(question) for question in guide.questions.values()] == list(TYPES.values())


def test_the_files_shown_make_a_guide_without_a_mistake(tmp_path: Path) -> None:
    write_files(tmp_path)
    (tmp_path / "quiz_bank.yaml").write_text("questions: []", encoding="utf-8")
    guide = open_guide(tmp_path)
    assert [str(problem) for problem in guide.problems if problem.severity is Severity.ERROR] == []
    blocks = [block for lesson in guide.lessons for panel in lesson.panels for block in panel.blocks]
    assert {type(block) for block in blocks} == set(get_args(Block))
    assert all(getattr(guide.tables, name) for name in TABLES)


@pytest.mark.parametrize("tag", TYPES)
def test_the_picture_of_a_type_is_of_its_example(tag: str) -> None:
    section = QUESTIONS.read_text(encoding="utf-8").partition(f"\n## {tag}\n")[2].partition("\n## ")[0]
    assert f"](pictures/{tag}.svg)" in section
    question = next(each for each in example_guide().questions.values() if each.__struct_config__.tag == tag)
    for link in re.findall(r"\]\((pictures/[^)]+)\)", section):
        assert question.question in words_in((QUESTIONS.parent / link).read_text(encoding="utf-8"))
    assert question.explanation in words_in((PICTURES / f"{tag}.svg").read_text(encoding="utf-8"))


def test_the_picture_of_a_room_is_of_a_question_that_ships() -> None:
    words = words_in((ROOT / "docs" / "room.svg").read_text(encoding="utf-8"))
    question = open_guide(ROOT).questions[ROOM_QUESTION]
    assert question.question in words
    assert question.explanation in words


def test_pictures_are_all_shown_and_small_and_ask_no_other_host() -> None:
    pictures = {*PICTURES.iterdir(), ROOT / "docs" / "home.svg", ROOT / "docs" / "room.svg"}
    assert pictures == {(document.parent / link).resolve() for document, link in LINKS if link.endswith(".svg")}
    assert sum(picture.stat().st_size for picture in pictures) < 400_000
    for picture in pictures:
        text = picture.read_text(encoding="utf-8")
        assert set(re.findall(r"https?://[^\"'\s)]+", text)) <= {"http://www.w3.org/2000/svg"}


def test_a_picture_that_asks_another_host_is_refused() -> None:
    with pytest.raises(ValueError, match="another host"):
        fit_to_show('<image href="https://elsewhere.example/a.png"/>')
