"""The names that a room offers: trades, rivers and cities of the years 1919 to 1922."""

from collections.abc import Collection

from tui.classroom.nickname import numbered
from tui.classroom.words import Nickname
from tui.quiz.shuffle import shuffled
from tui.text import Clean

OFFERED = 6
"""How many names are offered at a time."""
TRADES = (
    "Baker Carpenter Cobbler Compositor Cooper Docker Dyer Fitter Glazier Joiner Mason Metalworker Miner Moulder "
    "Printer Railwayman Seamstress Smith Spinner Stoker Tanner Telegraphist Turner Weaver"
)
"""What the workers of the time worked as."""
RIVERS = "Amur Angara Dnieper Don Dvina Irtysh Kama Kuban Lena Moskva Neva Ob Oka Pechora Svir Terek Ural Volga Yenisei"
"""By which rivers they lived."""
CITIES = (
    "Astrakhan Baku Ivanovo Kazan Kharkov Kiev Kronstadt Minsk Moscow Odessa Omsk Perm Petrograd Rostov Samara Saratov "
    "Simbirsk Tiflis Tomsk Tsaritsyn Tula Tver Vologda Yaroslavl Yekaterinburg"
)
"""In which cities they lived, as these were called."""


def names_offered(taken: Collection[str], seed: str) -> tuple[Nickname, ...]:
    """Six names that nobody has: two trades, two rivers and two cities, as long as there are.

    Args:
        taken: the names of all who have a seat.
        seed: decides which.
    """
    used = {name.casefold() for name in taken}
    lists = [_drawn(names, used, seed) for names in (TRADES, RIVERS, CITIES)]
    first = [name for names in lists for name in names[:2]]
    rest = shuffled((name for names in lists for name in names[2:]), seed)
    free = (*first, *rest)[:OFFERED]
    if len(free) < OFFERED:
        again = shuffled((*TRADES.split(), *RIVERS.split(), *CITIES.split()), seed)
        free = (*free, *(str(numbered(Clean(name), taken)) for name in again if name.casefold() in used))[:OFFERED]
    return tuple(Nickname(Clean(name)) for name in shuffled(free, seed))


def _drawn(names: str, used: Collection[str], seed: str) -> list[str]:
    return [name for name in shuffled(names.split(), seed) if name.casefold() not in used]
