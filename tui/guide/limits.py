"""How much a guide's files may hold, so that none of them can hang or exhaust the program."""

from msgspec import Struct

KIB = 1024
MIB = 1024 * KIB


class Limits(Struct, frozen=True):
    """What is refused for its size, with file and line."""

    file_bytes: int = 16 * MIB
    """The size of a YAML file."""
    scalar: int = 64 * KIB
    """The characters of one text."""
    nesting: int = 20
    """How deep lists and mappings stand in each other."""
    keys: int = 200
    """The keys of one mapping."""
    items: int = 10_000
    """The items of one list, the bank's own list of questions excepted."""
    events: int = 2_000_000
    """The texts, lists and mappings of one YAML file."""
    lesson_bytes: int = 256 * KIB
    """The size of a lesson."""
    panel_bytes: int = 16 * KIB
    """The size of a panel."""
    table_columns: int = 12
    """The columns of a Markdown table."""
    table_rows: int = 100
    """The rows of a Markdown table."""
    list_items: int = 100
    """The items of a Markdown list."""
    depth: int = 6
    """How deep Markdown lists and quotations, and arguments, stand in each other."""
    paragraphs: int = 10_000
    """The ¶ of the source."""
    lessons: int = 1_000
    """The lessons of a guide."""
