"""The frame of a file that is one long list: `questions:`, `dates:`."""

from tui.guide.errors import Place
from tui.guide.nodes import UNSOUND, Mapping, Node, Origin, Sequence
from tui.guide.problems import Problems, did_you_mean, shorten


def tell_frame(problems: Problems, whole: Node | None, key: str, origin: Origin) -> None:
    """Tell what is wrong around a file's one list.

    Args:
        problems: where to tell it.
        whole: what the file holds beside the list's items; None if it could not be read to its end.
        key: the list's key.
        origin: where the file stands.
    """
    if whole is None:
        return
    if not isinstance(whole, Mapping):
        hint = f"write `{key}:` in a line of its own above the list"
        problems.error(Place(origin.file, origin.line, 1), "wrong-shape", f"the file must start with `{key}:`", hint)
        return
    for other in whole:
        if other != key and whole[other] is not UNSOUND:
            message = f"there is no field `{shorten(other)}` here"
            hint = did_you_mean(other, [key], f"the file holds `{key}` only")
            problems.error(origin.of_key(whole, other), "unknown-field", message, hint)
    value = whole.get(key)
    if key in whole.blanks or (key not in whole and not whole.partial and not len(whole)):
        problems.error(origin.of_key(whole, key), "missing-field", f"`{key}` has no entries", "add one: `- id: …`")
    elif key in whole and value is not UNSOUND and not isinstance(value, Sequence):
        message = f"`{key}` must be a list"
        problems.error(origin.of_value(whole, key), "wrong-shape", message, "start each entry with `- id: …`")
