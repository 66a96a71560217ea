"""Where a thing is, told only by one side: "the streets" against "the streets of New York's Manhattan"."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tui.articles.article import SIDES, Span
from tui.compare.details.found import Found, two_sided
from tui.compare.details.ground import Ground
from tui.compare.details.groups import Group
from tui.compare.details.meaning import mean_the_same
from tui.compare.details.parts import Parts, Word, words_of
from tui.compare.details.slots import alikeness

LEAST_LIKENESS = 0.35
"""One noun is said of one thing only in slots as alike as this."""
_MOST_TIMES = 8
"""A thing that the other side names more often is looked at so many times."""
_MOST_BETWEEN = 2
"""At most so many small words stand between a thing and its place: "prison in the"."""


class Located(NamedTuple):
    """A thing with the place that is told right after it."""

    noun: Word
    place: Group

    @property
    def span(self) -> Span:
        """Where both stand."""
        return Span(self.noun.start, self.place.span.end)


def find_located_details(ground: Ground) -> Iterable[Found]:
    """Yield the things that both sentences name and only one places."""
    for side in SIDES:
        for own, others in ground.facing(side):
            near = ground.near(side, own)
            named = ground.names_in(near)
            for thing in _located(ground, own):
                forms = [own.slice(span) for _, _, span in thing.place.told]
                if thing.place.members & named or any(f in p.text for f in forms for p in near):
                    continue
                same = [(other, word) for other in others for word in other.words if _is_same_thing(thing, word)]
                found = [
                    (alikeness(own, thing.noun.span, other, word.span, own=False), other, word)
                    for other, word in same[:_MOST_TIMES]
                    if not _is_placed(ground, other, word)
                ]
                like, other, word = max(found, key=lambda f: f[0], default=(0.0, own, None))
                if word and like >= LEAST_LIKENESS:
                    places = (own, thing.span), (other, word.span)
                    one, two = places if side == "left" else places[::-1]
                    yield two_sided("place", one, two, f"only the {side} says where")


def _is_same_thing(thing: Located, word: Word) -> bool:
    return word.content and mean_the_same(word.stem, thing.noun.stem)


def _located(ground: Ground, parts: Parts) -> Iterator[Located]:
    """Yield each thing of a sentence that a place is told of: "the prison in Springfield"."""
    for group in ground.groups(parts):
        if group.kind != "place" or group.is_list:
            continue
        before = [w for w in parts.words if w.end <= group.span.start][-1 - _MOST_BETWEEN :]
        at = next((n for n in range(len(before) - 1, -1, -1) if before[n].content), None)
        if at is None or at == len(before) - 1 or _is_taken(parts, before[at]):
            continue
        small = [
            w.text for w in before[at + 1 :]
        ]  # "in a Springfield prison" places the prison, not what stands before
        if small[0] in words_of("placing") and small[-1] not in ("a", "an") and before[at].clause == before[-1].clause:
            yield Located(before[at], group)


def _is_taken(parts: Parts, word: Word) -> bool:
    """Say whether a word is no thing: a verb, a part of a name, of a figure or of a date."""
    if word.text.endswith(("ed", "ing")) or word.text in words_of("past verb"):
        return True
    spans = [n.span for n in parts.names] + [f.span for f in parts.figures] + [d.span for d in parts.dates]
    return any(span.overlaps(word.span) for span in spans)


def _is_placed(ground: Ground, parts: Parts, word: Word) -> bool:
    """Say whether the other sentence names a place near the thing too, or means a name by it."""
    near = [w for w in parts.words if abs(w.start - word.start) < 60]
    groups = [g for g in ground.groups(parts) if g.kind == "place"]
    named = any(n.span.overlaps(word.span) for n in parts.names)
    return named or any(g.span.overlaps(w.span) for g in groups for w in near)
