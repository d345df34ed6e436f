"""The schemas: they take what the readers take, and refuse what the readers refuse for its form."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Annotated, Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from msgspec import Meta

from tests.authoring.editor_yaml import as_editor, as_written
from tests.guides import small_guide
from tests.quiz.test_types_all import SAMPLES
from tui.authoring.schema import NAMES, TABLES, schema, written
from tui.cli.main import main
from tui.guide.edtf import LOOK, parse_edtf
from tui.quiz.ask import Pick, Picked, Response
from tui.quiz.question import Question
from tui.quiz.types import TYPES
from tui.quiz.types.offering import verdict_of
from tui.quiz.verdict import Verdict
from tui.study import open_guide
from tui.text import Clean

ROOT = Path(__file__).parent.parent.parent
SHIPPED = {"bank": "quiz_bank.yaml", **{name: f"lessons/{name}.yaml" for name in ("guide", *TABLES)}}

OF_FORM = {
    *("unknown-field", "missing-field", "wrong-shape", "unknown-kind", "unknown-type", "not-a-number", "bad-id"),
    *("not-true-or-false", "number-out-of-range", "no-key-point", "too-few", "date"),
}
"""The mistakes of form: those that a schema can see."""


def refused(name: str, value: object) -> list[str]:
    return [error.message for error in Draft202012Validator(schema(name)).iter_errors(value)]


def entry(tag: str, /, **changed: object) -> dict[str, Any]:
    shared = {"id": "an-id", "kind": "event", "tests": "began", "question": "What?", "explanation": "So (¶1)."}
    made = {**shared, **SAMPLES[tag], "type": tag, **changed}
    return {name: value for name, value in made.items() if value is not None}


@pytest.mark.parametrize("name", NAMES)
def test_is_a_sound_schema_and_the_file_that_is_kept(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    Draft202012Validator.check_schema(schema(name))
    assert main(["schema", name]) == 0
    assert capsys.readouterr().out == written(name)
    kept = (ROOT / f"docs/schema/{name}.json").read_text(encoding="utf-8")
    assert kept == written(name), f"python -m tui schema {name} > docs/schema/{name}.json"


def test_the_bank_is_meant_if_no_file_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0
    assert capsys.readouterr().out == written("bank")


@pytest.mark.parametrize("read", [as_editor, as_written])
@pytest.mark.parametrize("name", SHIPPED)
def test_takes_the_guide_that_ships(name: str, read: Callable[[str], Any]) -> None:
    assert refused(name, read((ROOT / SHIPPED[name]).read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("read", [as_editor, as_written])
def test_takes_the_front_matter_that_ships(read: Callable[[str], Any]) -> None:
    for path in sorted(ROOT.glob("lessons/*.md")):
        matter = path.read_text(encoding="utf-8").split("---\n")[1]
        assert refused("lesson", read(matter)) == [], path


@pytest.mark.parametrize("name", SHIPPED)
def test_the_files_that_ship_tell_their_editor_where_it_is(name: str) -> None:
    path = ROOT / SHIPPED[name]
    first = path.read_text(encoding="utf-8").partition("\n")[0]
    told = first.removeprefix("# yaml-language-server: $schema=")
    assert (path.parent / told).resolve() == ROOT / f"docs/schema/{name}.json"


def properties(part: object) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every field that a schema describes."""
    if isinstance(part, dict):
        for word, inner in part.items():
            if word == "properties":
                yield from inner.items()
            yield from properties(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from properties(inner)


@pytest.mark.parametrize("name", NAMES)
def test_every_field_has_a_word_and_an_example_that_fits(name: str) -> None:
    whole = schema(name)
    frame = "questions" if name == "bank" else name
    for field, form in properties(whole):
        if field == frame or "const" in form:
            continue
        assert form.get("description", "").strip(), field
        assert form.get("examples"), field
        validator = Draft202012Validator({**form, "$defs": whole.get("$defs", {})})
        for example in form["examples"]:
            assert not list(validator.iter_errors(example)), (field, example)


@pytest.mark.parametrize("tag", TYPES)
def test_takes_every_type_and_no_field_that_is_not_its_own(tag: str) -> None:
    assert refused("bank", {"questions": [entry(tag)]}) == []
    assert refused("bank", {"questions": [entry(tag, colour="red")]})
    for field, form in schema("bank")["$defs"][tag]["properties"].items():
        if field in schema("bank")["$defs"][tag]["required"]:
            assert refused("bank", {"questions": [entry(tag, **{field: None})]}), field
            assert refused("bank", {"questions": [{**entry(tag), field: None}]}), field
        elif field != "type":
            assert refused("bank", {"questions": [{**entry(tag), field: None}]}) == [], (field, form)


def test_a_question_without_a_type_is_a_choice() -> None:
    assert refused("bank", {"questions": [entry("choice", type=None)]}) == []
    assert refused("bank", {"questions": [entry("date", type=None)]})


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("bank", "questions: {}"),
        ("bank", "question: []"),
        ("bank", "questions: []\nmore: 1"),
        ("bank", "questions: [one]"),
        ("guide", "title: A\nlanguage: en\nsource: {title: A, paragraphs: 4}\nstances: {account: So}"),
        ("guide", "title: A\nlanguage: English!\nsource: {title: A, by: B, paragraphs: 4}\nstances: {account: So}"),
        ("guide", "title: A\nlanguage: en\nsource: {title: A, author: B, paragraphs: 0}\nstances: {account: So}"),
        ("guide", "title: A\nlanguage: en\nsource: {title: A, author: B, paragraphs: x}\nstances: {account: So}"),
        ("guide", "title: A\nlanguage: en\nsource: {title: A, author: B, paragraphs: 4}\nstances: {An Account: So}"),
        ("guide", "title: A\nlanguage: en\nsource: {title: A, author: B, paragraphs: 4}\nstances: [account]"),
        ("lesson", "key_points: []"),
        ("lesson", "title: A\nkey_points: [{id: a, kind: dat, stance: b, says: c, source: 1, panel: d}]"),
        ("lesson", "title: A\nkey_points: [{id: a, kind: date, stance: b, says: c, source: 0, panel: d}]"),
        ("lesson", "title: A\nkey_points: [{id: a, kind: date, stance: b, says: c, source: [], panel: d}]"),
        ("lesson", "title: A\nkey_points: [{id: a, kind: date, stance: b, says: c, source: [1, x], panel: d}]"),
        ("lesson", "title: A\nkey_points: [{id: a, kind: date, stance: b, says: [c], source: 1, panel: d}]"),
        ("dates", "dates: [{id: a, date: 1920-9, event: b, source: 1}]"),
        ("dates", "dates: [{id: a, date: 1920, event: b, lane: [street], source: 1}]"),
        ("positions", "positions: [{id: a, question: b, views: {}, source: 1}]"),
        ("argument", "argument: [{id: a, claim: b, holder: c, source: 1, supports: d, objects_to: e}]"),
    ],
)
def test_refuses_what_is_broken(name: str, text: str) -> None:
    assert refused(name, as_editor(text))


