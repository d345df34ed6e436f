"""The palette: dark, light and high contrast. Calm, two weights of text and a dim third, one accent colour."""

import os

from textual.theme import Theme

_NO_EXTRAS = {
    "block-cursor-text-style": "bold",
    "input-cursor-text-style": "reverse",
    "footer-background": "transparent",
}

DARK = Theme(
    name="kruzhok-dark",
    primary="#8ab4d8",
    secondary="#8ab4d8",
    accent="#8ab4d8",
    success="#9bbf85",
    warning="#dcb36c",
    error="#e08e7b",
    foreground="#dad6cd",
    background="#191a1c",
    surface="#202225",
    panel="#292c30",
    dark=True,
    variables=_NO_EXTRAS
    | {
        "foreground-muted": "#9d9a93",
        "foreground-disabled": "#55565a",
        "block-cursor-foreground": "#191a1c",
        "scrollbar": "#55565a",
        "scrollbar-background": "#191a1c",
        "scrollbar-hover": "#8ab4d8",
        "scrollbar-active": "#8ab4d8",
    },
)

LIGHT = Theme(
    name="kruzhok-light",
    primary="#1d5f8f",
    secondary="#1d5f8f",
    accent="#1d5f8f",
    success="#3c6e2a",
    warning="#855a00",
    error="#a83c28",
    foreground="#292622",
    background="#faf8f3",
    surface="#f1eee6",
    panel="#e7e3d9",
    dark=False,
    variables=_NO_EXTRAS
    | {
        "foreground-muted": "#676259",
        "foreground-disabled": "#bdb7ab",
        "block-cursor-foreground": "#ffffff",
        "scrollbar": "#bdb7ab",
        "scrollbar-background": "#faf8f3",
        "scrollbar-hover": "#1d5f8f",
        "scrollbar-active": "#1d5f8f",
    },
)

CONTRAST = Theme(
    name="kruzhok-contrast",
    primary="#ffd91a",
    secondary="#ffd91a",
    accent="#ffd91a",
    success="#7cff7c",
    warning="#ffd91a",
    error="#ff9d9d",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#1c1c1c",
    dark=True,
    variables=_NO_EXTRAS
    | {
        "foreground-muted": "#e2e2e2",
        "foreground-disabled": "#9a9a9a",
        "block-cursor-foreground": "#000000",
        "scrollbar": "#ffffff",
        "scrollbar-background": "#000000",
        "scrollbar-hover": "#ffd91a",
        "scrollbar-active": "#ffd91a",
    },
)

THEMES = {"dark": DARK, "light": LIGHT, "high contrast": CONTRAST}
"""The themes by the name that the learner sees."""


def fitting_theme() -> str:
    """The theme to start with: light where the terminal says so (COLORFGBG), else dark."""
    behind = os.environ.get("COLORFGBG", "").rpartition(";")[2]
    return LIGHT.name if behind in {"7", "15"} else DARK.name


def mind_no_color() -> None:
    """Drop an empty NO_COLOR: the standard counts only one that is not empty, Textual any."""
    if os.environ.get("NO_COLOR") == "":
        del os.environ["NO_COLOR"]
