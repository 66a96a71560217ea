"""The same person under other posts: "the mayor, Ana Ruiz" against "Ana Ruiz, the head of the rescue service"."""

import re
from collections.abc import Iterable, Iterator

from tui.articles.article import Span
from tui.compare.details.found import Found, two_sided
from tui.compare.details.ground import Ground
from tui.compare.details.meaning import share_of
from tui.compare.details.parts import Parts, words_of
from tui.compare.details.sayings import sayings, source_nouns
from tui.compare.reading import Name

_AFTER = re.compile(r",\s+(?!who\b|whom\b|whose\b|which\b|he\b|she\b)[^,.;:“”\"()]{4,70}(?=[,.;])")
"""What is told of somebody between commas after the name."""
_BEFORE = re.compile(r"(?:^|[,;:]\s+)(?P<post>the\s[^,.;:“”\"()]{4,70}),\s*$", re.IGNORECASE)
"""What is told of somebody before the name, up to a comma: "the mayor of Vellin, Ana Ruiz"."""
_REACH = 90
"""A post is told within so many characters of the name."""


def find_post_details(ground: Ground) -> Iterable[Found]:
    """Yield the people whom linked sentences give posts that have nothing in common."""
    for left, right in ground.links:
        theirs = _posts(right)
        for name, one in _posts(left).items():
            two = theirs.get(name)
            if two and _have_nothing_in_common(left, one, right, two):
                yield two_sided("person", (left, one), (right, two), "the same person is described differently")


def _posts(parts: Parts) -> dict[str, Span]:
    """Return where a sentence first tells who somebody is, for each of the people it names."""
    found: dict[str, Span] = {}
    for name in parts.names:
        if name.kind == "person" and name.name not in found and (span := _post(parts, name)):
            found[name.name] = span
    return found


def _post(parts: Parts, name: Name) -> Span | None:
    """Return where a sentence tells who somebody is, the name included, if it does."""
    posts = source_nouns() | words_of("one of many")
    return next((s for s in _told_beside(parts, name) if any(w.text in posts for w in parts.within(s))), None)


def _told_beside(parts: Parts, name: Name) -> Iterator[Span]:
    """Yield what may tell who somebody is: a title, and what stands between commas before or after the name."""
    first = parts.span.start
    start, end = name.start - first, name.end - first
    if name.title and abs(parts.text.find(name.title) - start) < _REACH:
        at = parts.text.find(name.title)
        yield Span(first + min(at, start), first + max(at + len(name.title), end))
    if before := _BEFORE.search(parts.text, max(0, start - _REACH), start):
        yield Span(first + before.start("post"), name.end)
    after = _AFTER.match(parts.text, end)
    if after and not any(w.text in sayings() for w in parts.within(Span(name.end, first + after.end()))):
        yield Span(name.start, first + after.end())


def _have_nothing_in_common(left: Parts, one: Span, right: Parts, two: Span) -> bool:
    """Say whether two posts share no word, names and places left out."""
    return not share_of(_words(left, one), frozenset(_words(right, two)))


def _words(parts: Parts, span: Span) -> Iterator[str]:
    for word in parts.within(span):
        if word.content and not any(n.span.overlaps(word.span) for n in parts.names):
            yield word.stem
