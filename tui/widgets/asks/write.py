"""Write: fields to fill."""

from collections.abc import Sequence

from rich.cells import cell_len
from textual import events
from textual.app import ComposeResult
from textual.containers import VerticalGroup
from textual.content import Content
from textual.style import Style
from textual.widget import Widget
from textual.widgets import Input, Static

from tui.quiz.ask import Field, Response, Skipped, Write, Written
from tui.quiz.explain import SIGNS
from tui.quiz.verdict import Grade, Verdict
from tui.text import Clean
from tui.widgets.asks.line_field import LineField
from tui.widgets.asks.messages import Answered, Stuck
from tui.widgets.asks.row_list import RowList
from tui.widgets.asks.rows import ACCENT, DIM, NEARLY, RIGHT, WRONG, Row, Under

GAP = "gap"
"""Under this name a drawn gap knows, for clicks, which field is its own."""
SHORT = 24
"""Labels up to this width stand beside their field, longer ones above it."""
STEPS = {"tab": 1, "down": 1, "shift+tab": -1, "up": -1}
"""The keys that go from field to field, and which way."""
MARKS = {
    Grade.CORRECT: ("yours", RIGHT),
    Grade.PARTLY: ("partly", NEARLY),
    Grade.WRONG: ("yours", WRONG),
    Grade.SKIPPED: ("empty", DIM),
}


class FieldView(VerticalGroup):
    """One field: what belongs there, the line to type on, and later what was right."""

    DEFAULT_CSS = """
    FieldView {
        margin-bottom: 1;
        padding: 0 0 0 2;
        Input, Input:focus {
            height: 1;
            border: none;
            border-left: outer $foreground-disabled;
            padding: 0 1;
            background: transparent;
            background-tint: transparent;
        }
        Input:focus { border-left: outer $primary; }
        RowList { margin-bottom: 0; margin-left: -2; }
        .label { width: 1fr; }
        &.-beside { layout: horizontal; margin-bottom: 0; }
        &.-beside .label { width: auto; min-width: 7; }
        &.-beside Input { width: 1fr; margin-left: 2; }
        &.-beside RowList { margin-left: 0; }
    }
    """

    def __init__(self) -> None:
        """An empty field without a label."""
        super().__init__()
        self.label = Static(markup=False, classes="label")
        self.input = LineField()
        self.told = RowList(room=6)
        self.told.can_focus = False

    def compose(self) -> ComposeResult:
        """Label, line, and the verdict's line under it."""
        yield self.label
        yield self.input
        yield self.told

    def show_field(self, field: Field, text: str, labelled: bool) -> None:
        """Offer an empty line, or the text given before."""
        label = f"{field.label}{f' of {field.unit}' if field.unit else ''}"
        self.label.update(Content.styled(label, DIM))
        self.label.display = labelled or bool(field.unit)
        self.set_class(self.label.display and cell_len(label) <= SHORT, "-beside")
        self.input.placeholder = f"for example {field.example}" if field.example else ""
        self.input.display = self.input.can_focus = True
        self.input.value = text
        self.input.cursor_position = len(text)
        self.told.display = False

    def on_click(self) -> None:
        """A click on the label, or beside the line, begins to type on it; the verdict takes none."""
        if self.input.display and not self.input.has_focus:
            self.input.focus()

    def reveal(self, grade: Grade, key: str, overruled: bool = False) -> None:
        """Say how it was, and underneath what is right; if the learner says so, that too, where it reads otherwise."""
        word, style = MARKS[grade]
        typed = self.input.value.strip()
        known = typed.casefold() == key.casefold() if overruled else grade is Grade.CORRECT
        under = () if known else (Under(key, "key", RIGHT),)
        self.told.show([Row(typed or "…", sign=SIGNS[grade], word=word, style=style, under=under)])
        self.input.display, self.told.display = False, True


