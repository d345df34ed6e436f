"""Every mistake an author can make: the text, and what is told, where."""

from pathlib import Path

import pytest

from tests.guide.toys import BANK, FILES, HEADER, LESSON, changed, read, told
from tui.guide.errors import Severity

DATES, POSITIONS, ARGUMENT = "lessons/dates.yaml", "lessons/positions.yaml", "lessons/argument.yaml"

# file, text in it, what it becomes, what is told: line, column, code
MISTAKES = [
    (BANK, "    kind: position", "\tkind: position", [(9, 1, "tab")]),
    (BANK, "did it want", "did\tit want", [(11, 23, "tab")]),
    (BANK, "What did it want?", '"What did it want?', [(11, 15, "unclosed-quote")]),
    (BANK, "What did it want?", "'What did it want?", [(11, 15, "unclosed-quote")]),
    (BANK, "What did it want?", '"What" did it want?', [(11, 22, "text-after-quote")]),
    (BANK, "What did it want?", "Lenin: what for?", [(11, 20, "colon-in-text")]),
    (BANK, "What did it want?", "@home", [(11, 15, "text-starts-with-sign")]),
    (BANK, "What did it want?", "`home`", [(11, 15, "text-starts-with-sign")]),
    (BANK, "What did it want?", "[sic", [(11, 15, "unclosed-bracket")]),
    (BANK, "What did it want?", "{gap", [(11, 15, "unclosed-bracket")]),
    (BANK, "What did it want?", "> here", [(11, 15, "text-starts-with-sign")]),
    (BANK, "What did it want?", "- here", [(11, 15, "dash-in-text")]),
    (BANK, "What did it want?", r'"\q"', [(11, 16, "unknown-escape")]),
    (BANK, "What did it want?", "What is rule #3?", [(11, 28, "comment-in-text")]),
    (BANK, "What did it want?", "What is it # 3?", [(11, 26, "comment-in-text")]),
    (BANK, "    kind: position", "    kind position", [(9, 5, "no-colon")]),
    (BANK, "    kind: position", "    kind: position\n    kind: date", [(10, 5, "duplicate-key")]),
    (BANK, "explanation", "explanaton", [(16, 5, "unknown-field")]),
    (BANK, "explanation", r'"explanation\u3164"', [(16, 5, "invisible-character")]),
    (BANK, "type: number", "type: numbr", [(3, 11, "unknown-type")]),
    (BANK, "type: number", "type: [number]", [(3, 11, "unknown-type")]),
    (BANK, "kind: position", "kind: positon", [(9, 11, "unknown-kind")]),
    (BANK, "[wanted, began]", "[wanted, begun]", [(10, 21, "unknown-key-point")]),
    (BANK, "tests: began", "tests: begun", [(5, 12, "unknown-key-point")]),
    (BANK, "[wanted, began]", "[]", [(10, 12, "no-key-point")]),
    (BANK, "    question: What did it want?\n", "", [(8, 5, "missing-field")]),
    (BANK, "    question: What did it want?\n", "    question:\n", [(11, 5, "missing-field")]),
    (BANK, "question: What did it want?", 'question: ""', [(11, 5, "missing-field")]),
    (BANK, "answer: Union control", "answer: [Union, control]", [(12, 13, "wrong-shape")]),
    (BANK, "answer: Union control", "answer: {Union: control}", [(12, 13, "wrong-shape")]),
    (BANK, "      - No control", "      - [No control]", [(15, 9, "wrong-shape")]),
    (BANK, "      - No control", "      -", [(15, 8, "empty-item")]),
    (BANK, "      - Party control\n      - No control", "      Party control", [(14, 7, "wrong-shape")]),
    (BANK, "answer: 1919", "answer: MCMXIX", [(7, 13, "not-a-number")]),
    (BANK, "answer: 1919", "answer: 1919\n    exact: no", [(8, 12, "not-true-or-false")]),
    (BANK, "answer: Union control", "answer: Union control\n    points: 1.5", [(13, 13, "not-a-number")]),
    (BANK, "id: what", "id: when", [(8, 9, "duplicate-id")]),
    (BANK, "id: what", "id: What?", [(8, 9, "bad-id")]),
    (BANK, "      - No control", "      - Union control", [(15, 9, "key-among-distractors")]),
    (BANK, "answer: Union control", "answer: *union", [(12, 13, "alias")]),
    (BANK, "answer: Union control", "answer: &union control", [(12, 13, "anchor")]),
    (BANK, "answer: Union control", "answer: !!binary aGVsbG8=", [(12, 13, "tag")]),
    (BANK, "answer: Union control", "answer: !a!b c", [(12, 13, "tag")]),
    (BANK, "answer: Union control", "answer: ! c", [(12, 13, "tag")]),
    (BANK, "    answer: Union control", "    <<: {answer: Union control}", [(12, 5, "merge-key")]),
    (BANK, "    answer: Union control", "    [answer]: Union control", [(12, 5, "odd-key")]),
    (
        BANK,
        "explanation: It wanted union control (¶2).",
        "explanation: It\n---\nquestions: []",
        [(17, 1, "second-document")],
    ),
    (BANK, "did it want", "did \x07it", [(11, 24, "control-character")]),
    (BANK, "did it want", "did \u202eit", [(11, 24, "bidi-character")]),
    (BANK, "did it want", "did \0it", [(11, 24, "nul-character")]),
    (BANK, "did it want", "did \u200bit", [(11, 24, "invisible-character")]),
    (BANK, "What did it want?", r'"\e[31mWhat?"', [(11, 15, "control-character")]),
    (BANK, "What did it want?", r'"What\u202e?"', [(11, 15, "bidi-character")]),
    (BANK, "control (¶2)", "control (¶22)", [(16, 43, "paragraph-out-of-range")]),
    (BANK, "control (¶2)", "control (¶2, ¶3–¶22)", [(16, 47, "paragraph-out-of-range")]),
    (BANK, "It wanted union control (¶2).", "|\n      It did\n      (¶ 0)", [(18, 8, "paragraph-out-of-range")]),
    (BANK, "What did it want?", "'What (¶¶1–5)?'", [(11, 23, "paragraph-out-of-range")]),
    (BANK, "      - No control", "      - No ¶5  # ¶6", [(15, 12, "paragraph-out-of-range")]),
    (BANK, "  - id: what", "  # ¶5\n  - id: what", []),
    (BANK, "  - id: what", "    id: what", [(8, 5, "dash-missing")]),
    (BANK, "  - id: what", "  - id: what\n    id: which", [(9, 5, "duplicate-key")]),
    (BANK, "  - id: what", "  -id: what", [(8, 3, "indentation")]),
    (BANK, "    kind: position", "   kind: position", [(9, 4, "indentation")]),
    (BANK, "    kind: position", " kind: position", [(9, 2, "indentation")]),
    (BANK, "    kind: position", "\xa0\xa0  kind: position", [(9, 1, "no-break-space")]),
    (BANK, "answer: Union control", "answer:\xa0Union control", [(12, 12, "no-break-space")]),
    (BANK, "answer: Union control", "answer: Union\xa0control", []),
    (BANK, "answer: Union control", "answer: [sic] control", [(12, 13, "text-starts-with-sign")]),
    (BANK, "answer: Union control", "answer: {Union} {control} it", [(12, 13, "text-starts-with-sign")]),
    (BANK, "      - No control", "      - [no] control", [(15, 9, "text-starts-with-sign")]),
    (BANK, "answer: Union control", "answer: ? control", [(12, 13, "text-starts-with-sign")]),
    (BANK, "[wanted, began]", "wanted, began", [(10, 12, "unknown-key-point")]),
    (BANK, "questions:\n", "question:\n", [(1, 1, "unknown-field")]),
    (BANK, "  - id: what\n    kind", "  - what\n  - kind", [(8, 5, "wrong-shape"), (9, 5, "missing-field")]),
    (HEADER, "title: A small guide\n", "", [(1, 1, "missing-field")]),
    (HEADER, "language: en", "language: plain English", [(2, 11, "bad-language")]),
    (HEADER, "  publisher: nobody\n", "", [(4, 3, "missing-field")]),
    (HEADER, "paragraphs: 4", "paragraphs: four", [(6, 15, "not-a-number")]),
    (HEADER, "paragraphs: 4", "paragraphs: 0", [(6, 15, "number-out-of-range")]),
    (HEADER, "paragraphs: 4", "paragraphs: 99999999999999999999999999", [(6, 15, "number-out-of-range")]),
    (HEADER, "paragraphs: 4", "paragrafs: 4", [(4, 3, "missing-field"), (6, 3, "unknown-field")]),
    (HEADER, "  account: As", "  The account: As", [(8, 3, "bad-id")]),
    (LESSON, "---\ntitle: How it", "title: How it", [(1, 1, "no-front-matter")]),
    (LESSON, "for\n---\n", "for\n", [(1, 1, "unclosed-front-matter")]),
    (LESSON, "title: How it began\n", "", [(2, 1, "missing-field")]),
    (LESSON, "kind: position", "kind: positon", [(11, 11, "unknown-kind")]),
    (LESSON, "stance: opposition", "stance: oposition", [(12, 13, "unknown-stance")]),
    (LESSON, "panel: The beginning", "panel: The begining", [(9, 12, "unknown-panel")]),
    (LESSON, "source: [2, 3]", "source: [2, 5]", [(14, 17, "paragraph-out-of-range")]),
    (LESSON, "source: [2, 3]", "source: 0", [(14, 13, "paragraph-out-of-range")]),
    (LESSON, "source: [2, 3]", "source: ¶2", [(14, 13, "not-a-number")]),
    (LESSON, "source: [2, 3]", "source: []", [(14, 13, "no-source")]),
    (HEADER, "  account: As the document tells it", "  account:", [(8, 3, "missing-field")]),
    (HEADER, "source:\n", "source: a\nsauce:\n", [(3, 9, "wrong-shape"), (4, 1, "unknown-field")]),
    (LESSON, "id: wanted", "id: began", [(10, 9, "duplicate-id")]),
    (LESSON, "id: wanted", "id: Wanted!", [(10, 9, "bad-id")]),
    (LESSON, "  - id: wanted", "  - wanted\n  - id: wanted", [(10, 5, "wrong-shape")]),
    (LESSON, "## The beginning", "# The beginning", [(9, 12, "unknown-panel"), (18, 1, "heading-level")]),
    (LESSON, "## The beginning", "Words.\n\n## The beginning", [(18, 1, "text-before-heading")]),
    (LESSON, "### Not a panel", "## The Beginning!", [(45, 1, "duplicate-panel")]),
    (LESSON, "## What it's", "##What it's", [(26, 1, "heading-without-blank")]),
    (LESSON, "### Not a panel", "#hashtag", []),
    (LESSON, "  - id: wanted", "    id: wanted", [(10, 5, "dash-missing")]),
    (LESSON, "### Not a panel", "## ???", [(45, 1, "empty-heading")]),
    (LESSON, "### Not a panel", "## Nothing here\n\n## Not a panel", [(45, 1, "empty-panel")]),
    (LESSON, "### Not a panel", "Not a panel\n-----------", [(46, 1, "underlined-heading")]),
    (LESSON, "```timeline", "```timelin", [(22, 1, "unknown-block")]),
    (LESSON, "show: no-control\n```", "show: no-control", [(41, 1, "unclosed-fence")]),
    (LESSON, "show: no-control\n", "", [(41, 1, "empty-block")]),
    (LESSON, "show: no-control", "no-control", [(42, 1, "wrong-shape")]),
    (LESSON, "show: no-control", "show: no-contrl", [(42, 7, "unknown-claim")]),
    (LESSON, "show: no-control", "shwo: no-control", [(42, 1, "missing-field"), (42, 1, "unknown-field")]),
    (LESSON, "text: A brake on all work.", "text: A brake: on all work.", [(34, 14, "colon-in-text")]),
    (LESSON, "date: 1918", "date: in 1918", [(37, 7, "bad-date")]),
    (LESSON, "date: 1918\nsource: 3", "date: 1918\nsource: 9", [(38, 9, "paragraph-out-of-range")]),
    (LESSON, "holders: [account, opposition]", "holders: [account]", [(30, 10, "wrong-columns")]),
    (LESSON, "holders: [account, opposition]", "holders: [account, lenin]", [(30, 20, "unknown-stance")]),
    (LESSON, "positions: [who-runs-industry]", "positions: [who-runs]", [(29, 13, "unknown-position")]),
    (
        LESSON,
        "positions: [who-runs-industry]\nholders: [account, opposition]",
        "columns: [a, b]\nrows:\n  - [c, d]\n  - [e]",
        [(32, 5, "wrong-row")],
    ),
    (LESSON, "*1919*", "1919\n(¶4 and ¶5)", [(21, 9, "paragraph-out-of-range")]),
    (LESSON, "*1919*", "\x1b[31m1919", [(20, 13, "control-character")]),
    (DATES, "1922-03", "1921-02-30", [(8, 11, "bad-date")]),
    (DATES, "1922-03", "March 1922", [(8, 11, "bad-date")]),
    (DATES, "lane: Party", "lane: [Party]", [(10, 11, "wrong-shape")]),
    (DATES, "[2, 3]", "[2, 30]", [(11, 17, "paragraph-out-of-range")]),
    (DATES, "id: ended", "id: began", [(7, 9, "duplicate-id")]),
    (POSITIONS, "      opposition: The unions\n", "", []),
    (POSITIONS, "      opposition", "      oposition", [(6, 7, "unknown-stance")]),
    (POSITIONS, "      opposition: The unions", "      opposition:", [(6, 7, "missing-field")]),
    (POSITIONS, "id: who-runs-industry", "id: Who runs", [(2, 9, "bad-id")]),
    (
        POSITIONS,
        "    views:\n      account: The party\n      opposition: The unions",
        "    views: {}",
        [(4, 5, "missing-field")],
    ),
    (POSITIONS, "  - id: who", "  - who\n  - id: who", [(2, 5, "wrong-shape")]),
    (ARGUMENT, "supports: no-control", "supports: no-contrl", [(10, 15, "unknown-claim")]),
    (ARGUMENT, "    hits: opposition", "    supports: arm-of-state", [(5, 15, "argument-in-a-circle")]),
    (ARGUMENT, "supports: no-control", "supports: no-control\n    objects_to: elected", [(11, 5, "two-parents")]),
    (ARGUMENT, "holder: opposition", "holder: lenin", [(14, 13, "unknown-stance")]),
]


