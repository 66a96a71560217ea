"""What has to be seen of the sentences that one column cuts to where they differ."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from tui.articles.article import SIDES, Side, Span
from tui.reader.session.lookup import Lookup
from tui.reader.session.search import Hits

Spans = tuple[Iterable[Span], Iterable[Span]]
"""Spans of the left and of the right text."""
Stretch = tuple[int, int]
"""From where to where something of a sentence has to be seen."""


def wanted_stretches(
    lookup: Lookup, side: Side, facing: Sequence[int], spans: Iterable[Span], hits: Hits
) -> dict[int, Stretch]:
    """Return, for each sentence with a detail, a span or a hit in it, the stretch of it that holds all of them.

    Parameters
    ----------
    lookup
        What is known of the comparison.
    side
        Whose sentences it is about.
    facing
        The sentences that may be cut; only in these are hits looked for.
    spans
        What has to be seen besides the details.
    hits
        What was sought and found.
    """
    found: dict[int, Stretch] = {}

    def want(number: int, start: int, end: int) -> None:
        before = found.get(number)
        found[number] = (min(start, before[0]), max(end, before[1])) if before else (start, end)

    for detail in lookup.details:
        span = lookup.detail_span(detail, side)
        if span is not None:
            want(lookup.detail_sentence(detail, side), span.start, span.end)
    sentences = lookup.articles[SIDES.index(side)].sentences
    for span in spans:
        for number in lookup.sentences_over(side, span):
            inside = sentences[number]
            want(number, max(span.start, inside.start), min(span.end, inside.end))
    starts, ends = hits.places(side)
    for number in facing if starts else ():
        start, end = sentences[number].start, sentences[number].end
        first = bisect_right(ends, start)
        if first < len(starts) and starts[first] < end:
            last = bisect_left(starts, end, first) - 1
            want(number, max(starts[first], start), min(ends[last], end))
    return found
