"""The clauses of a sentence, as stretches of words, and which words a span touches."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import groupby

from tui.articles.article import Span
from tui.compare.details.parts import Parts

_LEAST_CLAUSE = 2
"""A clause holds at least so many content words; a shorter one is part of its neighbour."""


def cut_clauses(parts: Parts) -> Iterator[tuple[int, int]]:
    """Yield the clauses of a sentence as the first word and the one after the last, slight ones joined to the next."""
    first = 0
    count = 0
    for _, words in groupby(parts.words, key=lambda word: word.clause):
        run = list(words)
        count += len(run)
        if sum(word.content for word in parts.words[first:count]) >= _LEAST_CLAUSE:
            yield first, count
            first = count
    if first < count:
        yield first, count


def places_of(parts: Parts, span: Span) -> tuple[int, int]:
    """Return the first word that a span touches and the one after the last."""
    first = bisect_right(parts.words, span.start, key=lambda word: word.end)
    return first, bisect_left(parts.words, span.end, key=lambda word: word.start)
