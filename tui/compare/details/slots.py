"""Whether two places in two sentences fill the same slot: by what stands around them.

Two figures of 6,000 and 6,100 are told to be the same slot by the words that both are surrounded by (people, killed),
the nearer the better; two names likewise. The measure is the share of the nearby meaning that both have in common.
"""

from bisect import bisect_left, bisect_right
from functools import lru_cache
from typing import NamedTuple

from tui.articles.article import Span
from tui.compare.details.parts import Parts
from tui.compare.links.concepts import concepts_of_stem

CONCEPT = 0.8
"""What a word of the same concept is worth, beside the word itself."""

REACH = 12
"""How many words to each side can tell what a place is about."""

CLOSE = 3
"""The words so near to a place tell most of it: what was damaged, who was killed."""

_REMEMBERED = 1024
"""Every search of a passage asks for the surroundings of the same few places; so many are kept at hand."""


class Around(NamedTuple):
    """What stands around a place."""

    weights: dict[str, float]
    """The stems of the content words near it, the nearer the weightier."""
    concepts: dict[str, float]
    """What these words stand for, each with the weight of the nearest."""
    total: float
    """The weights of all words together."""


@lru_cache(maxsize=_REMEMBERED)
def surroundings(parts: Parts, span: Span, reach: int = REACH, own: bool = True) -> Around:
    """Return the stems of the content words near `span` with weights that fall with their distance.

    Words of another clause weigh half; those of the span itself count only if `own`.
    """
    first = bisect_right(parts.words, span.start, key=lambda word: word.end)
    last = bisect_left(parts.words, span.end, key=lambda word: word.start) - 1
    if first > last:
        return Around({}, {}, 0.0)
    home = {word.clause for word in parts.words[first : last + 1]}
    near: dict[str, float] = {}
    for n in range(max(0, first - reach), min(len(parts.words), last + reach + 1)):
        word = parts.words[n]
        if not word.content or word.stem[0].isdecimal() or (first <= n <= last and not own):
            continue
        distance = 0 if first <= n <= last else min(abs(n - first), abs(n - last))
        weight = 1 / (1 + distance / 3) * (1.0 if word.clause in home else 0.5)
        near[word.stem] = max(near.get(word.stem, 0.0), weight)
    concepts: dict[str, float] = {}
    for stem, weight in near.items():
        for concept in concepts_of_stem(stem):
            concepts[concept] = max(concepts.get(concept, 0.0), weight)
    return Around(near, concepts, sum(near.values()))


def likeness(one: Around, two: Around) -> float:
    """Return how much of the lighter of two surroundings is found in the other, 0 to 1.

    A word of the same concept ("died" for "killed") counts nearly as much as the word itself.
    """
    lighter, other = (one, two) if one.total <= two.total else (two, one)
    shared = 0.0
    for key, weight in lighter.weights.items():
        if key in other.weights:
            shared += min(weight, other.weights[key])
        elif other.concepts and (concepts := concepts_of_stem(key)):
            akin = max((other.concepts.get(concept, 0.0) for concept in concepts), default=0.0)
            shared += CONCEPT * min(weight, akin)
    return shared / lighter.total if lighter.total else 0.0


def alikeness(left: Parts, one: Span, right: Parts, two: Span, own: bool = True) -> float:
    """Return how alike two places of linked sentences are: by the words right beside them, or by those farther off."""
    return max(
        likeness(surroundings(left, one, reach, own), surroundings(right, two, reach, own)) for reach in (CLOSE, REACH)
    )
