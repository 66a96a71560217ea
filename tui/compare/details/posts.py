"""The same person under other posts: "the mayor, Ana Ruiz" against "Ana Ruiz, the head of the rescue service"."""

import re
from collections.abc import Iterable, Iterator

from tui.articles.article import Span
from tui.compare.details.attribution import source_nouns
from tui.compare.details.found import Found, two_sided
from tui.compare.details.ground import Ground
from tui.compare.details.meaning import share_of
from tui.compare.details.parts import Parts, words_of
from tui.compare.reading import Name

_AFTER = re.compile(r",\s+(?!who\b|whom\b|whose\b|which\b|he\b|she\b)[^,.;:“”\"()]{4,70}(?=[,.;])")
"""What is told of somebody between commas after the name."""
_BEFORE = re.compile(r"(?:^|[,;:]\s+)the\s[^,.;:“”\"()]{4,70},\s*$", re.IGNORECASE)
"""What is told of somebody before the name, up to a comma: "the mayor of Vellin, Ana Ruiz"."""


def find_post_details(ground: Ground) -> Iterable[Found]:
    """Yield the people whom linked sentences give posts that have nothing in common."""
    for left, right in ground.links:
        for one in left.names:
            for two in right.names:
                if one.kind != "person" or two.kind != "person" or one.name != two.name:
                    continue
                spans = _post(left, one), _post(right, two)
                if spans[0] and spans[1] and _have_nothing_in_common(left, spans[0], right, spans[1]):
                    why = "the same person is described differently"
                    yield two_sided("person", (left, spans[0]), (right, spans[1]), why)


def _post(parts: Parts, name: Name) -> Span | None:
    """Return where a sentence tells who somebody is, the name included, if it does."""
    start, end = name.start - parts.span.start, name.end - parts.span.start
    if name.title:
        at = parts.text.find(name.title)
        if at >= 0 and abs(at - start) < 90:
            return Span(parts.span.start + min(at, start), parts.span.start + max(at + len(name.title), end))
    if after := _AFTER.match(parts.text, end):
        return Span(name.start, parts.span.start + after.end())
    if before := _BEFORE.search(parts.text, max(0, start - 90), start):
        return Span(parts.span.start + before.start() + len(before.group()) - len(before.group().lstrip(" ,;")), name.end)
    return None


def _have_nothing_in_common(left: Parts, one: Span, right: Parts, two: Span) -> bool:
    """Say whether two posts share no word, names and places left out, and both are posts."""
    posts = source_nouns() | words_of("one of many")
    if not all(any(w.text in posts for w in p.within(span)) for p, span in ((left, one), (right, two))):
        return False
    told = [frozenset(_words(parts, span)) for parts, span in ((left, one), (right, two))]
    return not share_of(*told)


def _words(parts: Parts, span: Span) -> Iterator[str]:
    for word in parts.within(span):
        if word.content and not any(n.span.overlaps(word.span) for n in parts.names):
            yield word.stem
