"""Names that stand together in a sentence: lists of members, places told step by step, and nouns for both of two."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from tui.articles.article import Span
from tui.compare.comparison import DetailKind
from tui.compare.details.parts import Parts
from tui.compare.names.lexicon import adjectives, country_of
from tui.compare.reading import Name
from tui.compare.tokens import tokenize

_IN_LIST = re.compile(
    r"\s*(?:,|,?\s*(?:and|or|&|as well as))\s*(?:the\s+)?(?:[a-z]+s\s+of\s+(?:the\s+)?)?", re.IGNORECASE
)
_JOINED = re.compile(r"\b(?:and|or|as well as)\b|&", re.IGNORECASE)
_IN_CHAIN = re.compile(
    r"(?:['’]s?)?\s*(?:,\s*)?(?:(?:the|in|of|off|on|near|around|at|from|"
    r"(?:north|south|east|west|northwest|northeast|southwest|southeast)(?:ern)?|central|mountainous|remote|coastal|"
    r"island|islands|province|region|district|city|town|village|state|county|coast|port|capital|resort|peninsula|"
    r"heart|centre|center|middle|outskirts|tip|suburb|neighbourhood|neighborhood|camp|area|"
    r"an?|larger|regency|prefecture|governorate|oblast|canton|municipality|territory)\s*)*",
    re.IGNORECASE,
)
# Bounded throughout: a text in capitals, or one endless word, must not make the search slow.
_CAPITALISED = r"\b[A-Z][\w’'-]{0,40}(?:\s[A-Z][\w’'-]{0,40}){0,4}"
_ENUMERATION = re.compile(
    rf"{_CAPITALISED}(?:,\s(?:the\s)?{_CAPITALISED}){{0,20}},?\s+and\s+(?:the\s+)?(?:[a-z]+s\s+of\s+(?:the\s+)?)?{_CAPITALISED}"
    rf"(?:(?:,\s{_CAPITALISED}){{0,20}},?\s+and\s+{_CAPITALISED})?"
)
_AND_ANOTHER = re.compile(r"and\s+(?:the\s+)?(?:[a-z]+s\s+of\s+(?:the\s+)?)?[A-Z]")
"""What no such list is without, sooner looked for."""
_WHAT_IT_IS = re.compile(
    r"(?:the\s)?(?:[a-z]{1,20}\s)?(?:city|town|village|island|province|region|district|state|county|port|resort|suburb|"
    r"peninsula|neighbourhood|neighborhood|capital)\sof\s(?:the\s)?$"
)
_LONGEST_GAP = 60
"""Names farther apart than so many characters do not stand together."""
_MEMBER = re.compile(_CAPITALISED)


class Group(NamedTuple):
    """Names that stand together: a list ("Iran, Syria and Yemen"), a place told step by step, or a single name."""

    span: Span
    told: tuple[str, ...]
    """Each member by the key that is the same for every form of it."""
    kind: DetailKind
    is_list: bool = False

    @property
    def members(self) -> frozenset[str]:
        """Who or what is named, by key."""
        return frozenset(self.told)


def group_names(parts: Parts) -> tuple[Group, ...]:
    """Return the names of a sentence, those that stand together as one group, in its order."""
    groups = list(_groups(parts))
    lists = [one for one in _enumerations(parts) if not any(_says_as_much(g, one) for g in groups)]
    kept = [g for g in groups if not any(one.span.overlaps(g.span) for one in lists)]
    return tuple(sorted((*kept, *lists), key=lambda g: g.span.start))


def _groups(parts: Parts) -> Iterator[Group]:
    run: list[Name] = []
    gaps: list[str] = []
    for name in parts.names:
        gap = parts.slice(Span(run[-1].end, name.start)) if run else ""
        if run and _joins(run, gap, name):
            run.append(name)
            gaps.append(gap)
            continue
        if run:
            yield _group(parts, run, gaps)
        run, gaps = [name], []
    if run:
        yield _group(parts, run, gaps)


def _joins(run: list[Name], gap: str, name: Name) -> bool:
    if len(gap) > _LONGEST_GAP:
        return False
    if name.kind == run[-1].kind == "place" and _IN_CHAIN.fullmatch(gap):
        return True
    # "before he met Ann, Bob left": a comma alone joins no people.
    return bool(_IN_LIST.fullmatch(gap)) and (bool(_JOINED.search(gap)) or name.kind == "place")


def _what_it_is(parts: Parts, start: int) -> re.Match[str] | None:
    """Return "the town of" right before a place, if it stands there."""
    return _WHAT_IT_IS.search(parts.text, max(0, start - _LONGEST_GAP), start)


def _group(parts: Parts, run: list[Name], gaps: list[str]) -> Group:
    joined = any(_JOINED.search(gap) for gap in gaps)
    commas = sum(gap.strip() == "," for gap in gaps)
    told = tuple(key_of_name(name.name) for name in run)
    start = run[0].start
    if run[0].kind == "place" and (what := _what_it_is(parts, start - parts.span.start)):
        start = parts.span.start + what.start()
    return Group(Span(start, run[-1].end), told, run[0].kind, joined or commas > 1)


@lru_cache(maxsize=4096)
def key_of_name(name: str) -> str:
    """Return one key for a name however it is written: "US" is "United States", "Italian province" is Italy."""
    name = name.partition(" (")[0] or name
    adjective, _, noun = name.partition(" ")
    if noun.islower() and adjective in country_of():
        name = country_of()[adjective]
    return "".join(token.word for token in tokenize(name)) or name


def _enumerations(parts: Parts) -> Iterator[Group]:
    """Yield lists of capitalised words, known as names or not; a sentence's first word may only look like one."""
    for match in _ENUMERATION.finditer(parts.text) if _AND_ANOTHER.search(parts.text) else ():
        if any(_reaches_across(parts, name, match.span()) for name in parts.names):
            continue
        told: list[tuple[str, Span]] = []
        kinds: list[DetailKind] = []
        for piece in _MEMBER.finditer(parts.text, match.start(), match.end()):
            span = Span(parts.span.start + piece.start(), parts.span.start + piece.end())
            known = next((n for n in parts.names if n.span.overlaps(span)), None)
            span = known.span if known else span
            if not known and piece.group() in adjectives():
                span = Span(span.start, _end_of_word_after(parts, span.end))
            name = known.name if known else parts.slice(span).removesuffix("'s").removesuffix("’s")
            told.append((key_of_name(name), span))
            kinds.extend([known.kind] if known else [])
        if len(told) > 2 or (len(told) == 2 and (match.start() > 0 or kinds)):
            whole = Span(min(span.start for _, span in told), max(span.end for _, span in told))
            yield Group(whole, tuple(key for key, _ in told), max(kinds, key=kinds.count, default="claim"), True)


def _end_of_word_after(parts: Parts, end: int) -> int:
    """Return where the word after `end` ends: "the Russian leadership" is who is meant, not "Russian"."""
    return next((word.end for word in parts.words if word.start >= end), end)


def _reaches_across(parts: Parts, name: Name, place: tuple[int, int]) -> bool:
    """Say whether a name holds the "and" of a supposed list: "Relief and Works Agency" is one body."""
    start, end = name.start - parts.span.start, name.end - parts.span.start
    return start < place[1] and place[0] < end and bool(_JOINED.search(parts.text, start, end))


def _says_as_much(group: Group, enumeration: Group) -> bool:
    return group.is_list and group.span.overlaps(enumeration.span) and len(group.members) >= len(enumeration.members)
