"""What has to be seen of the sentences that one column cuts to where they differ."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Mapping
from operator import attrgetter

from tui.articles.article import SIDES, Side, Span
from tui.reader.layout.source import Source
from tui.reader.session.lookup import Lookup
from tui.reader.session.search import Hits

Spans = tuple[Iterable[Span], Iterable[Span]]
"""Spans of the left and of the right text."""
Wanted = dict[int, tuple[int, int]]
"""From where to where something of a sentence has to be seen, by its number."""


def wanted_spans(lookup: Lookup, side: Side, spans: Iterable[Span]) -> Wanted:
    """Return, for each sentence of a side with a detail or a span in it, the stretch of it that holds all of them."""
    found: Wanted = {}

    def want(number: int, start: int, end: int) -> None:
        before = found.get(number)
        found[number] = (min(start, before[0]), max(end, before[1])) if before else (start, end)

    sentences_of = map(attrgetter(f"{side}_sentence"), lookup.details)
    for number, span in zip(sentences_of, map(attrgetter(side), lookup.details), strict=True):
        if span is not None:
            want(number, span.start, span.end)
    sentences = lookup.articles[SIDES.index(side)].sentences
    for span in spans:
        for number in lookup.sentences_over(side, span):
            inside = sentences[number]
            want(number, max(span.start, inside.start), min(span.end, inside.end))
    return found


def wanted_hits(
    source: Source, side: Side, among: Collection[int], hits: Hits, besides: Mapping[int, tuple[int, int]]
) -> Wanted:
    """Return, for each sentence with a hit in it, the stretch that holds all hits, and what is wanted besides.

    Parameters
    ----------
    source, side
        The article and its side.
    among
        The sentences in which is looked for hits.
    hits
        What was sought and found.
    besides
        What has to be seen apart from that.
    """
    found: Wanted = {}
    starts, ends = hits.places(side)
    begins, stops = source.sentence_starts, source.sentence_ends
    for number in _with_hits(source, starts, ends, among) if len(starts) < len(among) else among:
        start, end = begins[number], stops[number]
        first = bisect_right(ends, start)
        if first < len(starts) and starts[first] < end:
            last = bisect_left(starts, end, first) - 1
            one, other = max(starts[first], start), min(ends[last], end)
            before = besides.get(number)
            found[number] = (min(one, before[0]), max(other, before[1])) if before else (one, other)
    return found


def _with_hits(source: Source, starts: Iterable[int], ends: Iterable[int], among: Collection[int]) -> set[int]:
    """Return the sentences with hits in them."""
    begins, found = source.sentence_starts, set()
    for start, end in zip(starts, ends, strict=True):
        number = max(0, bisect_right(begins, start) - 1)
        while number < len(begins) and begins[number] < end:
            found.add(number)
            number += 1
    return found.intersection(among)
