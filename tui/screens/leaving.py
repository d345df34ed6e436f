"""Leaving the program from where something would be lost: a sitting, a room."""

from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

from tui.screens.too_small import TooSmallScreen

if TYPE_CHECKING:
    from textual.app import App

ONCE_MORE = "ctrl+c once more leaves kruzhok at once."
"""What is said besides."""


@runtime_checkable
class AsksToLeave(Protocol):
    """A screen in which something would be lost."""

    def ask_to_leave(self, besides: str = "") -> bool:
        """Ask whether to leave, if something would be lost.

        Args:
            besides: what else to know before deciding.

        Returns:
            Whether that is asked now; not if it is asked already.
        """
        ...


def ask_to_leave(app: "App[Any]") -> bool:
    """Before the program is left, ask whether to leave what is open in it.

    Args:
        app: what shows the screens.

    Returns:
        Whether that is asked now; not if it is asked already, nor where there is no room to read it.
    """
    if isinstance(app.screen, TooSmallScreen):
        return False
    asking = next((each for each in reversed(app.screen_stack) if isinstance(each, AsksToLeave)), None)
    return asking is not None and asking.ask_to_leave(ONCE_MORE)