@pytest.mark.parametrize(("file", "old", "new", "expected"), MISTAKES, ids=lambda value: str(value)[:40])
def test_mistake(tmp_path: Path, file: str, old: str, new: str, expected: list[tuple[int, int, str]]) -> None:
    guide = read(tmp_path, changed(file, old, new))
    assert [each[1:] for each in told(guide) if each[0] == file] == expected
    for problem in guide.problems:
        assert problem.message
        assert problem.hint
        assert not problem.message.endswith(".")


@pytest.mark.parametrize(
    ("old", "new", "hint"),
    [
        ("explanation", "explanaton", "did you mean `explanation`?"),
        ("type: number", "type: numbr", "did you mean `number`?"),
        ("kind: position", "kind: positon", "did you mean `position`?"),
        ("tests: began", "tests: begun", "did you mean `began`?"),
        ("[wanted, began]", "wanted, began", "write `[wanted, began]`"),
        ("What did it want?", "'it's'", 'put the whole text in quotes of the other kind: "it\'s"'),
        ("What did it want?", '"it" is', "put the whole text in quotes of the other kind: 'He said \"no\"'"),
        ("tests: began", "tests: zzz", "write the id of a key point from the front matter of a lesson"),
    ],
)
def test_did_you_mean(tmp_path: Path, old: str, new: str, hint: str) -> None:
    assert [problem.hint for problem in read(tmp_path, changed(BANK, old, new)).problems] == [hint]


