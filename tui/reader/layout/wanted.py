"""What has to be seen of the sentences that one column cuts to where they differ."""

from collections.abc import Iterable

from tui.articles.article import SIDES, Side, Span
from tui.reader.session.lookup import Lookup
from tui.reader.session.search import Hits

Spans = tuple[Iterable[Span], Iterable[Span]]
"""Spans of the left and of the right text."""


def wanted_stretches(
    lookup: Lookup, side: Side, facing: Iterable[int], spans: Iterable[Span], hits: Hits
) -> dict[int, Span]:
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
    found: dict[int, Span] = {}

    def want(number: int, start: int, end: int) -> None:
        before = found.get(number)
        found[number] = Span(min(start, before.start), max(end, before.end)) if before else Span(start, end)

    for detail in lookup.details:
        span = lookup.detail_span(detail, side)
        if span is not None:
            want(lookup.detail_sentence(detail, side), span.start, span.end)
    sentences = lookup.articles[SIDES.index(side)].sentences
    for span in spans:
        for number in lookup.sentences_over(side, span):
            inside = sentences[number]
            want(number, max(span.start, inside.start), min(span.end, inside.end))
    if hits.on(side):
        for number in facing:
            inside = sentences[number]
            over = hits.extent(side, inside.start, inside.end)
            if over is not None:
                want(number, max(over[0], inside.start), min(over[1], inside.end))
    return found
