"""Years written in words: "nineteen twenty-one"."""

import re

_FROM_ONE = "one two three four five six seven eight nine"
_FROM_TEN = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_FROM_TWENTY = "twenty thirty forty fifty sixty seventy eighty ninety"
_ONES = {word: at for at, word in enumerate(_FROM_ONE.split(), 1)}
_TEENS = {word: at for at, word in enumerate(_FROM_TEN.split(), 10)}
_TENS = {word: 10 * at for at, word in enumerate(_FROM_TWENTY.split(), 2)}
_VALUES = _ONES | _TEENS | _TENS

_GAP = "[ -]+"
_ONE, _TEEN, _TEN = ("|".join(words) for words in (_ONES, _TEENS, _TENS))
_BELOW_HUNDRED = f"(?:(?:{_TEN})(?:{_GAP}(?:{_ONE}))?|{_TEEN})"
_YEAR = re.compile(
    rf"\b(?P<century>{_TEEN}|twenty){_GAP}"
    rf"(?:hundred(?:{_GAP}(?:and{_GAP})?(?P<after>{_BELOW_HUNDRED}|{_ONE}))?"
    rf"|(?P<rest>{_BELOW_HUNDRED})|oh?{_GAP}(?P<low>{_ONE}))\b"
)


def spelt_years_in_digits(text: str) -> str:
    """A text with its years in digits: "march nineteen twenty-one" is "march 1921".

    Args:
        text: in small letters.
    """
    return _YEAR.sub(_in_digits, text)


def _in_digits(found: re.Match[str]) -> str:
    below = found["after"] or found["rest"] or found["low"] or ""
    return str(100 * _VALUES[found["century"]] + sum(_VALUES[word] for word in re.split(_GAP, below) if word))
