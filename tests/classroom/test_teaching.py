"""A panel as plain paragraphs."""

from tests.samples import PLACE, pick, sample_guide
from tui.classroom.teaching import paragraphs_of, taught
from tui.guide.blocks import Argument, Block, Comparison, Prose, Quotation, Timeline
from tui.guide.model import Panel
from tui.guide.tables import Claim, DateEntry
from tui.guide.words import Kind, PanelId, Paragraph, StanceId
from tui.text import Clean


def told(*blocks: Block) -> tuple[str, ...]:
    return paragraphs_of(Panel(PanelId("panel"), Clean("Panel"), blocks, PLACE))


def claim(says: str) -> Claim:
    return Claim(id=says, claim=Clean(says), holder=StanceId("x"), source=Paragraph(1))


def test_prose_is_told_without_its_marks() -> None:
    markdown = """One *line*
and `more`.

- first
- **second**

2. third

> quoted [words](https://example.org/a), <https://example.org>

| a | b |
|---|---|
| c | *d* |

```
code
```
<b>raw</b>
"""
    assert told(Prose(Clean(markdown))) == (
        "One line and more.",
        "• first",
        "• second",
        "2. third",
        "quoted words (https://example.org/a), https://example.org",
        "a · b",
        "c · d",
        "code",
        "<b>raw</b>",
    )


def test_what_is_drawn_elsewhere_is_told_in_words() -> None:
    comparison = Comparison((Clean("Lenin"), Clean("Workers")), ((Clean("no"), Clean("yes")),), (Clean("Unions"),))
    quotation = Quotation(Clean("So be it"), Clean("Lenin"), Clean("A letter"), (Paragraph(3),), "1921-03")
    entry = DateEntry(id="one", date="1920-09", event=Clean("They met"), source=Paragraph(1))
    odd = DateEntry(id="two", date="once", event=Clean("It was"), source=Paragraph(1))
    assert told(comparison, quotation, Timeline((entry, odd))) == (
        "Unions – Lenin: no · Workers: yes",
        "“So be it” Lenin, A letter, March 1921, ¶3",
        "September 1920: They met",
        "once: It was",
    )


def test_an_argument_is_told_claim_by_claim() -> None:
    tree = Argument(
        claim("They ruled."),
        Clean("Lenin"),
        because=(Argument(claim("They could."), Clean("Lenin")),),
        but=(Argument(claim("They did not."), Clean("Trotsky"), hits=Clean("Lenin")),),
    )
    assert told(tree) == (
        "They ruled. [Lenin]",
        "because: They could.",
        "but: They did not. [Trotsky, against: Lenin]",
    )


def test_the_panel_of_the_first_key_point_is_taught_and_nothing_where_it_is_gone() -> None:
    guide = sample_guide()
    found = taught(guide, pick("q", Kind.DATE, "met", "formed"))
    assert found is not None
    assert (found.lesson, found.panel) == ("Quarrel", "quarrel panel 2")
    assert taught(guide, pick("q", Kind.DATE, "gone")) is None
