"""Which spans are lit, and under which role: notes, words of one side, details, places of a mention, search hits."""

from collections.abc import Iterable, Mapping

from tui.articles.article import SIDES, Side, Span
from tui.reader.layout.column import Column
from tui.reader.session.lookup import Lookup
from tui.reader.session.place import Marks, Place, Selection
from tui.reader.session.places import current_sentences
from tui.reader.session.search import Search

Lit = tuple[Span, str]
"""A span and the theme role it is drawn in."""

LOWER, UPPER = ("notes", "words"), ("mention",)
"""The layers below the details, and those between them and what was sought, the lowest first."""


Sides = tuple[dict[int, list[Lit]], dict[int, list[Lit]]]
"""What one layer lights in each sentence on the left and on the right."""


_NOTHING = Marks()


class LitSpans:
    """The lit spans of both texts, found by sentence.

    Parameters
    ----------
    lookup
        What is known of the comparison.
    layers
        What is lit besides the details.
    search
        What was sought and found.
    before
        What was lit a moment ago in the same articles; only the layers that changed since are worked out.
    """

    def __init__(
        self,
        lookup: Lookup,
        layers: Mapping[str, Marks],
        search: Search = Search(),
        before: "LitSpans | None" = None,
    ) -> None:
        notes = layers.get("notes", _NOTHING)
        self.notes = (notes.left, notes.right)
        """The spans of notes on the left and on the right."""
        self._lookup = lookup
        self._search = search
        known = before._layers if before is not None else {}
        self._layers: dict[str, tuple[Marks, Sides]] = {}
        for layer in (*LOWER, *UPPER):
            marks = layers.get(layer, _NOTHING)
            if layer in known and known[layer][0] is marks:
                self._layers[layer] = known[layer]
            else:
                self._layers[layer] = marks, _by_sentence(lookup, marks)

    def in_row(self, side: int, column: Column, row: int) -> list[Lit]:
        """Return the spans that may stand in a row of one side (0 left, 1 right), the lowest first."""
        source = column.source
        first, last = source.sentence_at(column.starts[row]), source.sentence_at(column.ends[row] - 1)
        there = range(first, last + 1)
        details = dict.fromkeys(n for sentence in there for n in self._lookup.details_at(SIDES[side], sentence))
        return [
            *self._in_layers(LOWER, side, there),
            *(lit for position in details if (lit := self._detail(position, SIDES[side])) is not None),
            *self._in_layers(UPPER, side, there),
            *self._hits(SIDES[side], column.starts[row], column.ends[row]),
        ]

    def _hits(self, side: Side, start: int, end: int) -> Iterable[Lit]:
        for number, span in self._search.hits.over(side, start, end):
            yield span, "current-hit" if number == self._search.current else "hit"

    def _in_layers(self, layers: Iterable[str], side: int, sentences: Iterable[int]) -> Iterable[Lit]:
        for layer in layers:
            spans = self._layers[layer][1][side]
            if spans:
                yield from (lit for sentence in sentences for lit in spans.get(sentence, ()))

    def _detail(self, position: int, side: Side) -> Lit | None:
        detail = self._lookup.details[position]
        span = self._lookup.detail_span(detail, side)
        return (span, "detail-conflict" if detail.conflict else "detail") if span is not None else None


def _by_sentence(lookup: Lookup, marks: Marks) -> Sides:
    found: Sides = ({}, {})
    for side, spans, there in zip(SIDES, (marks.left, marks.right), found, strict=True):
        for span, role in spans:
            for sentence in lookup.sentences_over(side, span):
                there.setdefault(sentence, []).append((span, role))
    return found


def current_spans(lookup: Lookup, place: Place, selection: Selection | None) -> tuple[list[Lit], list[Lit]]:
    """Return what is current on the left and on the right: sentences, the detail, the selection, in this order."""
    found: tuple[list[Lit], list[Lit]] = ([], [])
    for number, side in enumerate(SIDES):
        sentences = lookup.articles[number].sentences
        found[number].extend((sentences[n].span, "current") for n in current_sentences(lookup, place, side))
        if place.detail is not None:
            span = lookup.detail_span(lookup.details[place.detail], side)
            if span is not None:
                found[number].append((span, "current-detail"))
    if selection is not None:
        found[SIDES.index(selection.side)].append((selection.span, "selection"))
    return found
