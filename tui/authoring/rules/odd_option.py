"""An option of another kind than the rest."""

import re
from collections import Counter
from collections.abc import Callable, Iterator

from tui.authoring.parts import Options, key_field, picks
from tui.authoring.rules.rule import Finding, Rule
from tui.authoring.wording import knows, listed, words
from tui.guide.edtf import MONTHS, SEASONS
from tui.guide.errors import Severity
from tui.guide.model import Guide
from tui.quiz.question import Question

_FIGURE = re.compile(r"[0-9][0-9.,/–-]*|[~?%–-]")
_OF_DATES = frozenset(word.casefold() for word in (*MONTHS, *SEASONS.values())) | listed(
    "about after around before between by c ca early end from in late mid of since the to until and or"
)
_ARTICLES = listed("a an the")
_NOBLE = listed("da de der di du la le van von")
_PREPOSITIONS = listed("""
    about above across after against along among around at before behind below beneath beside between beyond by despite
    during for from in inside into near of off on onto out outside over past since through throughout till toward
    towards under until up upon via with within without
    """)
_NO_VERBS = _ARTICLES | listed("all his her its their these this those that them us which whom")
_CONJUNCTIONS = listed("because if that when where whether while how why")


def find(guide: Guide[Question]) -> Iterator[Finding]:
    """The questions in which one option differs from all others in kind."""
    looks = (_figure, _closed, *((_start, _name) if knows(guide) else ()))
    for question, options in picks(guide):
        for look in looks:
            odd, message = _odd(options, look)
            if odd:
                field = key_field(question) if odd in options.keys else "distractors"
                yield Finding(question.id, message, "make all options of one kind, and alike in grammar", field)
                break


def _odd(options: Options, look: Callable[[str], str | None]) -> tuple[str, str]:
    """The one option of another kind than all the rest, and what to say of it; empty, where a kind is not clear."""
    kinds = {option: look(option) for option in options.all}
    counted = Counter(kinds.values()).most_common()
    if None in kinds.values() or len(counted) != 2 or counted[1][1] != 1 or counted[0][1] < 2:
        return "", ""
    (most, _), (least, _) = counted
    if look is _start and len({words(option)[0] for option in options.all}) == 1:
        return "", ""
    # One name among phrases is no matter: "Control by the Party" may be none, and is written like one.
    if look is _name and not most:
        return "", ""
    odd = next(option for option, kind in kinds.items() if kind == least)
    return odd, f"every option but “{odd}” {most}" if most else f"of all options, only “{odd}” {least}"


def _figure(option: str) -> str | None:
    """Whether it is a date or number; unclear where there are figures among words."""
    if not any(map(str.isdigit, option)):
        return ""
    rest = words(_FIGURE.sub(" ", option))
    return "is a date or number" if all(word in _OF_DATES for word in rest) else None


def _closed(option: str) -> str | None:
    return "ends with a full stop" if option.endswith(".") else ""


def _name(option: str) -> str | None:
    """Whether it is a name: capitals throughout. Unclear for one word, as every first word has a capital."""
    said = [word for word in option.split() if word.casefold() not in _ARTICLES]
    rest = said[1:]
    if not rest or not all(word[0].isalpha() for word in said):
        return None
    if all(word[0].isupper() or word in _NOBLE for word in said):
        return "is a name"
    plain = not option.casefold().startswith("the ") and not any(word[0].isupper() for word in rest)
    return "" if plain else None


def _start(option: str) -> str | None:
    """The kind of word with which it starts, if that is one of those small words that tell."""
    first, *rest = words(option) or ("",)
    if rest and rest[0].isdigit():
        return None
    if first == "to" and rest and rest[0] not in _NO_VERBS and not option.split()[1][0].isupper():
        return "starts with “to” and a verb"
    if first in _PREPOSITIONS or first == "to":
        return "starts with a preposition"
    return "starts with a conjunction" if first in _CONJUNCTIONS and rest and rest[0] not in {"of", "in"} else ""


RULE = Rule(
    code="odd-option",
    severity=Severity.ADVICE,
    looks_for="One option of another kind than all the rest: a date among names, a sentence among phrases.",
    reason="What stands out is picked, or passed over, for its form and not for what it says.",
    basis=(
        "Haladyna, Downing & Rodriguez 2002, A review of multiple-choice item-writing guidelines for classroom "
        "assessment, Applied Measurement in Education 15(3): keep choices homogeneous in content and grammatical "
        "structure."
    ),
    example="""\
  # One stands out:
  - id: how-the-group-worked
    kind: event
    tests: began
    question: How did the group try to win the party over?
    answer: By agitating among its members
    distractors:
      - choice: By sending delegates abroad
        why: The document tells of no journey.
      - choice: The factory committees
        why: They were no part of the group.
    explanation: The group agitated in the party (¶3).

  # Mended:
  - id: how-the-group-worked
    kind: event
    tests: began
    question: How did the group try to win the party over?
    answer: By agitating among its members
    distractors:
      - choice: By sending delegates abroad
        why: The document tells of no journey.
      - choice: By founding factory committees
        why: They were no part of the group.
    explanation: The group agitated in the party (¶3).
""",
    find=find,
)
