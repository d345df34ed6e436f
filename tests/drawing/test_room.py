"""What the class sees of a question on the projector."""

from msgspec.structs import replace

from tests.classroom.rooms import SKIP, Class, answered, picked
from tests.screens.toy import CHOICE, CLOZE, MATCH, ORDER, SELECT
from tui.classroom.distribution import shares
from tui.classroom.events import Closed, Opened, Regraded, Revealed, Scoring
from tui.classroom.words import RoundNumber
from tui.drawing.room import question_lines, ranking_lines, reveal_lines, shares_lines
from tui.quiz.ask import Pair, Paired, Pick, Response
from tui.quiz.question import Question
from tui.typeset import plain


def projected(question: Question) -> str:
    """What is projected, the blanks between two words as one."""
    room = Class(question).does(Opened(place=0)).room
    return " ".join(" ".join(plain(line) for line in question_lines(room, room.rounds[0], 76)).split())


def test_options_have_the_numbers_of_the_pupils_screens() -> None:
    for question in (CHOICE, SELECT):
        ask = question.ask(f"seed/{question.id}")
        assert isinstance(ask, Pick)
        options = " ".join(f"{number} {option}" for number, option in enumerate(ask.options, 1))
        assert projected(question) == f"{question.question} {options}"


def test_what_is_paired_has_numbers_and_beside_it_its_partners_letters() -> None:
    ask = MATCH.ask(f"seed/{MATCH.id}")
    assert isinstance(ask, Pair)
    (one, two), (a, b, c) = ask.left, ask.right
    assert projected(MATCH) == f"{MATCH.question} 1 {one} a {a} 2 {two} b {b} c {c}"


def test_gaps_have_the_numbers_of_the_pupils_terminals() -> None:
    assert projected(CLOZE).endswith("The party is [1 ____] of criticism. Kollontai, The Workers' Opposition")


def test_items_to_be_put_in_order_have_no_sign_that_is_a_place_elsewhere() -> None:
    said = projected(ORDER)
    assert all(f"· {item}" in said for item in ORDER.items)
    assert not set("123ABCabc") & set(said.split())


def revealed(question: Question, *responses: Response) -> str:
    """What is projected once the key of a question is shown that was answered so, as `projected` says it."""
    names = [f"p{number}" for number in range(len(responses))]
    room = Class(question, names=" ".join(names)).asks(0, dict(zip(names, responses, strict=True))).room
    lines = reveal_lines(room, room.rounds[0], shares(room, room.rounds[0]), 76)
    return " ".join(" ".join(plain(line) for line in lines).split())


def test_at_the_reveal_options_have_the_numbers_with_which_they_were_asked() -> None:
    ask = CHOICE.ask(f"seed/{CHOICE.id}")
    assert isinstance(ask, Pick)
    right = ask.options.index(CHOICE.answer) + 1
    said = revealed(CHOICE, picked(CHOICE.answer), picked(ask.options[right % 3]), SKIP)
    at = [said.index(f" {number} {option}") for number, option in enumerate(ask.options, 1)]
    assert at == sorted(at)
    assert f"1 ✓ {right} {CHOICE.answer} right" in said
    assert f"✓ {right} {CHOICE.answer} right" in revealed(CHOICE)


def test_at_the_reveal_pairs_have_the_order_and_the_signs_with_which_they_were_asked() -> None:
    ask, partner = MATCH.ask(f"seed/{MATCH.id}"), {pair.left: pair.right for pair in MATCH.pairs}
    assert isinstance(ask, Pair)
    pairs = [
        f"{n} {'abc'[ask.right.index(partner[left])]} {left}: {partner[left]}" for n, left in enumerate(ask.left, 1)
    ]
    said = revealed(MATCH, Paired(tuple(partner.items())))
    at = [said.index(f" 1 ✓ {pair} right") for pair in pairs]
    assert at == sorted(at)
    assert f"✓ {'; '.join(pairs)} right" in revealed(MATCH)


def test_a_pair_that_a_mended_key_leaves_out_is_left_out_at_the_reveal() -> None:
    mended = replace(MATCH, pairs=MATCH.pairs[1:])
    school = Class(MATCH, names="a").asks(0, {"a": SKIP})
    room = school.does(Regraded(round=RoundNumber(1), question=mended)).room
    lines = reveal_lines(room, room.rounds[0], shares(room, room.rounds[0]), 76)
    said = " ".join(" ".join(plain(line) for line in lines).split())
    ask = MATCH.ask(f"seed/{MATCH.id}")
    assert isinstance(ask, Pair)
    (pair,) = mended.pairs
    sign = f"{ask.left.index(pair.left) + 1} {'abc'[ask.right.index(pair.right)]}"
    assert f"0 ✓ {sign} {pair.left}: {pair.right} right" in said
    assert MATCH.pairs[0].left not in said


def test_what_was_answered_has_the_numbers_before_the_key_is_shown() -> None:
    ask = CHOICE.ask(f"seed/{CHOICE.id}")
    assert isinstance(ask, Pick)
    room = Class(CHOICE, names="a").does(Opened(place=0), answered("a", picked(CHOICE.answer)), Closed()).room
    lines = "\n".join(plain(line) for line in shares_lines(shares(room, room.rounds[0]), ask, 76))
    assert all(f" {number} {option[:20]}" in lines for number, option in enumerate(ask.options, 1))


def test_answers_that_are_partly_right_are_told_beside_the_right_ones() -> None:
    lenin, kollontai = ((pair.left, pair.right) for pair in MATCH.pairs)
    half = Paired((lenin, (kollontai[0], MATCH.extra[0])))
    assert "0 of 3 right, 2 partly." in revealed(MATCH, half, half, SKIP)
    assert "1 of 2 right. " in revealed(MATCH, Paired((lenin, kollontai)), SKIP)


def test_the_ranking_tells_different_points_apart_and_equal_ones_share_a_place() -> None:
    # After 0.1, 0.2, 0.2001 and 5 of 10 seconds: the second and the third differ by what nobody sees.
    school = Class(CHOICE, names="anna ben carl dora", scoring=Scoring.SPEED).does(Opened(place=0, limit=10), after=0)
    for name, after in (("anna", 0.1), ("ben", 0.1), ("carl", 0.0001), ("dora", 4.7999)):
        school.does(answered(name, picked(CHOICE.answer)), after=after)
    school.does(Closed(), Revealed(), after=0)
    ranked = [plain(line).split() for line in ranking_lines(school.room, 60, names=True) if line]
    assert [(row[0], *row[-2:]) for row in ranked] == [
        ("1", "1.50", "anna"),
        ("2", "1.49", "ben"),
        ("2", "1.49", "carl"),
        ("4", "1.25", "dora"),
    ]
