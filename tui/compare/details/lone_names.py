"""People and places that one article alone names, where the sentence they stand in is told by both.

The other article must not name them anywhere, and must say the rest: who merely turns up in a sentence with more to
tell is for the brief's list of names.
"""

from collections.abc import Iterator, Sequence

from tui.articles.article import SIDES, Side, Span
from tui.compare.details.found import Found, one_sided
from tui.compare.details.ground import Ground, other_side
from tui.compare.details.groups import Group, key_of_name
from tui.compare.details.parts import Parts
from tui.compare.details.slots import CLOSE, closeness
from tui.compare.names.lexicon import adjective_of, country_of

LEAST_AROUND, LEAST_BESIDE = 0.5, 0.6
"""So much of what stands around a name, and right beside it, the other sentence must say."""
_WHY = {"place": "only the {} says where", "person": "only the {} names who"}


def find_lone_name_details(ground: Ground, found: Sequence[Found]) -> Iterator[Found]:
    """Yield the people and places that linked sentences of one side alone name.

    Parameters
    ----------
    ground
        The passage.
    found
        What other searches found in the passage: its names are not told again.
    """
    for side in SIDES:
        told = [span for one in found if (span := one.left if side == "left" else one.right)]
        for own, others in ground.facing(side):
            for group in ground.groups(own):
                if not _is_told_by_none(ground, side, own, group) or any(span.overlaps(group.span) for span in told):
                    continue
                best = ground.closest(side, own, group.span, others)
                if best and _says_the_rest(own, group.span, best) and not _is_said_otherwise(ground, side, group, best):
                    yield one_sided(group.kind, side, own, best, group.span, _WHY[group.kind].format(side))


def _is_told_by_none(ground: Ground, side: Side, own: Parts, group: Group) -> bool:
    """Say whether a group is a single name of a person or place that the other article has nowhere, and no source."""
    if group.is_list or group.kind not in _WHY or (own.slice(group.span).isupper() and len(own.slice(group.span)) > 3):
        return False  # a dateline in capitals may stand in the sentence
    if any(source.span.overlaps(group.span) for source in ground.sources(side, own)):
        return False
    return not group.members & ground.pair.told[other_side(side)].names


def _is_said_otherwise(ground: Ground, side: Side, group: Group, other: Parts) -> bool:
    """Say whether the other article has the name in another form or a longer name, or names its country for it."""
    countries = {key_of_name(country) for _, name, _ in group.told if (country := country_of().get(name))}
    if countries & ground.names_in((other,)):
        return True  # Kyiv for Ukraine
    forms = {form for _, name, _ in group.told for form in (name, adjective_of(name)) if form}
    return any(ground.pair.told[other_side(side)].says(form) for form in forms)


def _says_the_rest(own: Parts, span: Span, other: Parts) -> bool:
    return closeness(own, span, other) >= LEAST_AROUND and closeness(own, span, other, CLOSE) >= LEAST_BESIDE
