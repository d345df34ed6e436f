"""The footer: the few keys that matter here, made from the commands; a click does what the key does."""

from collections.abc import Iterable, Sequence

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content

from tui.commands import Command
from tui.typeset import cells
from tui.widgets.drawn import OneLine

_GAP = 3
_NARROW = 72


def bindings(commands: Iterable[Command], *, first: bool = False) -> list[BindingType]:
    """The commands as bindings of a screen or of the app; each is done by the method `action_` and its name.

    Args:
        commands: what is to be bound.
        first: whether they come before anything that has the focus, and work over dialogs.
    """
    return [
        Binding(
            key,
            f"{command.name}('{key}')" if command.each else command.name,
            command.label,
            show=False,
            priority=first,
        )
        for command in commands
        for key in command.keys
    ]


def own_bindings(commands: Iterable[Command]) -> list[BindingType]:
    """The bindings of those commands that the screen does itself."""
    return bindings(command for command in commands if not command.anywhere)


def fitting(commands: Sequence[Command], width: int) -> list[Command]:
    """Those commands for which the line has room; what is needed least goes first."""
    most = 1 if width < _NARROW else 3
    shown = [command for command in commands if 1 <= command.need <= most]
    while len(shown) > 1 and sum(_room(command) + _GAP for command in shown) - _GAP > width:
        least = max(command.need for command in shown)
        spare = [command for command in shown if command.need == least and not command.right] or shown
        shown.remove(spare[-1])
    return shown


def _room(command: Command) -> int:
    return cells(f"{command.key} {command.label}")


class KeyLine(OneLine):
    """One line at the foot of a screen: what the keys do, the way out at its right end."""

    DEFAULT_CSS = """
    KeyLine {
        dock: bottom;
        height: 1;
        padding: 0 1;
        text-wrap: nowrap;
    }
    """

    def __init__(self, commands: Sequence[Command]) -> None:
        """A line for these commands, in this order."""
        super().__init__()
        self._commands = tuple(commands)
        self._spots: list[tuple[range, Command]] = []

    @property
    def commands(self) -> tuple[Command, ...]:
        """The commands there are, shown or not."""
        return self._commands

    def show(self, commands: Sequence[Command]) -> None:
        """Show other commands."""
        if tuple(commands) != self._commands:
            self._commands = tuple(commands)
            self.refresh()

    def render(self) -> Content:
        """The line, for its width."""
        width = self.content_size.width
        shown = fitting(self._commands, width)
        left = [command for command in shown if not command.right]
        right = [command for command in shown if command.right]
        parts: list[tuple[str, str]] = []
        self._spots, column = [], 0
        for command in (*left, *right):
            if command is next(iter(right), None):
                rest = sum(_room(each) + _GAP for each in right) - _GAP
                parts.append((" " * max(0, width - rest - column), ""))
                column = max(column, width - rest)
            end = column + _room(command)
            self._spots.append((range(column, end), command))
            parts += [(command.key, "$primary"), (f" {command.label}{' ' * _GAP}", "$foreground-muted")]
            column = end + _GAP
        return Content.assemble(*parts).rstrip()

    async def on_click(self, event: events.Click) -> None:
        """Do what the key under the pointer does."""
        at = event.get_content_offset(self)
        for spot, command in self._spots:
            if at is not None and at.x in spot and not command.each:
                event.stop()
                await self.run_action(f"{'app' if command.anywhere else 'screen'}.{command.name}")
