import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.classroom.frames import Nonsense, message_in
from tui.classroom.protocol import LARGEST_FRAME, Answer, Goodbye, Hello
from tui.quiz.ask import Picked

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=20,
)


def test_messages_are_read() -> None:
    assert message_in('{"type":"goodbye"}') == Goodbye()
    said = {"type": "answer", "id": "1", "round": 1, "vote": 1, "response": {"type": "picked", "options": ["да"]}}
    assert message_in(json.dumps(said)) == Answer(id="1", round=1, vote=1, response=Picked(("да",)))
    assert message_in('{"type":"hello","version":1,"code":"ABCDEF"}') == Hello(version=1, code="ABCDEF")


@given(JSON)
def test_whatever_comes_is_a_message_or_nonsense(said: object) -> None:
    try:
        message_in(json.dumps(said))
    except Nonsense:
        return


@given(st.text(max_size=200))
def test_no_text_is_worse_than_nonsense(frame: str) -> None:
    try:
        message_in(frame)
    except Nonsense:
        return


@pytest.mark.parametrize(
    "frame",
    [
        '{"type":"goodbye","type":"goodbye"}',
        r'{"type":"goodbye","typ\u0065":"goodbye"}',
        '{"type":"hello","version":Infinity,"code":"ABCDEF"}',
        "[" * LARGEST_FRAME,
        '{"type":"hello","version":1,"code":"' + "x" * 65 + '"}',
        '{"type":"hello","version":1,"code":"ABCDEF","secret":"easy to guess"}',
        '{"type":"opened","place":0}',
        '{"type":"regraded"}',
        " " * (LARGEST_FRAME + 1) + '{"type":"goodbye"}',
        "9" * 5000,
    ],
)
def test_nonsense_is_told(frame: str) -> None:
    with pytest.raises(Nonsense):
        message_in(frame)
