"""Whether a text keeps its lines is said by the type of its field, whatever the field is called."""

from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta

from tests.guide.toys import BANK, HEADER, LESSON, changed, read, write
from tui.guide.blocks import Comparison, Quotation
from tui.guide.line_ends import SEVERAL_LINES
from tui.guide.model import BankEntry
from tui.guide.reader import read_guide
from tui.text import Clean

ENTRY = """questions:
  - id: poem
    kind: term
    tests: began
    question: |
      Who said
      this?
    verse: |-
      One
      two
    text: |-
      One
      two
    rest:
      - of: |
          One
          two
        why: "One\\n\\n  two\\tthree"
"""


class Rest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    of: Annotated[Clean, Meta(extra=SEVERAL_LINES)]
    why: Clean


class Poem(BankEntry, frozen=True, kw_only=True, forbid_unknown_fields=True):
    verse: Annotated[Clean, Meta(extra=SEVERAL_LINES)]
    text: Clean
    rest: tuple[Rest, ...] = ()


def test_only_a_field_of_several_lines_keeps_them(tmp_path: Path) -> None:
    guide = read_guide(write(tmp_path, {BANK: ENTRY}), {"choice": Poem})
    (poem,) = guide.questions.values()
    assert guide.problems == ()
    assert isinstance(poem, Poem)
    assert (poem.question, poem.verse, poem.text) == ("Who said\nthis?", "One\ntwo", "One two")
    assert [(each.of, each.why) for each in poem.rest] == [("One\ntwo", "One    two    three")]


def test_a_quotation_keeps_its_lines_and_its_speaker_has_one(tmp_path: Path) -> None:
    old = "text: A brake on all work.\nspeaker: Somebody"
    guide = read(tmp_path, changed(LESSON, old, "text: |\n  A brake\n  on all work.\nspeaker: |\n  Some\n  body"))
    (quotation,) = (each for each in guide.lessons[0].panels[1].blocks if isinstance(each, Quotation))
    assert (quotation.text, quotation.speaker) == ("A brake\non all work.", "Some body")


def test_texts_in_lists_mappings_and_front_matter_have_one_line(tmp_path: Path) -> None:
    changes = {
        **changed(HEADER, "account: As the document tells it", 'account: "As the\\ndocument tells it"'),
        **changed(LESSON, "says: It began in 1919.", "says: |\n      It began\n      in 1919."),
        **changed("lessons/positions.yaml", "account: The party", "account: |\n        The\n        party"),
    }
    guide = read(tmp_path, changes)
    assert guide.problems == ()
    assert guide.lessons[0].key_points[0].says == "It began in 1919."
    (comparison,) = (each for each in guide.lessons[0].panels[1].blocks if isinstance(each, Comparison))
    assert (comparison.columns[0], comparison.rows[0][0]) == ("As the document tells it", "The party")
