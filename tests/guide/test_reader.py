"""A sound guide is read as it stands; what is unsound takes nothing else with it."""

import os
from errno import EACCES
from pathlib import Path

import pytest

from tests.guide.toys import BANK, FILES, HEADER, LESSON, Choice, Number, Toys, changed, read, told, write
from tests.guides import small_guide
from tui.guide.blocks import Argument, Comparison, Prose, Quotation, Timeline
from tui.guide.errors import GuideError
from tui.guide.model import BankEntry, Guide
from tui.guide.reader import read_guide
from tui.guide.words import KeyPointId, LessonId, PanelId, QuestionId
from tui.study import open_guide


def test_a_sound_guide(tmp_path: Path) -> None:
    guide = read(tmp_path)
    assert guide.problems == ()
    assert (guide.title, guide.language, guide.source.by, guide.source.paragraphs) == (
        "A small guide",
        "en",
        "nobody",
        4,
    )
    assert [lesson.id for lesson in guide.lessons] == ["how-it-began"]
    assert list(guide.key_points) == ["began", "wanted"]
    assert guide.key_points[KeyPointId("wanted")].source == (2, 3)
    assert guide.key_points[KeyPointId("wanted")].place[1:] == (10, 5)
    assert list(guide.questions) == ["when", "what"]
    assert guide.questions[QuestionId("what")].tests == ("wanted", "began")
    assert guide.question_places[QuestionId("what")][1:] == (8, 5)
    assert [len(table) for table in (guide.tables.dates, guide.tables.people, guide.tables.terms)] == [2, 1, 1]


def test_panels_and_blocks(tmp_path: Path) -> None:
    guide = read(tmp_path)
    first, second = guide.lesson(LessonId("how-it-began")).panels
    assert (first.id, first.place[1:]) == (PanelId("the-beginning"), (18, 1))
    assert [guide.lessons[0].number_of(panel) for panel in (first, second)] == [1, 2]
    assert (second.id, second.title) == (PanelId("what-its-wanted-for"), "What it's wanted for")
    prose, timeline = first.blocks
    assert isinstance(prose, Prose)
    assert prose.markdown == "It began in *1919*."
    assert isinstance(timeline, Timeline)
    assert [entry.id for entry in timeline.dates] == ["began", "ended"]
    comparison, quotation, argument, last = second.blocks
    assert isinstance(comparison, Comparison)
    assert comparison.columns == ("As the document tells it", "The Opposition's view")
    assert (comparison.rows, comparison.about) == ((("The party", "The unions"),), ("Who runs it?",))
    assert isinstance(quotation, Quotation)
    assert (quotation.source, quotation.date) == ((3,), "1918")
    assert isinstance(argument, Argument)
    assert [branch.claim.id for branch in (*argument.because, *argument.but)] == ["arm-of-state", "elected"]
    assert (argument.holder, argument.hits) == ("As the document tells it", "The Opposition's view")
    assert isinstance(last, Prose)
    assert last.markdown.startswith("### Not a panel")


def test_byte_order_mark_and_windows_line_ends_are_fine(tmp_path: Path) -> None:
    files: dict[str, str | bytes | None] = {
        name: b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode() for name, text in FILES.items()
    }
    assert read(tmp_path, files) == read(tmp_path)


def answer(guide: Guide[BankEntry], question: str) -> object:
    """What the toys' two types call the right answer."""
    found = guide.questions[QuestionId(question)]
    assert isinstance(found, Choice | Number)
    return found.answer


def test_words_are_words(tmp_path: Path) -> None:
    for text in ("no", "on", "null", "~", "12:30", "017", "1_000", "1921-03-01", "0x10", "1e3"):
        guide = read(tmp_path, changed(BANK, "answer: Union control", f"answer: {text}"))
        assert answer(guide, "what") == text


