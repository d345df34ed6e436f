"""Claims, and the trees that grow from what supports them and objects to them."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from functools import cache

from msgspec.structs import replace

from tui.guide.blocks import Argument
from tui.guide.errors import Place
from tui.guide.limits import Limits
from tui.guide.problems import Problems, did_you_mean, shorten
from tui.guide.tables import Claim
from tui.guide.words import StanceId
from tui.text import Clean


def linked(
    claims: dict[str, Claim],
    is_told: Callable[[str], bool],
    places: Mapping[str, Place],
    problems: Problems,
    limits: Limits,
) -> dict[str, Claim]:
    """The claims, without the links that lead nowhere, round in a circle or too deep.

    Args:
        claims: the sound claims by id.
        is_told: whether it was told already why a claim is not among them.
        places: where each claim's link stands.
        problems: where to tell what is wrong.
        limits: how deep an argument may be.
    """
    kept = dict(claims)

    def cut(claim_id: str, told: tuple[str, str, str] | None) -> None:
        if told is not None:
            problems.error(places[claim_id], *told)
        kept[claim_id] = replace(kept[claim_id], supports=None, objects_to=None)

    for claim in claims.values():
        parent = _parent(claim)
        if parent is not None and parent not in claims:
            hint = did_you_mean(parent, claims, "name the id of another claim")
            told = ("unknown-claim", f"there is no claim `{shorten(parent)}`", hint)
            cut(claim.id, None if is_told(parent) else told)
    below = _below(kept)
    order = {claim_id: place for place, claim_id in enumerate(kept)}
    seen: set[str] = set()
    for claim_id in [*(claim.id for claim in kept.values() if _parent(claim) is None), *kept]:
        root = claim_id
        if claim_id not in seen and _parent(kept[claim_id]) is not None:
            circle = _circle(claim_id, kept)
            root = min(circle, key=order.__getitem__)
            way = shorten(" → ".join([*circle, circle[0]]), 200)
            cut(root, ("argument-in-a-circle", f"the argument goes round in a circle: {way}", "take one link out"))
        if root not in seen:
            for deep in _too_deep(root, below, seen, limits.depth):
                message = f"the argument is more than {limits.depth} claims deep here"
                cut(deep, ("argument-too-deep", message, "let this claim hang on one further up"))
    return kept


def _parent(claim: Claim) -> str | None:
    return claim.objects_to if claim.supports is None else claim.supports


def _below(claims: Mapping[str, Claim]) -> Mapping[str, list[str]]:
    """The claims that hang on each claim."""
    below: defaultdict[str, list[str]] = defaultdict(list)
    for claim in claims.values():
        parent = _parent(claim)
        if parent is not None:
            below[parent].append(claim.id)
    return below


def _circle(claim_id: str, claims: Mapping[str, Claim]) -> list[str]:
    """The circle that a claim stands in, or hangs on."""
    way: dict[str, int] = {}
    at = claim_id
    while at not in way:
        way[at] = len(way)
        at = _parent(claims[at]) or at
    return list(way)[way[at] :]


def _too_deep(root: str, below: Mapping[str, list[str]], seen: set[str], limit: int) -> Iterator[str]:
    """The claims of a tree that stand too deep; what hangs on them is counted from them on."""
    waiting = [(root, 1)]
    while waiting:
        claim_id, depth = waiting.pop()
        if claim_id in seen:
            continue
        seen.add(claim_id)
        if depth > limit:
            depth = 1
            yield claim_id
        waiting.extend((child, depth + 1) for child in reversed(below.get(claim_id, [])))


def trees_of(claims: Mapping[str, Claim], stances: Mapping[StanceId, Clean]) -> Callable[[str], Argument]:
    """A function that gives the tree which grows from a claim; links go round in no circle.

    Args:
        claims: the sound claims by id.
        stances: whose views there are, in the learner's words.
    """
    because: defaultdict[str, list[str]] = defaultdict(list)
    but: defaultdict[str, list[str]] = defaultdict(list)
    for claim in claims.values():
        if claim.supports is not None:
            because[claim.supports].append(claim.id)
        elif claim.objects_to is not None:
            but[claim.objects_to].append(claim.id)

    @cache
    def tree(claim_id: str) -> Argument:
        claim = claims[claim_id]
        return Argument(
            claim=claim,
            holder=stances[claim.holder],
            because=tuple(map(tree, because[claim_id])),
            but=tuple(map(tree, but[claim_id])),
            hits=None if claim.hits is None else stances[claim.hits],
        )

    return tree