def test_all_mistakes_of_a_question_are_told(tmp_path: Path) -> None:
    bank = """questions:
  - id: One
    kind: figur
    type: choice
    tests: [begun]
    answer: [a]
    wrong: b
    extra: c
"""
    assert told(read(tmp_path, {BANK: bank})) == [
        (BANK, 2, 5, "missing-field"),
        (BANK, 2, 9, "bad-id"),
        (BANK, 3, 11, "unknown-kind"),
        (BANK, 5, 13, "unknown-key-point"),
        (BANK, 6, 13, "wrong-shape"),
        (BANK, 7, 12, "wrong-shape"),
        (BANK, 8, 5, "unknown-field"),
    ]


def test_any_paragraph_passes_where_the_length_of_the_source_is_not_known(tmp_path: Path) -> None:
    change = changed(BANK, "control (¶2)", "control (¶22)") | changed(HEADER, "paragraphs: 4", "paragraphs: four")
    assert told(read(tmp_path, change)) == [(HEADER, 6, 15, "not-a-number")]


def test_faults_are_told_beside_fields_that_are_wrong(tmp_path: Path) -> None:
    change = changed(BANK, "      - No control", "      - Union control\n    extra: it")
    change = {BANK: str(change[BANK]).replace("[wanted, began]", "[wanted, begun]").replace("kind: pos", "kind: pros")}
    assert told(read(tmp_path, change)) == [
        (BANK, 9, 11, "unknown-kind"),
        (BANK, 10, 21, "unknown-key-point"),
        (BANK, 15, 9, "key-among-distractors"),
        (BANK, 16, 5, "unknown-field"),
    ]


