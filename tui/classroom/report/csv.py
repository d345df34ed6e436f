"""A report for spreadsheets: a row a pupil and question."""

import csv
from io import StringIO

from tui.classroom.report.model import Report

COLUMNS = ("pupil", "round", "question", "credit", "grade")
"""The columns, in order."""
_ACTS_IN_SPREADSHEETS = ("=", "+", "-", "@", "\t", "\r")
"""What begins a formula in a spreadsheet: a name must not become one."""


def written(report: Report) -> str:
    """The report as CSV; a round that a pupil did not answer, or was not there for, has an empty credit."""
    file = StringIO(newline="")
    rows = csv.writer(file)
    rows.writerow(COLUMNS)
    for pupil in report.pupils:
        for asked, mark in zip(report.questions, pupil.rounds, strict=True):
            credit = "" if mark.credit is None else f"{mark.credit:.4g}"
            rows.writerow((_harmless(pupil.name), asked.round, _harmless(asked.id), credit, mark.grade or ""))
    return file.getvalue()


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(_ACTS_IN_SPREADSHEETS) else text
