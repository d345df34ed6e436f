"""The types of question: one file a type, one import and one line here."""

from collections.abc import Mapping
from types import MappingProxyType

from tui.quiz.question import Question
from tui.quiz.types.choice import Choice
from tui.quiz.types.cloze import Cloze
from tui.quiz.types.date import Date
from tui.quiz.types.match import Match
from tui.quiz.types.number import Number
from tui.quiz.types.order import Order
from tui.quiz.types.recall import Recall
from tui.quiz.types.select import Select
from tui.quiz.types.text import Text
from tui.quiz.types.true_false import TrueFalse

TYPES: Mapping[str, type[Question]] = MappingProxyType(
    {
        "choice": Choice,
        "select": Select,
        "true-false": TrueFalse,
        "date": Date,
        "text": Text,
        "number": Number,
        "order": Order,
        "match": Match,
        "cloze": Cloze,
        "recall": Recall,
    }
)
"""Every type by its tag, as the bank's `type` has it."""