CHANGES: dict[str, list[object]] = {
    "type": ["choose", "Choice", 1],
    "id": ["An id", "a_b", "-a", "a--b", "идея-1", "1919", "x" * 101, ["a"], {"a": "b"}],
    "kind": ["dates", "Date", ["date"]],
    "tests": [["began"], [], [["began"]], {"began": "yes"}],
    "question": ["1919", "no", ["What?"], {"What": "?"}],
    "explanation": ["", ["So"]],
    "answer": ["1919", "1919-03", "1920/1922", "true", "False", "no", "-4", "4.5", "four", ["x"], {"x": "y"}],
    "answers": [[], ["one"], "one", [["one"]]],
    "distractors": [[], ["plain text"], [{"why": "no choice"}], [{"choice": "x", "whi": "y"}], [{"choice": "x"}], "x"],
    "correction": [["x"], "This is so."],
    "also": [[], ["x"], "x", [{"x": "y"}]],
    "unit": [["x"], "7"],
    "tolerance": ["2", "0.5", "much", ["1"]],
    "items": [["a", "b"], ["a", "b", "c"], "a", [["a"], "b", "c"]],
    "pairs": [[{"left": "a", "right": "b"}], [{"left": "a"}, {"left": "c", "right": "d"}], ["a", "b"], []],
    "extra": [["x"], "x"],
    "text": ["A {gap}", ["A {gap}"]],
    "speaker": ["x", ["x"]],
    "work": ["x", ["x"]],
}


@pytest.mark.parametrize("tag", TYPES)
def test_refuses_a_change_where_and_only_where_the_readers_do(tag: str, tmp_path: Path) -> None:
    fields = schema("bank")["$defs"][tag]["properties"]
    assert fields.keys() <= CHANGES.keys()
    apart = []
    changes = [(field, value) for field in fields for value in CHANGES[field]]
    for number, (field, value) in enumerate(changes):
        text = yaml.safe_dump({"questions": [{**entry(tag), field: value}]}, allow_unicode=True, sort_keys=False)
        # As a teacher writes it: without the quotes that keep a number a text.
        text = re.sub(r"'([\w.-]+)'", r"\1", text)
        problems = open_guide(small_guide(tmp_path / f"{number}", text)).problems
        of_form = [problem for problem in problems if problem.code in OF_FORM]
        found = refused("bank", as_editor(text))
        if bool(found) != bool(of_form):
            apart.append((field, value, found, problems))
    assert not apart


class Rating(Question, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="type", tag="rating"):
    """A type of the test's own: how many stars."""

    stars: Annotated[int, Meta(ge=1)]
    """The right number of stars."""
    said: dict[str, Clean]
    """What each number of stars means."""

    @property
    def key(self) -> Picked:
        return Picked((str(self.stars),))

    def ask(self, seed: str) -> Pick:
        return Pick(prompt=self.question, options=tuple(Clean(str(star)) for star in range(1, 6)))

    def mark(self, response: Response) -> Verdict:
        return verdict_of(float(response == self.key), self.key)


def test_a_new_type_appears_by_itself() -> None:
    whole = schema("bank", {**TYPES, "rating": Rating})
    validator = Draft202012Validator(whole)
    one = {**entry("recall"), "type": "rating", "stars": 4, "said": {"one": "Poor", "five": 5}}
    assert validator.is_valid({"questions": [one, entry("date")]})
    assert not validator.is_valid({"questions": [{**one, "stars": 0}]})
    assert not validator.is_valid({"questions": [{**one, "said": ["Poor"]}]})
    fields = whole["$defs"]["rating"]["properties"]
    assert fields["stars"]["description"] == "The right number of stars."
    assert json.dumps(whole["properties"]).count('"rating"') == 2


@pytest.mark.parametrize(
    "written",
    ["1920", "1920-09", "1920-09-22", "1920-21", "1919~", "1919?", "1919%", "1919/1922", "1919-03~/1922-04-01?"],
)
def test_the_look_of_a_date_is_that_of_the_parser(written: str) -> None:
    assert parse_edtf(written)
    assert re.fullmatch(str(LOOK["pattern"]), written)


@pytest.mark.parametrize("written", ["", "September 1920", "1920-9", "20", "1920/", "1920-09-22-01", "1920 ", "1920\n"])
def test_what_does_not_look_like_a_date_is_none(written: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_edtf(written)
    assert not re.search(str(LOOK["pattern"]).replace("$", r"\Z"), written)
