"""`python -m benchmarks.forecasts [LEARNERS]`: is the predicted score right for learners who forget in their own ways?

Each simulated learner studies for some days; then the score on a day some weeks later is predicted, with a plan of
minutes a day and without, and once more half-way. All of it is played through with the learner's true memory. How
long and how much they study is drawn for each, from hardly at all to plenty.
"""

import sys
from collections.abc import Iterable
from copy import deepcopy
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from statistics import fmean, stdev

from benchmarks.learners import DAY, Learner
from tui.guide.model import Guide
from tui.memory.days import day_of
from tui.memory.forecast import forecast
from tui.quiz.question import Question

START = datetime(2026, 9, 1, 18, tzinfo=UTC)


@dataclass(frozen=True)
class Outcome:
    """What was predicted of one learner, and what came of it."""

    predicted: float
    """The predicted score."""
    simulated: float
    """The true one."""


def outcomes(guide: Guide[Question], learners: Iterable[int], strength: float = 1.0) -> dict[str, list[Outcome]]:
    """Play some learners through.

    Args:
        guide: what they learn.
        learners: their seeds.
        strength: how much better or worse their memories last.

    Returns:
        By what was predicted, an outcome for each learner.
    """
    found: dict[str, list[Outcome]] = {"with the plan": [], "without": [], "with it, half-way": []}
    for seed in learners:
        draw = Random(f"plan {seed}")
        before, ahead = draw.randint(1, 14), draw.choice([7, 14, 30, 60])
        practised, planned = draw.randint(2, 12), draw.randint(1, 8)
        learner = Learner(guide, Random(seed), strength)
        for day in range(before):
            learner.study(START + day * DAY, practised)
        now = START + before * DAY
        exam = now + ahead * DAY
        idle = deepcopy(learner)
        said = forecast(guide, learner.known, now, learner.goal(day_of(exam)), planned)
        found["without"].append(Outcome(said.without, idle.score(exam)))
        halfway = said
        for day in range(ahead):
            at = now + day * DAY
            if day == ahead // 2:
                halfway = forecast(guide, learner.known, at, learner.goal(day_of(exam)), planned)
            learner.study(at, planned)
        found["with the plan"].append(Outcome(said.with_plan, learner.score(exam)))
        found["with it, half-way"].append(Outcome(halfway.with_plan, learner.score(exam)))
    return found


def row(what: str, of: list[Outcome]) -> str:
    """One line of the table: means, the mean error, and how far single ones are off."""
    errors = [each.predicted - each.simulated for each in of]
    predicted, simulated = fmean(each.predicted for each in of), fmean(each.simulated for each in of)
    near = sum(abs(error) <= 0.1 for error in errors) / len(errors)
    return (
        f"| {what} | {predicted:.3f} | {simulated:.3f} | {fmean(errors):+.3f} | "
        f"{fmean(map(abs, errors)):.3f} | {stdev(errors):.3f} | {near:.0%} |"
    )


def main() -> int:
    """Play and print."""
    from tui.guide.reader import read_guide
    from tui.quiz.types import TYPES

    count = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    guide = read_guide(Path(__file__).parent.parent, TYPES)
    print("| score on the day | predicted | simulated | mean error | mean size | spread | within 0.1 |")
    print("|---|---|---|---|---|---|---|")
    for who, learners, strength in (
        ("all", count, 1.0),
        ("weak memories", count // 4, 0.4),
        ("strong memories", count // 4, 2.5),
    ):
        for what, found in outcomes(guide, range(learners), strength).items():
            print(row(f"{who}, {what}", found), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
