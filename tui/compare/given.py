"""Links that the caller brings along, as pairs of spans: a gold standard, another tool's alignment, an editor's own.

In come two articles and pairs of spans; out come links between sentences, to be used in place of the engine's.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from tui.articles.article import Article, Span
from tui.compare.comparison import Link

_MOST = 0.5
"""A span covers a sentence when more than this share of the sentence lies in it."""

SpanPair = tuple[Span, Span]
"""A stretch of the left text and one of the right text."""


def links_of_spans(left: Article, right: Article, pairs: Iterable[SpanPair]) -> tuple[Link, ...]:
    """Return a link, scored 1, for every two sentences that one given pair of spans covers most of."""
    starts = [[sentence.start for sentence in article.sentences] for article in (left, right)]
    linked = {
        (one, two)
        for ours, theirs in pairs
        for one in _covered(left, starts[0], ours)
        for two in _covered(right, starts[1], theirs)
    }
    return tuple(Link(one, two, 1.0) for one, two in sorted(linked))


def _covered(article: Article, starts: list[int], span: Span) -> Iterator[int]:
    """Yield the sentences that a span covers most of."""
    first = max(0, bisect_left(starts, span.start) - 1)
    for number in range(first, bisect_left(starts, span.end)):
        sentence = article.sentences[number]
        shared = min(sentence.end, span.end) - max(sentence.start, span.start)
        if shared > _MOST * (sentence.end - sentence.start):
            yield number
