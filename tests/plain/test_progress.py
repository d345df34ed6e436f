"""What is due, told in lines and written for other programs, is the same in both."""

import io
import json
import re
from collections import Counter
from datetime import timedelta

from tests.samples import START
from tui.memory.made_up import made_up
from tui.memory.progress import WEEKS, progress_of
from tui.memory.record import Record
from tui.paths import shipped_guide
from tui.plain.progress import tell_progress
from tui.plain.progress_document import written
from tui.plain.talk import Talk
from tui.study import open_guide


def test_the_days_on_which_something_is_due_are_those_of_the_key_points_and_all_are_told() -> None:
    guide, now = open_guide(shipped_guide()), START + timedelta(days=60)
    progress = progress_of(guide, Record(made_up(guide, now)), now)
    document = json.loads(written(progress))
    points = [point for lesson in document["lessons"] for point in lesson["key_points"]]
    days = Counter(point["due_day"] for point in points if point["due"] is not None)
    due = {each["day"]: each["key_points"] for each in document["due"]}
    assert due == days
    assert list(due) == sorted(days)
    assert max(days) > (progress.today + timedelta(weeks=WEEKS)).isoformat()
    asked = sum(lesson["asked"] for lesson in document["lessons"])
    assert sum(days.values()) == asked > 100
    tell_progress(Talk(io.StringIO(), out := io.StringIO()), progress)
    assert sum(int(count) for count in re.findall(r": (\d+) due\.", out.getvalue())) == asked
    told = re.search(r"(\d+) key points are due today, (\d+) in the six days after, (\d+) later\.", out.getvalue())
    assert told is not None
    assert sum(map(int, told.groups())) == asked
