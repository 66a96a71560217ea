"""Going about: from one place and a wish to the next place. Pure functions; none when there is nowhere to go."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from tui.articles.article import SIDES, Side, Span
from tui.reader.lookup import Lookup, other_side
from tui.reader.place import Place


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


def next_sentence(lookup: Lookup, place: Place, step: int) -> Place | None:
    """Return the place one sentence on (`step` 1) or back (-1)."""
    count = len(lookup.articles[SIDES.index(place.side)].sentences)
    sentence = place.sentence + step
    return place_at(lookup, place.side, sentence) if 0 <= sentence < count else None


def next_passage(lookup: Lookup, place: Place, step: int) -> Place | None:
    """Return the place of the next passage (`step` 1) or the one before (-1) in the leading side's order."""
    order = [(lookup.sentences_in(one, place.side)[0], one.number) for one in lookup.passages_in_order(place.side)]
    own = (place.sentence, place.passage or 0)
    if own not in order:
        own = (place.sentence, len(order) + 1 if step > 0 else 0)
    position = bisect_right(order, own) if step > 0 else bisect_left(order, own) - 1
    return place_of_passage(lookup, order[position][1], place.side) if 0 <= position < len(order) else None


def next_one_sided(lookup: Lookup, place: Place, step: int) -> Place | None:
    """Return the place of the next sentence that only the leading side has."""
    return _step_among(lookup, place, lookup.one_sided(place.side), step)


def _step_among(lookup: Lookup, place: Place, sentences: Sequence[int], step: int) -> Place | None:
    position = bisect_right(sentences, place.sentence) if step > 0 else bisect_left(sentences, place.sentence) - 1
    return place_at(lookup, place.side, sentences[position]) if 0 <= position < len(sentences) else None


def next_detail(lookup: Lookup, place: Place, step: int, *, conflicts_only: bool = False) -> Place | None:
    """Return the place of the next detail, or conflict, in the leading side's order."""
    details = lookup.details
    order = [one for one in lookup.details_in_order(place.side) if details[one].conflict or not conflicts_only]
    if place.detail in order:
        position = order.index(place.detail) + step
    else:
        sentences = [lookup.detail_sentence(details[one], place.side) for one in order]
        at = place.sentence
        position = bisect_left(sentences, at) if step > 0 else bisect_right(sentences, at) - 1
    return place_of_detail(lookup, order[position], place.side) if 0 <= position < len(order) else None


def counterpart(lookup: Lookup, place: Place) -> Place | None:
    """Return the place of the sentence facing the current one, the other side leading; the current detail is kept."""
    sentence = lookup.counterpart(place)
    if sentence is None:
        return None
    side = other_side(place.side)
    if place.detail is not None and lookup.detail_sentence(lookup.details[place.detail], side) == sentence:
        return place_of_detail(lookup, place.detail, side)
    return place_at(lookup, side, sentence, place.detail, place.passage)


def next_facing(lookup: Lookup, origin: Place, place: Place) -> Place | None:
    """Return the place of the sentence after `place` that faces `origin` too; none after the last one."""
    facing = lookup.facing(origin)
    following = [sentence for sentence in facing if sentence > place.sentence]
    return place_at(lookup, place.side, following[0], None, origin.passage) if following else None


def mirrored(lookup: Lookup, place: Place, beside: int) -> Place:
    """Return the place with the other side leading: what faces the sentence, or else `beside`, level with it."""
    return counterpart(lookup, place) or place_at(lookup, other_side(place.side), beside)


def next_conflict(lookup: Lookup, place: Place, step: int) -> Place | None:
    """Return the place of the next detail of which both sides cannot be right."""
    return next_detail(lookup, place, step, conflicts_only=True)
