"""Standard streams, made up."""

import io


class Terminal(io.StringIO):
    """One that says it is a terminal."""

    def isatty(self) -> bool:
        """It is."""
        return True
