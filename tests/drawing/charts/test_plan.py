from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.drawing.charts.held import SHARES, WIDTHS, fits, lines_of
from tui.drawing.charts.plan import EMPTY, Plan, plan_lines, plan_sentence

TODAY = date(2026, 11, 25)
EXAM = date(2027, 1, 15)
PLANS = st.builds(
    Plan,
    st.just(TODAY),
    st.integers(0, 4000).map(lambda days: TODAY + timedelta(days=days)),
    st.integers(0, 600),
    st.lists(SHARES, min_size=1, max_size=200),
    st.lists(SHARES, min_size=1, max_size=200),
)


def test_both_lines_lead_to_what_they_come_to() -> None:
    lines = lines_of(plan_lines(Plan(TODAY, EXAM, 6, (0.7, 1), (0.7, 0.0)), 60))
    assert lines[0].startswith("100 % ┤")
    assert lines[0].endswith("⠉ 100 % with")
    assert lines[6].endswith("   0 % without")
    assert lines[7].startswith("  0 % └──")
    assert lines[8].split() == ["today", "15", "Jan"]
    assert lines[-1] == "━ with the plan   ╌ without it"


def test_where_the_lines_meet_both_ends_are_said() -> None:
    for share in (0, 0.5, 1):
        lines = lines_of(plan_lines(Plan(TODAY, EXAM, 6, (0.5, share), (0.5, share)), 60))
        assert sorted(line.split()[-1] for line in lines if line.endswith(("% with", "% without"))) == [
            "with",
            "without",
        ]


def test_no_date_says_what_to_do() -> None:
    assert lines_of(plan_lines(None, 100)) == [plan_sentence(None)] == [EMPTY]


def test_the_sentence_says_today_and_the_day() -> None:
    assert plan_sentence(Plan(TODAY, EXAM, 6, (0.71, 0.9), (0.71, 0.48))) == (
        "Today you would score 71 %. On 15 January, in 51 days, it would be 90 % with 6 minutes a day,"
        " and 48 % without."
    )


@given(PLANS, WIDTHS)
def test_any_plan_fits_any_width(plan: Plan, width: int) -> None:
    fits(lambda room: plan_lines(plan, room), width)
    assert plan_sentence(plan)
