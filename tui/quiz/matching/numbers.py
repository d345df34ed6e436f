"""Numbers as people type them: digits, words, or both, with what they count."""

import re
from decimal import Decimal

from anyascii import anyascii

LONGEST = 200
"""The most characters a typed number may have."""

# Neither gives an example: any number might be the right one.
_UNREADABLE = "That is no number I can read. Type one, in digits or in words."
_SEVERAL = "Those are several numbers. Type only one, in digits or in words."
_BELOW_TWENTY = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_SMALL = (
    {word: value for value, word in enumerate(_BELOW_TWENTY.split())}
    | {word: 10 * value for value, word in enumerate(_TENS.split(), 2)}
    | {"none": 0, "nil": 0, "fourty": 40, "dozen": 12}
)
_ORDINALS = (
    {f"{word}th": word for word in (*_BELOW_TWENTY.split(), "hundred", "thousand", "million")}
    | {f"{word[:-1]}ieth": word for word in _TENS.split()}
    | {"first": "one", "second": "two", "third": "three", "fifth": "five", "eighth": "eight", "ninth": "nine"}
    | {"twelfth": "twelve"}
)
"""The number word for each ordinal."""
_GREAT = {"thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000}
_SCALES = {"hundred": 100, "dozen": 12} | _GREAT
_BOUNDS = {"more", "less", "over", "under", "least", "most", "not", "between", "or", "half", "above", "below"} | {
    *(
        "halves",
        "thirds",
        "quarter",
        "quarters",
        "fourths",
        "fifths",
        "sixths",
        "sevenths",
        "eighths",
        "ninths",
        "tenths",
    ),
}
_AND_A_HALF = rf"\s+and\s+(a|one)\s+half\b(?!\W+({'|'.join(_SCALES)})\b)"
_GROUPED = "[0-9]{1,3}([ ,'][0-9]{3})+([.][0-9]+)?"
_PLAIN = "[0-9]+([.][0-9]+)?|[.][0-9]+|[0-9]+,([0-9]{1,2}|[0-9]{4,})"
_DIGITS = "[0-9][0-9 ,.']*[0-9]|[.]?[0-9]"


def read_number(text: str) -> Decimal:
    """Read a number as a person types it: "4", "four", "thirty-seven", "1,000", "37 delegates", "3rd", "2 and a half".

    Args:
        text: any text.

    Returns:
        The number.

    Raises:
        ValueError: it is no single number; the message tells the learner what to type.
    """
    text = text.strip()
    if not text or len(text) > LONGEST:
        raise ValueError(_UNREADABLE)
    plain = anyascii(text.replace("½", " and a half")).lower().replace("−", "-")
    below = bool(re.match(r"-\s*(?=[0-9])|(minus|negative)\b", plain))
    plain = re.sub(r"^(-|minus\b|negative\b)", "", plain).strip()
    plain, halves = re.subn(_AND_A_HALF, "", re.sub("(?<=[0-9])(st|nd|rd|th)\\b", "", plain))
    found = re.findall(_DIGITS, plain)
    if len(found) > 1 or halves > 1:
        raise ValueError(_SEVERAL)
    value = (_in_digits(plain, found[0]) if found else _in_words(plain)) + Decimal("0.5") * halves
    return -value if below else value


def shown(number: float | Decimal) -> str:
    """A number for people: "4", "1.5", "1,000,000"."""
    exact = Decimal(repr(number)) if isinstance(number, float) else number
    if exact == exact.to_integral_value():
        whole = int(exact)
        return f"{whole:,}" if abs(whole) >= 10_000 else str(whole)
    return f"{exact.normalize():f}"


def _in_digits(text: str, digits: str) -> Decimal:
    before, _, after = text.partition(digits)
    glued = re.search("[a-z]$", before) or re.match("[a-z]| *[-/:^]", after)
    words = {*re.findall("[a-z]+", before), *(rest := re.findall("[a-z]+", after))}
    if glued or words & _BOUNDS or words & ((_SMALL.keys() | _ORDINALS) - {"dozen"}):
        raise ValueError(_UNREADABLE)
    if re.fullmatch("[0-9]{1,3}[.][0-9]{3}", digits):
        raise ValueError(f"{digits} can be read in two ways. Type it without the point.")
    if re.fullmatch(_GROUPED, digits):
        value = Decimal(re.sub("[ ,']", "", digits))
    elif re.fullmatch(_PLAIN, digits):
        value = Decimal(digits.replace(",", "."))
    else:
        raise ValueError(_UNREADABLE)
    return value * _SCALES[rest[0]] if rest and rest[0] in _SCALES else value


def _in_words(text: str) -> Decimal:
    words = re.findall("[a-z]+", text)
    ordinals = [at for at, word in enumerate(words) if word in _ORDINALS]
    if any(at and words[at - 1] == "a" for at in ordinals):  # a third is less than one
        raise ValueError(_UNREADABLE)
    words = [_ORDINALS.get(word, word) for word in words]
    places = [at for at, word in enumerate(words) if word in _SMALL or word in _SCALES]
    if not places or _BOUNDS & set(words):
        raise ValueError(_UNREADABLE)
    if ordinals and ordinals != places[-1:]:
        raise ValueError(_SEVERAL)
    total, group, last = 0, 0, 0
    for word in words[places[0] : places[-1] + 1]:
        if word in _SMALL or word in _SCALES:
            total, group, last = _counted(word, total, group, last)
        elif word != "and":
            raise ValueError(_SEVERAL)
    return Decimal(total + group)


def _counted(word: str, total: int, group: int, last: int) -> tuple[int, int, int]:
    """One more number word: the sum of the thousands before, the group of hundreds, the last value added."""
    if word in _GREAT:
        if total and total % (_GREAT[word] * 1000):
            raise ValueError(_UNREADABLE)
        return total + (group or 1) * _GREAT[word], 0, 0
    if word in _SCALES and group:
        if group > 99:
            raise ValueError(_UNREADABLE)
        return total, group * _SCALES[word], 100
    value = _SMALL.get(word, 100)
    room = 100 if last == 100 or not group else 10 if last >= 20 and last % 10 == 0 else 0
    if group and value >= room:
        raise ValueError(_SEVERAL)
    return total, group + value, value
