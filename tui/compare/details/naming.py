"""People, places and organisations of linked sentences: lists with other members, and another name in one slot."""

from collections.abc import Iterable, Iterator, Sequence

from rapidfuzz.fuzz import ratio

from tui.articles.article import SIDES, Span
from tui.compare.comparison import DetailKind
from tui.compare.details.attribution import Attribution
from tui.compare.details.found import Found, two_sided
from tui.compare.details.ground import Ground
from tui.compare.details.groups import Group, nouns_for_both
from tui.compare.details.parts import Parts
from tui.compare.details.places import is_part_of
from tui.compare.details.slots import LEAST_LIKENESS, alikeness

Known = tuple[frozenset[str], frozenset[str]]
"""The names that stand in or beside the left sentence and the right one."""


SAME_SPELLING = 80
"""Two names as alike as this, 0 to 100, are one name in two spellings."""

APART_LIKENESS = 0.3
"""From here on two names that the other side has nowhere near fill one slot."""
SURE_LIKENESS = 0.4
"""From here on two names fill one slot even if a neighbouring sentence of the other side has them too."""


BODY_LIKENESS = 0.5
"""Bodies and media turn up in a report for many reasons: two fill one slot only from here on."""


def find_name_details(ground: Ground) -> Iterable[Found]:
    """Yield where linked sentences name other people, places or organisations in one slot."""
    for left, right in ground.links:
        # What the left sentence may leave to its neighbours is known there, and likewise on the right.
        known = (ground.names_in(ground.near("right", right)), ground.names_in(ground.near("left", left)))
        ours = _beside_sources(ground.groups(left), ground.sources("left", left))
        theirs = _beside_sources(ground.groups(right), ground.sources("right", right))
        beside = list(_beside_the_same(ground, left, right))
        yield from beside
        if ground.is_sure(left, right):
            for found in _pairs(ground, left, ours, right, theirs, known):
                if not any(_is_within(told, found) for told in beside):
                    yield found
        yield from _both(left, ours, right, theirs)


def _is_within(told: Found, found: Found) -> bool:
    """Say whether a detail that is told already lies in the list that another one is about."""
    left = told.left and found.left and found.left.holds(told.left)
    return bool(left or (told.right and found.right and found.right.holds(told.right)))


def _pairs(
    ground: Ground, left: Parts, ours: Sequence[Group], right: Parts, theirs: Sequence[Group], known: Known
) -> Iterator[Found]:
    for one, two in _facing(ground, left, ours, right, theirs, known):
        only = one.members - known[1], two.members - known[0]
        if not one.members & two.members:
            only = one.members, two.members
        if not only[0] and not only[1]:
            continue
        kind = one.kind if one.kind != "claim" else two.kind
        yield two_sided(kind, (left, one.span), (right, two.span), _why(one, two, only))


def _beside_the_same(ground: Ground, left: Parts, right: Parts) -> Iterator[Found]:
    """Yield whom each side names beside the same person: "Ann and the union" against "Ann … Bob"."""
    for own, other, flip in ((left, right, False), (right, left, True)):
        named = ground.names_in((own,))
        single = {m: g for g in ground.groups(other) if not g.is_list and g.kind == "person" for m in g.members}
        for group in ground.groups(own):
            rest = [told for told in group.told if told[0] not in single]
            if not group.is_list or len(group.told) != 2 or len(rest) != 1:
                continue
            instead = [g for member, g in single.items() if member not in named]
            if instead:
                best = max(instead, key=lambda g: alikeness(own, rest[0][2], other, g.span))
                places = (own, rest[0][2]), (other, best.span)
                one, two = places[::-1] if flip else places
                yield two_sided("person", one, two, "named beside the same person")