def test_leading_zeros_make_no_octal(tmp_path: Path) -> None:
    guide = read(tmp_path, changed(BANK, "answer: 1919", "answer: 0089"))
    assert answer(guide, "when") == 89


def test_text_over_several_lines(tmp_path: Path) -> None:
    folded = "answer: >\n      Union\n      control"
    guide = read(tmp_path, changed(BANK, "answer: Union control", folded))
    assert answer(guide, "what") == "Union control"
    guide = read(tmp_path, changed(BANK, "question: What did it want?", "question: |\n      One.\n\n      Two."))
    assert guide.questions[QuestionId("what")].question == "One.\n\nTwo."


def test_lessons_come_in_the_order_of_their_numbers(tmp_path: Path) -> None:
    plain = "---\ntitle: T\n---\n## Panel {0}\n\nText.\n"
    names = ("2-b", "10-c", "1-a")
    guide = read(
        tmp_path,
        {LESSON: None, BANK: "questions: []\n", **{f"lessons/{name}.md": plain.format(name) for name in names}},
    )
    assert [lesson.id for lesson in guide.lessons] == ["a", "b", "c"]
    assert [guide.number_of(lesson) for lesson in guide.lessons] == [1, 2, 3]
    assert guide.problems == ()


@pytest.mark.parametrize(
    ("name", "shown"),
    [(b"\xff\xfe.md", "\\xff\\xfe.md"), (b"03-\xe2\x80\xae.md", "03-\\xe2\\x80\\xae.md"), (b" .md", ".md")],
)
def test_a_lesson_whose_name_cannot_be_shown_is_told_and_left_out(tmp_path: Path, name: bytes, shown: str) -> None:
    folder = write(tmp_path)
    try:
        (folder / "lessons" / os.fsdecode(name)).write_text("---\ntitle: T\n---\n## Another\n\nText.\n")
    except OSError:
        pytest.skip("this file system has no such names")
    guide = read_guide(folder, Toys.TYPES)
    assert [lesson.id for lesson in guide.lessons] == ["how-it-began"]
    assert [code for *_, code in told(guide)] == ["unreadable-name"]
    assert guide.problems[0].message.endswith(f"`{shown}`")
    assert guide.problems[0].hint


