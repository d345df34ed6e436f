"""A report for spreadsheets: a row a pupil and question."""

import csv
from io import StringIO

from tui.classroom.report.model import Report
from tui.memory.attempts_table import harmless

COLUMNS = ("pupil", "round", "question", "credit", "grade")
"""The columns, in order."""


def written(report: Report) -> str:
    """The report as CSV; a round that a pupil did not answer, or was not there for, has an empty credit."""
    file = StringIO(newline="")
    rows = csv.writer(file)
    rows.writerow(COLUMNS)
    for pupil in report.pupils:
        for asked, mark in zip(report.questions, pupil.rounds, strict=True):
            credit = "" if mark.credit is None else f"{mark.credit:.4g}"
            rows.writerow((harmless(pupil.name), asked.round, harmless(asked.id), credit, mark.grade or ""))
    return file.getvalue()
