"""Sources of linked sentences: another one, one more, or one on one side only; and how firmly the same one speaks."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from tui.articles.article import SIDES, Side, Span
from tui.compare.comparison import DetailKind
from tui.compare.details.attribution import Attribution, find_attributions
from tui.compare.details.found import Found, one_sided, two_sided
from tui.compare.details.ground import Ground, other_side
from tui.compare.details.parts import Parts, words_of
from tui.compare.details.slots import LEAST_LIKENESS, alikeness
from tui.compare.figures.compare import relation_of
from tui.disk.tables import read_table

_CHANNELS = Path(__file__).parent / "channels.tsv"
_CHANNEL_REACH = 6
"""The occasion or medium is told at most so many words after the verb."""
_NEXT = 4
"""A time right after it, at most so many characters off, belongs to it: "on Twitter on Monday"."""
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
        ours, theirs = ground.sources("left", left), ground.sources("right", right)
        if ground.is_sure(left, right):
            yield from _compare(left, ours, right, theirs)
    for side in SIDES:
        yield from _channels(ground, side)
    for side, across in (SIDES, SIDES[::-1]):
        for own, others in ground.facing(side):
            near = ground.near(side, own)
            if any(ground.sources(across, parts) or _is_spoken(parts) for parts in near):
                continue
            source = lone_source(ground.sources(side, own), near)
            if source and not _is_named_beside(ground, across, source, others):
                why = f"only the {side} names a source"
                yield one_sided(kind_of(source), side, own, others[0], source.span, why)


def _is_named_beside(ground: Ground, side: Side, source: Attribution, others: Sequence[Parts]) -> bool:
    """Say whether a sentence of `side` right before or after some goes back to the same source.

    Which of two sentences in a row the words "police said" stand in is the writer's choice.
    """
    every = ground.pair.sources[side]
    beside = {n + step for n in (parts.number for parts in others) for step in (-1, 1)}
    return any(_is_same(source, one) for n in beside if 0 <= n < len(every) for one in every[n])


def _is_told_of(source: Attribution, other: Parts) -> bool:
    """Say whether the other sentence speaks of the person who is the source here."""
    is_person = source.name is not None and source.name.kind == "person"
    return is_person and any(source.name and n.name == source.name.name for n in other.names)


def _is_spoken(parts: Parts) -> bool:
    """Say whether a sentence quotes somebody whom the text names."""
    return any(quotation.speaker for quotation in parts.quotations)


def _compare(left: Parts, ours: Sequence[Attribution], right: Parts, theirs: Sequence[Attribution]) -> Iterable[Found]:
    yield from _contradictions(left, ours, right, theirs)
    every = ours, theirs
    ours, theirs = _without_same(ours, theirs)
    pairs = [
        (one, two)
        for one in ours
        for two in theirs
        # Who speaks here may be spoken of there: two statements.
        if not (_is_told_of(one, right) or _is_told_of(two, left))
        and one.heads
        and two.heads
        and _are_comparable(one.firmness, two.firmness)
    ]
    if pairs:
        of_one_value = _sources_of_one_value(left, every[0], right, every[1])
        one, two = next((pair for pair in pairs if pair in of_one_value), pairs[0])
        yield two_sided(kind_of(one, two), (left, _shown(left, one)), (right, _shown(right, two)), _why(one, two))


def _shown(parts: Parts, source: Attribution) -> Span:
    """Return where a source is shown: where its sentence names it in full, if that is not where it speaks."""
    if source.name is None or source.name.kind != "person":
        return source.span
    forms = [n.span for n in parts.names if n.name == source.name.name and not source.span.overlaps(n.span)]
    fullest = max(forms, key=lambda span: span.end - span.start, default=source.name.span)
    return fullest if fullest.end - fullest.start > source.name.end - source.name.start else source.span


def _sources_of_one_value(
    left: Parts, ours: Sequence[Attribution], right: Parts, theirs: Sequence[Attribution]
) -> list[tuple[Attribution, Attribution]]:
    """Return the sources that stand nearest to a value which both sentences give."""
    return [
        (_nearest(ours, one.start), _nearest(theirs, two.start))
        for one in left.figures
        for two in right.figures
        if ours and theirs and relation_of(one, two).verdict == "same"
    ]


def _nearest(sources: Sequence[Attribution], at: int) -> Attribution:
    return min(sources, key=lambda source: min(abs(source.span.start - at), abs(source.span.end - at)))


def _contradictions(
    left: Parts, ours: Sequence[Attribution], right: Parts, theirs: Sequence[Attribution]
) -> Iterator[Found]:
    """Yield where one source denies on one side what it admits on the other, or claims what it says."""
    for one in ours:
        for two in theirs:
            firmness = {one.firmness, two.firmness}
            if not _is_same(one, two) or alikeness(left, one.verb, right, two.verb, own=False) < LEAST_LIKENESS:
                continue
            if firmness in ({"deny", "admit"}, {"deny", "confirm"}):
                denier = "left" if one.firmness == "deny" else "right"
                why = f"denied on the {denier}, not on the other side"
                yield two_sided("claim", (left, one.verb), (right, two.verb), why, conflict=True)
                return
            if firmness == {"say", "claim"} and not _accuses(left, one) and not _accuses(right, two):
                why = f"only a claim on the {'left' if one.firmness == 'claim' else 'right'}"
                yield two_sided("claim", (left, one.verb), (right, two.verb), why)
                return


def _channels(ground: Ground, side: Side) -> Iterator[Found]:
    """Yield where only `side` tells where the same source spoke: "said on television", "said"."""
    for own, others in ground.facing(side):
        for one in ground.sources(side, own):
            where = _spoken_where(own, one)
            same = _said_by_the_same(ground, side, own, one) if where else []
            if where is None or not same or any(_spoken_where(other, two) for other, two in same):
                continue
            other, two = same[0]
            if other in others and not _tells_channel(own, where, other):
                places = (own, where), (other, two.verb)
                left, right = places if side == "left" else places[::-1]
                yield two_sided("claim", left, right, f"only the {side} tells where it was said")
                break


def _tells_channel(own: Parts, where: Span, other: Parts) -> bool:
    """Say whether the other sentence speaks of the medium or occasion in another place: "in her letter, she wrote"."""
    nouns = frozenset[str]().union(*_channel_nouns().values())
    return any(word.text in nouns and word.stem in other.stems for word in own.within(where))


def _accuses(parts: Parts, source: Attribution) -> bool:
    """Say whether a source accuses somebody, which is no weaker way of saying the same."""
    return any(w.text in words_of("accusing") for w in parts.within(source.verb))


def _said_by_the_same(ground: Ground, side: Side, own: Parts, one: Attribution) -> list[tuple[Parts, Attribution]]:
    """Return where the other article has the same source say alike things: its closest sentence, then the likest."""
    found = []
    for other in ground.sure_partners(side, own):
        pair = (own, other) if side == "left" else (other, own)
        for two in ground.sources(other_side(side), other):
            like = alikeness(own, one.verb, other, two.verb, own=False)
            if _is_same(one, two) and like >= LEAST_LIKENESS:
                found.append((not ground.is_best(*pair), -like, other.number, other, two))
    return [(other, two) for *_, other, two in sorted(found, key=lambda f: f[:3])]


def _spoken_where(parts: Parts, attribution: Attribution) -> Span | None:
    """Return the verb with the occasion or medium told after it, or none."""
    after = [w for w in parts.words if w.start >= attribution.verb.end][:_CHANNEL_REACH]
    for at, word in enumerate(after[:2]):
        nouns = _channel_nouns().get(word.text, frozenset[str]())
        told = [w for w in after[at + 1 :] if w.text in nouns and w.clause == word.clause]
        if told:
            when = next((d for d in parts.dates if 0 < d.start - told[-1].end <= _NEXT), None)
            return Span(attribution.verb.start, when.end if when else told[-1].end)
    return None


@cache
def _channel_nouns() -> dict[str, frozenset[str]]:
    return {preposition: frozenset(nouns.split()) for preposition, nouns in read_table(_CHANNELS)}


def _without_same(
    ours: Sequence[Attribution], theirs: Sequence[Attribution]
) -> tuple[list[Attribution], list[Attribution]]:
    """Return the sources that the other sentence does not go back to."""
    return (
        [one for one in ours if not any(_is_same(one, two) for two in theirs)],
        [two for two in theirs if not any(_is_same(one, two) for one in ours)],
    )


def _are_comparable(one: str, two: str) -> bool:
    """Say whether two sources can tell of the same thing: who accuses is not held against who denies."""
    return one == two or not ({one, two} & {"claim", "deny"}) or "say" in (one, two)


def _why(one: Attribution, two: Attribution) -> str:
    shared = one.heads & two.heads
    if shared and one.is_joint != two.is_joint:
        return f"the {'left' if one.is_joint else 'right'} names one source more"
    people = [side for side, a in zip(SIDES, (one, two), strict=True) if a.name and a.name.kind == "person"]
    if len(people) == 1:
        return f"only the {people[0]} names who speaks"
    return "the sides name different sources"


def lone_source(sources: Sequence[Attribution], others: Sequence[Parts]) -> Attribution | None:
    """Return the source that a sentence names, where `others`, which name none, do not speak of it either."""
    for source in sources:
        known = source.name and any(n.name == source.name.name for other in others for n in other.names)
        if source.firmness in _REPORTING and not source.is_resolved and source.heads and not known:
            return source
    return None


def _is_same(one: Attribution, two: Attribution) -> bool:
    if one.is_joint != two.is_joint:
        return False
    people = [a.name for a in (one, two) if a.name and a.name.kind == "person"]
    if people:
        return len(people) == 2 and people[0].name == people[1].name
    if one.name and two.name and one.name.kind == two.name.kind:
        return one.name.name == two.name.name
    return bool(one.heads & two.heads)


def kind_of(*attributions: Attribution) -> DetailKind:
    """Return the kind of detail that a differing source is: that of who is named, else a claim."""
    kinds = {a.name.kind for a in attributions if a.name}
    ranked: tuple[DetailKind, ...] = ("person", "organisation", "place")
    return next((kind for kind in ranked if kind in kinds), "claim")
