"""Which spans are lit, and under which role: notes, words of one side, details, places of a mention, search hits."""

from collections.abc import Iterable, Mapping

from tui.articles.article import SIDES, Span
from tui.reader.layout.column import Column
from tui.reader.session.lookup import Lookup
from tui.reader.session.place import Marks, Place, Selection
from tui.reader.session.places import current_sentences

Lit = tuple[Span, str]
"""A span and the theme role it is drawn in."""

LAYERS = ("notes", "words", "details", "mention", "hits")
"""What lies on what, the lowest first."""


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
    before
        What was lit a moment ago in the same comparison; only the layers that changed since are worked out.
    """

    def __init__(self, lookup: Lookup, layers: Mapping[str, Marks], before: "LitSpans | None" = None) -> None:
        notes = layers.get("notes", Marks())
        self.notes = (notes.left, notes.right)
        """The spans of notes on the left and on the right."""
        known = before._layers if before is not None else {}
        self._layers: dict[str, tuple[Marks | None, Sides]] = {}
        for layer in LAYERS:
            marks = None if layer == "details" else layers.get(layer, _NOTHING)
            if layer in known and known[layer][0] is marks:
                self._layers[layer] = known[layer]
            else:
                spans = _by_sentence(lookup, _details(lookup) if marks is None else marks)
                self._layers[layer] = marks, spans

    def in_row(self, side: int, column: Column, row: int) -> list[Lit]:
        """Return the spans that may stand in a row of one side (0 left, 1 right), the lowest first."""
        source = column.source
        first, last = source.sentence_at(column.starts[row]), source.sentence_at(column.ends[row] - 1)
        return [
            lit
            for _, spans in self._layers.values()
            if spans[side]
            for sentence in range(first, last + 1)
            for lit in spans[side].get(sentence, ())
        ]

    def sentences(self, side: int) -> Iterable[int]:
        """Return the sentences of one side with something lit in them."""
        return {sentence: None for _, spans in self._layers.values() for sentence in spans[side]}


def _by_sentence(lookup: Lookup, marks: Marks) -> Sides:
    found: Sides = ({}, {})
    for side, spans, there in zip(SIDES, (marks.left, marks.right), found, strict=True):
        for span, role in spans:
            for sentence in lookup.sentences_over(side, span):
                there.setdefault(sentence, []).append((span, role))
    return found


def _details(lookup: Lookup) -> Marks:
    left: list[Lit] = []
    right: list[Lit] = []
    for detail in lookup.details:
        role = "detail-conflict" if detail.conflict else "detail"
        if detail.left:
            left.append((detail.left, role))
        if detail.right:
            right.append((detail.right, role))
    return Marks(tuple(left), tuple(right))


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
