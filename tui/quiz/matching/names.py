"""Names of people: one name under rival romanisations, and with the last name first."""

import re

_CARONS = str.maketrans({"š": "sh", "č": "ch", "ž": "zh", "щ": "sh"})

# In this order: a later rule works on what an earlier one left.
_RULES = (
    ("shch|stch|tsch", "sh"),  # щ: Shchedrin, Štedrin
    ("tch", "ch"),  # Tchaikovsky
    ("sch", "sh"),  # Schljapnikow
    ("kh", "h"),  # Bukharin
    ("zh", "j"),  # Dzerzhinsky, Dzerjinsky
    ("x", "ks"),  # Alexandra, Aleksandra
    ("tz", "ts"),  # Trotzki
    ("w", "v"),  # Kollontaj, Schljapnikow
    ("ff?\\b", "v"),  # Romanoff
    ("[yj][eo]|ie", "e"),  # Yezhov, Ezhov; Potyomkin, Potemkin; Zinoviev, Zinovev
    ("[yj]", "i"),  # Shlyapnikov, Shliapnikov, Shljapnikov; Trotsky, Trotski
    ("i{2,}", "i"),  # Trotskii
)

_PATRONYMIC = re.compile(
    "[a-z]{2,}[eo][vw](i(ch|tch|tsch|c|cz)|n[ao])"  # Gavrilovich, Gawrilowitsch, Gavrilović; Mikhailovna
    "|(il[yi]?|luk|[a-z]{1,3}m|nikit|savv?)(ich|itch|itsch|ic)"  # Ilyich, Kuzmich
    "|(il[yi]n|lukin|[a-z]{1,3}min|nikit|savv?)(ich|itch|itsch)n[ao]"
)


def carons_spelt(text: str) -> str:
    """Text in small letters with the carons of scholars' romanisation spelt out: "šljapnikov" is "shljapnikov"."""
    return text.translate(_CARONS)


def romanised(folded: str) -> str:
    """A key that the rival romanisations of one Russian name share.

    It reads ya = ia = ja, yu = iu = ju, y = i = j, kh = h, zh = j, x = ks, ye = ie = yo = e, w = v, and
    -sky = -ski = -skii.

    Args:
        folded: the name in small ASCII letters, words parted by single blanks.
    """
    for pattern, into in _RULES:
        folded = re.sub(pattern, into, folded)
    return folded


def last_name_first(name: str) -> str | None:
    """A person's name with its last word first ("Kollontai Alexandra"), or nothing where it is no such name.

    A name is taken to be two to four words, each with a capital: sentences keep their order.
    """
    words = name.split()
    if not 2 <= len(words) <= 4 or not all(word[0].isupper() for word in words):
        return None
    return " ".join([words[-1], *words[:-1]])


def is_patronymic(folded: str) -> bool:
    """Whether a word is a Russian patronymic: Gavrilovich, Mikhailovna.

    Args:
        folded: the word in small ASCII letters.
    """
    return bool(_PATRONYMIC.fullmatch(folded))
