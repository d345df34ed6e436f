"""What a name looks like, however it is written."""

import re
import unicodedata

from tui.text import JOINER

_CYRILLIC = "авеёкмнорстухѕіјѵԁԛԝһԍӏ"
_GREEK = "αβεηικνορτυχγ"
_ALIKE = str.maketrans(_CYRILLIC + _GREEK, "abeekmhopctyxsijvdqwhgiabenikvoptuxy")
"""Letters as the Latin ones that they look like, in capitals or small."""
_SIGNS = str.maketrans("0134578@$!|l", "oieastbasiii")
"""Signs as the letters for which they are written, to be read all the same."""
_AT_ENDS = re.compile(r"^[\W\d_]+|[\W\d_]+$")


def skeleton(name: str) -> str:
    """What a name looks like: without case, accents and scripts, with signs as the letters they stand for.

    Args:
        name: any name; two whose skeletons are the same can be taken for each other.
    """
    letters = _plain(name).translate(_SIGNS)
    return " ".join("".join(each if each.isalnum() else " " for each in letters).split())


def cores(text: str) -> tuple[str, str]:
    """What remains of a text without any digits and signs, and without those at its ends, as a skeleton has it.

    Args:
        text: a name, or a word of it; what is left of it is one word.
    """
    plain = _plain(text)
    inner = _AT_ENDS.sub("", plain)
    return "".join(filter(str.isalpha, plain)).translate(_SIGNS), "".join(skeleton(inner).split())


def _plain(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.casefold()).replace(JOINER, "").translate(_ALIKE)
    return "".join(each for each in plain if not unicodedata.category(each).startswith("M"))