def _both(left: Parts, ours: Sequence[Group], right: Parts, theirs: Sequence[Group]) -> Iterator[Found]:
    """Yield "the two countries" on one side against the two by name on the other."""
    for own, other, groups, flip in ((left, right, theirs, False), (right, left, ours, True)):
        for span in nouns_for_both(own):
            for group in groups:
                if (
                    group.is_list
                    and len(group.members) == 2
                    and alikeness(own, span, other, group.span) >= LEAST_LIKENESS
                ):
                    one, two = ((other, group.span), (own, span)) if flip else ((own, span), (other, group.span))
                    yield two_sided(group.kind, one, two, f"only the {'left' if flip else 'right'} names them")


def _beside_sources(groups: Iterable[Group], sources: Sequence[Attribution]) -> list[Group]:
    """Return the groups of a sentence that are not named as its source: those are compared as sources."""
    return [g for g in groups if not any(source.span.overlaps(g.span) for source in sources)]


def _facing(
    ground: Ground, left: Parts, ours: Iterable[Group], right: Parts, theirs: Iterable[Group], known: Known
) -> Iterator[tuple[Group, Group]]:
    """Yield the groups that fill one slot with other names, each once, those that share a member first."""
    pairs = []
    is_close = ground.is_best_of_one(left, right)
    named = ground.names_in((left,)), ground.names_in((right,))
    facing = [(two, two.members) for two in theirs]
    for one in ours:
        members = one.members
        for two, others in facing:
            if members == others or not _are_akin(one.kind, two.kind) or _is_short_form(one, two):
                continue
            if left.slice(one.span).casefold() == right.slice(two.span).casefold():
                continue
            shared = bool(members & others)
            here = members & named[1] or others & named[0]
            if not shared and (here or not is_close):
                continue
            like = alikeness(left, one.span, right, two.span)
            apart = not (members & known[1] or others & known[0])
            least = APART_LIKENESS if apart or _lie_in_one_country(one, two) else SURE_LIKENESS
            if one.kind == two.kind == "organisation" and not _are_spelt_alike(members, others):
                least = BODY_LIKENESS
            if shared and (one.is_list == two.is_list or like >= APART_LIKENESS):
                pairs.append((False, -like, one.span.start, two.span.start, one, two))
            elif is_close and not here and like >= least:
                pairs.append((not shared, -like, one.span.start, two.span.start, one, two))
    used = (set[Span](), set[Span]())
    for *_, one, two in sorted(pairs, key=lambda p: p[:4]):
        if one.span not in used[0] and two.span not in used[1]:
            used[0].add(one.span)
            used[1].add(two.span)
            yield one, two


def _lie_in_one_country(one: Group, two: Group) -> bool:
    """Say whether every place of one group is told as a part, or as the whole, of where those of the other lie."""
    if one.kind != "place" or two.kind != "place":
        return False
    return all(any(is_part_of(name, other) for _, other, _ in two.told) for _, name, _ in one.told)


def _is_short_form(one: Group, two: Group) -> bool:
    """Say whether one is the other's name cut short: "Halden" for "Halden Foods"."""
    if len(one.told) > 1 or len(two.told) > 1:
        return False
    words = sorted((one.told[0][1].split(), two.told[0][1].split()), key=len)
    return words[0] == words[1][: len(words[0])] or words[0] == words[1][-len(words[0]) :]


def _are_akin(one: DetailKind, two: DetailKind) -> bool:
    """Say whether names of two kinds can fill one slot; a list of unknown words can fill any."""
    return one == two or "claim" in (one, two)


def _are_spelt_alike(one: frozenset[str], two: frozenset[str]) -> bool:
    """Say whether two names, given by their keys, are one in two spellings."""
    return len(one) == len(two) == 1 and ratio(*one, *two) >= SAME_SPELLING


def _why(one: Group, two: Group, only: tuple[frozenset[str], frozenset[str]]) -> str:
    told = [
        f"only {side}: {group.shown(keys)}" for side, group, keys in zip(SIDES, (one, two), only, strict=True) if keys
    ]
    if _are_spelt_alike(*only):
        return "the name is spelt in two ways"
    if one.members & two.members and not (one.is_list or two.is_list):
        return "one side is more specific (" + "; ".join(told) + ")"
    return "; ".join(told)
