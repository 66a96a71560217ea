"""Sources of linked sentences: another one, one more, or one on one side only; and how firmly the same one speaks."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from tui.articles.article import SIDES
from tui.compare.comparison import DetailKind
from tui.compare.details.attribution import Attribution, find_attributions
from tui.compare.details.found import Found, one_sided, two_sided
from tui.compare.details.ground import Ground
from tui.compare.details.parts import Parts

_FAR = 4
"""A pronoun stands for a source named at most this many sentences earlier."""

_REPORTING = frozenset({"say", "confirm", "estimate"})
"""With these a source only passes on; to claim or to deny is news of its own."""

Sources = tuple[tuple[Attribution, ...], ...]
"""The attributions of each sentence of an article."""


def read_sources(article: Sequence[Parts]) -> Sources:
    """Return the attributions of every sentence, "he said" tied to the person who spoke last where one did."""
    found: list[tuple[Attribution, ...]] = []
    last: tuple[int, Attribution] | None = None
    for number, parts in enumerate(article):
        here = []
        for attribution in find_attributions(parts):
            if attribution.is_pronoun and last and number - last[0] <= _FAR:
                attribution = replace(attribution, name=last[1].name, heads=last[1].heads, is_resolved=True)
            elif attribution.name and attribution.name.kind == "person":
                last = number, attribution
            here.append(attribution)
        found.append(tuple(here))
    return tuple(found)


def find_source_details(ground: Ground) -> Iterable[Found]:
    """Yield where linked sentences go back to different sources, or where one side of the passage has none."""
    for left, right in ground.links:
        yield from _compare(left, ground.sources["left", left.number], right, ground.sources["right", right.number])
    for side, other_side in (SIDES, SIDES[::-1]):
        for own, others in ground.facing(side):
            if any(ground.sources[other_side, parts.number] for parts in others):
                continue
            source = lone_source(ground.sources[side, own.number], ground.side(other_side))
            if source:
                why = f"only the {side} names a source"
                yield one_sided(kind_of(source), side, own, others[0], source.span, why)


def _compare(left: Parts, ours: Sequence[Attribution], right: Parts, theirs: Sequence[Attribution]) -> Iterable[Found]:
    if not ours or not theirs or any(_is_same(one, two) for one in ours for two in theirs):
        return
    one, two = ours[0], theirs[0]
    if one.heads and two.heads and {one.firmness, two.firmness} != {"claim", "deny"}:
        why = "the sides name different sources"
        yield two_sided(kind_of(one, two), (left, one.span), (right, two.span), why)


def lone_source(sources: Sequence[Attribution], others: Sequence[Parts]) -> Attribution | None:
    """Return the source that a sentence names, where `others`, which name none, do not speak of it either."""
    for source in sources:
        known = source.name and any(n.name == source.name.name for other in others for n in other.names)
        if source.firmness in _REPORTING and not source.is_resolved and source.heads and not known:
            return source
    return None


def _is_same(one: Attribution, two: Attribution) -> bool:
    if one.name and two.name and one.name.kind == two.name.kind:
        return one.name.name == two.name.name
    shared = one.heads & two.heads
    return bool(shared) and (one.heads == two.heads or not (one.is_joint or two.is_joint))


def kind_of(*attributions: Attribution) -> DetailKind:
    """Return the kind of detail that a differing source is: a person's or organisation's name, else a claim."""
    kinds = {a.name.kind for a in attributions if a.name}
    return "person" if "person" in kinds else "organisation" if "organisation" in kinds else "claim"
