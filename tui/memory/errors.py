"""What can go wrong with what is kept of a learner."""

import sqlite3


class NotKept(Exception):
    """A mark could not be written; the message tells the learner why."""


class NewerRecord(Exception):
    """The file was written by a newer kruzhok."""


class DamagedRecord(Exception):
    """The file, or an entry in it, does not read as it was written."""


class NotBackedUp(Exception):
    """The file has an older form, and the backup without which it gets no new one could not be made."""


TROUBLES = (OSError, sqlite3.Error, NewerRecord, DamagedRecord, NotBackedUp)
"""What can go wrong with the file."""
