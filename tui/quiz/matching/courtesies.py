"""The few words in which people wrap an answer: "it was Shliapnikov", "comrade Lenin, I think"."""

import re
import unicodedata

_BEFORE = re.compile(
    "(?:(?:"
    "(?:it|he|she|this|that) (?:was|is)|they (?:were|are)|(?:it|that)['\u2019]s"
    "|i (?:think|believe|guess)(?: that)?|perhaps|maybe|probably"
    "|comrades?|tovarishch|товарищ|citizen|mr|mrs|ms|miss|dr"
    r")\b[.,:]*\s+)+",
    re.IGNORECASE,
)
_AFTER = re.compile(r"[,.]?\s+i (?:think|believe|guess)\W*$", re.IGNORECASE)


def without_courtesies(text: str) -> str:
    """An answer without the words it is wrapped in; none of these denies it or makes another of it.

    Args:
        text: what was typed, of any length, with single blanks.

    Returns:
        The bare answer, without pictographs; the text itself where it is not wrapped.
    """
    bare = "".join(sign for sign in text if unicodedata.category(sign) != "So").strip()
    return _AFTER.sub("", _BEFORE.sub("", bare, count=1) if _BEFORE.match(bare) else bare)
