"""Dates in a guide's files."""

from tui.guide.edtf import parse_edtf
from tui.guide.errors import Place
from tui.guide.problems import Problems


def is_date(written: str, place: Place, problems: Problems) -> bool:
    """Whether a text is a date in EDTF; if not, why is told.

    Args:
        written: the text.
        place: where it stands.
        problems: where to tell it.
    """
    try:
        parse_edtf(written)
    except ValueError as error:
        message, _, hint = str(error).partition("; ")
        hint = hint or "write it as 1920, 1920-09, 1920-09-22, 1919~ (about) or 1919/1922"
        problems.error(place, "bad-date", message, hint)
        return False
    return True
