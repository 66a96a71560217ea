"""People whom one side names and the other only describes: "a US official" against "Kerry"."""

from collections.abc import Iterable, Iterator

from tui.articles.article import SIDES, Side, Span
from tui.compare.details.found import Found, two_sided
from tui.compare.details.ground import Ground, other_side
from tui.compare.details.groups import key_of_name
from tui.compare.details.parts import Parts, words_of
from tui.compare.details.slots import alikeness
from tui.compare.reading import Name

LEAST_LIKENESS = 0.45
"""A description and a name are told of one person only in slots as alike as this."""
_MOST_WORDS = 4
"""A description has at most so many words before its noun."""


def find_unnamed_details(ground: Ground) -> Iterable[Found]:
    """Yield where a sentence only describes whom the one it is linked to names."""
    for side in SIDES:
        for own, others in ground.facing(side):
            named = {name.name for name in own.names}
            partners = ground.sure_partners(side, own)
            for span, is_known in _described(ground, side, own):
                pairs = [
                    (alikeness(own, span, other, name.span, own=False), other, name)
                    for other in partners
                    for name in _people(ground, other_side(side), other)
                    if name.name not in named
                    and not _is_said(own, span, other, name)
                    # "the mayor" may have been named before, as long as the article names that person anywhere.
                    and not (is_known and key_of_name(name.name) in ground.pair.told[side].names)
                ]
                likeness, other, name = max(pairs, key=lambda p: p[0], default=(0.0, own, None))
                if name and likeness >= LEAST_LIKENESS and other in others:
                    places = (own, span), (other, name.span)
                    one, two = places if side == "left" else places[::-1]
                    yield two_sided("person", one, two, f"only the {other_side(side)} names who it is")


def _people(ground: Ground, side: Side, parts: Parts) -> Iterator[Name]:
    """Yield the people whom a sentence names and does not give as its source."""
    sources = ground.sources(side, parts)
    return (n for n in parts.names if n.kind == "person" and not any(s.span.holds(n.span) for s in sources))


def _is_said(own: Parts, span: Span, other: Parts, name: Name) -> bool:
    """Say whether the other sentence uses the description too, and not as the title of the one it names."""
    noun = own.within(span)[-1]
    return noun.stem in other.stems and noun.text not in (name.title or "").lower().split()


def _described(ground: Ground, side: Side, parts: Parts) -> Iterator[tuple[Span, bool]]:
    """Yield "a US official", "the mayor", and whether it is "the": roles that no name stands beside and no source."""
    for at, word in enumerate(parts.words):
        if word.text not in words_of("one of many") or any(n.span.overlaps(word.span) for n in parts.names):
            continue
        before = parts.words[max(0, at - _MOST_WORDS) : at]
        first = next((w for w in reversed(before) if not w.content or w.clause != word.clause), None)
        if first is None or first.text not in words_of("article") or first.clause != word.clause:
            continue
        span = Span(first.start, word.end)
        if any(0 <= n.start - word.end <= 3 for n in parts.names):
            continue
        if not any(source.span.overlaps(span) for source in ground.sources(side, parts)):
            yield span, first.text == "the"
