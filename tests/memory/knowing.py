"""What a made-up learner knows of the sample guide."""

from datetime import datetime, timedelta

from tests.samples import START
from tui.guide.words import KeyPointId, QuestionId
from tui.memory.mastery import Known
from tui.memory.schedule import Card

NOW = START + timedelta(days=30)


def point(name: str) -> KeyPointId:
    return KeyPointId(name)


def card(stability: float, days_ago: float, at: datetime = NOW) -> Card:
    return Card(stability, 5.0, at - timedelta(days=days_ago))


def knows(**of: tuple[float, float]) -> dict[KeyPointId, Known]:
    """What is known, by stability and the days since it was asked."""
    return {point(name): Known(card(*pair)) for name, pair in of.items()}


def asked(known: Known, question: str, surely_wrong: bool = False) -> Known:
    return Known(known.card, QuestionId(question), surely_wrong)
