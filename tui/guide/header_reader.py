"""`lessons/guide.yaml`: what the guide is about, and against what its other files are checked."""

import re
from typing import Annotated

from msgspec import Meta, Struct, field

from tui.guide.errors import Place
from tui.guide.files import Folder
from tui.guide.limits import Limits
from tui.guide.model import Source
from tui.guide.nodes import Mapping, Origin
from tui.guide.problems import Problems, did_you_mean, one_of, shorten
from tui.guide.shapes import convert
from tui.guide.words import GuideId, Paragraph, StanceId
from tui.guide.yaml_lines import read_yaml
from tui.paths import HEADER
from tui.text import Clean, clean

_ID = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_PLAIN_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
ID_LENGTH = 100
"""How many characters an id may have."""
_MOST_PARAGRAPHS = Limits().paragraphs
_NOTHING = Clean("")
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")


class SourceShape(Struct, forbid_unknown_fields=True):
    """The document taught, as `guide.yaml` has it; one of `author` and `publisher` must be there."""

    title: Annotated[Clean, Meta(examples=["1919-1922: The Workers' Opposition"])]
    """The document's title."""
    paragraphs: Annotated[int, Meta(examples=[16], extra_json_schema={"minimum": 1, "maximum": Limits().paragraphs})]
    """How many paragraphs (¶) it has; lessons and questions cite them by number, from ¶1 on."""
    publisher: Annotated[Clean, Meta(examples=["libcom"])] = Clean("")
    """Who published it."""
    author: Annotated[Clean, Meta(examples=["Alexandra Kollontai"])] = Clean("")
    """Who wrote it."""


class HeaderShape(Struct, forbid_unknown_fields=True):
    """What the guide is about: `guide.yaml`."""

    title: Annotated[Clean, Meta(examples=["The Workers' Opposition, 1919–1922"])]
    """The guide's title."""
    language: Annotated[
        str, Meta(examples=["en", "pt-BR"], extra_json_schema={"type": "string", "pattern": f"^{_LANGUAGE.pattern}$"})
    ]
    """The guide's language, by its sign (BCP 47)."""
    source: Annotated[dict[str, object], Meta(extra={"holds": SourceShape})]
    """The document taught."""
    stances: Annotated[dict[str, Clean], Meta(examples=[{"lenin": "Lenin's view"}])]
    """Whose views there are: an id for each, and the words the learner sees."""
    id: Annotated[str, Meta(examples=["workers-opposition"])] = ""
    """Never changes: what the learner did hangs on it. Left out, the source's title stands for it."""


def is_id(text: str) -> bool:
    """Whether a text is lower-case letters, digits and single hyphens, of any script."""
    if len(text) > ID_LENGTH:
        return False
    return _PLAIN_ID.fullmatch(text) is not None or (_ID.fullmatch(text) is not None and text == text.lower())


def tell_bad_id(problems: Problems, place: Place, written: str) -> None:
    """Tell that an id cannot be one, and what it could be."""
    better = _id_of(written)
    message = f"`{shorten(written)}` cannot be an id: lower-case letters, digits and hyphens"
    problems.error(place, "bad-id", message, f"write `{better}`" if better else "write a short name")


def _id_of(text: str) -> str:
    return "-".join(re.findall(r"[^\W_]+", text.lower()))[:ID_LENGTH].rstrip("-")


class Header(Struct):
    """What the guide is about, and the checks that hang on it."""

    title: Clean
    """The guide's title."""
    given_id: str = ""
    """Its id, if it is given."""
    language: str = "en"
    """Its language."""
    source_title: Clean = _NOTHING
    """The title of the document taught."""
    by: Clean = _NOTHING
    """Its author or publisher."""
    paragraphs: int | None = None
    """How many ¶ it has; None if that cannot be known, and then any ¶ passes."""
    stances: dict[StanceId, Clean] = field(default_factory=dict)
    """Whose views there are."""
    stances_known: bool = False
    """Whether all of them could be read; if not, any stance passes."""
    highest: int = 1
    """The highest ¶ cited."""

    @property
    def id(self) -> GuideId:
        """What the learner's record hangs on: the id given, or else one made of the source's title."""
        return GuideId(self.given_id or _id_of(self.source_title or self.title))

    @property
    def source(self) -> Source:
        """The document taught; if its length is not known, it reaches as far as it is cited."""
        return Source(self.source_title, self.by, self.highest if self.paragraphs is None else self.paragraphs)

    def stance(self, written: str, place: Place, problems: Problems) -> StanceId | None:
        """The stance with this id, or None after having told that there is none."""
        stance = StanceId(written)
        if stance not in self.stances:
            if self.stances_known:
                hint = did_you_mean(written, self.stances, one_of(self.stances) or "add it to lessons/guide.yaml")
                problems.error(place, "unknown-stance", f"there is no stance `{shorten(written)}`", hint)
                return None
            self.stances[stance] = clean(written, one_line=True)
        return stance

    def sources(
        self, value: int | tuple[Paragraph, ...], node: Mapping, origin: Origin, problems: Problems
    ) -> tuple[Paragraph, ...] | None:
        """The ¶ that a field `source` cites, or None after having told that one of them does not exist."""
        cited = value if isinstance(value, tuple) else (Paragraph(value),)
        sound = bool(cited)
        if not cited:
            problems.error(
                origin.of_value(node, "source"), "no-source", "`source` names no ¶", "write the number of a ¶"
            )
        for index, paragraph in enumerate(cited):
            if not 1 <= paragraph <= (self.paragraphs or _MOST_PARAGRAPHS):
                sound = False
                last = f"to ¶{self.paragraphs}" if self.paragraphs else "on"
                place = origin.of_value(node, "source", index)
                hint = f"the source is counted from ¶1 {last}"
                problems.error(place, "paragraph-out-of-range", f"there is no ¶{shorten(str(paragraph), 20)}", hint)
        if sound:
            self.highest = max(self.highest, *cited)
        return cited if sound else None


