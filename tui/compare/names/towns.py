"""Towns named with the state or province they lie in: "Clayton, Mo." is one place."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from tui.compare.names import lexicon
from tui.compare.names.found import Found
from tui.compare.names.phrases import phrase_of
from tui.compare.names.places import place_name
from tui.compare.names.told import DASHES

_BEHIND = frozenset({",", ".", ")", ";", ":", "", *DASHES})
"""What may stand behind a state spelt out; where "and" does, it may be one more of a list."""


def join_regions(chosen: Sequence[Found]) -> list[Found]:
    """Return an article's names with each town and the state behind it as one."""
    joined: list[Found] = []
    for found in chosen:
        if joined and _is_region_of(joined[-1], found):
            joined[-1] = joined[-1]._replace(region=found)
        else:
            joined.append(found)
    return joined


def _is_region_of(town: Found, found: Found) -> bool:
    """Say whether a name is that of the region of a town right before it."""
    words = found.stretch.words
    if (town.kind, found.kind) != ("place", "place") or town.region or town.stretch.words is not words:
        return False
    if found.first != town.last + 1 or words[town.last].text != ",":
        return False
    own, key = (phrase_of([word.text for word in one.words]) for one in (town, found))
    if place_name(own) == place_name(key):
        return True
    if key not in lexicon.regions() or own in lexicon.larger_places():
        return False
    return key.endswith(".") or (words[found.last].text if found.last < len(words) else "") in _BEHIND


def town_and_region(found: Found) -> tuple[str, str]:
    """Return what a town named with its region, and the region, are called."""
    town, region = (place_name(one.said) for one in (found, found.region or found))
    return town, region


def ambiguous_towns(named: Iterable[tuple[str, str]]) -> frozenset[str]:
    """Return the towns that the articles name with more than one region.

    >>> sorted(ambiguous_towns([("Clayton", "Missouri"), ("Clayton", "Ohio"), ("Troy", "Ohio")]))
    ['Clayton']
    """
    regions: dict[str, set[str]] = defaultdict(set)
    for town, region in named:
        regions[town].add(region)
    return frozenset(town for town, of in regions.items() if len(of) > 1)


def region_name(found: Found, several: Collection[str]) -> str:
    """Return what a town named with its region is called: its name alone unless there are `several` of that name."""
    town, region = town_and_region(found)
    whole = f"{town}, {region}"
    return whole if town in several or lexicon.phrase_key(whole) in lexicon.places() else town
