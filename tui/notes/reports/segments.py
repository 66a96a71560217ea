"""A sentence cut where highlights and differing details begin and end, for documents that show both."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from tui.articles.article import Side, Span
from tui.compare.comparison import Detail
from tui.notes.reports.contents import Contents


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text inside which nothing begins or ends."""

    text: str
    notes: tuple[int, ...] = ()
    """The numbers of the notes that stand on it, the widest first: its colour is that of the narrowest."""
    details: tuple[Detail, ...] = ()
    ending: tuple[int, ...] = ()
    """The numbers of the notes that end with it: where a reference to them belongs."""


def cut(contents: Contents, side: Side, sentence: int, details: Iterable[Detail] = ()) -> tuple[Segment, ...]:
    """Return a sentence cut wherever a note or one of `details` begins or ends."""
    span = contents.article(side).sentences[sentence].span
    marks = contents.highlights[side].get(sentence, ())
    widest_first = sorted(marks, key=lambda mark: mark.span.start - mark.span.end)
    lit = [(where, d) for d in details if (where := d.left if side == "left" else d.right) and where.overlaps(span)]
    edges = {span.start, span.end}
    for where in (*(mark.span for mark in marks), *(where for where, _ in lit)):
        edges.update(edge for edge in (where.start, where.end) if span.start < edge < span.end)
    ordered = sorted(edges)
    text = contents.article(side).text
    last_end = {mark.number: min(mark.span.end, span.end) for mark in marks}
    segments = []
    for start, end in pairwise(ordered):
        here = Span(start, end)
        segments.append(
            Segment(
                text[start:end],
                tuple(dict.fromkeys(mark.number for mark in widest_first if mark.span.overlaps(here))),
                tuple(detail for where, detail in lit if where.overlaps(here)),
                tuple(number for number, at in last_end.items() if at == end),
            )
        )
    return tuple(segments)