def read_header(folder: Folder, limits: Limits) -> Header:
    """Read `lessons/guide.yaml`; what is missing or wrong in it is told, and made up as well as can be."""
    header = Header(title=clean(folder.path.absolute().name, one_line=True) or Clean("Untitled"))
    path = folder.path / HEADER
    missing = "write it: title, language, source and stances"
    text = folder.read(path, limits.file_bytes, missing=missing)
    if text is None:
        return header
    node = read_yaml(text, folder.problems, limits)
    if node is None:
        return header
    if not isinstance(node, Mapping):
        folder.refuse(path, "wrong-shape", "the file must hold fields", "write `title: …` in its first line")
        return header
    _Filler(header, node, text.origin, folder.problems, limits).fill()
    return header


class _Filler:
    """Puts the sound parts of the file into the header."""

    def __init__(self, header: Header, node: Mapping, origin: Origin, problems: Problems, limits: Limits) -> None:
        self._header = header
        self._node = node
        self._origin = origin
        self._problems = problems
        self._limits = limits

    def fill(self) -> None:
        convert(self._node, HeaderShape, self._origin, self._problems)
        title, language = self._node.get("title"), self._node.get("language")
        if isinstance(title, str):
            self._header.title = Clean(title)
        if isinstance(language, str):
            self._language(language)
        self._id()
        source, stances = self._node.get("source"), self._node.get("stances")
        if isinstance(source, Mapping):
            self._source(source)
        if isinstance(stances, Mapping):
            self._stances(stances)

    def _id(self) -> None:
        written = self._node.get("id")
        if not isinstance(written, str) or not written:
            return
        if is_id(written):
            self._header.given_id = written
        else:
            tell_bad_id(self._problems, self._origin.of_value(self._node, "id"), written)

    def _language(self, language: str) -> None:
        if _LANGUAGE.fullmatch(language):
            self._header.language = language
            return
        place = self._origin.of_value(self._node, "language")
        message = f"`{shorten(language)}` is not the sign of a language"
        self._problems.error(place, "bad-language", message, "write `en`, `ru`, `de`, `pt-BR` …")

    def _source(self, node: Mapping) -> None:
        shape = convert(node, SourceShape, self._origin, self._problems)
        if shape is None:
            return
        self._header.source_title, self._header.by = shape.title, shape.author or shape.publisher
        if not self._header.by:
            hint = "add a line `author: …` or `publisher: …`"
            message = "the source has neither an author nor a publisher"
            self._problems.error(self._origin.of(node), "missing-field", message, hint)
        if 1 <= shape.paragraphs <= self._limits.paragraphs:
            self._header.paragraphs = shape.paragraphs
            return
        place = self._origin.of_value(node, "paragraphs")
        message = f"a source cannot have {shorten(str(shape.paragraphs), 20)} paragraphs"
        self._problems.error(
            place, "number-out-of-range", message, f"write how many ¶ it has, 1 to {self._limits.paragraphs}"
        )

    def _stances(self, node: Mapping) -> None:
        self._header.stances_known = not node.partial
        for written, words in node.items():
            if not is_id(written):
                tell_bad_id(self._problems, self._origin.of_key(node, written), written)
            sound = isinstance(words, str)
            self._header.stances[StanceId(written)] = Clean(words) if sound else clean(written, one_line=True)
        for written in node.blanks:
            place = self._origin.of_key(node, written)
            self._problems.error(place, "missing-field", f"`{shorten(written)}` has no value", "write whose view it is")
            self._header.stances.setdefault(StanceId(written), clean(written, one_line=True))