def test_all_mistakes_of_a_key_point_are_told(tmp_path: Path) -> None:
    points = FILES[LESSON].replace("kind: date", "kind: dte").replace("source: 1", "source: 9")
    points = points.replace("stance: account", "stance: acount").replace("panel: The beg", "panel: The bug")
    assert told(read(tmp_path, {LESSON: points})) == [
        (LESSON, 5, 11, "unknown-kind"),
        (LESSON, 6, 13, "unknown-stance"),
        (LESSON, 8, 13, "paragraph-out-of-range"),
        (LESSON, 9, 12, "unknown-panel"),
    ]


@pytest.mark.parametrize(
    ("file", "entry", "expected"),
    [
        (DATES, "dates:\n  - id: Begun\n    date: in 1919\n    source: 9\n", [(2, 5), (2, 9), (3, 11), (4, 13)]),
        (
            ARGUMENT,
            "argument:\n  - id: no\n    holder: nobody\n    hits: us\n    source: 9\n",
            [(2, 5), (3, 13), (4, 11), (5, 13)],
        ),
        (
            POSITIONS,
            "positions:\n  - id: who-runs-industry\n    views: {nobody: none}\n    source: 9\n",
            [(2, 5), (3, 13), (4, 13)],
        ),
    ],
)
def test_all_mistakes_of_an_entry_are_told(
    tmp_path: Path, file: str, entry: str, expected: list[tuple[int, int]]
) -> None:
    found = told(read(tmp_path, {file: entry}))
    assert [(line, column) for name, line, column, _ in found if name == file] == expected


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("¶2", "write `2`"),
        ("2-4", "write `[2, 3, 4]`"),
        ("¶2, ¶3", "write `[2, 3]`"),
        ("2 and 4", "write `[2, 4]`"),
        ("1-999", "write `[1, 999]`"),
        ("two", "write it in digits"),
    ],
)
def test_how_paragraphs_are_written(tmp_path: Path, written: str, hint: str) -> None:
    guide = read(tmp_path, changed(LESSON, "source: [2, 3]", f"source: {written}"))
    assert [(problem.code, problem.hint) for problem in guide.problems] == [("not-a-number", hint)]


