"""Which keys matter at which moment of a quiz: the footer changes with what can be done."""

from msgspec.structs import replace

from tui.commands import EXAM, HELP_KEY, QUIZ, Command, named
from tui.quiz.ask import Arrange, Ask, Pair, Pick, Recall
from tui.widgets.asks.pair import LETTERS as PAIR_LETTERS

GO_ON, ANSWER, SKIP, DOUBT, TAKE_BACK, OVERRULE, PANEL, LEAVE = named(
    QUIZ, "go_on", "answer", "skip", "doubt", "take_back", "overrule", "show_panel", "leave"
)
HAND_IN = replace(GO_ON, label="hand in")
KEEP = replace(GO_ON, label="keep")
STEP_OUT, WRITTEN = (replace(command, need=1) for command in named(QUIZ, "step_out", "hand_in_writing"))
STEP_IN = replace(STEP_OUT, label="write on")


def writing(ask: Ask, exam: bool) -> tuple[Command, ...]:
    """While letters are typed and are no commands."""
    return (WRITTEN if isinstance(ask, Recall) else KEEP if exam else HAND_IN), STEP_OUT


def asking(ask: Ask, ticking: bool, exam: bool) -> tuple[Command, ...]:
    """While an answer is awaited.

    Args:
        ask: what is asked.
        ticking: whether the points of a recall are to be ticked.
        exam: whether it is kept until the exam is handed in.
    """
    done, skip = (KEEP, replace(SKIP, need=2)) if exam else (HAND_IN, SKIP)
    if ticking:
        return (replace(ANSWER, label="tick"), done)
    match ask:
        case Pick(several=False):
            return (_numbered(len(ask.options), "answer"), skip)
        case Pick():
            return (_numbered(len(ask.options), "tick"), done, skip)
        case Arrange():
            return (_numbered(len(ask.items), "move"), done, skip)
        case Pair():
            pair = replace(
                ANSWER, shown=f"1-{len(ask.left)} {PAIR_LETTERS[0]}-{PAIR_LETTERS[len(ask.right) - 1]}", label="pair"
            )
            return (pair, done, skip)
        case _:
            return (STEP_IN, skip)


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


def in_exam(first: bool, last: bool) -> tuple[Command, ...]:
    """What an exam adds."""
    back, forth, flag, hand_in = named(EXAM, "previous_question", "next_question", "flag", "hand_in")
    return (*(() if first else (back,)), *(() if last else (forth,)), flag, hand_in)


def _numbered(count: int, label: str) -> Command:
    return replace(ANSWER, shown=f"1-{min(count, 9)}", label=label)
