"""From a sentence, a span, a passage or a detail to the place of it. Pure functions."""

from collections.abc import Sequence

from tui.articles.article import SIDES, Side, Span
from tui.reader.session.lookup import Lookup, other_side
from tui.reader.session.place import Place, Shown


def place_at(lookup: Lookup, side: Side, sentence: int, detail: int | None = None, passage: int | None = None) -> Place:
    """Return the place of a sentence, kept inside the article; of its passages `passage` if it stands in that one."""
    count = len(lookup.articles[SIDES.index(side)].sentences)
    sentence = max(0, min(sentence, count - 1))
    numbers = [one.number for one in lookup.passages_with(side, sentence)]
    number = passage if passage in numbers else next(iter(numbers), None)
    return Place(side, sentence, number, detail)


def place_of_span(lookup: Lookup, side: Side, span: Span) -> Place:
    """Return the place of the first sentence that a span touches."""
    sentences = lookup.sentences_over(side, span)
    return place_at(lookup, side, sentences.start)


def place_of_passage(lookup: Lookup, number: int, side: Side) -> Place:
    """Return the place of a passage's first sentence on one side."""
    return place_at(lookup, side, lookup.sentences_in(lookup.passage_numbered(number), side)[0], passage=number)


def place_of_detail(lookup: Lookup, position: int, side: Side) -> Place:
    """Return the place of a detail on one side, in its passage even where its sentence only stands beside that."""
    detail = lookup.details[position]
    return Place(side, lookup.detail_sentence(detail, side), detail.passage, position)


def nearest_shown(place: Place, shown: Shown | None) -> tuple[Side, int] | None:
    """Return the side and sentence nearest to a place among those shown, its own side first; none when it is shown."""
    if shown is None:
        return None
    for side in (place.side, other_side(place.side)):
        sentences = shown[SIDES.index(side)]
        if sentences:
            nearest = min(sentences, key=lambda sentence: (abs(sentence - place.sentence), sentence))
            return None if (side, nearest) == (place.side, place.sentence) else (side, nearest)
    return None


def current_sentences(lookup: Lookup, place: Place, side: Side) -> Sequence[int]:
    """Return the current sentence, on the side that leads, or the sentences that face it, on the other."""
    if side != place.side:
        return lookup.facing(place)
    return (place.sentence,) if lookup.articles[SIDES.index(side)].sentences else ()