class WriteAsk(Widget, can_focus=True):
    """Fields to fill. With the focus on itself, and not on a field, keys are commands again; no click does that."""

    FOCUS_ON_CLICK = False
    DEFAULT_CSS = """
    WriteAsk {
        width: 1fr;
        height: auto;
        layout: vertical;
        .passage { margin-bottom: 1; padding: 0 0 0 2; width: 1fr; border-left: outer $foreground-disabled; }
    }
    """

    def __init__(self, id: str | None = None) -> None:  # noqa: A002  (Textual's own name for it)
        """Show one empty field."""
        super().__init__(id=id)
        self._ask = Write(prompt=Clean(""), fields=())
        self._passage = Static(markup=False, classes="passage")
        self._pool = [FieldView()]
        self._warned = False
        self._revealed = False
        self._marks: Sequence[Grade] = ()

    def compose(self) -> ComposeResult:
        """The passage, then the fields."""
        yield self._passage
        yield from self._pool

    @property
    def fields(self) -> list[FieldView]:
        """The fields in use."""
        return self._pool[: len(self._ask.fields)]

    @property
    def writing(self) -> bool:
        """Whether letters are typed now, and are no commands."""
        return isinstance(self.screen.focused, Input)

    def show_ask(self, ask: Write, given: Response | None = None) -> None:
        """Show the fields, empty or as filled before."""
        self._ask, self._warned, self._marks = ask, False, ()
        self._revealed = False
        texts = given.fields if isinstance(given, Written) else ("",) * len(ask.fields)
        missing = [FieldView() for _ in range(len(ask.fields) - len(self._pool))]
        if missing:
            self._pool.extend(missing)
            self.mount_all(missing)
        for view in self._pool:
            view.display = False
        labelled = len(ask.fields) > 1
        for view, field, text in zip(self._pool, ask.fields, texts, strict=False):
            view.show_field(field, text, labelled)
            view.display = True
        self._passage.display = bool(ask.passage)
        self._draw_passage()

    def take_focus(self) -> None:
        """Begin to type in the first empty field; after the verdict, listen to commands."""
        if self._revealed:
            self.focus(scroll_visible=False)
            return
        empty = [view for view in self.fields if not view.input.value]
        (empty or self.fields)[0].input.focus(scroll_visible=True)

    def reveal(self, verdict: Verdict, response: Response) -> None:
        """Keep what was typed, and say under each field how it was."""
        self._revealed = True
        self.focus(scroll_visible=False)
        keys = verdict.key.fields if isinstance(verdict.key, Written) else ()
        parts = verdict.parts or (verdict.grade,) * len(keys)
        if isinstance(response, Skipped):
            parts = (Grade.SKIPPED,) * len(keys)
        for view, grade, key in zip(self.fields, parts, keys, strict=False):
            view.reveal(grade, key, verdict.overruled)
        self._marks = parts
        self._draw_passage()

    @property
    def draft(self) -> Written | None:
        """What is typed so far."""
        texts = tuple(view.input.value.strip() for view in self.fields)
        return Written(texts) if any(texts) else None

    def hand_in(self) -> None:
        """Answer with what is typed; go to the next empty field before; nothing typed, entered twice, is a skip."""
        texts = tuple(view.input.value.strip() for view in self.fields)
        if any(texts):
            self._hand_in(texts)
        elif self._warned:
            self.post_message(Answered(Skipped()))
        else:
            self._warned = True
            self.post_message(Stuck("Nothing typed. Enter once more says “I don't know”."))

    def _hand_in(self, texts: tuple[str, ...]) -> None:
        empty = [index for index, text in enumerate(texts) if not text]
        if empty and not self._warned:
            self._warned = True
            self.fields[empty[0]].input.focus()
            self.post_message(Stuck(f"{self._ask.fields[empty[0]].label} is empty. Enter once more hands in as it is."))
        else:
            self.post_message(Answered(Written(texts)))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter goes to the next field that is empty, or hands in."""
        event.stop()
        inputs: list[Input] = [view.input for view in self.fields]
        after = inputs[inputs.index(event.input) + 1 :]
        if following := next((one for one in after if not one.value.strip()), None):
            following.focus()
        else:
            self.hand_in()

    def on_input_changed(self, event: Input.Changed) -> None:
        """What is typed appears in the passage too."""
        event.stop()
        if event.value and self._warned:
            self._warned = False
            self.post_message(Stuck(""))
        self._draw_passage()

    def on_click(self, event: events.Click) -> None:
        """A click on a gap in the passage begins to type there."""
        gap = event.style.meta.get(GAP)
        if isinstance(gap, int) and not self._revealed:
            self.fields[gap].input.focus()

    def on_key(self, event: events.Key) -> None:
        """Tab and the arrows go through the fields; after the last one, tab leaves them, so that keys are commands."""
        if self.fields and not self._revealed and self._took(event.key):
            event.stop()
            event.prevent_default()

    def _took(self, key: str) -> bool:
        if not self.writing:
            if not self.has_focus or key not in {"tab", "enter"}:
                return False
            self.take_focus()
        elif key == "escape":
            self.focus(scroll_visible=False)
        elif key in STEPS:
            return self._step(STEPS[key]) or self._go_past(key)
        else:
            return False
        return True

    def _step(self, by: int) -> bool:
        """Go to a field beside this one, if there is one."""
        inputs: list[Widget | None] = [view.input for view in self.fields]
        goal = inputs.index(self.screen.focused) + by
        if not 0 <= goal < len(inputs):
            return False
        self.fields[goal].input.focus()
        return True

    def _go_past(self, key: str) -> bool:
        """Beyond the last field tab leaves them, before the first there is nothing; the arrows move the page."""
        if key == "tab":
            self.focus(scroll_visible=False)
        return key in {"tab", "shift+tab"}

    def _draw_passage(self) -> None:
        if not self._ask.passage:
            return
        pieces: list[Content | str | tuple[str, str]] = [self._ask.passage[0]]
        for number, (view, after) in enumerate(zip(self.fields, self._ask.passage[1:], strict=False), 1):
            gap = view.input.value.strip() or "____"
            mark, style = str(number), ACCENT
            if number <= len(self._marks):
                grade = self._marks[number - 1]
                mark, style = SIGNS[grade], MARKS[grade][1]
            drawn = Content.styled(f"[{mark} {gap}]", f"bold {style}")
            pieces += [drawn.stylize(Style.from_meta({GAP: number - 1})), after]
        if self._ask.attribution:
            pieces += ["\n", (self._ask.attribution, DIM)]
        self._passage.update(Content.assemble(*pieces))
