"""A report for other programs."""

import msgspec

from tui.classroom.report.model import Report

SCHEMA_VERSION = 1
"""Raised when a field changes its meaning or goes away."""


def written(report: Report) -> str:
    """The report as one JSON document."""
    document = {"schema_version": SCHEMA_VERSION, **msgspec.to_builtins(report)}
    for made, asked in zip(document["questions"], report.questions, strict=True):
        made["share"] = asked.share
    return msgspec.json.format(msgspec.json.encode(document), indent=2).decode() + "\n"
