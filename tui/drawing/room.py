"""A room as the class sees it on the projector: who is here, what is asked, what was answered, what is right."""

from collections.abc import Iterable, Sequence
from itertools import chain, repeat
from math import ceil

from msgspec import Struct

from tui.classroom.counting import Count, tells_key
from tui.classroom.distribution import Shares, Turnout
from tui.classroom.hosting_desk import ExtraTime
from tui.classroom.players import Player
from tui.classroom.report.words import ACCEPTED, shift_said
from tui.classroom.room import Room
from tui.classroom.rounds import Round
from tui.classroom.shift import shift_of
from tui.drawing.beside import beside
from tui.drawing.charts.ink import bar, flow
from tui.drawing.large import large
from tui.drawing.qr import qr_lines
from tui.quiz.ask import Arrange, Ask, Pair, Paired, Pick, Picked, Response, Write
from tui.quiz.explain import right_answer
from tui.quiz.signs import LETTERS
from tui.text import counted, points
from tui.typeset import Line, Role, Span, cells, hang, indent, line_cells, merged, wrap

BAR = 16
"""How many cells a bar has."""
RANKED = 10
"""How many of the first stand in the ranking."""
WIDEST_POINTS = 5
"""How many cells points have, with two decimals."""
MOST_SHOWN = 8
"""How many different answers are shown."""
HIDDEN = "name hidden"
"""What stands for a name that is not to be seen."""
DEMO = "A demo with {pupils}. A browser on this computer reaches it, a phone doesn't."
"""Said in the lobby where a class is only tried."""
ONLY_HERE = (
    "Only this computer can reach the room: it is in no network, or --bind names its own address. "
    "Put it and the phones into the same network; a phone's hotspot helps. "
    "Then leave (q), and kruzhok host --resume {code} goes on."
)
"""Said in place of the picture where no phone could follow it."""
WIDE_GAP, NARROW_GAP = 4, 2
"""How many cells are left blank beside the picture."""
_WIDE = 60
_BLANK: Line = ()


class Lobby(Struct, frozen=True):
    """What the class needs to come in."""

    addresses: tuple[str, ...]
    """By which addresses the room is reached, the likeliest first: "192.168.1.5:8080"."""
    code: str
    """The room's code."""
    link: str
    """What the QR code says."""
    made_up: int = 0
    """How many made-up pupils come in by themselves, where a class is only tried."""

    @property
    def only_here(self) -> bool:
        """Whether only this computer itself can reach the room."""
        return all(address.startswith(("127.", "localhost:")) for address in self.addresses)


def lobby_lines(lobby: Lobby, room: Room, width: int, *, names: bool) -> list[Line]:
    """How to come in, and who has.

    Args:
        lobby: what is needed for it.
        room: the room.
        width: the cells of a line.
        names: whether names may be seen.
    """
    here = counted(room.taken, "player")
    return [
        *_come_in(lobby, width),
        _BLANK,
        (Span(here, "strong"), Span(" in the room", "dim")),
        _BLANK,
        *_names(room, width, names),
    ]


def way_in_lines(lobby: Lobby, width: int) -> list[Line]:
    """How to come in, in words alone.

    Args:
        lobby: what is needed for it.
        width: the cells of a line.
    """
    first, *others = lobby.addresses
    addresses: list[Line] = [(Span(first, "strong"),), *((Span("or ", "dim"), Span(each)) for each in others)]
    return [
        *wrap([Span("Open in a browser", "dim")], width),
        *(line for each in addresses for line in wrap(each, width)),
        _BLANK,
        *wrap([Span("The room's code", "dim")], width),
        # Where there is little room the terminal has few cells, which are large by themselves.
        *large(lobby.code, width, "heading"),
    ]


