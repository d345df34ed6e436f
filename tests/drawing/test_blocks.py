import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.drawing.prose import prose_lines
from tests.screens.small import BLOCKS, NASTY
from tui.drawing import draw, told
from tui.guide.blocks import Argument, Block, Comparison, Prose, Quotation, Timeline
from tui.guide.tables import Claim, DateEntry
from tui.guide.words import Paragraph, StanceId
from tui.text import Clean
from tui.typeset import cells

PROSE, COMPARISON, QUOTATION, TIMELINE, ARGUMENT = BLOCKS


def entry(date: str, event: str = "It happens", lane: str = "Party") -> DateEntry:
    return DateEntry(id=date, date=date, event=Clean(event), lane=Clean(lane), source=Paragraph(1))


def test_prose_loses_its_marks_and_nothing_else() -> None:
    assert prose_lines(f"Of *one* mind, **surely**. {NASTY}", 200) == [f"Of one mind, surely. {NASTY}"]


def test_prose_sets_lists_quotes_code_and_tables() -> None:
    text = "- one\n- two\n  1. deep\n\n> said\n\n---\n\n```\na  b\n```\n\n| x | y |\n|---|---|\n| 1 | 2 |"
    assert prose_lines(text, 40) == [
        *("• one", "• two", "  1. deep", "", "▎ said", "", "────────", ""),
        *("  a\N{NO-BREAK SPACE}\N{NO-BREAK SPACE}b", "", "x   y", "─   ─", "1   2"),
    ]


def test_a_link_shows_its_address_and_a_picture_is_not_loaded() -> None:
    assert prose_lines("[here](https://a.example/b) ![of a mill](mill.png) <b>raw</b>", 90) == [
        "here (https://a.example/b) [picture: of a mill] <b>raw</b>"
    ]


def test_a_comparison_stands_side_by_side_where_there_is_room() -> None:
    assert draw(COMPARISON, 60) == [
        "One                   Other",
        "───────────────────   ───────────────",
        "an arm of the state   made by workers",
    ]


def test_a_comparison_is_stacked_where_there_is_not() -> None:
    assert draw(COMPARISON, 28) == ["One: an arm of the state", "Other: made by workers"]


def test_a_row_says_what_it_is_about() -> None:
    rows = ((Clean("Officials"), Clean("Unions")),)
    drawn = draw(Comparison((Clean("Lenin"), Clean("Opposition")), rows, (Clean("Who runs it?"),)), 60)
    assert drawn == ["Lenin       Opposition", "─────────   ──────────", "Who runs it?", "Officials   Unions"]


def test_a_quotation_has_a_bar_its_speaker_and_its_paragraph() -> None:
    assert draw(QUOTATION, 60) == ["▎ “a brake on all work”", "▎ Shliapnikov, 1918, 1918, ¶7"]
    assert told(QUOTATION, 60)[0] == "“a brake on all work”"


def test_a_timeline_has_a_ruler_lanes_and_words() -> None:
    drawn = draw(TIMELINE, 60)
    assert drawn[0].split() == ["1919", "Apr", "Jul", "Oct", "1920", "Apr", "Jul"]
    assert drawn[2].startswith("Opposition  ├")
    assert "1919" in drawn[2]
    assert "● Sep 1920" in drawn[3] or "Sep 1920 ●" in drawn[3]
    assert drawn[-2:] == ["1919            It forms", "September 1920  It meets"]
    assert told(TIMELINE, 60) == drawn[-2:]


def test_what_is_uncertain_is_drawn_so() -> None:
    assert any("╌" in line for line in draw(Timeline((entry("1919~/1922"),)), 60))
    assert any("◌" in line for line in draw(Timeline((entry("1921-03?"), entry("1919"))), 60))


def test_dates_of_one_lane_never_stand_on_each_other() -> None:
    dates = tuple(entry(f"1921-03-{day:02}") for day in range(1, 20))
    drawn = draw(Timeline(dates), 70)
    assert sum(line.count("●") for line in drawn) == 19
    assert sum("Party" in line for line in drawn) == 1


def test_a_lane_has_the_name_that_its_author_wrote() -> None:
    council = "The All-Russian Central Council of Trade Unions"
    drawn = draw(
        Timeline((entry("1920", lane=council), entry("1921", lane="The street"), entry("1922", lane=council))), 76
    )
    lanes = [line[:18].rstrip() for line in drawn[2 : drawn.index("")]]
    assert [name for name in lanes if name] == ["The All-Russian", "Central Council of", "Trade Unions", "The street"]
    assert drawn[2].count("├") == 2
    assert not any(
        line.startswith(" ") for line in draw(Timeline((entry("1920", lane=""), entry("1921", lane=""))), 60)[1:]
    )


def test_an_argument_is_a_tree_with_holders() -> None:
    assert draw(ARGUMENT, 70) == [
        "Unions should run it. [The Opposition's view]",
        "├─ because  They are the workers'.",
        "└─ but      They must be taught. [Lenin's view, against the",
        "            Opposition's view]",
    ]
    assert told(ARGUMENT, 70) == [
        "Unions should run it. [The Opposition's view]",
        "  because: They are the workers'.",
        "  but: They must be taught. [Lenin's view, against the Opposition's",
        "  view]",
    ]


def test_whom_a_claim_hits_stands_inside_the_sentence_though_its_holder_is_known() -> None:
    below = Argument(
        Claim(id="y", claim=Clean("So."), holder=StanceId("l"), source=Paragraph(1)), Clean("L"), hits=Clean("The O")
    )
    assert draw(Argument(below.claim, Clean("L"), because=(below,)), 60) == [
        "So. [L]",
        "└─ because  So. [against the O]",
    ]


def test_a_deep_tree_still_fits() -> None:
    tree = Argument(Claim(id="x", claim=Clean("End."), holder=StanceId("l"), source=Paragraph(1)), Clean("L"))
    for _ in range(12):
        tree = Argument(tree.claim, Clean("L"), because=(tree,))
    assert max(map(cells, draw(tree, 60))) <= 60
    assert max(map(cells, told(tree, 60))) <= 60


texts = st.text(st.characters(exclude_categories=("Cc", "Cs", "Cf", "Co", "Cn")), min_size=1, max_size=60).map(Clean)
lanes = st.sampled_from(["", "Party", "The All-Russian Central Council of Trade Unions", "労働者" * 9])
dates = st.sampled_from(["1918", "1920-09", "1921-03-08", "1919~", "1921-21?", "1918/1921-03", "1861", "0300"])
blocks = st.one_of(
    texts.map(Prose),
    st.builds(Quotation, texts, texts, texts, st.just((Paragraph(1),)), st.none() | dates),
    st.lists(st.tuples(texts, texts, texts), min_size=1, max_size=3).map(lambda rows: Comparison(rows[0], tuple(rows))),
    st.lists(st.builds(entry, dates, texts, lanes), min_size=1, max_size=5).map(
        lambda entries: Timeline(tuple(entries))
    ),
)


@given(blocks, st.integers(20, 120))
def test_no_line_is_wider_than_it_may_be(block: Block, width: int) -> None:
    for line in (*draw(block, width), *told(block, width)):
        assert cells(line) <= width
        assert "\n" not in line


@pytest.mark.parametrize("block", BLOCKS)
@pytest.mark.parametrize("width", [1, 20, 56, 76])
def test_every_word_is_drawn_and_told(block: Block, width: int) -> None:
    words = set(re.findall(r"\w{4,}", " ".join(told(block, 200))))
    assert words
    for lines in (draw(block, width), told(block, width)):
        shown = "".join(line.strip() for line in lines)
        assert [word for word in words if word not in shown] == []
