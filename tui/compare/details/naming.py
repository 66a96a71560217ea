"""People, places and organisations of linked sentences: lists with other members, and another name in one slot."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tui.articles.article import SIDES, Span
from tui.compare.comparison import DetailKind
from tui.compare.details.attribution import Attribution
from tui.compare.details.found import Found, two_sided
from tui.compare.details.ground import Ground
from tui.compare.details.parts import Parts
from tui.compare.details.slots import LEAST_LIKENESS, alikeness
from tui.compare.reading import Name

_IN_LIST = re.compile(r"\s*(?:,|,?\s*(?:and|or|&|as well as))\s*(?:the\s+)?", re.IGNORECASE)
_JOINED = re.compile(r"\b(?:and|or|as well as)\b|&", re.IGNORECASE)
_IN_CHAIN = re.compile(
    r"(?:['’]s?)?\s*(?:,\s*)?(?:(?:the|in|of|off|on|near|around|at|from|"
    r"(?:north|south|east|west|northwest|northeast|southwest|southeast)(?:ern)?|central|mountainous|remote|coastal|"
    r"island|islands|province|region|district|city|town|village|state|county|coast|port|capital|resort|peninsula|"
    r"heart|centre|center|middle|outskirts|tip|suburb|neighbourhood|neighborhood|camp|area)\s*)*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Group:
    """Names that stand together: a list ("Iran, Syria and Yemen") or a place told step by step ("Sochi in Russia")."""

    names: tuple[Name, ...]
    is_list: bool

    @property
    def span(self) -> Span:
        """From the first name to the last."""
        return Span(self.names[0].start, self.names[-1].end)

    @property
    def members(self) -> frozenset[str]:
        """Who or what is named."""
        return frozenset(name.name for name in self.names)

    @property
    def kind(self) -> DetailKind:
        """The kind of its first name."""
        return self.names[0].kind


def group_names(parts: Parts) -> tuple[Group, ...]:
    """Return the names of a sentence, those that stand together as one group."""
    return tuple(_groups(parts))


def _groups(parts: Parts) -> Iterator[Group]:
    run: list[Name] = []
    gaps: list[str] = []
    for name in parts.names:
        gap = parts.slice(Span(run[-1].end, name.start)) if run else ""
        if run and (_IN_LIST.fullmatch(gap) or (name.kind == run[-1].kind == "place" and _IN_CHAIN.fullmatch(gap))):
            run.append(name)
            gaps.append(gap)
            continue
        if run:
            yield _group(run, gaps)
        run, gaps = [name], []
    if run:
        yield _group(run, gaps)


def _group(run: list[Name], gaps: list[str]) -> Group:
    joined = any(_JOINED.search(gap) for gap in gaps)
    commas = sum(gap.strip() == "," for gap in gaps)
    return Group(tuple(run), joined or commas > 1 or (commas == 1 and run[0].kind != "place"))


def find_name_details(ground: Ground) -> Iterable[Found]:
    """Yield where linked sentences name other people, places or organisations in one slot."""
    for left, right in ground.links:
        # What the left sentence may leave to its neighbours is known there, and likewise on the right.
        known = (_names_in(ground.near("right", right)), _names_in(ground.near("left", left)))
        ours = _beside_sources(left, ground.sources["left", left.number])
        theirs = _beside_sources(right, ground.sources["right", right.number])
        for one, two in _facing(left, ours, right, theirs, known):
            only = one.members - known[1], two.members - known[0]
            if only[0] or only[1]:
                yield two_sided(one.kind, (left, one.span), (right, two.span), _why(one, two, only))


def _names_in(sentences: Iterable[Parts]) -> frozenset[str]:
    return frozenset(name.name for parts in sentences for name in parts.names)


def _beside_sources(parts: Parts, sources: Iterable[Attribution]) -> list[Group]:
    """Return the groups of a sentence that are not named as its source: those are compared as sources."""
    return [g for g in group_names(parts) if not any(source.span.overlaps(g.span) for source in sources)]


def _facing(
    left: Parts,
    ours: Iterable[Group],
    right: Parts,
    theirs: Iterable[Group],
    known: Sequence[frozenset[str]],
) -> Iterator[tuple[Group, Group]]:
    """Yield the groups that fill one slot with other names, each once, those that share a member first."""
    pairs = []
    for one in ours:
        for two in theirs:
            shared = one.members & two.members
            if one.members == two.members or not _are_akin(one, two):
                continue
            like = alikeness(left, one.span, right, two.span)
            alone = not (one.members & known[1] or two.members & known[0])
            if shared or (alone and like >= LEAST_LIKENESS):
                pairs.append((not shared, -like, one.span.start, two.span.start, one, two))
    used = set[Span]()
    for *_, one, two in sorted(pairs, key=lambda p: p[:4]):
        if one.span not in used and two.span not in used:
            used |= {one.span, two.span}
            yield one, two


def _are_akin(one: Group, two: Group) -> bool:
    """Say whether two groups can fill one slot: of one kind, or countries and bodies that act like people."""
    return one.kind == two.kind


def _why(one: Group, two: Group, only: tuple[frozenset[str], frozenset[str]]) -> str:
    told = [f"only {side}: {', '.join(sorted(names))}" for side, names in zip(SIDES, only, strict=True) if names]
    if one.members & two.members and not (one.is_list or two.is_list):
        return "one side is more specific (" + "; ".join(told) + ")"
    return "; ".join(told)
