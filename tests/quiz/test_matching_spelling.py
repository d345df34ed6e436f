"""Spelling: what is the same answer, and what never is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.quiz.matching.spelling import LONGEST, Nearest, allowance, blank, distance, fold, nearest

SHLIAPNIKOV = ["Shliapnikov", "Shlyapnikov", "Shljapnikov", "Šljapnikov", "Шляпников", "Schljapnikow", "SHLIAPNIKOFF"]


@pytest.mark.parametrize("listed", SHLIAPNIKOV)
@pytest.mark.parametrize("typed", SHLIAPNIKOV)
def test_takes_one_name_under_all_its_romanisations(typed: str, listed: str) -> None:
    assert distance(typed, listed) == 0


@pytest.mark.parametrize(
    ("typed", "listed"),
    [
        ("Троцкий", "Trotsky"),
        ("Trotskii", "Trotsky"),
        ("Trotzki", "Trotsky"),
        ("Зиновьев", "Zinoviev"),
        ("Zinovyev", "Zinoviev"),
        ("Dzerjinski", "Dzerzhinsky"),
        ("Ежов", "Yezhov"),
        ("Семён", "Semyon"),
        ("Aleksandra Kollontaj", "Alexandra Kollontai"),
        ("Zizek", "Žižek"),
        ("kollontai, alexandra", "Alexandra Kollontai"),
        ("the TRADE   unions!", "Trade unions"),
        ("selfactivity", "self-activity"),
        ("workers control", "Workers' control"),
        ("9th conference", "The Ninth Conference"),
        ("straße", "STRASSE"),
        ("don't strike", "do not strike"),
    ],
)
def test_forgives_spelling(typed: str, listed: str) -> None:
    assert distance(typed, listed) == 0


@pytest.mark.parametrize(
    ("typed", "listed"),
    [
        ("Alexander Gavrilovich Shliapnikov", "Alexander Shliapnikov"),
        ("alexander gavrilovich shlyapnikov", "Alexander Shliapnikov"),
        ("Shliapnikov, Alexander Gavrilovich", "Alexander Shliapnikov"),
        ("Александр Гаврилович Шляпников", "Aleksandr Shliapnikov"),
        ("Alexandra Mikhailovna Kollontai", "Alexandra Kollontai"),
        ("Alexandra Michailowna Kollontaj", "Alexandra Kollontai"),
        ("Vladimir Ilyich Lenin", "Vladimir Lenin"),
        ("Lazar Moiseyevich Kaganovich", "Lazar Kaganovich"),
        ("Kaganovich Lazar Moiseyevich", "Lazar Kaganovich"),
        ("Alexander Gavrilovich Shliapnikov", "Alexander Gavrilovich Shliapnikov"),
        ("Alexander Gavrilovich Shliapnikov", "Shliapnikov Alexander Gavrilovich"),
        ("Александра Михайловна Коллонтай", "Kollontai Alexandra Mikhailovna"),
        ("Lazar Moiseyevich Kaganovich", "Kaganovich Lazar Moiseyevich"),
        ("Kaganovich Lazar Moiseyevich", "Lazar Moiseyevich Kaganovich"),
    ],
)
def test_takes_a_name_with_its_patronymic(typed: str, listed: str) -> None:
    assert distance(typed, listed) == 0


@pytest.mark.parametrize(
    ("typed", "listed"),
    [
        ("Sergei Pavlovich Medvedev", "Alexander Shliapnikov"),
        ("Alexander Gavrilovich Medvedev", "Alexander Shliapnikov"),
        ("Sergei Gavrilovich Shliapnikov", "Alexander Shliapnikov"),
        ("Alexander Gavrilovich", "Alexander Shliapnikov"),
        ("Gavrilovich Shliapnikov", "Alexander Shliapnikov"),
        ("Gavrilovich Alexander Shliapnikov", "Alexander Shliapnikov"),
        ("Alexander Shliapnikov Gavrilovich", "Alexander Shliapnikov"),
        ("Alexander Bukharin Shliapnikov", "Alexander Shliapnikov"),
        ("Johann Heinrich Voss", "Johann Voss"),
        ("Alexander Ivanovich Shliapnikov", "Alexander Gavrilovich Shliapnikov"),
        ("Alexander Ivanovich Shliapnikov", "Shliapnikov Alexander Gavrilovich"),
        ("trade ivanovich unions", "the trade unions"),
    ],
)
def test_takes_no_other_name_for_one_with_a_patronymic(typed: str, listed: str) -> None:
    assert distance(typed, listed) is None


@pytest.mark.parametrize("full", ["Alexander Gavrilovich Shliapnikov", "Shliapnikov Alexander Gavrilovich"])
@pytest.mark.parametrize("short", ["Alexander Shliapnikov", "Aleksandr Shlyapnikov", "Shliapnikov"])
@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("Alexander Ivanovich Shliapnikov", False),
        ("Shliapnikov, Alexander Ivanovich", False),
        ("Aleksandr Ivanovich Shlyapnikov", False),
        ("Alexander Gavrilovich Shliapnikov", True),
        ("Shliapnikov Alexander Gavrilowitsch", True),
        ("Alexander Gavrilovitch Shliapnikow", True),
    ],
)
def test_where_a_patronymic_is_listed_no_other_will_do(typed: str, short: str, full: str, right: bool) -> None:
    found = nearest(typed, [short, full])
    assert (found is not None and found.right) is right


def test_where_a_wrong_answer_lists_a_patronymic_any_other_will_do() -> None:
    right, wrong = ["Alexander Shliapnikov"], ["Alexander Ivanovich Shliapnikov"]
    found = nearest("Alexander Gavrilovich Shliapnikov", right, wrong)
    assert found == Nearest("Alexander Shliapnikov", True, 0)
    found = nearest("Alexander Ivanovich Shliapnikov", right, wrong)
    assert found is not None
    assert not found.right


def test_a_wrong_name_with_its_patronymic_is_known_as_that_wrong_name() -> None:
    found = nearest("Sergei Pavlovich Medvedev", ["Alexander Shliapnikov"], ["Sergei Medvedev"])
    assert found
    assert (found.answer, found.right) == ("Sergei Medvedev", False)


@pytest.mark.parametrize(
    ("typed", "listed", "typos"),
    [
        ("Lenim", "Lenin", 1),
        ("Trostky", "Trotsky", 1),
        ("Kolontay", "Kollontai", 1),
        ("Self activty", "self-activity", 1),
        ("burreacracy", "bureaucracy", 2),
        ("Marks", "Marx", 0),
        ("Max", "Marx", None),
        ("Lenine und", "Lenin", None),
        ("Stalin", "Lenin", None),
        ("Shliapnikov", "Alexander Shliapnikov", None),
        ("Medvedev", "Mdivani", None),
        ("not the unions", "the unions", None),
        ("no unions", "unions", None),
        ("never the trade unions", "the trade unions", None),
        ("it isn't bureaucratic", "it is bureaucratic", None),
        ("unorganised workers", "organised workers", None),
        ("non-unionised workers", "unionised workers", None),
        ("не профсоюзы", "profsoyuzy", None),
        ("dictatorship over the proletariat", "dictatorship of the proletariat", None),
        ("the Tenth Conference", "the Ninth Conference", None),
        ("38 delegates", "37 delegates", None),
        ("state run by workers", "workers run by state", None),
        ("", "Lenin", None),
        ("!?", "Lenin", None),
    ],
)
def test_counts_typos(typed: str, listed: str, typos: int | None) -> None:
    assert distance(typed, listed) == typos


def test_allows_more_typos_in_longer_answers() -> None:
    assert [allowance(letters) for letters in (0, 4, 5, 8, 9, 14, 15, 200)] == [0, 0, 1, 1, 2, 2, 3, 3]


@pytest.mark.parametrize(
    ("typed", "right", "wrong", "found"),
    [
        ("Medvedef", "Medvedev", "Mdivani", True),
        ("Mdivani", "Medvedev", "Mdivani", False),
        ("Mdivany", "Medvedev", "Mdivani", False),
        ("Maks", "Marks", "Mars", None),  # as near to the one as to the other
        ("Markz", "Marks", "Mars", True),
        ("thougt", "thought", "though", False),
        ("Bukharin", "Bukharin", "Buharin", True),  # as listed, though the two romanise alike
        ("Buharin", "Bukharin", "Buharin", False),
        ("nobody", "Medvedev", "Mdivani", None),
    ],
)
def test_never_crosses_to_another_listed_answer(typed: str, right: str, wrong: str, found: bool | None) -> None:
    answer = nearest(typed, [right], [wrong])
    assert (answer and answer.right) is found


def test_does_not_read_on_beyond_its_limit() -> None:
    answer = "word " * 40
    assert len(answer.strip()) == LONGEST - 1
    assert nearest(answer, [answer])
    assert nearest(answer + "xx", [answer]) is None
    assert nearest(answer * 2000, [answer]) is None
    assert nearest("\ufdfa" * LONGEST, [answer]) is None


def test_knows_a_blank() -> None:
    assert [blank(text) for text in ("", " \t", "?!", "a", "ж", "?" * 1000)] == [True, True, True, False, False, False]


@given(st.text(max_size=400), st.text(max_size=40))
def test_compares_any_texts(typed: str, listed: str) -> None:
    distance(typed, listed)
    assert fold(fold(typed)) == fold(typed)


@given(st.text(max_size=LONGEST).filter(fold))
def test_takes_an_answer_as_listed(answer: str) -> None:
    assert distance(answer, answer) == 0
    found = nearest(answer, [answer], ["another"])
    assert found
    assert found.right == (fold(answer) != "another" or found.answer == answer)
