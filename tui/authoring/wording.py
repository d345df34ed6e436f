"""Words as the rules of question writing compare them: the content words of English, without their endings.

The stemming is plain and wants no dictionary: it takes "unions" and "union", "disciplining" and "discipline",
"syndicalist" and "syndicalism" for one word each, and need not be right about any other.
"""

import re
from functools import lru_cache
from typing import Any

from tui.guide.model import Guide


def listed(words: str) -> frozenset[str]:
    """A list of words, as a set."""
    return frozenset(words.split())


_KEPT = 4096
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SENTENCE = re.compile(r"(?<=[.?!;])[\"”')]?\s+")
_POSSESSIVE = re.compile("['’]s?$")
_STOP_WORDS = listed("""
    a about above according after again against all also am among an and another any are as at be because been before
    being below beside between both but by can cannot complete could did do does done down during each either else even
    ever every few for from further had has have having he hence her here hers herself him himself his how however i if
    in instead into is it its itself just least less let like many may me might mine more most much must my myself
    neither never no nor not now of off on once one only onto or other others ought our ours out over own per put rather
    same shall she should since so some such than that the their theirs them themselves then there these they this those
    though through thus to together too toward towards under unless until up upon us very was we were what when whence
    where whether which while whither who whom whose why will with within without would yes yet you your yours
    choose pick right true false following statement given give gives gave say says said
    """)
_ABSOLUTES = listed("""
    always anybody anyone completely entirely everybody everyone everything everywhere exclusively impossible
    invariably merely never nobody none nothing nowhere only solely totally utterly wholly
    """)
_ABSOLUTE_AT_THE_START = listed("all any every")
_IRREGULAR = {
    "began": "begin", "begun": "begin", "brought": "bring", "built": "build", "caught": "catch", "chose": "choose",
    "chosen": "choose", "fought": "fight", "grew": "grow", "grown": "grow", "held": "hold", "kept": "keep",
    "knew": "know", "known": "know", "led": "lead", "men": "man", "met": "meet", "ran": "run", "saw": "see",
    "seen": "see", "sought": "seek", "spoke": "speak", "spoken": "speak", "taught": "teach", "took": "take",
    "taken": "take", "women": "woman", "written": "write", "wrote": "write",
}  # fmt: skip
_ENDINGS = re.compile("(?<=[a-z]{4})(is[mt]s?)$|(?<=[a-z]{3})(ings?|ed|ely|ly)$")


def knows(guide: Guide[Any]) -> bool:
    """Whether a guide is in English, the one language whose words are known here."""
    return guide.language.partition("-")[0].casefold() == "en"


@lru_cache(_KEPT)
def words(text: str) -> tuple[str, ...]:
    """The words of a text in small letters, without a genitive's ending; a hyphen parts two words."""
    return tuple(_POSSESSIVE.sub("", word) for word in _WORD.findall(text.casefold()))


@lru_cache(_KEPT)
def stem(word: str) -> str:
    """A word in small letters without its endings."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if not word.isascii() or len(word) < 4:
        return word
    bare = _ENDINGS.sub("", _singular(word))
    if bare != word and len(bare) > 3 and bare[-1] == bare[-2] and bare[-1] not in "aeioulsz":
        bare = bare[:-1]
    return bare.removesuffix("e") if len(bare) > 3 else bare


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if re.search("(s|x|z|ch|sh)es$", word):
        return word[:-2]
    return word if word.endswith(("ss", "us", "is")) else word.removesuffix("s")


@lru_cache(_KEPT)
def content(text: str) -> frozenset[str]:
    """The stems of a text's content words: all but the small words that every text has."""
    return frozenset(stem(word) for word in words(text) if word not in _STOP_WORDS)


@lru_cache(_KEPT)
def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text, and the parts of these that a semicolon divides."""
    return tuple(filter(None, _SENTENCE.split(text)))


def absolutes(text: str) -> list[str]:
    """The words by which a text says a thing without exception."""
    said = words(text)
    return [word for at, word in enumerate(said) if word in _ABSOLUTES or (not at and word in _ABSOLUTE_AT_THE_START)]
