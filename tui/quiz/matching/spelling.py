"""Whether what was typed is one of the listed answers, spelling apart.

What is typed is folded first: case, accents, script, punctuation and articles are dropped, number words become digits.
Two folded texts are then the same if they, or the keys their romanisations share (`names.romanised`), are equal, or if
few letters differ. The distance is Damerau and Levenshtein's (F. J. Damerau, "A technique for computer detection and
correction of spelling errors", 1964: one letter too many, too few, another, or two neighbours swapped counts one).

Never taken for a typo: another number; a negation more or less ("not X", "unorganised"); what is as near to a listed
wrong answer; anything longer than `LONGEST`, which is not even read, so that no text takes long.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import product

from anyascii import anyascii
from msgspec import Struct

from tui.quiz.matching.edits import edits
from tui.quiz.matching.names import carons_spelt, is_patronymic, last_name_first, romanised

LONGEST = 200
"""The most characters a typed text may have to be compared at all."""

SHORTEST = 4
"""The fewest letters of a short form of a first name: Alex."""

_TOO_MANY = LONGEST
_ARTICLES = {"a", "an", "the"}
_NEGATIONS = {
    *("no", "not", "never", "none", "neither", "nor", "without", "non", "anti", "un"),
    *("ne", "bez", "nicht", "ohne", "pas", "sans"),
}
_UNMAKING = ("un", "non", "in", "im", "ir", "il", "dis", "anti", "de")
_CARDINALS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
)
_ORDINALS = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
_DIGITS = {word: str(at) for words in (_CARDINALS, _ORDINALS) for at, word in enumerate(words.split())}

_NOT = "n't\\b|(?<=\\bdo|\\bis)nt\\b|(?<=\\bare|\\bwas|\\bdid)nt\\b|(?<=\\bcan)not\\b"
_ORDINAL = "(?<=[0-9])(st|nd|rd|th)$"


def fold(text: str) -> str:
    """A text without what spelling may vary in: small ASCII words parted by single blanks, no articles.

    Args:
        text: any text.

    Returns:
        The folded text; empty if there is neither letter nor digit in it, or if it is longer than `LONGEST`.
    """
    return spellings(text)[0]


def spellings(text: str) -> tuple[str, str]:
    """The folded text, and the key that its rival romanisations share; texts that share either are the same."""
    text = trimmed(text)
    return ("", "") if len(text) > LONGEST else _spellings(text)


def trimmed(text: str) -> str:
    """A text with every run of white space as one blank and none at its ends; what is too long stays too long."""
    return " ".join(text.split(None, LONGEST + 1)[: LONGEST + 1])


def blank(text: str) -> bool:
    """Whether there is neither letter nor digit in a text."""
    text = trimmed(text)
    return len(text) <= LONGEST and not fold(text)


def allowance(letters: int) -> int:
    """How many typos an answer of so many letters may have: 0 up to 4 letters, 1 up to 8, 2 up to 14, then 3."""
    return next((typos for longest, typos in ((4, 0), (8, 1), (14, 2)) if letters <= longest), 3)


def distance(typed: str, listed: str) -> int | None:
    """How many typos part what was typed from a listed answer.

    Args:
        typed: any text.
        listed: the answer it is held against; a person's name may be typed last name first, with a patronymic, or
            with a short form of the first name.
            Any patronymic will do, as a question does not know the people's full names: `nearest` holds a name to the
            one that its author lists.

    Returns:
        0 for the same but for case, accents and the like, the number of typos, or None for another answer.
    """
    return _least(typed, _forms(typed, listed, any_patronymic=True))


def _least(typed: str, forms: Iterable[tuple[str, str]]) -> int | None:
    """The fewest typos that part the two of any of these pairs."""
    if not fold(typed):
        return None
    found = [_distance(one, other) for one, other in forms]
    return min((typos for typos in found if typos is not None), default=None)


def _forms(typed: str, listed: str, *, any_patronymic: bool) -> Iterator[tuple[str, str]]:
    """What was typed, and the answer it is held against, each as it stands and in every order a name may have."""
    yield typed, listed
    swapped = last_name_first(listed)
    if swapped is None:
        return
    yield typed, swapped
    if spoken := _first_name_first(listed):
        yield typed, spoken
    if opened := _short_form_opened(typed, listed):
        yield opened, listed
    if any_patronymic and len(typed.split()) == len(listed.split()) + 1:
        for shorter, is_swapped in _without_patronymic(typed):
            yield shorter, swapped if is_swapped else listed


def _short_form_opened(typed: str, listed: str) -> str | None:
    """A name that begins with a short form of the listed first name, with that in full: "Alex" for Alexander."""
    words, wanted = typed.split(), listed.split()
    if len(words) != len(wanted):
        return None
    short, full = romanised(fold(words[0])), romanised(fold(wanted[0]))
    is_short = len(fold(words[0])) >= SHORTEST and short != full and full.startswith(short)
    return " ".join([wanted[0], *words[1:]]) if is_short else None


def _first_name_first(name: str) -> str | None:
    """A name that is listed as in a register, "Shliapnikov Alexander Gavrilovich", as one says it; else nothing."""
    last, *first = name.split()
    if len(first) != 2 or not is_patronymic(fold(first[1])) or is_patronymic(fold(first[0])):
        return None
    return " ".join([*first, last])


def _without_patronymic(name: str) -> Iterator[tuple[str, bool]]:
    """A name without its patronymic, and whether its last name comes first."""
    words = name.split()
    if len(words) < 3:
        return
    *first, middle, last = words
    if is_patronymic(fold(middle)):
        yield " ".join([*first, last]), False
    if is_patronymic(fold(last)):
        yield " ".join([*first, middle]), True


def _held_to_patronymic(answers: tuple[str, ...]) -> set[str]:
    """The answers that are the name of somebody whose patronymic another of them tells: no other will do for these."""
    shorter = [
        short
        for answer in answers
        if last_name_first(answer)
        for short, is_swapped in _without_patronymic(_first_name_first(answer) or answer)
        if not is_swapped
    ]
    return {answer for answer in answers if any(distance(short, answer) is not None for short in shorter)}


class Nearest(Struct, frozen=True):
    """The listed answer that a typed text comes nearest to."""

    answer: str
    """The answer."""
    right: bool
    """Whether it is a right one; not if a wrong one is as near."""
    typos: int
    """How many typos part them."""


def nearest(typed: str, right: Iterable[str], wrong: Iterable[str] = ()) -> Nearest | None:
    """The listed answer that a typed text is taken for.

    Args:
        typed: any text.
        right: the answers that are right.
        wrong: answers that are wrong, for which it is never to be taken; where one is as near as a right one, it wins.

    Returns:
        The answer, or nothing where it is none of them.
    """
    right, wrong = tuple(right), tuple(wrong)
    held = _held_to_patronymic(right) | _held_to_patronymic(wrong)
    listed = [
        Nearest(answer, is_right, 0) for is_right, answers in ((False, wrong), (True, right)) for answer in answers
    ]
    typed = trimmed(typed)[: LONGEST + 2]
    own = fold(typed)
    # An answer spelt as it is listed is that answer, even where a romanisation of another falls together with it.
    for same in reversed(listed):
        if own and own == fold(same.answer):
            return same
    found = [
        Nearest(each.answer, each.right, typos)
        for each in listed
        if (typos := _least(typed, _forms(typed, each.answer, any_patronymic=each.answer not in held))) is not None
    ]
    best = min(found, key=lambda each: each.typos, default=None)
    if best and best.right and best.typos and any(_as_near(typed, each, best.typos) for each in listed):
        return None
    return best


def _as_near(typed: str, listed: Nearest, typos: int) -> bool:
    """Whether a wrong answer is as near as so many typos, be it too short to be allowed any itself."""
    return not listed.right and any(
        _within(one, other, typos) for one, other in zip(spellings(typed), spellings(listed.answer), strict=True)
    )


@lru_cache(maxsize=4096)
def _spellings(text: str) -> tuple[str, str]:
    small = unicodedata.normalize("NFKC", text).casefold()
    plain = _folded(small)
    # A single sign may stand for a sentence in Latin letters: the text is short, what it becomes is not.
    return ("", "") if len(plain) > 4 * LONGEST else (plain, romanised(_folded(carons_spelt(small))))


def _folded(small: str) -> str:
    plain = re.sub(_NOT, " not", anyascii(small).lower())
    words = re.findall("[a-z0-9]+", re.sub("['`]", "", plain))
    kept = [word for word in words if word not in _ARTICLES] or words
    return " ".join(_DIGITS.get(word, re.sub(_ORDINAL, "", word)) for word in kept)


def _distance(typed: str, listed: str) -> int | None:
    """The typos between two texts, or None where they are too many, in all or in one of the words."""
    plain = fold(listed)
    if not _comparable(fold(typed).split(), plain.split()):
        return None
    limits = [allowance(len(word)) for word in plain.split()]
    pairs = zip(spellings(typed), spellings(listed), strict=True)
    typos = min(_typos(one, other, limits, allowance(len(plain.replace(" ", "")))) for one, other in pairs)
    return None if typos == _TOO_MANY or (typos and _undone(fold(typed).split(), plain.split())) else typos


def _comparable(typed: list[str], listed: list[str]) -> bool:
    """Whether two texts hold the same numbers and deny as often as each other."""
    if _numbers(typed) != _numbers(listed):
        return False
    return sum(word in _NEGATIONS for word in typed) == sum(word in _NEGATIONS for word in listed)


def _numbers(words: list[str]) -> list[str]:
    return [word for word in words if any(map(str.isdigit, word))]


def _undone(typed: list[str], listed: list[str]) -> bool:
    """Whether a word of the one is a word of the other with its meaning undone: "unorganised" and "organised"."""
    others = product(set(typed) - set(listed), set(listed) - set(typed))
    ordered = (sorted(pair, key=len) for pair in others)
    return any(longer.endswith(word) and longer.removesuffix(word) in _UNMAKING for word, longer in ordered)


def _typos(typed: str, listed: str, limits: list[int], limit: int) -> int:
    """The typos between two texts, within a limit for all and, where they have as many words, for each of these."""
    words, wanted = typed.split(), listed.split()
    own, other = "".join(words), "".join(wanted)
    if own == other:
        return 0
    if len(words) == len(wanted) == len(limits) and any(
        not _within(one, word, allowed) for one, word, allowed in zip(words, wanted, limits, strict=True)
    ):
        return _TOO_MANY
    return edits(own, other) if _within(own, other, limit) else _TOO_MANY


def _within(one: str, other: str, limit: int) -> bool:
    """Whether two texts are within so many typos of each other."""
    if one == other:
        return True
    # Each typo adds or takes at most one letter, and counting letters is far cheaper than the distance.
    added, taken = (Counter(one) - Counter(other)).total(), (Counter(other) - Counter(one)).total()
    return max(added, taken) <= limit and edits(one, other) <= limit