def test_questions_around_a_missing_dash_are_kept(tmp_path: Path) -> None:
    guide = read(tmp_path, changed(BANK, "  - id: what", "    id: what"))
    assert list(guide.questions) == ["when"]


def test_a_blank_line_above_a_lesson_is_told_as_such(tmp_path: Path) -> None:
    (problem,) = read(tmp_path, {LESSON: f"\n{FILES[LESSON]}"}).problems
    assert (problem.code, problem.hint) == ("no-front-matter", "delete it: nothing may stand above")


def test_lessons_share_neither_ids_nor_headings_nor_names(tmp_path: Path) -> None:
    again, other = "lessons/02-how-it-began.md", "lessons/03-once-more.md"
    guide = read(tmp_path, {again: FILES[LESSON], other: FILES[LESSON]})
    assert told(guide) == [
        (again, 1, 1, "duplicate-lesson"),
        (other, 4, 9, "duplicate-id"),
        (other, 10, 9, "duplicate-id"),
        (other, 18, 1, "duplicate-panel"),
        (other, 26, 1, "duplicate-panel"),
    ]
    assert guide.problems[1].message == "the id `began` stands twice, first in 01-how-it-began.md, line 4"
    assert len(guide.lesson_of_panel) == 4


def test_both_lines_of_a_duplicate_key_are_named(tmp_path: Path) -> None:
    guide = read(tmp_path, changed(BANK, "    kind: position", "    kind: position\n    kind: date"))
    assert guide.problems[0].message == "`kind` stands twice here, in line 9 and in line 10"


