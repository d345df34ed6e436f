"""Which keys matter at which moment of a quiz: the footer changes with what can be done."""

from msgspec.structs import replace

from tui.commands import EXAM, HELP_KEY, QUIZ, Command, named
from tui.quiz.ask import Arrange, Ask, Pair, Pick, Recall, Write
from tui.quiz.signs import LETTERS
from tui.widgets.asks.rows import DIGITS

GO_ON, ANSWER, SKIP, DOUBT, TAKE_BACK, OVERRULE, PANEL, LEAVE = named(
    QUIZ, "go_on", "answer", "skip", "doubt", "take_back", "overrule", "show_panel", "leave"
)
HAND_IN = replace(GO_ON, label="hand in")
PUT_DOWN = replace(GO_ON, label="put down")
KEEP = replace(GO_ON, label="keep")
STEP_OUT, WRITTEN = (replace(command, need=1) for command in named(QUIZ, "step_out", "hand_in_writing"))
STEP_IN = replace(STEP_OUT, label="write")
HELP_FROM_FIELD = replace(HELP_KEY, shown="f1")
BACK, FORTH, FLAG, HAND_ALL_IN = named(EXAM, "previous_question", "next_question", "flag", "hand_in")


def writing(ask: Ask, exam: bool) -> tuple[Command, ...]:
    """While letters are typed and are no commands: also how to get at the commands that matter.

    Args:
        ask: what is asked.
        exam: whether an exam is taken, which is handed in rather than left.
    """
    # From several fields it takes as many tabs as there are fields left; one of these keys leaves at once.
    out = "esc" if isinstance(ask, Write) and len(ask.fields) > 1 else "tab"
    step_out = replace(STEP_OUT, shown=out)
    done = WRITTEN if isinstance(ask, Recall) else KEEP if exam else HAND_IN
    skip, leave, all_in = (
        replace(command, shown=f"{out} {command.key}") for command in (SKIP, LEAVE, replace(HAND_ALL_IN, need=1))
    )
    if exam:
        return done, skip, all_in, replace(step_out, need=3), HELP_FROM_FIELD, replace(leave, need=2)
    return done, skip, replace(step_out, need=2), HELP_FROM_FIELD, leave


def asking(ask: Ask, ticking: bool, done: Command = HAND_IN) -> tuple[Command, ...]:
    """While an answer is awaited.

    Args:
        ask: what is asked.
        ticking: whether the points of a recall are to be ticked.
        done: what enter does with an answer of several parts.
    """
    match ask:
        case Recall(points=points) if ticking:
            return (replace(ANSWER, shown=_keys(points), label="tick"), done, SKIP)
        case Pick(options=options, several=False):
            return (replace(ANSWER, shown=_keys(len(options))), SKIP)
        case Pick(options=options):
            return (replace(ANSWER, shown=_keys(len(options)), label="tick"), done, SKIP)
        case Arrange(items=items):
            return (replace(ANSWER, shown=_keys(len(items)), label="move"), done, SKIP)
        case Pair(left=left, right=right):
            keys = f"{_keys(len(left))} {LETTERS[0]}-{LETTERS[: len(right)][-1]}"
            return (replace(ANSWER, shown=keys, label="pair"), done, SKIP)
        case _:
            return (STEP_IN, SKIP)


def _answering(ask: Ask, ticking: bool) -> str:
    """The letters that answer, and so are no commands."""
    match ask:
        case Pair(right=right):
            return LETTERS[: len(right)]
        case Recall(points=points) if ticking:
            return LETTERS[: max(points - len(DIGITS), 0)]
        case _:
            return ""


def _keys(count: int) -> str:
    """The keys of so many options: digits, then letters."""
    beyond = LETTERS[count - len(DIGITS) - 1 : count - len(DIGITS)] if count > len(DIGITS) else ""
    letters = "" if not beyond else f" {LETTERS[0]}" if beyond == LETTERS[0] else f" {LETTERS[0]}-{beyond}"
    return f"1-{min(count, len(DIGITS))}{letters}"


def told(overrule: bool, take_back: bool) -> tuple[Command, ...]:
    """While a verdict is shown."""
    return (
        GO_ON,
        *((replace(OVERRULE, need=1),) if overrule else ()),
        replace(PANEL, need=1),
        *((TAKE_BACK,) if take_back else ()),
        replace(DOUBT, need=3),
        HELP_KEY,
        LEAVE,
    )


def in_exam(ask: Ask, ticking: bool, first: bool, last: bool, done: Command = KEEP) -> tuple[Command, ...]:
    """While an answer is awaited in an exam: where there is little room, what answers and what hands in.

    Args:
        ask: what is asked.
        ticking: whether the points of a recall are to be ticked.
        first: whether there is no question before.
        last: whether there is none after, so that handing in is next.
        done: what enter does with an answer of several parts.
    """
    answer, *rest = asking(ask, ticking, done)
    taken = _answering(ask, ticking)
    flag, all_in = (
        replace(command, shown=command.keys[-1]) if command.key in taken else command for command in (FLAG, HAND_ALL_IN)
    )
    keeps = done in rest
    return (
        answer,
        *(replace(command, need=2) if keeps and command is SKIP else command for command in rest),
        *([] if first else [replace(BACK, need=3)]),
        *([] if last else [replace(FORTH, need=3 if keeps else 2)]),
        flag,
        all_in,
        replace(DOUBT, need=3),
        HELP_KEY,
        LEAVE,
    )
