"""Words, parts and dates as the rules of question writing read them."""

import msgspec
import pytest

from tests.quiz.test_types_all import sample
from tui.authoring.parts import gives, key_field, key_texts, options_of, passage, said, texts_in
from tui.authoring.stated_dates import dates_in
from tui.authoring.wording import content, sentences, stem, words
from tui.guide.errors import Place
from tui.guide.tables import DateEntry
from tui.text import Clean


@pytest.mark.parametrize(
    "same",
    [
        ("union", "unions"),
        ("party", "parties"),
        ("syndicalist", "syndicalism", "syndicalists"),
        ("taught", "teach", "teaching", "teaches"),
        ("disciplining", "discipline", "disciplined"),
        ("run", "running", "runs", "ran"),
        ("congress", "congresses"),
        ("committee", "committees"),
    ],
)
def test_a_word_is_the_same_with_any_ending(same: tuple[str, ...]) -> None:
    assert len({stem(word) for word in same}) == 1


@pytest.mark.parametrize(("one", "other"), [("congress", "conference"), ("union", "unite"), ("mass", "masses' own")])
def test_different_words_stay_different(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_words_lose_their_genitive_and_hyphen() -> None:
    assert words("The party's self-activity, workers' and O’Neill’s") == (
        *("the", "party", "self", "activity", "workers", "and", "o’neill"),
    )


def test_small_words_are_no_content() -> None:
    assert content("Which of these did the unions want? Choose all that are right.") == {"union", "want"}


def test_a_text_falls_into_its_sentences() -> None:
    assert sentences("It began (¶1). “Why?” Nobody knows; some guess") == (
        *("It began (¶1).", "“Why?", "Nobody knows;", "some guess"),
    )


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("It met in September 1920 (¶4).", ["1920-09"]),
        ("It met in September, 1920.", ["1920-09"]),
        ("On 8 March 1921 and in spring of 1921", ["1921-03-08", "1921-21"]),
        ("1919–1922", ["1919", "1922"]),
        ("From 1919 to 1922.", ["1919", "1922"]),
        ("31 February 1921", []),
        ("1,920 of 19200 people, 3.1921", []),
    ],
)
def test_dates_are_found_in_a_text(text: str, dates: list[str]) -> None:
    assert [date.edtf() for date in dates_in(text)] == dates


def test_options_are_parted_into_right_and_wrong() -> None:
    options = options_of(sample("choice"))
    assert options is not None
    assert (options.keys, set(options.others)) == (("The unions",), {"The party", "Both"})
    assert options_of(sample("text")) is None


@pytest.mark.parametrize(
    ("tag", "field", "texts"),
    [
        ("choice", "answer", ("The unions",)),
        ("select", "answers", None),
        ("true-false", "answer", ("False",)),
        ("date", "answer", ("September 1920",)),
        ("order", "items", ("The conference", "The rising", "The congress", "The purge")),
        ("match", "pairs", ("Lenin", "Teach", "They", "Run it")),
        ("cloze", "text", ("self-activity", "thought")),
        ("recall", "question", ()),
    ],
)
def test_the_key_is_read_whatever_the_type(tag: str, field: str, texts: tuple[str, ...] | None) -> None:
    assert key_field(sample(tag)) == field
    assert texts is None or key_texts(sample(tag)) == texts


def test_a_passage_has_its_gaps_filled() -> None:
    assert passage(sample("cloze")) == "No self-activity without thought."
    assert passage(sample("text")) == ""


def test_what_may_be_wrong_is_not_given_for_true() -> None:
    assert gives(sample("true-false")) == ()
    assert gives(msgspec.structs.replace(sample("true-false"), answer=True, correction="")) == ("What?",)
    assert gives(sample("match")) == ("What?", "Lenin", "They")
    assert gives(sample("choice")) == ("What?",)


def test_every_text_for_the_learner_is_said_and_nothing_else() -> None:
    texts = [("question", "What?"), ("explanation", ""), ("answer", "The unions")]
    texts += [("distractors", text) for text in ("The party", "Lenin's.", "Both", "")]
    assert list(said(sample("choice"))) == texts


def test_every_text_is_found_however_deep_and_no_place_is_one() -> None:
    table = {"one": DateEntry(id="a", date="1920", event=Clean("It met"), lane=Clean("Party"), source=())}
    assert list(texts_in((table, Place("file", 1, 1), "last"))) == ["a", "1920", "It met", "Party", "last"]
