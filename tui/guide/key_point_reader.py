"""The key points in a lesson's front matter."""

from typing import Annotated

from msgspec import Meta, Struct, field

from tui.guide.errors import Place
from tui.guide.header_reader import Header, is_id, tell_bad_id
from tui.guide.headings import panel_id
from tui.guide.model import KeyPoint
from tui.guide.nodes import UNSOUND, Mapping, Origin, Sequence
from tui.guide.problems import Problems, did_you_mean, shorten, where
from tui.guide.shapes import convert, sound_fields
from tui.guide.tables import Sources
from tui.guide.words import KeyPointId, Kind, PanelId
from tui.text import Clean


class PointShape(Struct, frozen=True, forbid_unknown_fields=True):
    """One thing the learner must be able to recall, as the front matter has it."""

    id: Annotated[str, Meta(examples=["wo-formed-1919"])]
    """Never changes: what the learner remembers hangs on it."""
    kind: Kind
    """What it is about."""
    stance: Annotated[str, Meta(examples=["account"])]
    """Whose view it is: one of the stances of `guide.yaml`."""
    says: Annotated[Clean, Meta(examples=["The Workers' Opposition began to form in 1919."])]
    """The point, in one sentence."""
    source: Sources
    """The ¶ it comes from."""
    panel: Annotated[Clean, Meta(examples=["How it began"])]
    """The heading of the panel that teaches it."""


class Written(Struct):
    """The key points written in all lessons so far, sound or not: what is wrong with the unsound was told."""

    places: dict[str, Place | None] = field(default_factory=dict)
    """Where each id stands first; None where only the id could be read."""
    whole: bool = True
    """Whether all lessons could be read as far as their key points; if not, any id may exist."""

    def is_told(self, written: str) -> bool:
        """Whether it was told already why a key point is not among the sound ones."""
        return written in self.places or not self.whole


class Headings(Struct, frozen=True):
    """The headings of one lesson."""

    titles: dict[PanelId, str]
    """Every heading by its folded form."""
    panels: dict[PanelId, PanelId]
    """The sound panels' ids by their folded headings."""


class KeyPointReader:
    """Reads the key points of one lesson after the other."""

    def __init__(self, header: Header, problems: Problems, written: Written) -> None:
        """A reader for one guide, to note in `written` what is named."""
        self._header = header
        self._problems = problems
        self._written = written

    def read(self, node: Mapping, origin: Origin, headings: Headings) -> tuple[KeyPoint, ...]:
        """The sound key points of a lesson.

        Args:
            node: the front matter.
            origin: where it stands.
            headings: the lesson's headings.
        """
        entries = node.get("key_points")
        if not isinstance(entries, Sequence):
            return ()
        points = []
        for entry, event in zip(entries, entries.items, strict=True):
            if isinstance(entry, Mapping):
                points.append(self._point(entry, origin, headings))
            elif entry is not UNSOUND:
                message = "a key point must have fields"
                self._problems.error(origin.at(event), "wrong-shape", message, "start it with `- id: …`")
        return tuple(point for point in points if point is not None)

    def _point(self, node: Mapping, origin: Origin, headings: Headings) -> KeyPoint | None:
        written = node.get("id")
        # Another key point may have run into this one.
        self._written.whole &= not node.partial
        is_new = isinstance(written, str) and self._is_new(written, origin.of_value(node, "id"))
        shape = convert(node, PointShape, origin, self._problems)
        if shape is None:
            self._tell_the_rest(node, origin, headings)
            return None
        stance = self._header.stance(shape.stance, origin.of_value(node, "stance"), self._problems)
        cited = self._header.sources(shape.source, node, origin, self._problems)
        panel = self._panel(shape.panel, origin.of_value(node, "panel"), headings)
        if not is_new or stance is None or cited is None or panel is None:
            return None
        return KeyPoint(KeyPointId(shape.id), shape.kind, stance, shape.says, cited, panel, origin.of(node))

    def _tell_the_rest(self, node: Mapping, origin: Origin, headings: Headings) -> None:
        """Tell what is wrong with a key point beyond its shape, where that is wrong already."""
        sound = sound_fields(node, PointShape)
        if "stance" in sound:
            self._header.stance(sound["stance"], origin.of_value(node, "stance"), self._problems)
        if "source" in sound:
            self._header.sources(sound["source"], node, origin, self._problems)
        if "panel" in sound:
            self._panel(sound["panel"], origin.of_value(node, "panel"), headings)

    def _is_new(self, written: str, place: Place) -> bool:
        first = self._written.places.setdefault(written, place)
        if first is not place and first is not None:
            message = f"the id `{shorten(written)}` stands twice, first in {where(first, place)}"
            self._problems.error(place, "duplicate-id", message, "give one of them another id")
            return False
        if not is_id(written):
            tell_bad_id(self._problems, place, written)
            return False
        return True

    def _panel(self, written: Clean, place: Place, headings: Headings) -> PanelId | None:
        folded = panel_id(written)
        if folded not in headings.titles:
            near = did_you_mean(folded, headings.titles)
            titles = {
                f"did you mean `{known}`?": f"did you mean `{title}`?" for known, title in headings.titles.items()
            }
            hint = titles.get(near, "write a heading `## …` of this lesson as it stands there")
            message = f"this lesson has no panel `{shorten(written)}`"
            self._problems.error(place, "unknown-panel", message, hint)
        return headings.panels.get(folded)
