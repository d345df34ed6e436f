import csv
import json
from html.parser import HTMLParser
from io import StringIO

import pytest

from tests.classroom.rooms import Class, answered, choice, joined, picked, text, typed
from tests.samples import START, sample_guide
from tui.classroom.events import Accepted, Closed, Opened, Renamed, Revealed, Scoring
from tui.classroom.report import csv as csv_form
from tui.classroom.report import html as html_form
from tui.classroom.report import json as json_form
from tui.classroom.report.making import report_of
from tui.classroom.report.model import Report
from tui.classroom.words import Nickname, RoundNumber, Seat
from tui.drawing.report import report_lines
from tui.text import Clean
from tui.typeset import line_cells, plain

HOSTILE = Nickname(Clean('=cmd|"/c calc"!A1 <script>alert(1)</script>'))


def report(*, names: str = "a b c") -> Report:
    lesson = Class(choice("one"), text("two"), names=names)
    first = {name: picked("near") for name in names.split()}
    lesson.asks(0, first, dict.fromkeys(first, picked("right")))
    lesson.asks(1, {name: typed("<b>Lenin</b>") for name in first})
    lesson.does(Accepted(round=RoundNumber(2), fields=("b lenin b",)), joined("late"))
    lesson.does(Renamed(seat=Seat("a"), name=HOSTILE))
    return report_of(lesson.room, START, None)


def lines_of(report: Report, width: int) -> str:
    return "\n".join(plain(line) for line in report_lines(report, width))


class Page(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


def test_a_page_holds_what_pupils_wrote_as_text_only() -> None:
    page = Page(html_form.written(report()))
    assert "script" not in {tag for tag, _ in page.tags}
    assert HOSTILE in page.text
    assert "<b>Lenin</b>" in page.text


def test_a_page_takes_nothing_from_elsewhere() -> None:
    page = Page(html_form.written(report()))
    outside = {"src", "href", "srcset", "action", "data", "poster", "background"}
    assert [attributes for _, attributes in page.tags if outside & attributes.keys()] == []
    assert not {"link", "iframe", "object", "embed", "base", "form"} & {tag for tag, _ in page.tags}
    assert "url(" not in html_form.written(report())
    assert "@import" not in html_form.written(report())


def test_no_cell_of_a_spreadsheet_begins_a_formula() -> None:
    rows = list(csv.reader(StringIO(csv_form.written(report()))))
    assert rows[0] == list(csv_form.COLUMNS)
    assert [row for row in rows if any(cell.startswith(("=", "+", "-", "@")) for cell in row)] == []
    assert rows[1] == [f"'{HOSTILE}", "1", "one", "1", "correct"]


def test_who_came_late_has_an_empty_credit() -> None:
    rows = list(csv.reader(StringIO(csv_form.written(report()))))
    assert [row[3:] for row in rows if row[0] == "late"] == [["", ""], ["", ""]]


def test_other_programs_get_the_whole_report() -> None:
    document = json.loads(json_form.written(report()))
    assert document["schema_version"] == 1
    asked = document["questions"][0]
    assert (asked["right"], asked["answered"], asked["share"]) == (0, 3, 0)
    assert asked["shift"] == {"stayed_right": 0, "gained": 3, "lost": 0, "stayed_wrong": 0, "gain": 1.0}


@pytest.mark.parametrize("width", [40, 56, 76])
def test_no_line_is_wider_than_it_may_be(width: int) -> None:
    assert max(line_cells(line) for line in report_lines(report(), width)) <= width


def test_the_key_stands_beside_what_the_teacher_accepted() -> None:
    text, page = (" ".join(each.split()) for each in (lines_of(report(), 76), Page(html_form.written(report())).text))
    for said in (text, page):
        assert "✓ Kollontai right" in said
        assert "✓ <b>Lenin</b> accepted by the teacher" in said
    asked = json.loads(json_form.written(report()))["questions"][1]
    assert asked["key"] == ["Kollontai"]
    assert [(each["text"], each["right"], each["accepted"]) for each in asked["counts"]] == [
        ("<b>Lenin</b>", True, True)
    ]


def test_the_key_stands_once_where_somebody_knew_it() -> None:
    made = report_of(Class(text("two"), names="a").asks(0, {"a": typed("kollontai")}).room, START, None)
    for said in (lines_of(made, 76), Page(html_form.written(made)).text):
        assert said.casefold().count("kollontai") == 1


def test_with_points_for_speed_nobody_has_more_than_the_most() -> None:
    school = Class(names="a b", scoring=Scoring.SPEED).does(Opened(place=0, limit=10))
    school.does(answered("a", picked("right")), Closed(), Revealed(), after=0.4)
    made = report_of(school.room, START, None)
    for said in (lines_of(made, 76), Page(html_form.written(made)).text):
        assert "1.48 of 1.5" in said
        assert "0 of 1.5" in said
    assert [pupil["most"] for pupil in json.loads(json_form.written(made))["pupils"]] == [1.5, 1.5]


def test_what_is_to_be_taught_again_counts_answers_not_pupils() -> None:
    questions = [each for each in sample_guide().questions.values() if type(each).__name__ == "ToyPick"][:1] * 3
    made = Class(*questions, names="a b").asks(0, {"a": picked("right"), "b": picked("wrong")})
    for place in (1, 2):
        made.asks(place, {name: picked("wrong") for name in "ab"})
    report = report_of(made.room, START, sample_guide())
    said = "5 of 6 answers to questions 1, 2 and 3 were not fully right"
    assert said in Page(html_form.written(report)).text
    assert said in " ".join(lines_of(report, 60).split())
    again = json.loads(json_form.written(report))["again"][0]
    assert (again["missed"], again["answers"], again["questions"]) == (5, 6, [1, 2, 3])


def test_lines_say_what_failed_what_a_second_vote_changed_and_what_was_accepted() -> None:
    said = lines_of(report(), 200)
    assert "0 of 3 right, 0 % (0 % to 56 %). 3 of 3 answered." in said
    assert "3 came to the right answer, 0 left it. Gain +1.00" in said
    assert "3 typed answers count as right in the first vote, because the teacher accepted them." in said
    one = lines_of(report(names="a"), 200)
    assert "1 typed answer counts as right in the first vote, because the teacher accepted it." in one
    assert "The guide is not at hand" in said
