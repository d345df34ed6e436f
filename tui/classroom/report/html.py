"""A report as one page that prints well: nothing in it comes from elsewhere."""

from importlib.resources import files

from tui.classroom.report import words
from tui.classroom.report.model import Report
from tui.text import counted, percent, points


def written(report: Report) -> str:
    """The report as one HTML file."""
    from jinja2 import Environment, StrictUndefined  # noqa: PLC0415  only a page needs it

    page = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    template = page.from_string(files("tui.classroom.report").joinpath("page.html").read_text("utf-8"))
    return template.render(report=report, words=words, counted=counted, percent=percent, points=points) + "\n"
