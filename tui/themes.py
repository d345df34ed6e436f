"""The palette: dark, light and high contrast. Calm, two weights of text and a dim third, one accent colour."""

import os

from msgspec import Struct
from textual.theme import Theme


class Colours(Struct, frozen=True, kw_only=True):
    """The colours of a theme, by what they are for."""

    paper: str
    """What everything stands on."""
    raised: str
    """What the palette stands on."""
    panel: str
    """What a field or a dialog stands on."""
    text: str
    """What is read."""
    dim: str
    """The third weight of text."""
    faint: str
    """Rules and scrollbars."""
    accent: str
    """The one colour that says: here."""
    right: str
    """Of a verdict."""
    near: str
    """Of a verdict that is partly right."""
    wrong: str
    """Of a verdict."""
    dark: bool = True
    """Whether text is lighter than paper."""

    def theme(self, name: str) -> Theme:
        """A theme of these colours, by the name that Textual is to know."""
        return Theme(
            name=name,
            primary=self.accent,
            secondary=self.accent,
            accent=self.accent,
            success=self.right,
            warning=self.near,
            error=self.wrong,
            foreground=self.text,
            background=self.paper,
            surface=self.raised,
            panel=self.panel,
            dark=self.dark,
            variables={
                "foreground-muted": self.dim,
                "foreground-disabled": self.faint,
                "block-cursor-foreground": self.paper,
                "block-cursor-text-style": "bold",
                "input-cursor-text-style": "reverse",
                "scrollbar": self.faint,
                "scrollbar-background": self.paper,
                "scrollbar-hover": self.accent,
                "scrollbar-active": self.accent,
            },
        )


DARK = Colours(
    paper="#191a1c",
    raised="#202225",
    panel="#292c30",
    text="#dad6cd",
    dim="#9d9a93",
    faint="#55565a",
    accent="#8ab4d8",
    right="#9bbf85",
    near="#dcb36c",
    wrong="#e08e7b",
).theme("kruzhok-dark")
LIGHT = Colours(
    dark=False,
    paper="#faf8f3",
    raised="#f1eee6",
    panel="#e7e3d9",
    text="#292622",
    dim="#676259",
    faint="#bdb7ab",
    accent="#1d5f8f",
    right="#3c6e2a",
    near="#855a00",
    wrong="#a83c28",
).theme("kruzhok-light")
CONTRAST = Colours(
    paper="#000000",
    raised="#000000",
    panel="#1c1c1c",
    text="#ffffff",
    dim="#e2e2e2",
    faint="#9a9a9a",
    accent="#ffd91a",
    right="#7cff7c",
    near="#ffd91a",
    wrong="#ff9d9d",
).theme("kruzhok-contrast")

THEMES = {"dark": DARK, "light": LIGHT, "high contrast": CONTRAST}
"""The themes by the name that the learner sees."""


def chosen_theme(name: str) -> str:
    """The theme that a learner chose, as Textual knows it; one that fits the terminal, where there is none such.

    Args:
        name: the theme's name, as the learner sees it.
    """
    return THEMES[name].name if name in THEMES else fitting_theme()


def fitting_theme() -> str:
    """A theme that fits the terminal: light where it says so (COLORFGBG), else dark."""
    behind = os.environ.get("COLORFGBG", "").rpartition(";")[2]
    return LIGHT.name if behind in {"7", "15"} else DARK.name


def mind_no_color() -> None:
    """Drop an empty NO_COLOR: the standard counts only one that is not empty, Textual any."""
    if os.environ.get("NO_COLOR") == "":
        del os.environ["NO_COLOR"]