def _come_in(lobby: Lobby, width: int) -> list[Line]:
    """The picture for phones, and the words beside it, or above it; where no phone can come in, why not."""
    if lobby.only_here and not lobby.made_up:
        said = ONLY_HERE.format(code=lobby.code)
        return [*wrap([Span(said, "strong")], width), _BLANK, *way_in_lines(lobby, width)]
    code = qr_lines(lobby.link)
    at = line_cells(code[0]) + (WIDE_GAP if width >= _WIDE else NARROW_GAP)
    fits = width - at >= max(map(cells, lobby.addresses))
    room = width - at if fits else width
    demo = DEMO.format(pupils=counted(lobby.made_up, "made-up pupil"))
    phone = wrap([Span(demo if lobby.made_up else "or point a phone at the picture", "dim")], room)
    words = [*way_in_lines(lobby, room), _BLANK, *phone]
    if not fits:
        return [*words, _BLANK, *code]
    above = [_BLANK] * max((len(code) - len(words)) // 2, 0)
    return beside(code, [*above, *words], at)


def _names(room: Room, width: int, names: bool) -> list[Line]:
    if not names:
        return [(Span("Names are hidden.", "dim"),)] if room.taken else []
    return flow([_name(player) for player in room.playing], width)


def _name(player: Player) -> Line:
    here = player.present or player.on_paper
    return (Span(player.name, "plain" if here else "dim"), *(() if here else (Span(" (away)", "dim"),)))


def question_lines(room: Room, asked: Round, width: int) -> list[Line]:
    """A question, with nothing of its key, one option a line.

    Args:
        room: the room.
        asked: the round.
        width: the cells of a line.
    """
    ask = room.ask_of(asked)
    return [*wrap([Span(ask.prompt, "strong")], width), _BLANK, *_asked(ask, width)]


def _asked(ask: Ask, width: int) -> Iterable[Line]:
    match ask:
        case Pick():
            yield from _signed(ask.options, _numbers(ask.options), width)
        case Arrange():
            # On the pupils' screens a number is the place that they have given an item.
            yield from _signed(ask.items, "·" * len(ask.items), width)
        case Pair():
            # Beside each other: one screen holds both, and how many have answered.
            half = (width - NARROW_GAP) // 2
            left = _signed(ask.left, _numbers(ask.left), half)
            right = _signed(ask.right, LETTERS.ljust(len(ask.right)), half)
            yield from beside(left, right, half + NARROW_GAP)
        case Write(passage=passage) if passage:
            gaps = [*(f"[{number}\u00a0____]" for number in _numbers(ask.fields)), ""]
            pieces = [Span(f"{piece}{gap}") for piece, gap in zip(passage, gaps, strict=False)]
            yield from wrap(pieces, width)
            yield from wrap([Span(ask.attribution, "dim")], width)
        case Write():
            for field in ask.fields:
                example = f", for example {field.example}" if field.example else ""
                yield from wrap([Span(f"Type: {field.label}{example}", "dim")], width)
        case _:
            return


def _numbers(parts: Sequence[object]) -> list[str]:
    return [f"{number}" for number in range(1, len(parts) + 1)]


def _signed(texts: Sequence[str], signs: Iterable[str], width: int) -> list[Line]:
    """Each text behind its sign, with a blank line after it."""
    lines: list[Line] = []
    for sign, text in zip(signs, texts, strict=False):
        said = wrap([Span(text)], width - 6)
        lines += [*hang(said, (Span(f"  {sign:<2}  ", "accent"),), indent(6)), _BLANK]
    return lines


def turnout_lines(turnout: Turnout, seconds: float | None, extra: ExtraTime | None, width: int) -> list[Line]:
    """How many have answered, and how much time is left.

    Args:
        turnout: how far the vote has come.
        seconds: how long those without more time still have; None without a limit.
        extra: who has time once that is over.
        width: the cells of a line.
    """
    have, could = turnout
    line = (*bar(have / could if could else 0.0, BAR), Span(f"  {have} of {could} have answered"))
    left = "" if seconds is None else f"{ceil(seconds)} s left"
    if extra is not None:
        left = f"more time for {counted(extra.players, 'player')}: {ceil(extra.seconds)} s"
    if line_cells(line) + 3 + cells(left) > width:
        return [merged(line), (Span(left, "strong"),)]
    return [merged((*line, Span(f"   {left}" if left else "", "strong")))]


def missing_lines(missing: Sequence[Player], width: int) -> list[Line]:
    """Who has not answered yet; the class sees it, too."""
    names = ", ".join(player.name for player in missing) or "nobody"
    return wrap([Span("Not yet, for all to see: ", "dim"), Span(names)], width)


def shares_lines(shares: Shares, ask: Ask, width: int) -> list[Line]:
    """What was answered, with no word about what is right; of sequences and pairs nothing, as that would tell it."""
    if not isinstance(ask, Pick | Write):
        return wrap([Span("What was answered here would tell the key.", "dim")], width)
    return [*_counts(shares, _signs(ask, None), width, told=False)]


def reveal_lines(room: Room, asked: Round, shares: Shares, width: int) -> list[Line]:
    """The key: what was answered, what is right, why the most chosen wrong answer is wrong.

    Args:
        room: the room.
        asked: a round whose key may be seen.
        shares: what was answered.
        width: the cells of a line.
    """
    question = asked.graded_by
    lines = [*wrap([Span(question.question, "strong")], width), _BLANK]
    if not tells_key(shares.counts[:MOST_SHOWN]):
        key = "; ".join(_key_said(room.ask_of(asked), question.key))
        lines += [*wrap([Span("✓ ", "accent"), Span(key, "strong"), Span(" right", "accent")], width), _BLANK]
    lines += _counts(shares, _signs(room.ask_of(asked), question.key), width, told=True)
    more = len(shares.counts) - MOST_SHOWN
    if more > 0:
        lines += [(Span(f"and {counted(more, 'other answer')}", "dim"),), _BLANK]
    twice = asked.vote > 1
    said = shift_said(shift_of(room, asked)) if twice else _right_said(shares)
    lines += wrap([Span(said, "dim")], width)
    for text in (_why_wrong(asked, shares), question.explanation):
        if text:
            lines += [_BLANK, *wrap([Span(text)], width)]
    return lines


def _right_said(shares: Shares) -> str:
    partly = f", {shares.partly} partly" if shares.partly else ""
    return f"{shares.right} of {shares.answered} right{partly}."


def _signs(ask: Ask, key: Response | None) -> list[str]:
    """By which signs the class was asked what is counted: options, or right pairs; none where it had none."""
    match ask, key:
        case Pick(), _:
            return _numbers(ask.options)
        case Pair(), Paired():
            letter: dict[str, str] = dict(zip(ask.right, LETTERS, strict=False))
            partner = dict(key.pairs)
            # A key that was mended since may leave a pair out.
            paired = ((number, partner[left]) for number, left in enumerate(ask.left, 1) if left in partner)
            return [f"{number} {letter.get(right, '')}" for number, right in paired]
        case _:
            return []


def _key_said(ask: Ask, key: Response) -> Sequence[str]:
    """The key, its options or pairs in the order and with the signs with which they were asked."""
    match ask, key:
        case Pick(), Picked():
            signed = zip(_signs(ask, key), ask.options, strict=True)
            return [f"{sign} {option}" for sign, option in signed if option in key.options]
        case Pair(), Paired():
            partner = dict(key.pairs)
            pairs = right_answer(Paired(tuple((left, partner[left]) for left in ask.left if left in partner)))
            return [f"{sign} {pair}" for sign, pair in zip(_signs(ask, key), pairs, strict=True)]
        case _:
            return right_answer(key)


def _counts(shares: Shares, signs: Sequence[str], width: int, *, told: bool) -> Iterable[Line]:
    column = max(map(cells, signs), default=-1) + 1
    for sign, count in zip(chain(signs, repeat("")), shares.counts[:MOST_SHOWN], strict=False):
        yield from _count(count, sign.ljust(column), width, told=told)
        yield _BLANK


def _count(count: Count, sign: str, width: int, *, told: bool) -> list[Line]:
    role: Role = "strong" if told and count.right else "plain"
    counted_ = Span(f" {count.count:>3} {'✓' if role == 'strong' else ' '} ")
    before = (*bar(count.share, BAR), counted_, *((Span(sign, "accent"),) if sign else ()))
    said = ACCEPTED if count.accepted else "right"
    word = [Span(f" {said}", "accent")] if told and (count.right or count.accepted) else []
    text = wrap([Span(count.text, role), *word], width - line_cells(before))
    return hang(text, before, indent(line_cells(before)))


def _why_wrong(asked: Round, shares: Shares) -> str:
    """Why the wrong option that most chose is wrong, said of it by name; or what is true instead."""
    wrong = [each for each in shares.counts if not each.right and each.count and not each.folded]
    if not wrong or not isinstance(asked.graded_by.key, Picked):
        return ""
    most = max(wrong, key=lambda each: each.count)
    notes = asked.verdict_of(Picked((most.text,))).notes
    named = [f"“{note.about}” is wrong: {note.says}" for note in notes if note.about == most.text]
    return " ".join(named or (note.says for note in notes if len(notes) == 1))


def ranking_lines(room: Room, width: int, *, names: bool) -> list[Line]:
    """The first in the room, with what they have; those who have as much stand at the same place."""
    # To the hundredth, as it is shown: no place is lost by what nobody sees.
    totals = sorted(((round(room.total_of(player), 2), player) for player in room.playing), key=lambda each: -each[0])
    most = max((total for total, _ in totals), default=0.0)
    decimals = max((len(points(total).partition(".")[2]) for total, _ in totals[:RANKED]), default=0)
    lines: list[Line] = []
    for total, player in totals[:RANKED]:
        place = 1 + sum(other > total for other, _ in totals)
        name = player.name if names else HIDDEN
        earned = f" {total:>{WIDEST_POINTS}.{decimals}f}  "
        before = (Span(f"{place:>3}  ", "accent"), *bar(total / most if most else 0.0, BAR))
        lines.append(_BLANK)
        lines.append(merged((*before, Span(earned), Span(name, "strong" if place == 1 else "plain"))))
    return lines[1:] or wrap([Span("Nobody has a seat yet.", "dim")], width)
