"""Why nothing was written into an author's files."""


class NotWritten(Exception):
    """Nothing was written: what stands there is as it was."""


class NotEmpty(NotWritten):
    """The folder for a new guide holds something already; the text is the name of it."""


class CannotAdd(NotWritten):
    """Nothing can be added to the bank as it stands; the text says why, and what to do."""


class Changed(NotWritten):
    """The file is no longer what it was when it was read; the text is its path."""
