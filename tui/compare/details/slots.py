"""Whether two places in two sentences fill the same slot: by what stands around them.

Two figures of 6,000 and 6,100 are told to be the same slot by the words that both are surrounded by (people, killed),
the nearer the better; two names likewise. The measure is the share of the nearby meaning that both have in common.
"""

from bisect import bisect_left, bisect_right

from tui.articles.article import Span
from tui.compare.details.parts import Parts
from tui.compare.links.concepts import concepts_of_stem

CONCEPT = 0.8
"""What a word of the same concept is worth, beside the word itself."""

REACH = 12
"""How many words to each side can tell what a place is about."""

CLOSE = 3
"""The words so near to a place tell most of it: what was damaged, who was killed."""

LEAST_LIKENESS = 0.2
"""Two places are taken for one slot from here on."""


def surroundings(parts: Parts, span: Span, reach: int = REACH, own: bool = True) -> dict[str, float]:
    """Return the stems of the content words near `span` with weights that fall with their distance.

    Words of another clause weigh half; those of the span itself count only if `own`.
    """
    first = bisect_right(parts.words, span.start, key=lambda word: word.end)
    last = bisect_left(parts.words, span.end, key=lambda word: word.start) - 1
    if first > last:
        return {}
    home = {word.clause for word in parts.words[first : last + 1]}
    near: dict[str, float] = {}
    for n in range(max(0, first - reach), min(len(parts.words), last + reach + 1)):
        word = parts.words[n]
        if not word.content or word.stem[0].isdigit() or (first <= n <= last and not own):
            continue
        distance = 0 if first <= n <= last else min(abs(n - first), abs(n - last))
        weight = 1 / (1 + distance / 3) * (1.0 if word.clause in home else 0.5)
        near[word.stem] = max(near.get(word.stem, 0.0), weight)
    return near


def likeness(one: dict[str, float], two: dict[str, float]) -> float:
    """Return how much of the lighter of two surroundings is found in the other, 0 to 1.

    A word of the same concept ("died" for "killed") counts nearly as much as the word itself.
    """
    lighter, other = sorted((one, two), key=lambda s: sum(s.values()))
    total = sum(lighter.values())
    shared = 0.0
    for key, weight in lighter.items():
        if key in other:
            shared += min(weight, other[key])
        elif concepts := concepts_of_stem(key):
            akin = [far for near, far in other.items() if concepts & concepts_of_stem(near)]
            shared += CONCEPT * min(weight, max(akin, default=0.0))
    return shared / total if total else 0.0


def alikeness(left: Parts, one: Span, right: Parts, two: Span, own: bool = True) -> float:
    """Return how alike two places of linked sentences are: by the words right beside them, or by those farther off."""
    return max(
        likeness(surroundings(left, one, reach, own), surroundings(right, two, reach, own)) for reach in (CLOSE, REACH)
    )


def closeness(own: Parts, span: Span, other: Parts, reach: int = REACH) -> float:
    """Return how much of what stands around a place is said by the other sentence, 0 to 1."""
    near = surroundings(own, span, reach, own=False)
    total = sum(near.values())
    told = sum(weight for key, weight in near.items() if other.says(key))
    return told / total if total else 0.0
