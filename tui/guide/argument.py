"""Claims, and the trees that grow from what supports them and objects to them."""

from collections import defaultdict
from collections.abc import Callable, Mapping
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
    for claim in claims.values():
        parent = _parent(claim)
        if parent is None:
            continue
        if parent not in claims:
            if not is_told(parent):
                hint = did_you_mean(parent, claims, "name the id of another claim")
                problems.error(places[claim.id], "unknown-claim", f"there is no claim `{shorten(parent)}`", hint)
        elif (way := _way_up(claim, kept)) and claim.id in way[1:]:
            shown = shorten(" → ".join(way), 200)
            message = f"the argument goes round in a circle: {shown}"
            problems.error(places[claim.id], "argument-in-a-circle", message, "take one of the links out")
        elif len(way) > limits.depth:
            message = f"the argument is more than {limits.depth} claims deep here"
            problems.error(places[claim.id], "argument-too-deep", message, "let this claim hang on one further up")
        else:
            continue
        kept[claim.id] = replace(claim, supports=None, objects_to=None)
    return kept


def _parent(claim: Claim) -> str | None:
    return claim.objects_to if claim.supports is None else claim.supports


def _way_up(claim: Claim, claims: dict[str, Claim]) -> list[str]:
    """The ids from a claim up to its root, or up to the first that comes twice."""
    way, parent = [claim.id], _parent(claim)
    while parent in claims:
        repeated = parent in way
        way.append(parent)
        if repeated or len(way) > len(claims):
            break
        parent = _parent(claims[parent])
    return way


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
