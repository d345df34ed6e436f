"""A long look at the learner's record, while they go on."""

from collections.abc import Callable
from contextlib import suppress
from threading import Thread
from typing import Any

from textual.app import App


def look_over(app: App[Any], look: Callable[[], None], then: Callable[[], None]) -> Thread:
    """Look on a thread, which the end of the program does not wait for.

    Args:
        app: the app.
        look: what is done on the thread.
        then: what is done after it, where all else is done; nothing, if the app has ended.
    """

    def work() -> None:
        look()
        with suppress(RuntimeError):
            app.call_from_thread(then)

    thread = Thread(target=work, name="looking over", daemon=True)
    thread.start()
    return thread
