"""What the screens of a host have in common: they show what happens in the room, and say what cannot be done."""

from abc import abstractmethod
from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.classroom.happening import RoomError
from tui.screens.reading import ReadingScreen
from tui.screens.routes import routes
from tui.widgets.footer import KeyLine

if TYPE_CHECKING:
    from tui.classroom.hosting import HostedRoom


class HostingScreen(ReadingScreen):
    """A screen that follows one room."""

    def __init__(self, hosted: "HostedRoom") -> None:
        """Follow a room.

        Args:
            hosted: the room.
        """
        super().__init__()
        self.hosted = hosted
        self._stop_listening: Callable[[], None] | None = None

    async def on_mount(self) -> None:
        """Show the room, and whatever becomes of it."""
        self._stop_listening = self.hosted.subscribe(lambda _: self.show_room())
        self.show_room()

    async def on_unmount(self) -> None:
        """Listen no longer."""
        if self._stop_listening is not None:
            self._stop_listening()

    def show_room(self) -> None:
        """Show the room as it is now; where this screen is being closed, there is nothing left to show it on."""
        if self.query(KeyLine):
            self.draw_room()

    @abstractmethod
    def draw_room(self) -> None:
        """Draw the room as it is now."""

    def do(self, does: Callable[[], object]) -> None:
        """Do something in the room, and say why if that cannot be done just now.

        Args:
            does: does it.
        """
        try:
            does()
        except RoomError as error:
            routes(self).say(error.sentence)