@pytest.mark.parametrize(
    ("data", "code", "says"),
    [
        (b"", "empty-file", "empty"),
        (b" \n\n", "empty-file", "empty"),
        ("questions:\n  - id: Союз\n".encode("cp1251"), "not-utf-8", "Windows-1251"),
        ("questions:\n  - id: café\n".encode("cp1252"), "not-utf-8", "Windows-1252"),
        (FILES[BANK].encode("utf-16"), "not-utf-8", "UTF-16"),
        (FILES[BANK].encode("utf-16-le"), "not-utf-8", "UTF-16"),
        (FILES[BANK].encode("utf-32"), "not-utf-8", "UTF-32"),
        (b"\0" * 5000, "not-a-text", "full of characters"),
        (b"- a\n", "wrong-shape", "start with"),
        (b"questions: none\n", "wrong-shape", "list"),
        (b"questions:\n", "missing-field", "no entries"),
        (b"# nothing yet\n", "wrong-shape", "start with"),
    ],
)
def test_whole_files(tmp_path: Path, data: bytes, code: str, says: str) -> None:
    (problem,) = read(tmp_path, {BANK: data}).problems
    assert problem.code == code
    assert says in problem.message


def test_the_place_of_what_is_not_utf_8(tmp_path: Path) -> None:
    guide = read(tmp_path, {BANK: FILES[BANK].replace("(¶2)", "¶").encode() + b"    # \xff"})
    assert told(guide) == [(BANK, 17, 7, "not-utf-8")]


@pytest.mark.parametrize("name", [BANK, HEADER, LESSON, DATES])
def test_a_folder_in_place_of_a_file(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir(parents=True)
    codes = [code for file, _, _, code in told(read(tmp_path, {name: None})) if file == name]
    assert codes == ["not-a-file"]


def test_other_problems_stay_where_they_belong(tmp_path: Path) -> None:
    guide = read(tmp_path, {BANK: None, LESSON: None})
    assert told(guide) == [("lessons", 1, 1, "no-lessons"), (BANK, 1, 1, "missing-file")]


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("lessons/date.yaml", "did you mean `dates.yaml`?"),
        ("lessons/Terms.yml", "did you mean `terms.yaml`?"),
        ("lessons/zzz.yaml", "those that are read are"),
        ("lessons/03-intro.MD", "if it is a lesson, name it `03-intro.md`"),
        ("lessons/intro.txt", "if it is a lesson, name it `intro.md`"),
    ],
)
def test_a_file_with_a_slightly_wrong_name_is_not_passed_over_in_silence(tmp_path: Path, name: str, hint: str) -> None:
    guide = read(tmp_path, {name: "dates: []\n"})
    assert told(guide) == [(name, 1, 1, "misnamed-file")]
    assert hint in guide.problems[0].hint
    assert guide.problems[0].severity is Severity.WARNING


def test_a_bank_with_another_ending_is_told_beside_the_one_that_is_missing(tmp_path: Path) -> None:
    guide = read(tmp_path, {BANK: None, "quiz_bank.yml": FILES[BANK]})
    assert told(guide) == [(BANK, 1, 1, "missing-file"), ("quiz_bank.yml", 1, 1, "misnamed-file")]


@pytest.mark.parametrize("name", ["lessons/.01-a.md.swp", "lessons/01-a.md~", "lessons/a.png", "other.yml"])
def test_what_nobody_takes_for_a_part_of_the_guide_may_lie_beside_it(tmp_path: Path, name: str) -> None:
    assert told(read(tmp_path, {name: "anything"})) == []
