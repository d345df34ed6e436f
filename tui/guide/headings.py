"""A panel's heading, and the id that comes from it."""

import unicodedata

from tui.guide.words import PanelId

_APOSTROPHES = frozenset("'’ʼ`")
_KEPT = frozenset("LMN")


def panel_id(heading: str) -> PanelId:
    """The heading, folded: lower-case letters and digits of any script, the rest single hyphens, no apostrophes.

    Args:
        heading: the heading as written.

    Returns:
        The id; empty if the heading has neither letters nor digits.
    """
    folded = "".join(
        character if unicodedata.category(character)[0] in _KEPT else " "
        for character in unicodedata.normalize("NFC", heading).lower()
        if character not in _APOSTROPHES
    )
    return PanelId("-".join(folded.split()))
