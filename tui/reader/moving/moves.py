"""Going about: from one place and a wish to the next place. Pure functions; none when there is nowhere to go."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.articles.article import SIDES, Side
from tui.reader.layout.pair import PairLayout
from tui.reader.session.lookup import Lookup, other_side
from tui.reader.session.place import Place
from tui.reader.session.places import place_at, place_of_detail, place_of_passage
from tui.reader.session.session import Session

if TYPE_CHECKING:
    from tui.compare.comparison import Passage


def next_sentence(lookup: Lookup, place: Place, step: int) -> Place | None:
    """Return the place one sentence of the news on (`step` 1) or back (-1); the page's furniture is passed over."""
    count = len(lookup.articles[SIDES.index(place.side)].sentences)
    sentence = place.sentence + step
    while 0 <= sentence < count and lookup.is_furniture(place.side, sentence):
        sentence += step
    return place_at(lookup, place.side, sentence) if 0 <= sentence < count else None


def next_passage(lookup: Lookup, place: Place, step: int) -> Place | None:
    """Return the place of the next passage (`step` 1) or the one before (-1) in the leading side's order."""
    order = lookup.passages_in_order(place.side)

    def key(passage: "Passage") -> tuple[int, int]:
        return lookup.sentences_in(passage, place.side)[0], passage.number

    own = (place.sentence, place.passage or 0)
    position = bisect_left(order, own, key=key)
    stands_in_order = position < len(order) and key(order[position]) == own
    if not stands_in_order:
        position = bisect_left(order, (place.sentence, len(order) + 1 if step > 0 else 0), key=key)
    position += stands_in_order if step > 0 else -1
    return place_of_passage(lookup, order[position].number, place.side) if 0 <= position < len(order) else None


def next_one_sided(lookup: Lookup, place: Place, step: int) -> Place | None:
    """Return the place of the next sentence that only the leading side has."""
    return _step_among(lookup, place, lookup.one_sided(place.side), step)


def _step_among(lookup: Lookup, place: Place, sentences: Sequence[int], step: int) -> Place | None:
    position = bisect_right(sentences, place.sentence) if step > 0 else bisect_left(sentences, place.sentence) - 1
    return place_at(lookup, place.side, sentences[position]) if 0 <= position < len(sentences) else None


def next_detail(lookup: Lookup, place: Place, step: int, *, conflicts_only: bool = False) -> Place | None:
    """Return the place of the next detail, or conflict, in the leading side's order."""
    details = lookup.details
    order = lookup.details_in_order(place.side)
    if conflicts_only:
        order = [one for one in order if details[one].conflict]
    if place.detail in order:
        position = order.index(place.detail) + step
    else:

        def sentence(one: int) -> int:
            return lookup.detail_sentence(details[one], place.side)

        at = place.sentence
        position = bisect_left(order, at, key=sentence) if step > 0 else bisect_right(order, at, key=sentence) - 1
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


def in_text(pair: Session, layout: PairLayout, step: int) -> Place:
    """Return the current place, or where both sides share one column the place in the text that it belongs to.

    Where nothing faces the current sentence, that is the one of the text that comes before it on the way of `step`.
    """
    place = pair.place
    if layout.text_side in (None, place.side):
        return place
    facing = counterpart(pair.lookup, place)
    if facing is not None:
        return facing
    found: tuple[Side, int] | None = (place.side, place.sentence)
    while found is not None and found[0] == place.side:
        found = layout.beside(place_at(pair.lookup, *found), -step)
    end = -1 if step > 0 else 10**9
    return Place(other_side(place.side), end) if found is None else place_at(pair.lookup, *found)


def next_in_column(pair: Session, layout: PairLayout, place: Place, step: int) -> Place | None:
    """Return the next shown sentence: of the leading side, or of either where both share one column."""
    if layout.text_side is not None:
        found = layout.beside(place, step)
        while found and pair.lookup.is_furniture(*found):
            found = layout.beside(place_at(pair.lookup, *found), step)
        return place_at(pair.lookup, *found, passage=place.passage) if found else None
    following = next_sentence(pair.lookup, place, step)
    while following is not None and pair.is_hidden(following):
        following = next_sentence(pair.lookup, following, step)
    return following