def test_a_folder_that_is_none(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for path in (tmp_path / "missing", tmp_path / "file", tmp_path / "a\0b"):
        with pytest.raises(GuideError):
            read_guide(path, Toys.TYPES)


def test_an_empty_folder_is_a_guide_with_everything_wrong(tmp_path: Path) -> None:
    guide = read_guide(tmp_path, Toys.TYPES)
    assert [code for *_, code in told(guide)] == ["missing-folder", "missing-file", "missing-file"]


def test_an_unsound_key_point_is_told_once(tmp_path: Path) -> None:
    guide = read(tmp_path, changed(LESSON, "panel: The beginning", "panel: The beginnin"))
    assert told(guide) == [(LESSON, 9, 12, "unknown-panel")]
    assert list(guide.key_points) == ["wanted"]
    assert guide.questions == {}


def test_key_points_in_front_matter_that_cannot_be_read_are_told_once(tmp_path: Path) -> None:
    guide = read(tmp_path, changed(LESSON, "title: How it began", "title: How: it began"))
    assert told(guide) == [(LESSON, 2, 11, "colon-in-text")]
    assert len(guide.lessons[0].panels) == 2


def test_an_unsound_block_takes_nothing_else_with_it(tmp_path: Path) -> None:
    guide = read(tmp_path, changed(LESSON, "dates: [ended, began]", "dates: [ended, begn]"))
    assert told(guide) == [(LESSON, 23, 16, "unknown-date")]
    assert len(guide.lessons[0].panels[0].blocks) == 1
    assert len(guide.questions) == 2


def test_an_unsound_table_entry_is_told_once(tmp_path: Path) -> None:
    guide = read(tmp_path, changed("lessons/dates.yaml", "1919~", "1919-13"))
    assert told(guide) == [("lessons/dates.yaml", 3, 11, "bad-date")]


def test_without_stances_every_stance_passes(tmp_path: Path) -> None:
    guide = read(tmp_path, {HEADER: None})
    assert [code for *_, code in told(guide)] == ["missing-file"]
    assert guide.stances == {"account": "account", "opposition": "opposition"}
    assert guide.source.paragraphs == 4
    assert len(guide.questions) == 2


def test_questions_before_and_after_a_mistake_are_kept(tmp_path: Path) -> None:
    one = "  - id: q{0}\n    kind: date\n    tests: began\n    question: {1}\n    answer: a\n"
    texts = ["fine", '"not closed', "fine", "a: b", "fine", "'said' he", "fine", "fine"]
    bank = "questions:\n" + "".join(one.format(number, text) for number, text in enumerate(texts))
    guide = read(tmp_path, {BANK: bank})
    assert list(guide.questions) == ["q0", "q2", "q4", "q6", "q7"]
    assert [place.line for place in guide.question_places.values()] == [2, 12, 22, 32, 37]
    assert told(guide) == [
        (BANK, 10, 15, "unclosed-quote"),
        (BANK, 20, 16, "colon-in-text"),
        (BANK, 30, 22, "text-after-quote"),
    ]


def test_a_type_of_question_without_faults_is_fine(tmp_path: Path) -> None:
    assert not hasattr(Toys.TYPES["number"], "faults")
    assert read(tmp_path).problems == ()


def test_files_outside_the_folder_are_not_read(tmp_path: Path) -> None:
    outside = tmp_path / "outside.yaml"
    outside.write_text("title: secret")
    guide_folder = write(tmp_path / "guide", {HEADER: None})
    (guide_folder / HEADER).symlink_to(outside)
    guide = read_guide(guide_folder, Toys.TYPES)
    assert [code for *_, code in told(guide)] == ["outside-the-guide"]
    assert guide.title != "secret"


def test_a_link_inside_the_folder_is_fine(tmp_path: Path) -> None:
    guide_folder = write(tmp_path / "guide", {HEADER: None})
    (guide_folder / "header.yaml").write_text(FILES[HEADER])
    (guide_folder / HEADER).symlink_to("../header.yaml")
    assert read_guide(guide_folder, Toys.TYPES).problems == ()


def test_a_pipe_in_place_of_a_file_does_not_hang(tmp_path: Path) -> None:
    folder = write(tmp_path, {BANK: None})
    os.mkfifo(folder / BANK)
    assert [code for *_, code in told(read_guide(folder, Toys.TYPES))] == ["not-a-file"]


def test_what_nobody_may_read_is_told_file_by_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write(tmp_path)
    stat = Path.stat

    def forbidding(path: Path, *, follow_symlinks: bool = True) -> os.stat_result:
        if path.parent.name == "lessons":
            raise PermissionError(EACCES, os.strerror(EACCES), str(path))
        return stat(path, follow_symlinks=follow_symlinks)

    monkeypatch.setattr(Path, "stat", forbidding)
    problems = read_guide(folder, Toys.TYPES).problems
    assert {problem.code for problem in problems if "lessons" in problem.place.file} == {"unreadable-file"}
    unread = {f"{folder}/{name}" for name in FILES if name.startswith("lessons/")}
    assert {problem.place.file for problem in problems} == unread


def test_a_file_that_has_grown_since_it_was_looked_at_is_read_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = small_guide(tmp_path)
    looked = Path.stat

    def smaller(self: Path, *, follow_symlinks: bool = True) -> os.stat_result:
        found = looked(self, follow_symlinks=follow_symlinks)
        return os.stat_result((*found[:6], 10, *found[7:10]))

    monkeypatch.setattr(Path, "stat", smaller)
    guide = open_guide(folder)
    assert guide.problems == ()
    assert list(guide.questions) == ["when", "what"]
