"""How seldom a host's process looks for garbage: a class that answers must not wait for that."""

import gc

ALLOCATIONS = 20_000
"""After so many new objects it is looked for among the new ones: a thousand answers make about 6,000."""


def collect_seldom() -> None:
    """Look seldom for garbage from now on, and never among what is there: the guide, and all that was imported.

    Else a thousand players' answers cost a tenth more, and now and then everybody waits for a tenth of a second.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(ALLOCATIONS)
