"""What a result means, in a calm sentence or two.

A kind of question is said to hold from `HOLDS` of its credit on, and to slip below `SLIPS`, and only if there were
`ENOUGH` questions of it: one right answer proves little. Below `FEW` questions in all nothing is said of kinds.
"""

from collections.abc import Collection, Sequence

from tui.guide.words import Kind
from tui.text import capitalised

HOLDS = 0.8
"""The share of credit from which a kind holds."""
SLIPS = 0.6
"""The share of credit below which a kind slips."""
ENOUGH = 2
"""How many questions of a kind there must be to say something of it."""
FEW = 4
"""Below so many questions, nothing is said of kinds."""

KNOWLEDGE = {
    Kind.DATE: "when things happened",
    Kind.POSITION: "who held what",
    Kind.CRITICISM: "on what ground something is criticised",
    Kind.PERSON: "who was who",
    Kind.EVENT: "what happened",
    Kind.FIGURE: "how many and how much",
    Kind.TERM: "what the words mean",
}
"""What one knows who has the questions of a kind right."""


def meaning_of(earned: Sequence[tuple[Kind, float]], skipped: int = 0, left_open: int = 0) -> str:
    """What a result means.

    Args:
        earned: kind and credit of each question that counts.
        skipped: how many of them were answered with "I don't know".
        left_open: how many of them were not answered at all.
    """
    asked, total = len(earned), sum(credit for _, credit in earned)
    if not asked:
        return "Nothing was answered that counts, so there is nothing to say yet."
    if skipped + left_open == asked:
        return f"{_of_none(skipped, left_open)} Read the panels first; then the questions will help."
    if not total:
        return "None of it holds yet. Reading the panels once more will help more than another quiz now."
    if asked < FEW:
        return _of_few(asked, total)
    if total == asked:
        return capitalised(f"{_kinds([kind for kind, _ in earned])}: all of it holds.")
    return _of_kinds(earned)


def _of_none(skipped: int, left_open: int) -> str:
    if not left_open:
        return "You knew none of these yet, and said so."
    if not skipped:
        return "Every question was left open, so there is little to say yet."
    times = "once" if skipped == 1 else f"{skipped} times"
    return f"You said “I don't know” {times} and left the rest open."


def _of_few(asked: int, total: float) -> str:
    held = "Right" if total == asked else "Partly right"
    questions = "one question is" if asked == 1 else f"{('two', 'three')[asked - 2]} questions are"
    return f"{held}, but {questions} too few to say more."


def _of_kinds(earned: Sequence[tuple[Kind, float]]) -> str:
    shares = {kind: _share(earned, kind) for kind in Kind if sum(each is kind for each, _ in earned) >= ENOUGH}
    if not shares:
        return "Some of it holds; there were too few questions of each kind to say where it slips."
    holding = [kind for kind, share in shares.items() if share >= HOLDS]
    slipping = [kind for kind, share in shares.items() if share < SLIPS]
    between = {kind for kind, _ in earned} - {*holding, *slipping}
    if holding and slipping:
        verb = "is" if len(slipping) == 1 else "are"
        return f"You know {_kinds(holding)}; {_kinds(slipping)} {verb} where it slips."
    left = [credit for kind, credit in earned if kind in between]
    if holding:
        rest = "of the rest, some is still missing" if sum(left) else "none of the rest holds yet"
        if sum(left) == len(left):
            rest = "only a little of it slips"
        return f"You know {_kinds(holding)}; {rest}."
    if slipping:
        verb = "is" if len(slipping) == 1 else "are"
        rest = _of_the_rest(left) if left else "Some of it holds already."
        return capitalised(f"{_kinds(slipping)} {verb} where it slips. {rest}")
    if len(shares) == 1 and len(between) == 1:
        return f"You know much of {_kinds(between)}, not yet all."
    much = "Much" if 2 * sum(credit for _, credit in earned) >= len(earned) else "Some"
    return f"{much} of it holds, not yet all, and no kind of question stands out."


def _of_the_rest(left: Sequence[float]) -> str:
    if not sum(left):
        return "None of the rest holds yet."
    return "The rest holds." if sum(left) == len(left) else "The rest holds in part."


def _share(earned: Sequence[tuple[Kind, float]], kind: Kind) -> float:
    credit = [credit for each, credit in earned if each is kind]
    return sum(credit) / len(credit)


def _kinds(kinds: Collection[Kind]) -> str:
    """What one knows of some kinds, as one phrase, in the order of the kinds."""
    *before, last = [KNOWLEDGE[kind] for kind in Kind if kind in kinds]
    return f"{', '.join(before)} and {last}" if before else last
